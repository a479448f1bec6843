"""Printed days, months, quarters, halves and years, and the last day that each allows."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DAY = (
    r"(?:[Nn]gày +)?(?P<d>\d{1,2}) *(?:/|-|\.) *(?P<m>\d{1,2})(?: *(?:/|-|\.) *(?P<y>\d{4}))?(?![\d/])"
    r"|[Nn]gày +(?P<d2>\d{1,2}) +tháng +(?P<m2>\d{1,2})(?: +năm +(?P<y2>\d{4}))?(?!\d)"
)
_MONTH = r"[Tt]háng +(?P<m3>\d{1,2})(?: *(?:/|-|\.) *(?P<y3>\d{4})| +[Nn]ăm +(?P<y3b>\d{4}))?(?![\d/])"
_QUARTER = r"[Qq]uý +(?P<q>IV|III|II|I|[1-4])(?: *(?:/|-|\.| )(?: *[Nn]ăm)? *(?P<y4>\d{4}))?(?!\d)"
_HALF = r"(?:0?6|sáu) tháng (?P<h>đầu|cuối)(?: +năm| *(?:/|-)) *(?P<y5>\d{4})(?!\d)"
_YEAR = r"[Nn]ăm +(?P<y6>(?:19|20)\d\d)(?![\d/-])"
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}

POINT = f"(?:{_HALF}|{_QUARTER}|{_DAY}|{_MONTH}|{_YEAR})"


def last_day(match: re.Match[str], today: str | None) -> date | None:
    """The last day of what `POINT` matched; None where it is no date.

    A date without a year takes that of `today`, the document's own date, or the next where it has gone by.

    >>> str(last_day(re.match(POINT, "quý II/2026"), None))
    '2026-06-30'
    """
    day, month, year = match["d"] or match["d2"], match["m"] or match["m2"], match["y"] or match["y2"]
    try:
        if day:
            return date(_year(year, today, int(month), int(day)), int(month), int(day))
        if match["m3"]:
            return _month_end(_year(match["y3"] or match["y3b"], today, int(match["m3"])), int(match["m3"]))
        if match["q"]:
            ending = _QUARTERS[match["q"]] * 3
            return _month_end(_year(match["y4"], today, ending), ending)
        if match["h"]:
            return date(int(match["y5"]), 6, 30) if match["h"] == "đầu" else date(int(match["y5"]), 12, 31)
        return date(int(match["y6"]), 12, 31)
    except ValueError:
        return None


def day_before(match: re.Match[str], last: date) -> date:
    """The last day before the day, month, quarter or year that `POINT` matched and that ends on `last`."""
    if match["d"] or match["d2"]:
        return last - timedelta(days=1)
    if match["m3"]:
        return last.replace(day=1) - timedelta(days=1)
    if match["q"]:
        return last.replace(day=1, month=last.month - 2) - timedelta(days=1)
    if match["h"]:
        return last.replace(day=1, month=last.month - 5) - timedelta(days=1)
    return date(last.year - 1, 12, 31)


def _year(printed: str | None, today: str | None, month: int, day: int = 28) -> int:
    if printed:
        return int(printed)
    if not today or len(today) < 10:
        raise ValueError("a date without a year in a document without a date")
    own = date.fromisoformat(today[:10])
    return own.year if (month, day) >= (own.month, own.day) else own.year + 1


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return date(year, month, calendar.monthrange(year, month)[1])
