"""From the entries of an item to duties, one for each doer; and the order that nobody is named for."""

from __future__ import annotations

import re

from loaders.found import Duty
from loaders.mentions.duties.entries import Entry, Item
from loaders.mentions.duties.items import first_due
from loaders.mentions.duties.partners import reports
from loaders.mentions.predicates import verb

_TIMED = re.compile(r"chậm nhất|trước ngày|trong |định kỳ|hằng |hàng |theo quy định", re.I)
_DONE = re.compile(r"(?<!\w)(?:đã|đang) ")
_FAR = 3000  # code points: an item says in so many whom to report to
_NEAR = 200  # ... and that it tells of what was done


def duties_of(flat: str, entry: Entry) -> list[Duty]:
    """The duties of an entry; whom to report to is told with the first."""
    deadline = entry.deadline
    found = [Duty(entry.start, entry.end, d.actor, d.role, d.mode, d.inherited) for d in entry.doers]
    if deadline:
        for duty in found:
            duty.due, duty.due_text, duty.recurs = deadline.due, deadline.text, deadline.recurs
    found[0].reports = reports(flat, entry.start, min(entry.end, entry.start + _FAR))
    return found


def nobodys(item: Item) -> Duty | None:
    """An item without entries as a duty without a doer: a plain order with a date."""
    flat, at, end = item.flat, item.core, item.end
    if item.scope.strict or item.scope.telling or not verb(flat, at, end) or _TIMED.match(flat, at):
        return None
    deadline = first_due(item)
    if deadline is None or _DONE.search(flat, at, min(end, at + _NEAR)):
        return None
    return Duty(at, end, None, "lead", "implicit", False, deadline.due, deadline.text)
