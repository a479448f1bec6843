"""Deadlines that stand alone, in a table's cell or behind a "thời gian thực hiện:": a bare date is enough."""

from __future__ import annotations

import re

from loaders.mentions.duties.periods import day_before, last_day
from loaders.mentions.duties.terms import Deadline, plain, terms

_BEFORE = re.compile(r"(?i:trước) *(?:ngày)? *$")
_EACH = re.compile(r"(?:hằng|hàng|mỗi) +(?:năm|quý|tháng|tuần)", re.I)
_ONWARD = re.compile(r"tiếp theo|những năm")
_YEARS = re.compile(r"\D*(?:\d{4} *[-–] *)?((?:19|20)\d\d)\D*")


def stated(flat: str, start: int, end: int, today: str | None = None) -> Deadline | None:
    """The deadline that ``start:end`` states; of a range its end.

    >>> stated("Quý IV/2025 - Quý II/2026", 0, 25).due
    '2026-06-30'
    """
    text = plain(flat[start:end])
    if not text:
        return None
    if _ONWARD.search(text) or _EACH.search(text):
        return Deadline(start, end, text, recurs=text)
    dated = [(m, last) for m in terms().loose.finditer(flat, start, end) if (last := last_day(m, today))]
    if dated:
        match, last = dated[-1]
        last = day_before(match, last) if _BEFORE.search(flat[start : match.start()]) else last
        return Deadline(start, end, text, due=last.isoformat())
    if years := _YEARS.fullmatch(text):
        return Deadline(start, end, text, due=f"{years[1]}-12-31")
    return Deadline(start, end, text, recurs=text if terms().rhythm.search(flat, start, end) else None)
