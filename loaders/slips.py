"""What a text plainly misprints of a document that it prints rightly elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loaders.found import Cited, Doubt
from loaders.groups import belied, key, year_of
from loaders.mentions.kinds import symbols
from loaders.mentions.places import CENTRE

_PARTED = re.compile(r"(?P<serial>\d+)[-/](?P<letters>[^\W\d_]+)(?P<rest>[-/].+)")
_DAY = len("2021-07-24")
_Document = tuple[str, str, str]  # type, number, maker


def mend(cited: list[Cited]) -> list[Doubt]:
    """Sets right the kinds and letters of numbers, and dates that cannot be; says which dates."""
    _kinds(cited)
    _letters(cited)
    return list(_dates(cited))


def _kinds(cited: list[Cited]) -> None:
    """A number printed without its kind takes the kind that it is called by elsewhere in the text."""
    called: dict[str, Counter[str]] = {}
    for c in cited:
        if c.number and c.form == "full":
            called.setdefault(key(c.number), Counter())[c.type] += 1
    for c in cited:
        if c.number and c.form == "list" and (kinds := called.get(key(c.number))) and len(kinds) == 1:
            c.type = next(iter(kinds))


def _letters(cited: list[Cited]) -> None:
    """A number whose letters belie its kind ("Quyết định số 347-CT/TW") has those of its kind, serial and date."""
    rows = [(c, m) for c in cited if c.number and c.date and (m := _PARTED.match(c.number))]
    right = {(c.type, m["serial"], c.date, m["rest"]): c.number for c, m in rows if _speaks(m["letters"], c.type)}
    for c, m in rows:
        if not _speaks(m["letters"], c.type):
            c.number = right.get((c.type, m["serial"], c.date, m["rest"]), c.number)


def _dates(cited: list[Cited]) -> Iterator[Doubt]:
    """A date of another year than the number's ("75/2021/NĐ-CP ngày 24/7/2023"), where the text prints a right one.

    A number with its year is one document of its maker's; where two dates of that year are printed, nobody can tell
    which is wrong, and nothing is changed. Where the text prints no right one the date stays as printed, and tells
    other mentions nothing.
    """
    dated = [(c, c.date, year) for c in cited if c.date and len(c.date) == _DAY and (year := year_of(c.number))]
    wrong = [(c, date) for c, date, year in dated if not date.startswith(year)]
    right: dict[_Document, Counter[str]] = {}
    for c, date, year in dated if wrong else ():
        if date.startswith(year) and (document := _document(c)):
            right.setdefault(document, Counter())[date] += 1
    for c, date in wrong:
        document = _document(c)
        ranked = right[document].most_common(2) if document in right else []
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            told = f"The date {date} is not of the year in the number; elsewhere it is {ranked[0][0]}."
            yield Doubt("misprint", told, c.start, c.end)
            c.date = ranked[0][0]
        elif belied(c):
            yield Doubt("misprint", f"The date {date} is not of the year in the number.", c.start, c.end)


def _document(c: Cited) -> _Document | None:
    """What a number with its year is one document by: who gave it must be known.

    A central code tells who that is, a local one only with the place and level of its maker named.
    """
    central = c.jurisdiction == CENTRE
    local = c.issuer and c.jurisdiction and c.level
    maker = CENTRE if central else f"{c.jurisdiction} {c.level}"
    return (c.type, key(c.number or ""), maker) if central or local else None


def _speaks(letters: str, kind: str) -> bool:
    """Whether the letters of a number may stand for a kind; QĐ is a decision or a regulation."""
    told = symbols().get(letters)
    return told is None or told.type == kind or {told.type, kind} <= {"decision", "regulation"}
