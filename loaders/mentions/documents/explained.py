"""What looks like a document's number and is known to be none: standards, forms, certificates, items of lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.mentions import kinds
from loaders.mentions.lexicon import whole
from loaders.text import Text

_LEFT = 120  # code points before a text that a row may speak of
_LISTED = re.compile(r" *(?:[,;]|và|hoặc) *$")


@dataclass(frozen=True, slots=True)
class Row:
    """What must stand before a text, by its words and as printed, how it looks itself, and what must follow it.

    None is anything.
    """

    before: re.Pattern[str] | None
    left: re.Pattern[str] | None
    whole: re.Pattern[str] | None
    right: re.Pattern[str] | None

    def fits(self, text: Text, start: int, end: int) -> bool:
        floor = max(0, start - _LEFT)
        if self.whole is not None and not self.whole.fullmatch(text.flat, start, end):
            return False
        if self.before is not None and not self.before.search(text.low, floor, start):
            return False
        if self.left is not None and not self.left.search(text.flat, floor, start):
            return False
        return self.right is None or self.right.match(text.flat, end) is not None


@dataclass(frozen=True, slots=True)
class Class:
    """A class of such texts; `lists` says that what is listed behind one is another."""

    name: str
    says: str
    rows: tuple[Row, ...]
    lists: bool


@cache
def classes() -> tuple[Class, ...]:
    """The classes in the order in which they are asked."""
    return tuple(
        Class(c["name"], c["says"], tuple(map(_row, c["rows"])), c.get("lists", False))
        for c in kinds.patterns("explained")["class"]
    )


def _row(row: dict[str, Any]) -> Row:
    before = behind(row["before"]) if "before" in row else None
    looks = rf".*[-/] ?(?:{'|'.join(row['letters'])})(?: ?[-/].*)?" if "letters" in row else row.get("is")
    return Row(*(re.compile(p) if p else None for p in (before, row.get("left"), looks, row.get("right"))))


@cache
def said(name: str) -> list[str]:
    """All words or letters that rows have under `before` or `letters`."""
    return [w for c in kinds.patterns("explained")["class"] for row in c["rows"] for w in row.get(name, ())]


def behind(words: list[str]) -> str:
    """A pattern for one of some words with nothing but "số" and a letter or two up to the end of a stretch."""
    return rf"{whole(words)}(?: +(?:số|[a-z]{{1,2}}))* *[:.]? *(?:số *:? *)?\w{{0,2}}$"


def explained(text: Text, start: int, end: int, last: tuple[Class, int] | None = None) -> Class | None:
    """What the twin's ``start:end`` is, if it is known; `last` is what was explained before it, and where it ends."""
    for known in classes():
        if any(row.fits(text, start, end) for row in known.rows):
            return known
    if last is not None and last[0].lists and 0 <= start - last[1] < 12:
        return last[0] if _LISTED.fullmatch(text.low, last[1], start) else None
    return None
