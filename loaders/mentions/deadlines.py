"""Until when: deadlines in every printed form, to the last day that they allow, or to the reason why there is none.

"Trước ngày 15/12/2025" is the day before, "trong quý I/2026" the last of March; a rhythm ("hằng quý"), a time that
hangs on another event ("sau khi được phê duyệt") and what cannot be dated keep their words and no date.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.words import union

_DAY = (
    r"(?:[Nn]gày +)?(?P<d>\d{1,2}) *(?:/|-|\.) *(?P<m>\d{1,2})(?: *(?:/|-|\.) *(?P<y>\d{4}))?(?![\d/])"
    r"|[Nn]gày +(?P<d2>\d{1,2}) +tháng +(?P<m2>\d{1,2})(?: +năm +(?P<y2>\d{4}))?(?!\d)"
)
_MONTH = r"[Tt]háng +(?P<m3>\d{1,2})(?: *(?:/|-|\.) *(?P<y3>\d{4})| +[Nn]ăm +(?P<y3b>\d{4}))?(?![\d/])"
_QUARTER = r"[Qq]uý +(?P<q>IV|III|II|I|[1-4])(?: *(?:/|-|\.| )(?: *[Nn]ăm)? *(?P<y4>\d{4}))?(?!\d)"
_HALF = r"(?:0?6|sáu) tháng (?P<h>đầu|cuối)(?: +năm| *(?:/|-)) *(?P<y5>\d{4})(?!\d)"
_YEAR = r"[Nn]ăm +(?P<y6>(?:19|20)\d\d)(?![\d/-])"
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


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
    point = f"(?:{_HALF}|{_QUARTER}|{_DAY}|{_MONTH}|{_YEAR})"
    relative = "|".join(table["relative"]).replace(" ", " +")
    return _Forms(
        dated=re.compile(rf"(?<!\w)(?:(?P<before>{before})|(?P<until>{until}))(?: +(?:là|vào))? +(?:hết +)?{point}"),
        loose=re.compile(rf"(?<!\w){point}"),
        rhythm=re.compile(rf"(?<!\w){union(table['rhythms'], capital=None)}(?: *\([^()]{{3,60}}\))?"),
        relative=re.compile(rf"(?<!\w)(?i:{relative})"),
        names=re.compile(rf"{union(table['names'], capital=None)}[^.;:]{{0,90}}$", re.I),
        reporting=re.compile(rf"{union(table['reporting'], capital=None)}[^.;]{{0,160}}$"),
        finishing=re.compile(rf"{union(table['finishing'], capital=None)}[^.,;]{{0,60}}$"),
    )


_PERIOD = re.compile(r"tháng +(?:đầu|cuối|còn lại) +(?:của +)?[Nn]ăm *$")
_YEARLY = re.compile(r" *,? *(?:hằng|hàng|mỗi) +(?:năm|quý|tháng)")
_HINT = re.compile(r"\d|hằng|hàng|[Đđ]ịnh kỳ|[Tt]hường xuyên|khi |sớm nhất|[Mm]ỗi")


def deadlines(flat: str, start: int, end: int, today: str | None = None) -> list[Deadline]:
    """The deadlines of ``start:end`` in printed order; `today` is the document's own date.

    A date before the document's own is history and no deadline; one without a year takes the document's, or the
    next where that has gone by.

    >>> [d.due for d in deadlines("hoàn thành trước ngày 15/12/2025", 0, 32)]
    ['2025-12-14']
    """
    if not _HINT.search(flat, start, end):
        return []
    forms = _forms()
    found: list[Deadline] = []
    rhythms = [m.span() for m in forms.rhythm.finditer(flat, start, end)]
    for match in forms.dated.finditer(flat, start, end):
        if any(s <= match.start() < e for s, e in rhythms):
            continue
        if yearly := _YEARLY.match(flat, match.end(), end):
            text = " ".join(flat[match.start() : yearly.end()].split())
            found.append(Deadline(match.start(), yearly.end(), text, recurs=text))
            continue
        due = _resolve(match, today)
        if due is None or (today and due < today[:10]):
            continue
        if match["y6"] and _PERIOD.search(flat, max(start, match.start() - 12), match.start("y6")):
            continue
        if match["y6"] and _named(forms, flat, match, start):
            continue
        found.append(_deadline(forms, flat, start, match, due))
    found += _milestones(forms, flat, start, end, today, found)
    found += _undated(forms, flat, start, end, found)
    return sorted(found, key=lambda d: d.start)


def stated(flat: str, start: int, end: int, today: str | None = None) -> Deadline | None:
    """The deadline that a table's cell or a "thời gian thực hiện:" states, where a bare date is enough.

    Of a range it is the end: "Quý IV/2025 - Quý II/2026".
    """
    forms = _forms()
    text = " ".join(flat[start:end].split())
    if not text:
        return None
    if re.search(r"tiếp theo|những năm", text):
        return Deadline(start, end, text, recurs=text)
    points = [(m, _resolve(m, today)) for m in forms.loose.finditer(flat, start, end)]
    dated = [(m, due) for m, due in points if due]
    if dated:
        last = dated[-1][0]
        prefix = flat[start : last.start()]
        due = dated[-1][1]
        if due and re.search(r"(?i:trước) *(?:ngày)? *$", prefix):
            due = _day_before(last, due)
        return Deadline(start, end, text, due=due)
    years = re.fullmatch(r"\D*(?:\d{4} *[-–] *)?((?:19|20)\d\d)\D*", text)
    if years:
        return Deadline(start, end, text, due=f"{years[1]}-12-31")
    rhythm = forms.rhythm.search(flat, start, end)
    return Deadline(start, end, text, recurs=text if rhythm else None)


def _deadline(forms: _Forms, flat: str, start: int, match: re.Match[str], due: str) -> Deadline:
    clause = max(flat.rfind(mark, start, match.start()) for mark in (";", ". ")) + 1
    before = flat[max(start, clause) : match.start()]
    comma = before.rfind(",")
    return Deadline(
        match.start(),
        match.end(),
        " ".join(match[0].split()),
        due=due,
        reports=forms.reporting.search(before[comma + 1 :]) is not None,
        finishes=forms.finishing.search(before) is not None,
    )


def _named(forms: _Forms, flat: str, match: re.Match[str], start: int) -> bool:
    """Whether "đến năm 2030" belongs to a name: one stands before it in the sentence, and no clause begins with it."""
    before = flat[max(start, match.start() - 110) : match.start()].rstrip()
    if not before or before[-1] in ".;:":
        return False
    word = match["until"].lower() if match["until"] else ""
    if word in ("đến", "vào") and not before.endswith((",", "để", "và", "phấn đấu")):
        return True
    return forms.names.search(before) is not None and word in ("đến", "đến hết", "hết", "cuối")


def _milestones(forms: _Forms, flat: str, start: int, end: int, today: str | None, known: list[Deadline]) -> list[Deadline]:
    """Further years of a row of milestones: "đến hết năm 2023 …; đến năm 2024, …; và năm 2025 …"."""
    if not any("năm" in d.text for d in known):
        return []
    found = []
    for match in re.finditer(r"(?:;|,| và) +(?=năm \d{4} )", flat[start:end]):
        year = forms.loose.match(flat, start + match.end(), end)
        if year and year["y6"] and (due := _resolve(year, today)) and all(d.due is None or d.due < due for d in known):
            found.append(Deadline(year.start(), year.end(), " ".join(year[0].split()), due=due))
    return found


def _undated(forms: _Forms, flat: str, start: int, end: int, known: list[Deadline]) -> list[Deadline]:
    """Rhythms and times that hang on another event."""
    found = []
    for match in forms.rhythm.finditer(flat, start, end):
        text = " ".join(match[0].split())
        if text.lower() != "thường xuyên" and not any(d.start <= match.start() < d.end for d in known):
            found.append(Deadline(match.start(), match.end(), text, recurs=text))
    for match in forms.relative.finditer(flat, start, end):
        if not any(d.start < match.end() and match.start() < d.end for d in [*known, *found]):
            found.append(Deadline(match.start(), match.end(), " ".join(match[0].split())))
    return found


def _resolve(match: re.Match[str], today: str | None) -> str | None:
    """The last day that a printed date allows, or None where it is none."""
    g = match.groupdict()
    try:
        if g["d"] or g["d2"]:
            year = g["y"] or g["y2"]
            day, month = int(g["d"] or g["d2"]), int(g["m"] or g["m2"])
            last = date(_year(year, today, month, day), month, day)
        elif g["m3"]:
            month = int(g["m3"])
            last = _month_end(_year(g["y3"] or g["y3b"], today, month, 28), month)
        elif g["q"]:
            month = _QUARTERS[g["q"]] * 3
            last = _month_end(_year(g["y4"], today, month, 28), month)
        elif g["h"]:
            last = date(int(g["y5"]), 6, 30) if g["h"] == "đầu" else date(int(g["y5"]), 12, 31)
        else:
            last = date(int(g["y6"]), 12, 31)
    except ValueError:
        return None
    return _before(match, last).isoformat() if g.get("before") else last.isoformat()


def _year(printed: str | None, today: str | None, month: int, day: int) -> int:
    if printed:
        return int(printed)
    if not today or len(today) < 10:
        raise ValueError("a date without a year in a document without a date")
    own = date.fromisoformat(today[:10])
    return own.year if (month, day) >= (own.month, own.day) else own.year + 1


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _before(match: re.Match[str], last: date) -> date:
    """The last day before a printed day, month, quarter or year."""
    g = match.groupdict()
    if g["d"] or g["d2"]:
        return last - timedelta(days=1)
    if g["m3"]:
        return last.replace(day=1) - timedelta(days=1)
    if g["q"]:
        return _month_end(last.year, last.month).replace(day=1, month=last.month - 2) - timedelta(days=1)
    return date(last.year - 1, 12, 31)


def _day_before(match: re.Match[str], due: str) -> str:
    return _before(match, date.fromisoformat(due)).isoformat()
