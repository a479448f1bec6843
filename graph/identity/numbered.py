"""Documents by their numbers, over all texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity.keys import Key, agree, enough, joint
from graph.identity.named import Name
from graph.identity.settle import settle
from graph.identity.texts import Group
from graph.names import fold
from graph.statements import Issue


@dataclass(slots=True, eq=False)
class Known:
    """One document. `citing` is set where the citing text alone tells it apart (the id of that source)."""

    groups: list[Group]
    key: Key | None = None
    named: Name | None = None
    citing: str | None = None

    @property
    def own(self) -> bool:
        """Whether one of its texts was loaded."""
        return any(g.own for g in self.groups)

    @property
    def sources(self) -> int:
        return len({g.source for g in self.groups})

    @property
    def full(self) -> Key:
        assert self.key is not None
        return self.key

    def learn(self, more: Iterable[Key]) -> None:
        """Adds what agreeing keys tell; what does not agree with the rest is left out."""
        for k in sorted(more, key=sortable):
            if agree(self.full, k):
                self.key = joint(self.full, k)


@dataclass(slots=True)
class Settled:
    """The documents, and for each group that is none of them alone (by `id`) those that it may be."""

    known: list[Known] = field(default_factory=list)
    options: dict[int, list[Known]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


def by_number(groups: Iterable[Group], days: Mapping[str, str]) -> Settled:
    """The documents of all groups with a full number. `days` tells the date of a text, where one is known."""
    buckets: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.key is not None:
            buckets[group.key.number].append(group)
    out = Settled()
    for _, members in sorted(buckets.items()):
        _bucket(members, days, out)
    return out


def sortable(k: Key) -> tuple[str, ...]:
    return (k.number, k.type or "", k.place or "", k.board or "", k.date or "", k.term or "", k.numbered_year or "")


def _bucket(members: list[Group], days: Mapping[str, str], out: Settled) -> None:
    """Settles the groups that share a number: first those whose keys suffice, then what fits one of them alone."""
    of: dict[Key, list[Group]] = defaultdict(list)
    for group in members:
        assert group.key is not None
        of[group.key].append(group)
    keys = sorted(of, key=sortable)
    clusters, bridges = settle([k for k in keys if k.anchored], agree=agree, enough=enough)
    known = _by_term([_known(c, of) for c in clusters])
    weak = [*bridges, *(k for k in keys if not k.anchored)]
    chosen = [(k, g, _usual(k, _fits(k, known, days.get(g.source)))) for k in weak for g in of[k]]
    _apply(chosen, out)
    out.known += known
    out.issues += _two_dates(known)


def _apply(chosen: list[tuple[Key, Group, list[Known]]], out: Settled) -> None:
    """Gives each weak group to the one document it fits, keeps several as options, or makes it one of its own."""
    joining: dict[int, set[Key]] = defaultdict(set)
    for k, _, fits in chosen:
        if len(fits) == 1:
            joining[id(fits[0])].add(k)
    learned: dict[int, tuple[Known, set[Key]]] = {}
    for k, group, fits in chosen:
        if len(fits) == 1 and _contradicted(k, joining[id(fits[0])]):
            fits = []  # another mention that contradicts this one would join the same document: neither may
        if len(fits) == 1 and not (group.own and _another(fits[0], group)):
            fits[0].groups.append(group)
            learned.setdefault(id(fits[0]), (fits[0], set()))[1].add(k)
        elif len(fits) > 1 and not group.own:
            out.options[id(group)] = fits
        else:
            out.known.append(Known([group], key=k, citing=None if group.own else group.source))
    for target, more in learned.values():
        target.learn(more)


def _contradicted(k: Key, others: set[Key]) -> bool:
    return any(not agree(k, o) for o in others)


def _another(known: Known, group: Group) -> bool:
    """Whether a loaded document is plainly not this loaded text: their titles differ."""
    titles = {fold(g.first.title or "") for g in known.groups if g.own}
    return bool(titles) and titles != {fold(group.first.title or "")}


def _known(cluster: list[Key], of: Mapping[Key, list[Group]]) -> Known:
    whole = Known([g for k in cluster for g in of[k]], key=cluster[0])
    whole.learn(cluster[1:])
    return whole


def _by_term(known: list[Known]) -> list[Known]:
    """Joins a document known by its term alone to the one dated document that it can be."""
    dated = [d for d in known if d.full.day]
    joining: dict[int, list[Known]] = defaultdict(list)
    for undated in known:
        fits = [d for d in dated if agree(undated.full, d.full)] if not undated.full.day else []
        if len(fits) == 1:
            joining[id(fits[0])].append(undated)
    gone = set()
    for d in dated:
        claims = joining[id(d)]
        keys = {c.full for c in claims}
        for claim in claims:
            if not _contradicted(claim.full, keys):
                d.groups += claim.groups
                gone.add(id(claim))
        d.learn(c.full for c in claims if id(c) in gone)
    return [d for d in known if id(d) not in gone]


def _fits(k: Key, known: list[Known], day: str | None) -> list[Known]:
    """The documents that a weak key can be: dated ones, or of its own term, and none later than the citing text."""
    return [d for d in known if agree(k, d.full) and _told_apart(k, d.full) and not _later(k, d.full, day)]


def _told_apart(k: Key, full: Key) -> bool:
    if full.party and full.date is None:
        return k.term is not None and k.term == full.term
    return True


def _later(k: Key, full: Key, day: str | None) -> bool:
    return bool(day and full.date and k.day is None and full.date > day[: len(full.date)])


def _usual(k: Key, fits: list[Known]) -> list[Known]:
    """Of the dates that texts give one State number with its year, the usual one; see `texts.usual`."""
    if len(fits) < 2 or k.numbered_year is None or k.place is None or k.date:
        return fits
    if any(d.full.place != k.place or d.full.type != k.type for d in fits):
        return fits
    headed = [d for d in fits if d.own]
    if len(headed) == 1:
        return headed
    ranked = sorted(fits, key=lambda d: d.sources, reverse=True)
    return ranked[:1] if ranked[0].sources > sum(d.sources for d in ranked[1:]) else fits


def _two_dates(known: list[Known]) -> Iterator[Issue]:
    """Where texts give one State number with its year two dates: kept apart, and said at the less usual one."""
    same: dict[tuple[str | None, ...], list[Known]] = defaultdict(list)
    for d in known:
        if d.full.numbered_year and d.full.place and d.full.day:
            same[d.full.type, d.full.place, d.full.board].append(d)
    for rivals in same.values():
        ranked = sorted(rivals, key=lambda d: (not d.own, -d.sources, d.full.day or ""))
        for d in ranked[1:]:
            m = d.groups[0].first
            told = f"{m.number or d.full.number} bears the date {d.full.day} here, {ranked[0].full.day} elsewhere"
            yield Issue(kind="dates", message=told, source=m.source, start=m.place.start, end=m.place.end)
