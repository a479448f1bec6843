"""The documents of a graph as a draft may mean them, without what the draft itself may have put there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from graph.elements import Edge, Node
from graph.identity.keys import Key
from graph.identity.named import name
from graph.identity.symbols import number
from graph.identity.told import family, key
from graph.statements import DocumentMention, Place
from queries.links import Links
from queries.names import value

Sign: TypeAlias = tuple[str, ...]


class Known:
    """Documents that exist, loaded or cited, as far as some text other than those `apart` (ids of sources) tells."""

    def __init__(self, at: Links, wanted: Iterable[DocumentMention], apart: Collection[str]) -> None:
        self.at = at
        self.apart = frozenset(at.nodes(apart))
        signs = {s for m in wanted for s in _signs(m)}
        spoken = (n for n in at.labelled("Document") if value(n, "status") != "planned")
        near = {n.id: n for n in spoken if not signs.isdisjoint(_signs(mention(n)))}
        only_there = self._only_there(near)
        self.nodes = {id_: n for id_, n in near.items() if id_ not in only_there}

    @cached_property
    def _by_number(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            if told := keyed(node):
                found.setdefault(told.number, []).append(node)
        return found

    @cached_property
    def _citing(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.at.entering(self.nodes, "CITES"):
            if self.elsewhere(edge):
                found.setdefault(edge.target, []).append(edge)
        return found

    def citing(self, id_: str) -> list[Edge]:
        """Where other texts cite a document."""
        return self._citing.get(id_, [])

    def elsewhere(self, edge: Edge) -> bool:
        """Whether a text other than those apart states an edge."""
        sources = edge.properties.get("sources") or [edge.properties.get("source")]
        return not self.apart or not isinstance(sources, list) or any(s not in self.apart for s in sources)

    def numbered(self, number_key: str) -> list[Node]:
        """The documents of a number, whatever else they are."""
        return self._by_number.get(number_key, [])

    def _only_there(self, near: Collection[str]) -> set[str]:
        """The documents that no other text speaks of."""
        if not self.apart:
            return set()
        texts = {e.source for e in self.at.leaving(near, "HAS_SOURCE") if e.target not in self.apart}
        cited = {e.target for e in self.at.entering(near, "CITES", "DEPENDS_ON") if self.elsewhere(e)}
        return set(near) - texts - cited


def mention(node: Node) -> DocumentMention:
    """A document of the graph as a mention of itself in a text of its own, so that identity can compare it."""
    own = value(node, "status") == "loaded"
    title = value(node, "title") or None
    return DocumentMention(
        handle="self" if own else "d0",
        part="self" if own else "citation",
        place=Place(node.id, 0, 0, ""),
        type=value(node, "type") or "other",
        number=value(node, "number") or None,
        date=value(node, "date") or None,
        held=value(node, "held") or None,
        term=value(node, "term") or None,
        issuer=value(node, "issuer") or None,
        jurisdiction=value(node, "jurisdiction") or None,
        level=value(node, "level") or None,
        title=title if own else None,
        name=None if own else title,
        carries="conclusion" if value(node, "type") == "notice" and "Conclusion" in node.labels else None,
    )


def keyed(told: Node | DocumentMention) -> Key | None:
    """The key of a document or mention with the date as printed; None without a number that has a symbol.

    A date that the number belies tells identity nothing, but here the number may be what is wrong.
    """
    said = mention(told) if isinstance(told, Node) else told
    own = key(said)
    return replace(own, date=said.date) if own and said.date else own


def _signs(m: DocumentMention) -> Iterator[Sign]:
    """What two mentions of one document, or a wrong and a right one, have in common: serial, name, or kind and day."""
    found = number(m.number) if m.number else None
    if found:
        yield "serial", found.serial
    if words := m.name or m.title:
        yield "name", family(m.type), name(m.type, words, m).words
    if m.date:
        yield "day", family(m.type), m.date
