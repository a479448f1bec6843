"""Committee terms (khóa): their spelling, and the term in which a central Party date certainly falls."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.registry import table

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def roman(value: int) -> str:
    """
    >>> roman(16)
    'XVI'
    """
    out = ""
    for sign, worth in _ROMAN:
        while value >= worth:
            out, value = out + sign, value - worth
    return out


@lru_cache(maxsize=4096)
def term(printed: str | None) -> str | None:
    """A term in Roman capitals; None where none is told.

    >>> term("khóa XVI"), term("13"), term("nhiệm kỳ 2020 - 2025"), term(None)
    ('XVI', 'XIII', '2020-2025', None)
    """
    if not printed:
        return None
    years = re.search(r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)", printed)
    if years:
        return f"{years[1]}-{years[2]}"
    letters = re.search(r"\b[IVX]{1,6}\b", printed.upper())
    if letters:
        return letters[0]
    digits = re.search(r"\b\d{1,2}\b", printed)
    return roman(int(digits[0])) if digits and int(digits[0]) else None


@cache
def _spans() -> tuple[tuple[str, str, str, str, str], ...]:
    """Of each term: name, first and last certain day, first and last possible day (empty where still open)."""
    rows = table("terms")["term"]
    out = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        ends = following["opens"] if following else "9999"
        last = following["closes"] if following else "9999"
        out.append((row["name"], row["closes"], ends, row["opens"], last))
    return tuple(out)


@lru_cache(maxsize=16384)
def central_term(date: str | None) -> str | None:
    """The term of the Central Committee on a full date, where that is certain.

    >>> central_term("2022-11-09"), central_term("2021-01-28"), central_term("2022")
    ('XIII', None, None)
    """
    if date is None or len(date) != 10:
        return None
    return next((name for name, after, before, _, _ in _spans() if after < date < before), None)


@lru_cache(maxsize=16384)
def possible(name: str, date: str) -> bool:
    """Whether a central document of a term can bear a date (or month, or year); unknown terms can bear any."""
    spans = {s[0]: s for s in _spans()}
    if name not in spans:
        return True
    _, _, _, opens, last = spans[name]
    return opens[: len(date)] <= date <= last[: len(date)]
