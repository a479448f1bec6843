"""What analysts decided of mentions, carried out in identity: after the texts were settled, and never guessed further.

A ruling moves one mention, with those of its text that say no more than it does. What it does not speak of stays as
the texts settle it, and a ruling taken back leaves no trace, since everything is computed from the statements anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.identity.keys import Key, agree, joint, key_rank
from graph.identity.numbered import Known, Settled, sortable
from graph.identity.texts import Group, grown, order
from graph.names import fold
from graph.statements import DocumentMention, Issue, Ruling

Where = tuple[str, str]
_MOVES = ("accept", "reject", "apart")


def rulings_in_order(statements: Iterable[object]) -> list[Ruling]:
    """Rulings as they were made, each once, whatever order they came in."""
    found = {s for s in statements if isinstance(s, Ruling)}
    return sorted(found, key=lambda r: (r.rank, r.kind, r.about, r.other or ("", "")))


def parted(found: list[Group], rulings: Iterable[Ruling]) -> list[Group]:
    """The groups of all texts, those of which a ruling moves a part divided: that part is a group of its own."""
    moved = [r.about for r in rulings if r.kind in _MOVES]
    if not moved:
        return found
    of = {(m.source, m.handle): g for g in found for m in g.mentions}
    out = list(found)
    for where in moved:
        group = of.get(where)
        if group is not None and (leaving := _leaving(group, where)):
            part = _part(group, leaving)
            out.append(part)
            of |= {(m.source, m.handle): part for m in part.mentions}
    return sorted(out, key=lambda g: (g.source, order(g.first)))


def _leaving(group: Group, where: Where) -> list[DocumentMention]:
    """The mentions that a ruling on one of them moves; none where that is the whole group."""
    one = next(m for m in group.mentions if (m.source, m.handle) == where)
    follow = [m for m in group.mentions if m is one or (m.part != "self" and _says_no_more(m, one))]
    return follow if len(follow) < len(group.mentions) else []


def _says_no_more(m: DocumentMention, one: DocumentMention) -> bool:
    """Whether all that a mention tells of its document, another tells too."""
    pairs = ((getattr(m, name), getattr(one, name)) for name in ("number", "date", "term", "issuer", "name", "title"))
    return all(told is None or (told and other and fold(told) == fold(other)) for told, other in pairs)


def _part(group: Group, leaving: list[DocumentMention]) -> Group:
    """Takes mentions out of a group, which then tells what the rest of it tells, and makes them one of their own."""
    staying = [m for m in group.mentions if m not in leaving]
    rest = _grown(group.source, staying)
    group.mentions, group.key, group.short, group.named = rest.mentions, rest.key, rest.short, rest.named
    part = _grown(group.source, leaving)
    part.options = list(group.options)
    return part


def _grown(source: str, mentions: Iterable[DocumentMention]) -> Group:
    group = Group(source, [])
    for m in mentions:
        group = grown(group, m)
    return group


@dataclass(slots=True)
class _Court:
    """Where the groups are, while rulings move them."""

    settled: Settled
    of: dict[Where, Group]
    at: dict[int, Known]
    moved: dict[Where, Ruling] = field(default_factory=dict)

    def known(self, where: Where | None) -> Known | None:
        """The document that a mention means now."""
        group = self.of.get(where) if where else None
        return self.at.get(id(group)) if group else None

    def means(self, group: Group) -> list[Known]:
        """The documents that a group may mean now."""
        if group.options:
            return list({id(k): k for option in group.options for k in self.means(option)}.values())
        known = self.at.get(id(group))
        return [known] if known else self.settled.options.get(id(group), [])

    def join(self, group: Group, known: Known) -> None:
        group.options = []
        self.settled.options.pop(id(group), None)
        known.groups.append(group)
        self.at[id(group)] = known
        if group.key and known.key:
            known.learn([group.key])

    def leave(self, group: Group) -> None:
        """Takes a group out of the document it is in, which forgets what that group alone told of it."""
        known = self.at.pop(id(group), None)
        if known is None:
            return
        known.groups = [g for g in known.groups if g is not group]
        if not known.groups:
            self._drop(known, [])
        elif group.key is not None:
            known.key = _learned(g.key for g in known.groups if g.key)

    def alone(self, group: Group) -> None:
        """A document of its own where a group tells enough of one, else nothing that is known."""
        if group.own or group.key is not None or group.named is not None:
            self.settled.known.append(known := Known([group], key=group.key, named=group.named))
            known.citing = None if group.own else group.source
            self.at[id(group)] = known

    def merge(self, known: Known, into: Known) -> None:
        """Makes two documents one; of what they contradict each other in the loaded one's word stands."""
        first, other = (known, into) if known.own and not into.own else (into, known)
        keys = [d.key for d in (first, other) if d.key]
        into.key = joint(*keys) if len(keys) == 2 and agree(*keys) else next(iter(keys), None)
        into.named = first.named or other.named
        into.citing = None if None in (known.citing, into.citing) else min(known.citing or "", into.citing or "")
        into.groups += known.groups
        self.at |= {id(g): into for g in known.groups}
        self._drop(known, [into])

    def _drop(self, known: Known, instead: list[Known]) -> None:
        self.settled.known = [k for k in self.settled.known if k is not known]
        for where, options in self.settled.options.items():
            kept = [o for k in options for o in (instead if k is known else [k])]
            self.settled.options[where] = list({id(k): k for k in kept}.values())

    def mark(self, groups: Iterable[Group], ruling: Ruling) -> None:
        self.moved |= {(m.source, m.handle): ruling for g in groups for m in g.mentions if m.handle != "self"}


def _learned(keys: Iterable[Key]) -> Key | None:
    """What keys of one document tell together, the one that tells most first."""
    ranked = sorted(keys, key=lambda k: (key_rank(k), sortable(k)))
    if not ranked:
        return None
    known = Known([], key=ranked[0])
    known.learn(ranked[1:])
    return known.key


def ruled(found: Sequence[Group], settled: Settled, rulings: Sequence[Ruling]) -> dict[Where, Ruling]:
    """Carries rulings out, in the order they were made; tells which mention was moved by which.

    What cannot be carried out, since the other mention means no one document any more, is an issue.
    """
    if not rulings:
        return {}
    of = {(m.source, m.handle): g for g in found for m in g.mentions}
    court = _Court(settled, of, {id(g): k for k in settled.known for g in k.groups})
    for ruling in rulings:
        if ruling.kind == "assign" or (ruling.kind == "correct" and ruling.about in of and ruling.about[1] != "self"):
            court.moved[ruling.about] = ruling
        elif ruling.kind in _ACTS and not _ACTS[ruling.kind](court, ruling):
            settled.issues.append(_void(ruling, of))
    _settle_doubts(court, rulings)
    return dict(sorted(court.moved.items()))


def _accept(court: _Court, ruling: Ruling) -> bool:
    group, goal = court.of.get(ruling.about), court.known(ruling.other)
    if group is None or goal is None:
        return False
    if court.at.get(id(group)) is not goal:
        court.leave(group)
        court.join(group, goal)
        court.mark([group], ruling)
    return True


def _reject(court: _Court, ruling: Ruling) -> bool:
    """The mention is not that document: it is the one candidate that is left, or a document of its own, or none."""
    group, goal = court.of.get(ruling.about), court.known(ruling.other)
    if group is None or goal is None:
        return False
    before = court.means(group)
    if any(k is goal for k in before):
        left = [k for k in before if k is not goal]
        court.leave(group)
        group.options = []
        court.settled.options.pop(id(group), None)
        if len(left) == 1:
            court.join(group, left[0])
        elif left:
            court.settled.options[id(group)] = left
        else:
            court.alone(group)
        court.mark([group], ruling)
    return True


def _same(court: _Court, ruling: Ruling) -> bool:
    one, goal = court.known(ruling.about), court.known(ruling.other)
    if one is None or goal is None:
        return _accept(court, ruling)
    if one is not goal:
        court.mark(one.groups, ruling)
        court.merge(one, goal)
    return True


_ACTS: dict[str, Callable[[_Court, Ruling], bool]] = {
    "accept": _accept,
    "reject": _reject,
    "apart": _reject,
    "same": _same,
}


def _void(ruling: Ruling, of: dict[Where, Group]) -> Issue:
    group = of.get(ruling.about)
    place = next((m.place for m in group.mentions if (m.source, m.handle) == ruling.about), None) if group else None
    told = f"decision {ruling.rank} of {ruling.who} has no effect: what it refers to means no one document any more"
    start, end = (place.start, place.end) if place else (0, 0)
    return Issue(kind="decision", message=told, source=ruling.source, start=start, end=end)


def _settle_doubts(court: _Court, rulings: Iterable[Ruling]) -> None:
    """Takes back the doubts about two dates of one number that a ruling has answered."""
    answered = set(_places(court, rulings))
    court.settled.issues = [
        i for i in court.settled.issues if i.kind != "dates" or (i.source, i.start, i.end) not in answered
    ]


def _places(court: _Court, rulings: Iterable[Ruling]) -> Iterator[tuple[str, int, int]]:
    for ruling in rulings:
        if ruling.kind in _ACTS:
            for where in (ruling.about, ruling.other):
                known = court.known(where)
                for g in known.groups if known else ():
                    yield from ((m.source, m.place.start, m.place.end) for m in g.mentions)
