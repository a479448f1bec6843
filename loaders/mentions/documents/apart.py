"""What a number is called where no word for its kind stands right before it."""

from __future__ import annotations

import re
import unicodedata

from loaders.found import Cited
from loaders.mentions.documents.kindwords import Called, anywhere
from loaders.mentions.documents.numbers import Number
from loaders.mentions.kinds import kinds, words

_GAP = 70  # code points between a word and the "số" that it may stand apart from
_ENDS_SO = re.compile(r"số(?<!\wsố) *:? *$")
_CLAUSE = re.compile(r"[.;:()|\"“”]|(?<!\w)(?:này|đó|trên|theo|tại)(?!\w)")
_DATED = re.compile(r" *,? *ngày +\d{1,2} *(?:/|-|\.|tháng)")
_ASSEMBLY = (("QH", "law"), ("UBTVQH", "resolution"))


def loosely(low: str, begin: int, number: Number, last: Cited | None) -> Called | None:
    """A number's kind by a word that is misspelt or stands apart, or else by the number itself."""
    so = _ENDS_SO.search(low, begin, number.start)
    return (
        (_misspelt(low[begin : so.start()].rstrip(), begin, number) if so else None)
        or _apart(low, begin, number, so.start() if so else None)
        or _bare(low, number, so.start() if so else number.start, last)
    )


def lettered(number: Number) -> bool:
    """Whether a number looks like a letter's: body and unit, no kind ("574/UBND-NC")."""
    return number.kind is None and len(number.groups) > 1 and number.year is None


def _misspelt(before: str, begin: int, number: Number) -> Called | None:
    """A word for the number's own kind with its accents wrong: "Nghi định số", "Quyết dịnh số"."""
    if number.kind is None:
        return None
    for kind in kinds():
        for word in kind.words if kind.type == number.kind else ():
            if _bald(before[-len(word) :]) == _bald(word):
                return Called(begin + len(before) - len(word), kind.type, True)
    return None


def _bald(words: str) -> str:
    """Words without accents."""
    plain = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _apart(low: str, begin: int, number: Number, so: int | None) -> Called | None:
    """A word for the kind a few words before: "Báo cáo thẩm tra số", "Quyết định của Thủ tướng Chính phủ số"."""
    if number.kind is None and not lettered(number):
        return None
    told = number.kind or "letter"
    end = number.start if so is None else so
    nearest = None
    for found in anywhere().finditer(low, begin, end):
        if words()[" ".join(found[0].split())].type == told:
            nearest = found
    if nearest is None:
        return None
    gap = low[nearest.end() : end]
    named = gap.startswith(" của ")
    if len(gap) > _GAP or _CLAUSE.search(gap.rstrip(" :") if named else gap) or not (so is not None or named):
        return None
    return Called(nearest.start(), told, True)


def _bare(low: str, number: Number, start: int, last: Cited | None) -> Called | None:
    """A number without a word: its symbol must say what it is, or "số" and a known body that it is a letter.

    Letters for a kind are enough where a body's, a year or a date stand with them.
    """
    known = number.issuer is not None
    dated = len(number.groups) > 1 and _DATED.match(low, number.end)
    if number.kind and (known or number.year or dated):
        return Called(start, number.kind, False)
    for code, kind in _ASSEMBLY:
        if number.year and number.groups[0].startswith(code):
            same = last and last.number and f"/{code}" in last.number
            return Called(start, last.type if last and same else kind, False)
    return Called(start, "letter", False) if known and start < number.start and lettered(number) else None
