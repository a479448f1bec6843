"""Until when: deadlines in every printed form, to the last day that they allow, or to the reason why there is none.

"Trước ngày 15/12/2025" is the day before, "trong quý I/2026" the last of March; a rhythm ("hằng quý"), a time that
hangs on another event ("sau khi được phê duyệt") and what cannot be dated keep their words and no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.mentions.duties.dated import clause_of, dated
from loaders.mentions.duties.periods import last_day
from loaders.mentions.duties.terms import Deadline, plain, terms

_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"hằng|hàng|định kỳ|Định kỳ|thường xuyên|Thường xuyên|khi |sớm nhất|mỗi|Mỗi")
_MILESTONE = re.compile(r"(?:;|,| và) +(?=năm \d{4} )")


def deadlines(flat: str, start: int, end: int, today: str | None = None) -> list[Deadline]:
    """The deadlines of ``start:end`` in printed order; `today` is the document's own date.

    A date before the document's own is history and no deadline; one without a year takes the document's, or the
    next where that has gone by.

    >>> [d.due for d in deadlines("hoàn thành trước ngày 15/12/2025", 0, 32)]
    ['2025-12-14']
    """
    if not (_DIGIT.search(flat, start, end) or _HINT.search(flat, start, end)):
        return []
    found = list(dated(flat, start, end, today))
    found += _milestones(flat, start, end, today, found)
    found += _rhythms(flat, start, end, found)
    found += _relative(flat, start, end, found)
    return sorted(found, key=lambda d: d.start)


def _milestones(flat: str, start: int, end: int, today: str | None, known: list[Deadline]) -> Iterator[Deadline]:
    """Further years of a row of milestones: "đến hết năm 2023 …; đến năm 2024, …; và năm 2025 …"."""
    if not any("năm" in d.text for d in known):
        return
    latest = max((d.due for d in known if d.due), default="")
    for match in _MILESTONE.finditer(flat, start, end):
        year = terms().loose.match(flat, match.end(), end)
        last = last_day(year, today) if year and year["y6"] else None
        if year and last and last.isoformat() > latest:
            yield Deadline(year.start(), year.end(), plain(year[0]), due=last.isoformat())


def _rhythms(flat: str, start: int, end: int, known: list[Deadline]) -> list[Deadline]:
    found = []
    told = [(clause_of(flat, start, d.start), d.end) for d in known if d.recurs]  # a rhythm there is the date's own
    for match in terms().rhythm.finditer(flat, start, end):
        text = plain(match[0])
        if text.lower() != "thường xuyên" and not any(s <= match.start() < e for s, e in told):
            found.append(Deadline(match.start(), match.end(), text, recurs=text))
    return found


def _relative(flat: str, start: int, end: int, known: list[Deadline]) -> list[Deadline]:
    """Times that hang on another event."""
    found = terms().relative.finditer(flat, start, end)
    apart = (m for m in found if not any(d.start < m.end() and m.start() < d.end for d in known))
    return [Deadline(m.start(), m.end(), plain(m[0])) for m in apart]
