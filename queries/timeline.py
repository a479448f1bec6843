"""What happened to a document, in order: issued, in force, amended, implemented, repealed, and what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.extent import whole
from graph.model import model
from graph.stores.protocol import Asked
from queries.dates import after, printed
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
_BEGINS, _LAST = (model().events[name].en for name in ("TAKES_EFFECT", "LOSES_EFFECT"))
_FIRST = ("ordered", "held", "issued", _BEGINS)
_ENDS = ("REPLACES", "REPEALS")
# What the node of a document keeps of the events of its validity.
_LISTS = ("events", "event_dates", "event_sources", "event_starts", "event_ends", "event_quotes")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


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


def _homes(at: Links, node: Node) -> dict[str, str]:
    """Of each text in which the events of a document's validity were read, the document that it is the text of."""
    sources = node.properties.get("event_sources", [])
    found = at.entering({str(s) for s in sources}, "HAS_SOURCE") if isinstance(sources, list) and sources else []
    return {e.target: e.source for e in found}


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
        self.edges = edges
        self.texts = texts(at, [*edges, *self.orders, *issued[:1]]) | _homes(at, own)
        named = {own.id, value(own, "ended_by"), *self.texts.values(), *(e.source for e in (*edges, *self.orders))}
        self.nodes = at.nodes(named - {""})

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
        told = list(self.told())
        yield from told
        first = value(self.node, "in_force_from")
        if first and not any(e.event == _BEGINS and e.date == first for e in told):
            yield Event(first, _BEGINS, self.node.id, None)
        last = value(self.node, "in_force_to")
        if last and not any(e.event == _LAST and e.date == after(last) for e in told):
            yield Event(after(last), _LAST, value(self.node, "ended_by") or self.node.id, self.ending())

    def told(self) -> Iterator[Event]:
        """The events of its validity, each with the clause that a text states it in."""
        lists: list[Any] = [self.node.properties.get(name, []) for name in _LISTS]
        for event, date, source, start, end, quote in zip(*lists, strict=True):
            by = self.texts.get(source, source)
            ends = event.startswith(_LAST)
            day = (after(date) if ends else date) if _DAY.fullmatch(date) else None
            said = {"document": by, "start": start, "end": end, "quote": quote}
            yield Event(day, event, by if ends else self.node.id, said)

    def ending(self) -> dict[str, Any] | None:
        """The clause of the document that ended this one as a whole."""
        by = value(self.node, "ended_by")
        ends = [e for e in self.edges if e.source == by and e.properties.get("relation") in _ENDS]
        return evidence(ends[0], self.texts) if ends else None

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
