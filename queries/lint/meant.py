"""Which known documents the mentions of a draft mean: by the rules of identity, as if the draft were loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.elements import Node
from graph.identify import Identity, identify
from graph.identity.keys import Key, agree, joint
from graph.statements import DocumentMention, Reading
from queries.lint.known import Known, keyed, mention


@dataclass(frozen=True, slots=True)
class Meant:
    """One document that a draft cites: its mentions in printed order, and the known documents that it is or may be.

    `sure` says that it is one document, known or not; otherwise `nodes` and `others`, first mentions of documents that
    only the draft speaks of, are candidates, and there is none where too little is said to make it one.
    """

    mentions: tuple[DocumentMention, ...]
    nodes: tuple[Node, ...]
    sure: bool
    others: tuple[DocumentMention, ...] = ()

    @property
    def first(self) -> DocumentMention:
        return self.mentions[0]

    @property
    def key(self) -> Key | None:
        """What the mentions tell together."""
        whole: Key | None = None
        for told in map(keyed, self.mentions):
            if told is not None and (whole is None or agree(whole, told)):
                whole = told if whole is None else joint(whole, told)
        return whole


@dataclass(frozen=True, slots=True)
class Spoken:
    """The documents that a draft cites, and the ids under which the draft's own document is known."""

    cited: tuple[Meant, ...]
    own: frozenset[str]

    def of(self, handle: str) -> Meant | None:
        """The document that a handle of the draft means."""
        return next((m for m in self.cited if any(c.handle == handle for c in m.mentions)), None)


def meant(reading: Reading, known: Known) -> Spoken:
    """The documents that a draft cites, in the order of their first mention."""
    mentions = [s for s in reading.statements if isinstance(s, DocumentMention)]
    identity = identify([*mentions, *map(mention, known.nodes.values())], registry=False)
    are = _nodes(identity, known)
    groups: dict[object, list[DocumentMention]] = {}
    for m in sorted(reading.of("citation"), key=lambda m: (m.place.start, m.place.end)):
        verdict = identity.resolution(m.source, m.handle)
        same = verdict.target or (verdict.candidates, m.type, m.number, m.name)
        groups.setdefault(same, []).append(m)
    cited = tuple(_meant(some, identity, are) for some in groups.values())
    own = identity.own(reading.source.id)
    return Spoken(cited, frozenset(n.id for n in are.get(own or "", ())))


def _meant(mentions: list[DocumentMention], identity: Identity, are: dict[str, list[Node]]) -> Meant:
    verdict = identity.resolution(mentions[0].source, mentions[0].handle)
    ids = [verdict.target] if verdict.target else verdict.candidates
    nodes = tuple(n for id_ in ids for n in are.get(id_, ()))
    only_here = () if verdict.target else (identity.documents[id_] for id_ in ids if id_ not in are)
    others = tuple(d.mentions[0] for d in only_here)
    return Meant(tuple(mentions), nodes, sure=verdict.target is not None, others=others)


def _nodes(identity: Identity, known: Known) -> dict[str, list[Node]]:
    """The known documents that each document of an identity is."""
    found: dict[str, list[Node]] = {}
    for node, target in _targets(identity, known):
        found.setdefault(target, []).append(node)
    return found


def _targets(identity: Identity, known: Known) -> Iterator[tuple[Node, str]]:
    for node in known.nodes.values():
        handle = mention(node).handle
        if target := identity.target(node.id, handle):
            yield node, target
