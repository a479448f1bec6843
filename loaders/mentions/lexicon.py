"""Phrases looked up at a place in a text: many phrases, one step."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from graph.names import fold_tones

T = TypeVar("T")

_TOKEN = re.compile(r"\w+")
_HYPHEN = re.compile(r" *- *")


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
            phrase = fold_tones(phrase).lower()
            meanings.setdefault(_key(phrase), meaning)
            meanings.setdefault(phrase, meaning)  # as most texts print it: then no key is worked out
            first = _TOKEN.match(phrase)
            by_first.setdefault(first[0] if first else phrase, []).append(phrase)
        self._patterns = {first: _pattern(group) for first, group in by_first.items()}
        self._meanings = meanings

    def at(self, low: str, offset: int) -> tuple[int, T] | None:
        """Where the longest phrase at an offset ends, and what it means."""
        token = _TOKEN.match(low, offset)
        pattern = token and self._patterns.get(token[0])
        found = pattern and pattern.match(low, offset)
        if not found:
            return None
        printed = found[0]
        return found.end(), self._meanings[printed if printed in self._meanings else _key(printed)]


def _key(phrase: str) -> str:
    return _HYPHEN.sub("-", " ".join(phrase.replace(",", " ").split()))


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    # The mark of a footnote may be glued to a phrase's end ("Luật Nhà ở11").
    return re.compile("(?:" + "|".join(map(spaced, longest_first)) + r")(?=\d{0,2}(?!\w))")


def spaced(phrase: str) -> str:
    """A pattern for a phrase that line breaks may fall into.

    >>> spaced("lao động - thương binh")
    'lao +động *- *thương +binh'
    """
    joints = {"-": " *- *", ",": "(?: *, *| +)", "": " +"}
    return "".join(
        joints[p.strip()] if p.strip() in joints else re.escape(p) for p in re.split(r"( *[-,] *| +)", phrase)
    )


def anyof(phrases: Iterable[str]) -> str:
    """A pattern for any of several phrases, the longest first."""
    return "(?:" + "|".join(spaced(fold_tones(p)) for p in sorted(phrases, key=len, reverse=True)) + ")"


def whole(phrases: Iterable[str], *, bar: str = r"\w") -> str:
    """A pattern for any of several phrases that no `bar` stands before, the longest first, found fast in a long text.

    The engine skips quickly to letters that a pattern may begin with, so what must not stand before the first letter
    is asked behind it.

    >>> whole(["luật", "lệnh"])
    '(?:l(?<!\\\\wl)(?:uật|ệnh))'
    """
    begun: dict[str, list[str]] = {}
    for phrase in sorted(map(fold_tones, phrases), key=len, reverse=True):
        begun.setdefault(re.escape(phrase[0]), []).append(spaced(phrase[1:]))
    return "(?:" + "|".join(rf"{first}(?<!{bar}{first})(?:{'|'.join(r)})" for first, r in begun.items()) + ")"
