"""One item read: which tasks it gives, to whom, in which role and mode, by when.

A new entry starts only where another body, another role or a deadline of its own is stated; several verbs for one
body stay one entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.found import Span
from loaders.mentions.duties.dating import Dating
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Entry, Item, Scope, latest
from loaders.mentions.duties.inherited import advised, inherited
from loaders.mentions.duties.named import named
from loaders.mentions.duties.ownheads import own_heading
from loaders.mentions.duties.partners import accompanied, gathered, parts
from loaders.mentions.duties.pieces import Clause, clauses, numbered, trimmed
from loaders.mentions.duties.terms import Deadline
from loaders.mentions.duties.topics import topic
from loaders.mentions.predicates import opening

_SAID = re.compile(r"\w+\W+\w")
_BARE = re.compile(r"(?:tổ chức |triển khai )?(?:thực hiện|triển khai)(?: theo[^;.]*)?(?=[;.]|$)")


def item_at(
    flat: str, start: int, end: int, scope: Scope, *, fresh: bool, today: str | None, cited: Sequence[Span]
) -> Item:
    """The item at ``start:end``, its order behind its topic and the heading on its own line; the rest as in `Item`."""
    core = topic(flat, start, end)
    own = own_heading(flat, start, core, end, scope) if fresh else None
    if own is None:
        return Item(flat, start, core, end, scope, today, fresh, cited)
    return Item(flat, start, own.end, end, own.scope, today, fresh, cited, own.phrase)


def read(item: Item) -> list[Entry]:
    """The entries of an item, mains and parts, in printed order."""
    pieces = clauses(item.flat, item.core, item.end)
    entries = _entries(item, pieces)
    if not entries:
        return []
    entries = _closed(item, entries)
    if entries:
        dating = Dating(item.flat, item.core, item.end, pieces, item.scope.deadline)
        entries += dating.date(entries, _deadlines(item))
    return sorted(entries, key=lambda e: (e.start, not e.main))


def first_due(item: Item) -> Deadline | None:
    """The first deadline with a date, for an order that names nobody."""
    return next((d for d in _deadlines(item) if d.due), None)


def _deadlines(item: Item) -> list[Deadline]:
    known = deadlines(item.flat, item.core, item.end, item.today)
    return [d for d in known if not any(s < d.end and d.start < e for s, e in item.cited)]


def _entries(item: Item, pieces: list[Clause]) -> list[Entry]:
    """The entries of the clauses in turn; a clause that opens none goes on with the main entry before it."""
    flat = item.flat
    entries: list[Entry] = []
    mode: str | None = None
    for number, clause in enumerate(pieces):
        opened, mode = named(item, clause, mode)
        opened = opened or _unnamed(item, clause, entries, first=number == 0)
        entries += opened
        if main := latest(entries):
            main.end = clause.end
            at = main.start if opened else clause.start
            entries += parts(flat, clause, main, at, item.scope.issuer)
        elif not item.scope.ending:
            entries += gathered(flat, clause, item.scope.issuer)
    return entries


def _unnamed(item: Item, clause: Clause, entries: list[Entry], *, first: bool) -> list[Entry]:
    """The entries of a clause that names no doer."""
    first = first or (item.headed is not None and numbered(item.flat, clause, item.core))
    if not first:
        return advised(item.flat, clause, latest(entries))
    if item.fresh and item.scope.doers and opening(item.flat, clause.start, clause.end):
        return inherited(item, clause, first=not entries)
    plain = item.fresh and not (item.scope.strict or item.scope.ending)
    return accompanied(item.flat, clause) if plain else []


def _closed(item: Item, entries: list[Entry]) -> list[Entry]:
    """Each main entry ends where the next begins; a bare "thực hiện" is the topic carried out."""
    flat = item.flat
    mains = [e for e in entries if e.main]
    for entry, after in pairwise(mains):
        if after.anchor > entry.start:
            entry.end = min(entry.end, after.anchor)
    if item.core > item.start and any(_BARE.match(flat, e.start, e.end) for e in mains):
        for entry in mains:
            entry.start = item.start
    for entry in entries:
        entry.end = trimmed(flat, entry.start, entry.end)
    return [e for e in entries if _SAID.search(flat, e.start, e.end)]
