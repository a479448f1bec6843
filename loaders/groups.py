"""The mentions of one document in a text: what they tell of it, and what else may be one of them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from graph.identity.told import strays
from loaders.found import Cited, Span
from loaders.mentions.places import CENTRE

# What one mention tells the others; the issuer before its standing.
_SHARED = ("date", "issuer", "term", "level", "system", "jurisdiction")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_KNOWN = 4096  # numbers kept: a text repeats few


@lru_cache(_KNOWN)
def key(number: str) -> str:
    """A number as it is compared: capitals, no blanks, Đ as D, no zeros before it.

    >>> key("08-NQ/TU") == key("8-nq/tu")
    True
    """
    return "".join(number.split()).upper().replace("Đ", "D").lstrip("0")


def year_of(number: str | None) -> str | None:
    """The year in a number, which tells it from all others of its kind and issuer.

    >>> year_of("15/2021/QĐ-UBND")
    '2021'
    """
    found = _YEAR.search(number or "")
    return found[1] if found else None


def belied(c: Cited) -> bool:
    """Whether the year in a mention's number contradicts the date printed with it, which then tells nothing.

    A number of one year may be signed in the first two months of the next, or in the last one of the year before.

    >>> [belied(Cited(0, 1, "decree", number="64/2015/NĐ-CP", date=d)) for d in ("2025-08-06", "2016-01-05", "2015")]
    [True, False, False]
    """
    return strays(c.date, year_of(c.number))


class Facts(NamedTuple):
    """What tells two documents of one type and number apart; the place only where the issuer is named."""

    date: str | None
    term: str | None
    place: str | None

    def agree(self, other: Facts) -> bool:
        """Whether nothing in two mentions of one type and number contradicts."""
        if self.date and other.date and not (self.date.startswith(other.date) or other.date.startswith(self.date)):
            return False
        return not (self.term and other.term and self.term != other.term) and self.placed(other)

    def placed(self, other: Facts) -> bool:
        """Whether two mentions are not of different places."""
        return not (self.place and other.place and self.place != other.place)


def facts(c: Cited) -> Facts:
    """What a mention tells; a date that its number belies keeps it apart only where nobody says whose it is."""
    sure = c.jurisdiction == CENTRE or (c.issuer and c.jurisdiction)
    date = None if sure and belied(c) else c.date
    return Facts(date, c.term, c.jurisdiction if c.issuer else None)


class Group:
    """Mentions of one document. A text may mention it ten thousand times, but says few different things of it."""

    def __init__(self, first: Cited, preamble: Span) -> None:
        self.members: list[Cited] = []
        self.told: dict[Facts, None] = {}
        self.preamble = preamble
        self.is_ground = False  # whether the document says that it stands on it
        self.add(first)

    def add(self, c: Cited) -> None:
        self.members.append(c)
        self.told[facts(c)] = None
        self.is_ground = self.is_ground or self.preamble[0] <= c.start < self.preamble[1]

    @property
    def number(self) -> str | None:
        return self.members[0].number

    @property
    def handle(self) -> str:
        return min(self.members, key=lambda c: c.start).handle

    def agrees(self, c: Cited) -> bool:
        """Whether nothing in the group contradicts a mention of its type and number."""
        own = facts(c)
        return all(own.agree(other) for other in self.told)

    def is_placed_as(self, c: Cited) -> bool:
        own = facts(c)
        return all(own.placed(other) for other in self.told)

    def fits(self, c: Cited) -> bool:
        """Whether a bare number may be this numbered document: date and issuer must not contradict."""
        first = self.members[0]
        return self.agrees(c) and (c.level is None or first.level is None or c.level == first.level)

    def is_dated_as(self, c: Cited) -> bool:
        """Whether a name's date or year is that of a numbered law, by its date or by the year in its number."""
        if not c.date:
            return True
        years = {told.date[:4] for told in self.told if told.date}
        if in_number := year_of(self.number):
            years.add(in_number)
        return not years or c.date[:4] in years

    def share(self, *, sole: bool) -> None:
        """What one mention of the document tells, the others know; all but the first say which one that is.

        `sole`: no other document of the text bears the number; then a date is shared even if the number belies it.
        """
        if len(self.members) == 1:
            return
        self.members.sort(key=lambda c: c.start)
        for field in _SHARED:
            _share(self.members, field, sole=sole)
        for c in self.members[1:]:
            c.same = self.members[0].handle


def _share(mentions: list[Cited], field: str, *, sole: bool) -> None:
    told = [v for c in mentions if (v := getattr(c, field)) and not (field == "date" and belied(c))]
    if not told and sole:
        told = [v for c in mentions if (v := getattr(c, field))]  # as printed, though it cannot be right
    if not told:
        return
    value = told[0] if len(set(told)) == 1 else _believed(told, field)
    if field == "issuer":
        _place(mentions, value)
    for c in mentions:
        if (own := getattr(c, field)) is None or (field == "date" and value.startswith(own)):
            setattr(c, field, value)


def _believed(told: list[str], field: str) -> str:
    """Of what is told differently the fullest date, or else what is told most often."""
    return max(told, key=len) if field == "date" else Counter(told).most_common(1)[0][0]


def _place(mentions: list[Cited], issuer: str) -> None:
    """A mention that names no issuer is of the place and level of the one that the others name."""
    told = next(c for c in mentions if c.issuer == issuer)
    for c in mentions:
        if c.issuer is None and told.jurisdiction:
            c.jurisdiction, c.level = told.jurisdiction, told.level or c.level
