"""Dates as documents print them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# Besides what is right: "tháng 3 tháng 2026", "27 năm 12 năm 2019", "16/6 2025", "tháng 1 1", and "0962025" or
# "26-52025", of which a scan lost the strokes; it also reads "nám" for "năm". A year may have the mark of a footnote
# glued to it ("năm 20237"), or in a table the number of the next document ("14/11/200310/GP-UBND").
_DAY = re.compile(
    r"(?:đề +)?ngày *:? *(?P<d>\d{1,2})"
    r"(?: *(?P<s>[/.-]) *(?P<m>\d{1,2}) *(?P=s) *(?P<y>(?:1[89]|20)\d\d(?=\d?(?!\d)|\d{1,3}/ ?[a-zđ])|\d{2}(?!\d))"
    r"| *(?:tháng|/|năm|ngày) *(?P<m2>1 [012](?= )|\d{1,2}) *(?:,? *n[ăáãâà]m|/|tháng|(?<=\d )(?=20)) *"
    r"(?P<y2>(?:19|20)\d\d)(?=\d?(?!\d)))"
)
_STROKELESS = re.compile(r"ngày +(?P<d>\d\d)-?(?P<m>\d{1,2})(?P<y>20\d\d)(?!\d)")
_MONTH = re.compile(r"tháng +(?P<m>\d{1,2}) *(?:năm +|[/.-] *)(?P<y>\d{4})(?!\d)")
_BARE = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"(?:năm +)?(?P<y>(?:19|20)\d\d)(?![\d/-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: where it ends, and its ISO form; None where the calendar has no such day."""

    end: int
    iso: str | None


def day(low: str, at: int) -> Dated | None:
    """A full date at an offset of a twin in small letters.

    >>> day("ngày 06 tháng 12 năm 2022", 0)
    Dated(end=25, iso='2022-12-06')
    """
    if found := _DAY.match(low, at):
        year, month = found["y"] or found["y2"], (found["m"] or found["m2"]).replace(" ", "")
        return Dated(found.end(), iso(year, month, found["d"]))
    found = _STROKELESS.match(low, at)
    return Dated(found.end(), iso(found["y"], found["m"], found["d"])) if found else None


def bare(low: str, at: int) -> Dated | None:
    """A full date at an offset without the word for a day, as tables print it.

    >>> bare("13/11/2020", 0)
    Dated(end=10, iso='2020-11-13')
    """
    found = _BARE.match(low, at)
    return Dated(found.end(), iso(found["y"], found["m"], found["d"])) if found else None


def month(low: str, at: int) -> Dated | None:
    """A month and year at an offset.

    >>> month("tháng 5/2020", 0)
    Dated(end=12, iso='2020-05')
    """
    found = _MONTH.match(low, at)
    return (
        Dated(found.end(), f"{found['y']}-{int(found['m']):02}" if 1 <= int(found["m"]) <= 12 else None)
        if found
        else None
    )


def year(low: str, at: int) -> Dated | None:
    """A year at an offset, with or without "năm"."""
    found = _YEAR.match(low, at)
    return Dated(found.end(), found["y"]) if found else None


@lru_cache(4096)
def iso(year: str, month: str, day: str) -> str | None:
    """The ISO form of a day, or None where there is no such day; a year of two digits is the nearest past one."""
    full = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 70 else 1900 + int(year)
    try:
        return date(full, int(month), int(day)).isoformat()
    except ValueError:
        return None
