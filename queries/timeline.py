"""What happened to a document, in order: issued, amended, repealed, implemented, and what is still to happen to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.stores.protocol import Asked
from queries.dates import printed
from queries.extent import whole
from queries.links import Links, links
from queries.names import value
from queries.trace import evidence, texts

# The relations that are events of the document they end at, in the order of those of one day. What is merely based on a
# document changes nothing in it.
_EVENTS = {
    "PROMULGATES": "promulgated",
    "APPROVES": "approved",
    "CORRECTS": "corrected",
    "GUIDES": "guided",
    "IMPLEMENTS": "implemented",
    "CONTINUES": "continued",
    "REVIEWS": "reviewed",
    "AMENDS": "amended",
    "CONSOLIDATES": "consolidated",
    "SUSPENDS": "suspended",
    "REPLACES": "replaced",
    "REPEALS": "repealed",
}
_OF_PARTS = ("AMENDS", "SUSPENDS", "REPLACES", "REPEALS")
_FIRST = ("ordered", "held", "issued", "in force")
_LAST = "no longer in force"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a document on a day (ISO, as far as known), by which document, and who says so.

    What is only planned is called so in the name ("amended (planned)"), and stands at the day it was ordered.
    """

    date: str | None
    event: str
    document: str
    evidence: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a document, undated ones last, and the nodes that they name."""

    document: str
    events: tuple[Event, ...]
    nodes: dict[str, Node]

    def told(self) -> list[dict[str, Any]]:
        """The contract's JSON array."""
        return [asdict(e) for e in self.events]


def timeline(g: Graph | Asked, document: str) -> Timeline:
    """What happened to the document with this id."""
    at = links(g)
    own = at.nodes({document})[document]
    edges = [e for e in at.entering({document}, "DEPENDS_ON") if e.properties.get("relation") in _EVENTS]
    told = _Teller(at, own, edges)
    events = sorted([*told.own(), *told.ordered(), *map(told.event, edges)], key=_order)
    return Timeline(document, tuple(events), told.nodes)


def _order(event: Event) -> tuple[bool, str, int, str, str]:
    names = [*_FIRST, *_EVENTS.values(), _LAST]
    rank = next((i for i, n in enumerate(names) if event.event.startswith(n)), len(names))
    return (event.date is None, event.date or "", rank, event.document, event.event)


class _Teller:
    """The events of one document, from what leads to it."""

    def __init__(self, at: Links, own: Node, edges: list[Edge]) -> None:
        self.at = at
        self.node = own
        tasks = [e.source for e in at.entering({own.id}, "CONCERNS")]
        self.orders = at.entering(tasks, "ORDERS") if tasks and value(own, "status") == "planned" else []
        issued = at.leaving({own.id}, "ISSUED_BY") or self._cited()
        self.issued = issued[0] if issued else None
        self.texts = texts(at, [*edges, *self.orders, *issued[:1]])
        self.nodes = at.nodes({own.id, *self.texts.values(), *(e.source for e in (*edges, *self.orders))})

    def _cited(self) -> list[Edge]:
        """Citations that print the day of a document."""
        date = value(self.node, "date")
        cited = self.at.entering({self.node.id}, "CITES") if date else []
        return [e for e in cited if printed(str(e.properties.get("quote", "")), date)]

    def own(self) -> Iterator[Event]:
        """What the document's own properties tell."""
        said = evidence(self.issued, self.texts) if self.issued else None
        for name, event in (("date", "issued"), ("held", "held")):
            if date := value(self.node, name):
                yield Event(date, event, self.node.id, said)
        for name, event in (("in_force_from", "in force"), ("in_force_to", _LAST)):
            if date := value(self.node, name):
                yield Event(date, event, self.node.id, None)

    def ordered(self) -> Iterator[Event]:
        """Of a document still to be issued: who ordered it."""
        for edge in self.orders:
            yield Event(self._day(edge.source), "ordered", edge.source, evidence(edge, self.texts))

    def event(self, edge: Edge) -> Event:
        relation, planned = str(edge.properties["relation"]), bool(edge.properties.get("planned"))
        part = " in part" if relation in _OF_PARTS and not whole(edge, self.node) else ""
        name = f"{_EVENTS[relation]}{part}{' (planned)' if planned else ''}"
        said = evidence(edge, self.texts)
        day = self._day(said["document"]) if planned and said else self._day(edge.source)
        return Event(day, name, edge.source, said)

    def _day(self, id_: str) -> str | None:
        node = self.nodes.get(id_)
        return (value(node, "date", "held") or None) if node else None
