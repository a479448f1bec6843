"""Deadlines with a date of their own: "trước ngày 15/12/2025", "chậm nhất trong quý I/2026", "đến năm 2030"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.mentions.duties.periods import day_before, last_day
from loaders.mentions.duties.terms import Deadline, plain, terms
from loaders.mentions.words import each

_PERIOD = re.compile(r"tháng +(?:đầu|cuối|còn lại) +(?:của +)?[Nn]ăm *$")
_YEARLY = re.compile(r" *,? *(?:hằng|hàng|mỗi) +(?:năm|quý|tháng)")
_SENTENCE = (";", ". ")
_RHYTHM = re.compile(
    r"(?<!\w)(?i:định +kỳ|(?:hằng|hàng|mỗi) +(?:năm|quý|tháng))(?!\w)(?: +(?:hằng|hàng|mỗi) +(?:năm|quý|tháng)(?!\w))?"
)
_FAR = 400  # code points: what a deadline belongs to stands in so many before it
_NEXT_TO = re.compile(r"[ ,]*")
_NEAR = 110  # code points: a name to which a year belongs stands in so many before it


def dated(flat: str, start: int, end: int, today: str | None) -> Iterator[Deadline]:
    """The deadlines of ``start:end`` with a date, and those that come back each year ("trước ngày 15/12 hằng năm").

    A date before `today`, the document's own, is history and none.
    """
    rhythms = [m.span() for m in terms().rhythm.finditer(flat, start, end)]
    for match in each(terms().dating, terms().dated, flat, start, end):
        if any(s <= match.start() < e for s, e in rhythms):
            continue
        if yearly := _YEARLY.match(flat, match.end(), end):
            text = plain(flat[match.start() : yearly.end()])
            yield Deadline(match.start(), yearly.end(), text, recurs=text)
            continue
        if rhythm := _recurring(flat, start, match):
            begin = rhythm.start() if _NEXT_TO.fullmatch(flat, rhythm.end(), match.start()) else match.start()
            yield Deadline(begin, match.end(), plain(flat[begin : match.end()]), recurs=plain(rhythm[0]))
            continue
        due = _due(match, today)
        if due and not (today and due < today[:10]) and not (match["y6"] and _is_named(flat, match, start)):
            yield _deadline(flat, start, match, due)


def _recurring(flat: str, start: int, match: re.Match[str]) -> re.Match[str] | None:
    """The rhythm that stands before a date without a year in its clause: "Hằng năm, … trước ngày 20/11"."""
    if any(match[year] for year in ("y", "y2", "y3", "y3b", "y4", "y5", "y6")):
        return None
    found = list(_RHYTHM.finditer(flat, clause_of(flat, start, match.start()), match.start()))
    return max(found, key=lambda m: (plain(m[0]).lower() != "định kỳ", m.start()), default=None)


def clause_of(flat: str, start: int, at: int) -> int:
    """Where the clause of an offset begins."""
    far = max(start, at - _FAR)
    return max(far, max(flat.rfind(mark, far, at) for mark in _SENTENCE) + 1)


def _due(match: re.Match[str], today: str | None) -> str | None:
    last = last_day(match, today)
    if last and match["before"] and not match["hour"]:
        last = day_before(match, last)
    return last.isoformat() if last else None


def _deadline(flat: str, start: int, match: re.Match[str], due: str) -> Deadline:
    before = flat[clause_of(flat, start, match.start()) : match.start()]
    return Deadline(
        match.start(),
        match.end(),
        plain(match[0]),
        due=due,
        reports=terms().reporting.search(before[before.rfind(",") + 1 :]) is not None,
        finishes=terms().finishing.search(before) is not None,
    )


def _is_named(flat: str, match: re.Match[str], start: int) -> bool:
    """Whether "đến năm 2030" belongs to a name or a period: one stands before it, and no clause begins with it."""
    if _PERIOD.search(flat, max(start, match.start() - 12), match.start("y6")):
        return True
    before = flat[max(start, match.start() - _NEAR) : match.start()].rstrip()
    if not before or before[-1] in ".;:":
        return False
    word = match["until"].lower() if match["until"] else ""
    if word in ("đến", "vào") and not before.endswith((",", "để", "và", "phấn đấu")):
        return True
    return word in ("đến", "đến hết", "hết", "cuối") and terms().names.search(before) is not None
