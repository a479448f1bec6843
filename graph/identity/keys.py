"""The key of a numbered document, as far as a mention tells it, and when two keys contradict or suffice.

Identity is a constraint problem over partial keys. `agree` says that no known field contradicts; `enough` that two
agreeing keys are one document by evidence alone (model.md, "What is enough"); `joint` is what both tell together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from graph.identity.terms import possible

CENTRE = "trung-uong"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What is known of one numbered document; None is unknown.

    `number` is `Number.key`. `board` tells apart the organs of one place that share a symbol: "" is the place's
    own (the province, or the only organ of that symbol), anything else the folded issuer.
    """

    number: str
    type: str | None = None
    place: str | None = None
    board: str | None = None
    date: str | None = None
    term: str | None = None
    party: bool = False
    numbered_year: str | None = None

    @property
    def day(self) -> str | None:
        """The full date, if known."""
        return self.date if self.date and len(self.date) == 10 else None

    @property
    def year(self) -> str | None:
        """The year that a State number counts in."""
        return self.numbered_year or (self.date[:4] if self.date else None)

    @property
    def anchored(self) -> bool:
        """Whether the key names one document for any reader, not only for those of the citing text."""
        if self.type is None:
            return False
        series = self.term if self.party else self.year
        return bool(self.day or (self.place and series))


def prefixes(a: str | None, b: str | None) -> bool:
    """Whether two dates, months or years can be one.

    >>> prefixes("2013", "2013-05-16"), prefixes("2013-05-16", "2022-12-06")
    (True, False)
    """
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _boards(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    return bool(a and b) and (a.startswith(b + " ") or b.startswith(a + " "))


@lru_cache(maxsize=1 << 18)
def agree(a: Key, b: Key) -> bool:
    """Whether nothing that both keys know contradicts."""
    return (
        a.number == b.number
        and (a.type is None or b.type is None or a.type == b.type)
        and (a.place is None or b.place is None or a.place == b.place)
        and prefixes(a.date, b.date)
        and _terms(a, b)
        and _boards(a.board, b.board)
    )


def _terms(a: Key, b: Key) -> bool:
    if a.term and b.term:
        return a.term == b.term
    if CENTRE not in (a.place, b.place):
        return True
    return all(possible(x.term, y.date) for x, y in ((a, b), (b, a)) if x.term and y.date and a.party)


def enough(a: Key, b: Key) -> bool:
    """Whether two agreeing keys are one document: the same day, or the same place and the same series."""
    if a.type is None or b.type is None:
        return False
    if a.day and a.day == b.day:
        return True
    if a.place is None or a.place != b.place:
        return False
    return bool(a.term and a.term == b.term) if a.party else bool(a.year and a.year == b.year)


def _longer(a: str | None, b: str | None) -> str | None:
    return max((x for x in (a, b) if x is not None), key=lambda x: (len(x), x), default=None)


def joint(a: Key, b: Key) -> Key:
    """What two agreeing keys tell together; of the same field the fuller."""
    return Key(
        number=a.number,
        type=_longer(a.type, b.type),
        place=_longer(a.place, b.place),
        board=_longer(a.board, b.board),
        date=_longer(a.date, b.date),
        term=_longer(a.term, b.term),
        party=a.party or b.party,
        numbered_year=a.numbered_year or b.numbered_year,
    )


def key_rank(key: Key | None) -> int:
    """How much a key tells: 0 the day, 1 enough for any reader, 2 something of the time, 3 no time."""
    if key is None or (key.day and key.type):
        return 0
    if key.anchored:
        return 1
    return 2 if key.term or key.date else 3


def usual(
    told: Key | None,
    fits: list[T],
    *,
    key: Callable[[T], Key | None],
    weight: Callable[[T], int],
    own: Callable[[T], bool],
) -> list[T]:
    """Of the documents that a number with its year may mean, the one that bears the usual date, if there is one.

    A State number with its year is one document by itself: of two dates of it one is mistaken, and the header or a
    clear majority says which. Without either all are kept.
    """
    if told is None or told.numbered_year is None or told.place is None or told.date or len(fits) < 2:
        return fits
    keys = [key(f) for f in fits]
    if any(k is None or k.place != told.place or k.type != told.type for k in keys):
        return fits
    headed = [f for f in fits if own(f)]
    if len(headed) == 1:
        return headed
    ranked = sorted(fits, key=weight, reverse=True)
    return ranked[:1] if weight(ranked[0]) > sum(map(weight, ranked[1:])) else fits
