"""Until when: deadlines in every printed form, to the last day that they allow, or to the reason why there is none.

"Trước ngày 15/12/2025" is the day before, "trong quý I/2026" the last of March; a rhythm ("hằng quý"), a time that
hangs on another event ("sau khi được phê duyệt") and what cannot be dated keep their words and no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.mentions.duties.periods import POINT, day_before, last_day
from loaders.mentions.kinds import patterns
from loaders.mentions.words import each, inside, union

_HOUR = r" *\d{1,2} *(?:giờ|h)(?: *\d{1,2})?(?: *phút)?,?"  # before an hour of a day is on that day
_PERIOD = re.compile(r"tháng +(?:đầu|cuối|còn lại) +(?:của +)?[Nn]ăm *$")
_YEARLY = re.compile(r" *,? *(?:hằng|hàng|mỗi) +(?:năm|quý|tháng)")
_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"hằng|hàng|định kỳ|Định kỳ|thường xuyên|Thường xuyên|khi |sớm nhất|mỗi|Mỗi")
_MILESTONE = re.compile(r"(?:;|,| và) +(?=năm \d{4} )")
_BEFORE = re.compile(r"(?i:trước) *(?:ngày)? *$")
_EACH = re.compile(r"(?:hằng|hàng|mỗi) +(?:năm|quý|tháng|tuần)", re.I)
_ONWARD = re.compile(r"tiếp theo|những năm")
_YEARS = re.compile(r"\D*(?:\d{4} *[-–] *)?((?:19|20)\d\d)\D*")
_SENTENCE = (";", ". ")
_FAR = 400  # code points: what a deadline belongs to stands in so many before it
_NEAR = 110  # code points: a name to which a year belongs stands in so many before it


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline at ``start:end`` of the twin: `due` is ISO or None, `recurs` its rhythm, `text` its words.

    `reports` says that it is the date of a report; `finishes` that it closes all that the item says before it.
    """

    start: int
    end: int
    text: str
    due: str | None = None
    recurs: str | None = None
    reports: bool = False
    finishes: bool = False


@dataclass(frozen=True, slots=True)
class _Forms:
    dating: re.Pattern[str]
    dated: re.Pattern[str]
    loose: re.Pattern[str]
    rhythm: re.Pattern[str]
    relative: re.Pattern[str]
    names: re.Pattern[str]
    reporting: re.Pattern[str]
    finishing: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table = patterns("deadlines")
    before, until = (union(table[k], capital=None) for k in ("before", "until"))
    dating = inside([*table["before"], *table["until"]])
    relative = "|".join(table["relative"]).replace(" ", " +")
    return _Forms(
        dating=re.compile(dating),
        dated=re.compile(
            rf"(?:(?P<before>{before})|(?P<until>{until}))(?: +(?:là|vào|lúc))?(?P<hour>{_HOUR})?"
            rf" +(?:hết +)?{POINT}"
        ),
        loose=re.compile(rf"(?<!\w){POINT}"),
        rhythm=re.compile(rf"{inside(table['rhythms'])}(?: *\([^()]{{3,60}}\))?"),
        relative=re.compile(rf"(?<!\w)(?i:{relative})"),
        names=re.compile(rf"{union(table['names'], capital=None)}[^.;:]{{0,90}}$", re.I),
        reporting=re.compile(rf"{union(table['reporting'], capital=None)}[^.;]{{0,160}}$"),
        finishing=re.compile(rf"{union(table['finishing'], capital=None)}[^.,;]{{0,60}}$"),
    )


def deadlines(flat: str, start: int, end: int, today: str | None = None) -> list[Deadline]:
    """The deadlines of ``start:end`` in printed order; `today` is the document's own date.

    A date before the document's own is history and no deadline; one without a year takes the document's, or the
    next where that has gone by.

    >>> [d.due for d in deadlines("hoàn thành trước ngày 15/12/2025", 0, 32)]
    ['2025-12-14']
    """
    if not (_DIGIT.search(flat, start, end) or _HINT.search(flat, start, end)):
        return []
    found = list(_dated(flat, start, end, today))
    found += _milestones(flat, start, end, today, found)
    found += _rhythms(flat, start, end, found)
    found += _relative(flat, start, end, found)
    return sorted(found, key=lambda d: d.start)


def stated(flat: str, start: int, end: int, today: str | None = None) -> Deadline | None:
    """The deadline that a table's cell or a "thời gian thực hiện:" states, where a bare date is enough.

    Of a range it is the end: "Quý IV/2025 - Quý II/2026".
    """
    text = _plain(flat[start:end])
    if not text:
        return None
    if _ONWARD.search(text) or _EACH.search(text):
        return Deadline(start, end, text, recurs=text)
    dated = [(m, last) for m in _forms().loose.finditer(flat, start, end) if (last := last_day(m, today))]
    if dated:
        match, last = dated[-1]
        last = day_before(match, last) if _BEFORE.search(flat[start : match.start()]) else last
        return Deadline(start, end, text, due=last.isoformat())
    if years := _YEARS.fullmatch(text):
        return Deadline(start, end, text, due=f"{years[1]}-12-31")
    return Deadline(start, end, text, recurs=text if _forms().rhythm.search(flat, start, end) else None)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _dated(flat: str, start: int, end: int, today: str | None) -> Iterator[Deadline]:
    """Deadlines with a date, and those that come back each year ("trước ngày 15/12 hằng năm")."""
    rhythms = [m.span() for m in _forms().rhythm.finditer(flat, start, end)]
    for match in each(_forms().dating, _forms().dated, flat, start, end):
        if any(s <= match.start() < e for s, e in rhythms):
            continue
        if yearly := _YEARLY.match(flat, match.end(), end):
            text = _plain(flat[match.start() : yearly.end()])
            yield Deadline(match.start(), yearly.end(), text, recurs=text)
            continue
        due = _due(match, today)
        if due and not (today and due < today[:10]) and not (match["y6"] and _is_named(flat, match, start)):
            yield _deadline(flat, start, match, due)


def _due(match: re.Match[str], today: str | None) -> str | None:
    last = last_day(match, today)
    if last and match["before"] and not match["hour"]:
        last = day_before(match, last)
    return last.isoformat() if last else None


def _deadline(flat: str, start: int, match: re.Match[str], due: str) -> Deadline:
    far = max(start, match.start() - _FAR)
    clause = max(flat.rfind(mark, far, match.start()) for mark in _SENTENCE) + 1
    before = flat[max(far, clause) : match.start()]
    return Deadline(
        match.start(),
        match.end(),
        _plain(match[0]),
        due=due,
        reports=_forms().reporting.search(before[before.rfind(",") + 1 :]) is not None,
        finishes=_forms().finishing.search(before) is not None,
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
    return word in ("đến", "đến hết", "hết", "cuối") and _forms().names.search(before) is not None


def _milestones(flat: str, start: int, end: int, today: str | None, known: list[Deadline]) -> Iterator[Deadline]:
    """Further years of a row of milestones: "đến hết năm 2023 …; đến năm 2024, …; và năm 2025 …"."""
    if not any("năm" in d.text for d in known):
        return
    latest = max((d.due for d in known if d.due), default="")
    for match in _MILESTONE.finditer(flat, start, end):
        year = _forms().loose.match(flat, match.end(), end)
        last = last_day(year, today) if year and year["y6"] else None
        if year and last and last.isoformat() > latest:
            yield Deadline(year.start(), year.end(), _plain(year[0]), due=last.isoformat())


def _rhythms(flat: str, start: int, end: int, known: list[Deadline]) -> list[Deadline]:
    found = []
    for match in _forms().rhythm.finditer(flat, start, end):
        text = _plain(match[0])
        if text.lower() != "thường xuyên" and not any(d.start <= match.start() < d.end for d in known):
            found.append(Deadline(match.start(), match.end(), text, recurs=text))
    return found


def _relative(flat: str, start: int, end: int, known: list[Deadline]) -> list[Deadline]:
    """Times that hang on another event."""
    found = _forms().relative.finditer(flat, start, end)
    apart = (m for m in found if not any(d.start < m.end() and m.start() < d.end for d in known))
    return [Deadline(m.start(), m.end(), _plain(m[0])) for m in apart]
