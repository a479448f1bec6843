"""The word for a number's kind, right before the number or anywhere near it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import words
from loaders.mentions.lexicon import whole

SO = r"(?:(?:số|so|só|sô|sổ|sồ) *:? *)*"
_SO = "số "
_SYLLABLES = 6  # the longest word has so many


@dataclass(frozen=True, slots=True)
class Called:
    """The word for a number's kind: where the citation begins, its type, and whether a word was printed."""

    start: int
    type: str
    worded: bool


@cache
def before() -> re.Pattern[str]:
    """A word for a kind with nothing but "số" between it and the number."""
    return re.compile(rf"(?P<word>{whole(words())}) *:? *{SO}$")


@cache
def anywhere() -> re.Pattern[str]:
    """A word for a kind."""
    return re.compile(rf"{whole(words())}(?!\w)")


@cache
def _inner() -> frozenset[str]:
    """Words that end another one: "luật" is the end of "bộ luật"."""
    return frozenset(word for word in words() if any(other.endswith(f" {word}") for other in words()))


def directly(low: str, begin: int, end: int) -> tuple[int, str] | None:
    """Where the word for a kind stands that leads to a number at `end`, and which one.

    >>> directly("theo nghị định số 5/2020/nđ-cp", 0, 18)
    (5, 'nghị định')
    """
    if (plain := _plainly(low, begin, end)) is not None:
        return plain
    found = before().search(low, begin, end)
    return (found.start(), " ".join(found["word"].split())) if found else None


def _plainly(low: str, begin: int, end: int) -> tuple[int, str] | None:
    """The same where single blanks stand between the syllables, as they nearly always do, and one word alone fits."""
    stop = end - len(_SO) if low.startswith(_SO, end - len(_SO)) else end
    if stop - 2 < begin or low[stop - 1] != " " or not low[stop - 2].isalpha():
        return None
    at = stop - 1
    for _ in range(_SYLLABLES):
        at = low.rfind(" ", begin, at)
        if at < 0:
            return None
        if (word := low[at + 1 : stop - 1]) in words():
            return None if word in _inner() else (at + 1, word)
    return None
