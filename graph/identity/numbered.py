"""Documents by their numbers, over all texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity.central import EMPTY, Central
from graph.identity.keys import Key, agree, enough, joint, key_rank, usual
from graph.identity.named import Name
from graph.identity.settle import Cluster, Rules, settle
from graph.identity.texts import Group
from graph.names import fold
from graph.registry.central import Entry
from graph.statements import Issue

_SURE = 1_000_000  # texts that would have to agree against the registry


@dataclass(slots=True, eq=False)
class Known:
    """One document. `citing` is set where the citing text alone tells it apart (the id of that source).

    `entry` is what the registry of central documents has of it.
    """

    groups: list[Group]
    key: Key | None = None
    named: Name | None = None
    citing: str | None = None
    entry: Entry | None = None

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
    """The documents, and for each group that is none of them alone (by `id`) those that it may be.

    `filled` are the groups (by `id`) whose document the registry tells, with its entry.
    """

    known: list[Known] = field(default_factory=list)
    options: dict[int, list[Known]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    filled: dict[int, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A key as a text tells it; `before` is the day of the text, where the key has no day and cannot be later."""

    key: Key
    before: str | None = None


def by_number(groups: Iterable[Group], days: Mapping[str, str], central: Central = EMPTY) -> Settled:
    """The documents of all groups with a full number. `days` tells the date of a text, where one is known.

    Of two dates of one State number the one in the registry is the usual one, but for that of a loaded text's header.
    """
    buckets: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.key is not None:
            buckets[group.key.number].append(group)
    out = Settled()
    for _, members in sorted(buckets.items()):
        _bucket(members, days, out, central)
    return out


def sortable(k: Key) -> tuple[str, ...]:
    return (k.number, k.type or "", k.place or "", k.board or "", k.date or "", k.term or "", k.numbered_year or "")


def _bucket(members: list[Group], days: Mapping[str, str], out: Settled, central: Central) -> None:
    """Settles the groups that share a number."""
    of: dict[Seen, list[Group]] = defaultdict(list)
    for group in members:
        assert group.key is not None
        of[Seen(group.key, days.get(group.source) if key_rank(group.key) == 3 else None)].append(group)
    settled = settle(sorted(of, key=lambda s: (sortable(s.key), s.before or "")), _rules(of, central))
    made = {id(c): _documents(c, of, out) for c in settled.clusters}
    for seen, fits in settled.options.items():
        firm = [d for c in fits for d in made[id(c)] if d.citing is None]
        for group in of[seen]:
            if group.own or not firm:
                out.known.append(Known([group], key=seen.key, citing=None if group.own else group.source))
            else:
                out.options[id(group)] = firm
    out.issues += _two_dates([d for documents in made.values() for d in documents])


def _rules(of: Mapping[Seen, list[Group]], central: Central) -> Rules[Seen]:
    def weight(cluster: Cluster[Seen]) -> int:
        sure = _SURE if any(s.key.day and central.of(s.key) for s in cluster) else 0
        return sure + len({g.source for s in cluster for g in of[s]})

    return Rules(
        agree=lambda a, b: agree(a.key, b.key) and not _later(a, b) and not _later(b, a),
        rank=lambda s: key_rank(s.key),
        enough=lambda a, b: enough(a.key, b.key),
        joins=lambda a, b: enough(a.key, b.key),
        may=lambda a, b: _tells(b.key) or (a.key.term is not None and a.key.term == b.key.term and b.key.anchored),
        choose=lambda seen, fits: usual(
            seen.key,
            fits,
            key=lambda c: c[0].key,
            weight=weight,
            own=lambda c: any(g.own for s in c for g in of[s]),
        ),
    )


def _later(a: Seen, b: Seen) -> bool:
    """Whether `b` bears a date that the text of `a` cannot cite yet."""
    return bool(a.before and b.key.date and b.key.date > a.before[: len(b.key.date)])


def _tells(k: Key) -> bool:
    """Whether a lesser mention may mean this document, if it is the only one it fits: it is told apart for anybody.

    A Party document that only its term tells apart is none of these: there is one in each term.
    """
    return k.anchored and (k.day is not None or not k.party)


def _documents(cluster: Cluster[Seen], of: Mapping[Seen, list[Group]], out: Settled) -> list[Known]:
    """One document for a cluster whose keys suffice for any reader; else each citing text has its own."""
    groups = [g for seen in cluster for g in of[seen]]
    if any(seen.key.anchored for seen in cluster):
        return _loaded_apart(Known(groups, key=cluster[0].key), cluster, of, out)
    made = [Known([g], key=g.key, citing=None if g.own else g.source) for g in groups]
    out.known += made
    return made


def _loaded_apart(known: Known, cluster: Cluster[Seen], of: Mapping[Seen, list[Group]], out: Settled) -> list[Known]:
    """The document of a cluster; a loaded text that merely fits it stays apart where another title is loaded."""
    known.learn(seen.key for seen in cluster)
    weak = [g for seen in cluster if not seen.key.anchored for g in of[seen] if g.own]
    titles = {fold(g.first.title or "") for g in known.groups if g.own}
    apart = weak if len(titles) > 1 else []
    known.groups = [g for g in known.groups if not any(g is a for a in apart)]
    made = [known, *(Known([g], key=g.key) for g in apart)]
    out.known += made
    return made


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
