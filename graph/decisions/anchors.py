"""How a mention is named by what its text prints, and found again, also when the text has been edited.

A text is the one of the same bytes, or else the one that lies at the same path now. In it the anchor still stands where
the quote does: the mention with the same sentence around it where just one has it, the one of the same count where
several have, the only one there is where none has. What stands nowhere is not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.decisions.decision import Anchor, EdgeAnchor, What
from graph.names import fold
from graph.statements import (
    BodyMention,
    Claim,
    DocumentMention,
    Mention,
    PersonMention,
    ProjectMention,
    Source,
    Statement,
    TaskMention,
    claims_in_order,
    mentions_in_order,
)

_WHAT: dict[What, type[Mention]] = {
    "document": DocumentMention,
    "body": BodyMention,
    "person": PersonMention,
    "project": ProjectMention,
    "task": TaskMention,
}


def what(mention: Mention) -> What:
    return next(name for name, kind in _WHAT.items() if isinstance(mention, kind))


class Texts:
    """The statements by the text they were read in."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._paths: dict[str, str] = {}
        self._told: dict[str, list[Statement]] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._claims: dict[str, list[Claim]] = {}
        for s in statements:
            self._told.setdefault(s.source, []).append(s)
            if isinstance(s, Source):
                self._paths |= dict.fromkeys(s.paths, s.id)

    def path(self, source: str) -> str:
        """Where a text lies, of several places the first."""
        return min((p for p, s in self._paths.items() if s == source), default="")

    def mentions(self, source: str) -> list[Mention]:
        """What a text mentions, in printed order."""
        if source not in self._mentions:
            self._mentions[source] = mentions_in_order(self._told.get(source, ()))
        return self._mentions[source]

    def claims(self, source: str) -> list[Claim]:
        """What a text says of its mentions, in printed order."""
        if source not in self._claims:
            self._claims[source] = claims_in_order(self._told.get(source, ()))
        return self._claims[source]

    def of(self, source: str, handle: str) -> Mention | None:
        return next((m for m in self.mentions(source) if m.handle == handle), None)

    def anchor(self, mention: Mention) -> Anchor:
        """The anchor of a mention."""
        alike = self._alike(mention.source, what(mention), mention.place.quote)
        return Anchor(
            source=mention.source,
            quote=mention.place.quote,
            what=what(mention),
            occurrence=alike.index(mention) + 1,
            path=self.path(mention.source),
            sentence=mention.place.sentence if mention.place.sentence != mention.place.quote else "",
            own=mention.handle == "self",
        )

    def edge_anchor(self, claim: Claim) -> EdgeAnchor | None:
        """The anchor of what a text says; None where an end of it is no mention."""
        start, end = self.of(claim.source, claim.subject), self.of(claim.source, claim.object)
        if start is None or end is None:
            return None
        return EdgeAnchor(
            source=claim.source,
            quote=claim.place.quote,
            type=claim.predicate,
            start=self.anchor(start),
            end=self.anchor(end),
            relation=said(claim)[4],
            planned=said(claim)[5],
            path=self.path(claim.source),
        )

    def find(self, anchor: Anchor) -> Mention | None:
        """The mention that an anchor names; None where it stands nowhere any more."""
        source = self._source(anchor)
        if source is None:
            return None
        if anchor.own:
            return self.of(source, "self")
        alike = self._alike(source, anchor.what, anchor.quote)
        around = fold(anchor.sentence or anchor.quote)
        near = [m for m in alike if fold(m.place.sentence or m.place.quote) == around]
        if len(near) == 1:
            return near[0]
        counted = alike[anchor.occurrence - 1 : anchor.occurrence]
        if near:
            return counted[0] if counted and counted[0] in near else None
        return alike[0] if len(alike) == 1 and anchor.occurrence == 1 else None

    def find_claims(self, anchor: EdgeAnchor) -> list[Claim]:
        """The claims that an edge's anchor names: those of its clause that say the same of the same two mentions."""
        source = self._source(anchor)
        start, end = self.find(anchor.start), self.find(anchor.end)
        if source is None or start is None or end is None:
            return []
        told = (source, anchor.type, start.handle, end.handle, anchor.relation, anchor.planned, fold(anchor.quote))
        return [c for c in self.claims(source) if said(c) == told]

    def _source(self, anchor: Anchor | EdgeAnchor) -> str | None:
        return anchor.source if anchor.source in self._told else self._paths.get(anchor.path)

    def _alike(self, source: str, kind: What, quote: str) -> list[Mention]:
        words = fold(quote)
        return [m for m in self.mentions(source) if isinstance(m, _WHAT[kind]) and fold(m.place.quote) == words]


def said(claim: Claim) -> tuple[str, str, str, str, str, bool, str]:
    """What a claim says, where, and in which clause: its text, type, ends, relation or role, planned or not, quote."""
    told: Mapping[str, object] = claim.properties
    relation = str(told.get("relation") or told.get("role") or "")
    ends = (claim.subject, claim.object)
    return claim.source, claim.predicate, *ends, relation, bool(told.get("planned")), fold(claim.place.quote)
