"""Titles of laws that amend others: "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.mentions.documents.laws import LABELS, WORDS, Named, listed

_AMENDS = re.compile(
    r"sửa +đổi(?:,? *bổ *sung|,? *bãi +bỏ|,? *thay +thế)*"
    r"(?: +(?:một +số|các|những|\d+))?(?: +(?:điều|khoản|nội +dung|quy +định))?"
)
_SCOPE = re.compile(
    r"(?:[^.;:|()“”\"]{0,120}?)?(?: +của| +tại| +trong)? +(?=(?:các +)?(?:bộ +luật|luật|pháp +lệnh)(?!\w))"
)
_SEVERAL = re.compile(
    r" +của +\d+ +luật(?: +(?:có +liên +quan +đến|trong +lĩnh +vực) +[\w ]{3,60}?"
    r"(?= +(?:ngày|số|năm|được|thì|và +điều|phù)(?!\w)|[.;,)|]|$))?"
)
_TARGET = re.compile(r"(?:,| +và)? *(?:các +)?(?P<word>bộ +luật|luật|pháp +lệnh) +(?!sửa +đổi)")
_ITS_NUMBER = re.compile(
    r" *,? *(?:số *:? *)?\d{1,3} ?/ ?\d{4} ?/ ?(?:qh|ubtvqh|pl-ubtvqh)\d{1,2}"
    r"(?: *,? *ngày +[\d/.-]+| *,? *ngày +\d+ +tháng +\d+ +năm +\d{4})?"
)


@dataclass(frozen=True, slots=True)
class Amending:
    """The title of a law that amends others: where its own words end, its whole end, and its name.

    `numbered` are the ends of the names of those laws that a number of their own follows, `targets` the
    laws that it amends, each from the word for it.
    """

    own_end: int
    end: int
    name: str
    numbered: tuple[int, ...] = ()
    targets: tuple[tuple[int, str, Named], ...] = ()


def amending(flat: str, low: str, at: int, word: str) -> Amending | None:
    """The title "sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C" behind the word for a law."""
    verb = _AMENDS.match(low, at)
    if not verb:
        return None
    if several := _SEVERAL.match(low, verb.end()):
        return Amending(verb.end(), several.end(), f"{word} {_words(flat, at, several.end())}")
    scope = _SCOPE.match(low, verb.end(), verb.end() + 160)
    if scope is None:
        return Amending(verb.end(), verb.end(), f"{word} {_words(flat, at, verb.end())}")
    targets, numbered = _targets(flat, low, scope.end())
    names = _joined([f"{LABELS[kind]} {named.name}" for _, kind, named in targets])
    title = f"{word} {_words(flat, at, scope.end())} {names}".strip()
    return Amending(verb.end(), targets[-1][2].end if targets else verb.end(), title, numbered, targets)


def _targets(flat: str, low: str, here: int) -> tuple[tuple[tuple[int, str, Named], ...], tuple[int, ...]]:
    """The laws that an amending title names (start, kind, name), and the ends of those with numbers of their own."""
    found: list[tuple[int, str, Named]] = []
    numbered: list[int] = []
    while target := _TARGET.match(low, here):
        kind = WORDS[" ".join(target["word"].split())]
        named = listed(flat, low, target.end(), kind)
        if named is None:
            break
        found.append((target.start("word"), kind, named))
        here = named.end
        if number := _ITS_NUMBER.match(low, here):
            numbered.append(here)
            here = number.end()
    return tuple(found), tuple(numbered)


def _joined(names: list[str]) -> str:
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _words(flat: str, start: int, end: int) -> str:
    words = " ".join(flat[start:end].split())
    return words.lower() if words.isupper() else words
