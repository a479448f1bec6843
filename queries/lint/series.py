"""When two documents of one number must be one: how numbers count, and which slips of the pen are likely."""

from __future__ import annotations

import re

from graph.identity.keys import CENTRE, Key
from graph.identity.symbols import number
from graph.identity.terms import central_term
from graph.registry import table

_SOLE = "TU"  # districts and communes hold their congresses earlier
_PARTY_DAY, _STATE_DAY = 15, 60  # numbers of one series that one day may give out
_TERM = re.compile(r"\d+$")


def one_series(a: Key, b: Key) -> bool:
    """Whether a number can be given only once between these: the same kind, organ, place and series of numbers."""
    if None in (a.type, b.type, a.place, b.place, a.board, b.board):
        return False
    if (a.number, a.type, a.place, a.board) != (b.number, b.type, b.place, b.board):
        return False
    return _one_term(a, b) if a.party else bool(_counted(a.number) or (a.year and a.year == b.year))


def belied(key: Key) -> bool:
    """Whether a date is not of the year that the number itself bears, and so cannot be right."""
    return bool(key.numbered_year and key.date and key.date[:4] != key.numbered_year)


def _counted(number_key: str) -> bool:
    """Whether a State number says its own series: by its year, or by the term of the assembly (NQ/UBTVQH15)."""
    found = number(number_key)
    return found is not None and (found.year is not None or bool(_TERM.search(found.symbol)))


def _one_term(a: Key, b: Key) -> bool:
    """Whether two Party documents certainly fall in one term of their committee."""
    if a.term and b.term:
        return a.term == b.term
    if a.day is None or b.day is None:
        return False
    if a.place == CENTRE:
        return central_term(a.day) is not None and central_term(a.day) == central_term(b.day)
    first, last = sorted((a.day, b.day))
    within = any(row["from"] <= first and last <= row["until"] for row in table("series")["local"])
    return within and a.number.rpartition("/")[2] == _SOLE


def kinds(number_key: str) -> list[str]:
    """The kinds that a number's symbol stands for; empty where it tells none."""
    found = number(number_key)
    return list(table("series")["symbols"].get(found.symbol.split("/")[0], ())) if found else []


def slip(a: str | None, b: str | None) -> bool:
    """Whether two full dates differ as a slip of the pen makes them: in one part, or with day and month exchanged.

    >>> slip("2022-06-16", "2012-06-16"), slip("2022-06-12", "2022-12-06"), slip("2022-06-16", "2013-05-16")
    (True, True, False)
    """
    if a is None or b is None or len(a) != 10 or len(b) != 10:
        return False
    one, other = a.split("-"), b.split("-")
    if sum(x != y for x, y in zip(one, other, strict=True)) == 1:
        return True
    return one[0] == other[0] and one[1:] == other[:0:-1]


def misspelt(a: str, b: str, *, party: bool) -> bool:
    """Whether two serials of one day differ as one that is mistyped does, and too much for both to be of that day.

    A series counts up, so what is given out on one day lies close together: a committee of the Party gives out a few
    numbers a day, an office of the State at the end of a session some dozens.

    >>> misspelt("91", "19", party=True), misspelt("118", "1118", party=False), misspelt("1187", "1287", party=False)
    (True, True, True)
    >>> misspelt("91", "92", party=True), misspelt("119", "109", party=False)
    (False, False)
    """
    day = _PARTY_DAY if party else _STATE_DAY
    return a.isdecimal() and b.isdecimal() and abs(int(a) - int(b)) >= day and one_stroke(a, b)


def one_stroke(a: str, b: str) -> bool:
    """Whether two serials differ in one digit, or by two neighbours exchanged, or by one left out.

    >>> one_stroke("18", "81"), one_stroke("91", "92"), one_stroke("12", "112"), one_stroke("12", "34")
    (True, True, True, False)
    """
    if len(a) == len(b):
        at = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        exchanged = len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]
        return len(at) == 1 or exchanged
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
