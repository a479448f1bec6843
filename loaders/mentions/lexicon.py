"""Phrases looked up at a place in a text: many phrases, one step."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from graph.names import fold_tones

T = TypeVar("T")

_TOKEN = re.compile(r"\w+")


class Lexicon(Generic[T]):
    """Phrases with what they mean; the longest that stands at an offset of a twin in small letters is found.

    Spaces of a phrase match any run of spaces, its hyphens with or without spaces around; its commas may be missing.

    >>> Lexicon([("Bộ Tài chính", 1), ("Bộ", 2)]).at("của bộ tài chính", 4)
    (16, 1)
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        meanings: dict[str, T] = {}
        by_first: dict[str, list[str]] = {}
        for phrase, meaning in phrases:
            meanings.setdefault(_key(phrase), meaning)
            phrase = fold_tones(phrase).lower()
            first = _TOKEN.match(phrase)
            by_first.setdefault(first[0] if first else phrase, []).append(phrase)
        self._patterns = {first: _pattern(group) for first, group in by_first.items()}
        self._meanings = meanings

    def at(self, low: str, offset: int) -> tuple[int, T] | None:
        """Where the longest phrase at an offset ends, and what it means."""
        token = _TOKEN.match(low, offset)
        pattern = token and self._patterns.get(token[0])
        found = pattern and pattern.match(low, offset)
        return (found.end(), self._meanings[_key(found[0])]) if found else None


def _key(phrase: str) -> str:
    return re.sub(r" *(-) *", r"\1", " ".join(fold_tones(phrase).lower().replace(",", " ").split()))


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    # The mark of a footnote may be glued to a phrase's end ("Luật Nhà ở11").
    return re.compile("(?:" + "|".join(map(spaced, longest_first)) + r")(?=\d{0,2}(?!\w))")


def spaced(phrase: str) -> str:
    """A pattern for a phrase that line breaks may fall into.

    >>> spaced("lao động - thương binh")
    'lao +động *\\\\- *thương +binh'
    """
    joints = {"-": " *- *", ",": "(?: *, *| +)", "": " +"}
    return "".join(
        joints[p.strip()] if p.strip() in joints else re.escape(p) for p in re.split(r"( *[-,] *| +)", phrase)
    )


def anyof(phrases: Iterable[str]) -> str:
    """A pattern for any of several phrases, the longest first."""
    return "(?:" + "|".join(spaced(fold_tones(p)) for p in sorted(phrases, key=len, reverse=True)) + ")"
