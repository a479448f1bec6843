"""Which entry of an item each of its deadlines belongs to; an entry with several of its own is several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from loaders.mentions.duties.entries import Entry
from loaders.mentions.duties.pieces import Clause, behind_joint, over, trimmed
from loaders.mentions.duties.roles import role_of
from loaders.mentions.duties.terms import Deadline
from loaders.mentions.predicates import starts

# What parts one dated piece from the next: "… trước 30/6, … | trước 31/12".
_NEXT = re.compile(r"[^;,.]{0,80}?(?:[;,.]| và) *(?:và +)?")

_EDGE = re.compile(r"(?:[;,.:]| và) *(?:và +)?$")


@dataclass(slots=True)
class Dating:
    """Gives the deadlines of ``start:end`` to its entries.

    `pieces` are its clauses, `above` the deadline that holds where it has none, `added` the entries that split off.
    """

    flat: str
    start: int
    end: int
    pieces: Sequence[Clause]
    above: Deadline | None
    added: list[Entry] = field(default_factory=list)

    def date(self, entries: list[Entry], known: Sequence[Deadline]) -> list[Entry]:
        """Set the deadline of each entry; the entries that split off."""
        mains = [e for e in entries if e.main]
        parts = [e for e in entries if not e.main]
        low = self.start
        left = mains
        while left:
            together = [m for m in left if m.clause is left[0].clause]
            left = left[len(together) :]
            high = left[0].anchor if left else self.end
            self._date(together[-1], parts, [d for d in known if low <= d.start < high])
            for entry in together[:-1]:
                entry.deadline = together[-1].deadline
            low = high
        _share([*mains, *self.added], parts)
        return self.added

    def _date(self, entry: Entry, parts: list[Entry], own: list[Deadline]) -> None:
        dated = [d for d in own if d.due and not d.reports]
        reports = [d for d in own if d.due]
        if len({d.due for d in dated}) > 1:
            self._split(entry, dated)
        elif dated:
            self._date_one(entry, dated[0])
        elif reports:
            part = self._part_of(entry, parts, reports[0])
            if part is None:
                entry.deadline = reports[0]
            else:
                self._add(entry, part.start, part.end, reports[0])
        else:
            entry.deadline = next(iter(own), None) or self.above

    def _date_one(self, entry: Entry, deadline: Deadline) -> None:
        late = self._late(entry, deadline)
        if late is None:
            entry.deadline = deadline
        else:
            self._add(entry, late, self._sentence_end(late), deadline)

    def _piece(self, at: int) -> Clause | None:
        return next((c for c in self.pieces if c.start <= at < c.end), None)

    def _late(self, entry: Entry, deadline: Deadline) -> int | None:
        """Where the sentence begins that states a deadline for itself alone, in the middle of a longer item."""
        if deadline.finishes:
            return None
        if self._heads(deadline):
            return deadline.start
        here, mine = self._piece(deadline.start), self._piece(entry.start)
        if here is None or mine is None or here.sentence == mine.sentence or here.last:
            return None
        return min(c.start for c in self.pieces if c.sentence == here.sentence)

    def _heads(self, deadline: Deadline) -> bool:
        """Whether a deadline opens a later sentence: "Đến năm 2015, hoàn thành …"."""
        later = (c for c in self.pieces if c.sentence > 0)
        return any(behind_joint(self.flat, c.start, c.end) == deadline.start for c in later)

    def _sentence_end(self, at: int) -> int:
        here = self._piece(at)
        return max((c.end for c in self.pieces if here and c.sentence == here.sentence), default=self.end)

    def _part_of(self, entry: Entry, parts: list[Entry], deadline: Deadline) -> Entry | None:
        """The partners' clause in which the deadline stands, when that is not the clause of the entry itself."""
        for part in parts:
            inside = part.clause is not None and part.clause.start <= deadline.start < part.clause.end
            if inside and part.clause is not entry.clause and part.doers[0].role == "coordinate":
                return part
        return None

    def _split(self, entry: Entry, dated: list[Deadline]) -> None:
        """Several deadlines: each holds for its own piece of the item."""
        first, clause = dated[0], self._piece(dated[0].start)
        apart = clause is not None and clause.start > entry.start and not first.finishes
        begins = [clause.start if clause and apart else entry.start]
        heads = [first]
        for before, deadline in pairwise(dated):
            if deadline.due != before.due:
                begins.append(self._begin(before, deadline))
                heads.append(deadline)
        stops = [*begins[1:], max(entry.end, dated[-1].end)]
        pieces = list(zip(begins, stops, heads, strict=True))
        if not apart:
            entry.deadline = first
            entry.end = trimmed(self.flat, entry.start, stops[0])
        for begin, stop, deadline in pieces if apart else pieces[1:]:
            self._add(entry, begin, stop, deadline)

    def _begin(self, before: Deadline, deadline: Deadline) -> int:
        """Where the piece of a deadline begins: at itself where it stands in front ("đến năm 2024, tập trung …")."""
        heads = _EDGE.search(self.flat, before.end, deadline.start) is not None
        if heads and starts(self.flat, over(self.flat, deadline.end, self.end), self.end):
            return deadline.start
        found = _NEXT.match(self.flat, before.end, self.end)
        return min(found.end() if found else before.end, deadline.start)

    def _add(self, entry: Entry, begin: int, end: int, deadline: Deadline) -> None:
        """A piece of an entry with a deadline of its own becomes an entry."""
        begin = min(begin, self.end - 1)
        role = role_of(self.flat, begin, self.end, partner=True)
        doers = [replace(d, inherited=True, role=role if d.role == "advise" else d.role) for d in entry.doers]
        if entry.start < begin:
            entry.end = min(entry.end, trimmed(self.flat, entry.start, begin))
            doers = [d for d in doers if d.role != "coordinate"] or doers
        self.added.append(Entry(begin, trimmed(self.flat, begin, end), begin, doers, deadline=deadline))


def _share(mains: list[Entry], parts: list[Entry]) -> None:
    """A part has the deadline of the main entry before it."""
    mains.sort(key=lambda e: e.start)
    for part in parts if mains else ():
        above = [m for m in mains if m.start <= part.start] or mains[:1]
        part.deadline = above[-1].deadline
