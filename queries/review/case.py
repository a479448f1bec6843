"""What reviewing needs to know at once: the statements, the decisions, and the graph and identity that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.build import made
from graph.decisions.anchors import Texts
from graph.decisions.decision import Anchor, Decision, standing
from graph.elements import Edge, Graph
from graph.identify import Document, Identity
from graph.identity.inside import groups
from graph.identity.keys import key_rank
from graph.identity.told import key
from graph.statements import Claim, DocumentMention, Issue, Mention, Reading, Statement
from queries.names import called

Where = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """The statements and decisions of a store, with the graph that they make."""

    statements: Sequence[Statement]
    decisions: Sequence[Decision]
    g: Graph
    identity: Identity
    issues: tuple[Issue, ...]

    @classmethod
    def of(cls, readings: Iterable[Reading], decisions: Sequence[Decision], *, registry: bool = True) -> Case:
        kept = list(readings)
        statements = [s for r in kept for s in r.statements]
        g, identity = made(statements, decisions, registry=registry)
        return cls(statements, decisions, g, identity, (*g.issues, *(i for r in kept for i in r.issues)))

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.statements)

    @cached_property
    def standing(self) -> list[Decision]:
        return standing(self.decisions)

    @cached_property
    def mentions(self) -> Mapping[Where, Mention]:
        """What the texts mention, as they were read, by (source, handle)."""
        return {(s.source, s.handle): s for s in self.statements if isinstance(s, Mention)}

    @cached_property
    def named(self) -> Mapping[str, list[Where]]:
        """Where each thing that is no document is mentioned, by its id, in the order of the places."""
        found: dict[str, list[Where]] = {}
        for where, id_ in sorted(self.identity.things.items()):
            if where in self.mentions:
                found.setdefault(id_, []).append(where)
        return {i: sorted(w, key=lambda w: self.mentions[w].place) for i, w in found.items()}

    @cached_property
    def denied(self) -> set[tuple[Where, str]]:
        """Mentions and documents that somebody said are not one."""
        found = set()
        for decision in self.standing:
            if decision.kind in ("reject", "apart") and decision.about and decision.means:
                one, other = self.texts.find(decision.about), self.texts.find(decision.means)
                if one and other:
                    for a, b in ((one, other), (other, one)):
                        if target := self.identity.target(b.source, b.handle):
                            found.add(((a.source, a.handle), target))
        return found

    @cached_property
    def decided(self) -> set[Where]:
        """Mentions that a decision that stands says something of."""
        found = (self.texts.find(d.about) for d in self.standing if d.about)
        return {(m.source, m.handle) for m in found if m}

    def name(self, id_: str) -> str:
        return called(self.g.nodes[id_]) if id_ in self.g.nodes else id_

    def anchor(self, where: Where) -> Anchor:
        return self.texts.anchor(self.mentions[where])

    def best(self, document: Document) -> Where | None:
        """The mention that a document is known by best: its own header, else the one that tells most.

        None where only a decision says what its mentions mean.
        """
        found = [
            m
            for m in document.mentions
            if (m.source, m.handle) in self.mentions and (m.source, m.handle) not in self.identity.ruled
        ]
        if not found:
            return None
        first = min(found, key=lambda m: (m.part != "self", key_rank(key(m)) if m.number else 0, m.place, m.handle))
        return first.source, first.handle

    def leading(self, wheres: Sequence[Where]) -> list[Where]:
        """One of several mentions of a text for each document that the text takes them for: the others follow it."""
        told = self.texts.mentions(wheres[0][0])
        found, _ = groups([m for m in told if isinstance(m, DocumentMention)])
        of = {(m.source, m.handle): i for i, g in enumerate(found) for m in g.mentions}
        return list({of.get(w): w for w in reversed(wheres)}.values())[::-1]

    def at(self, source: str, start: int, end: int) -> Where | None:
        """The document mention at a place."""
        return next(
            (
                (m.source, m.handle)
                for m in self.texts.mentions(source)
                if isinstance(m, DocumentMention) and (m.place.start, m.place.end) == (start, end)
            ),
            None,
        )

    def claims(self, edge: Edge) -> list[Claim]:
        """What the texts say that an edge was made of."""
        relation = str(edge.properties.get("relation", edge.properties.get("role", "")))
        sources = edge.properties.get("sources") or [edge.properties.get("source", "")]
        told = sources if isinstance(sources, list) else [sources]
        return [
            c
            for source in sorted({str(s) for s in told})
            for c in self.texts.claims(source)
            if c.predicate == edge.type
            and (self._end(c, c.subject), self._end(c, c.object)) == (edge.source, edge.target)
            and str(c.properties.get("relation", c.properties.get("role", ""))) == relation
            and bool(c.properties.get("planned")) == bool(edge.properties.get("planned"))
        ]

    def _end(self, claim: Claim, handle: str) -> str | None:
        where = (claim.source, handle)
        return self.identity.target(*where) or self.identity.open.get(where)
