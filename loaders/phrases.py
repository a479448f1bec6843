"""Phrases that a line begins or ends with, looked up by their first or last letter: most lines have neither."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Openings:
    """Patterns, each of which begins with a letter; `behind` is a pattern for what must follow all of them.

    >>> Openings(["Nơi nhận *:", "Giao "]).open("Nơi nhận : - Sở Y tế")
    True
    """

    def __init__(self, patterns: Iterable[str], behind: str = "") -> None:
        begun: dict[str, list[str]] = {}
        for pattern in patterns:
            begun.setdefault(pattern[0], []).append(pattern)
        self._begun = {first: re.compile(f"(?:{'|'.join(group)}){behind}") for first, group in begun.items()}

    def open(self, words: str) -> bool:
        """Whether one of them stands at the beginning of words, of which there must be some."""
        begun = self._begun.get(words[0])
        return begun is not None and begun.match(words) is not None


class Endings:
    """Whole words, as printed.

    >>> [Endings(["và", "một số"]).end(words) for words in ("rà soát và", "rà soát một số", "Hà Nội vvà")]
    [True, True, False]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._ended: dict[str, list[str]] = {}
        for phrase in phrases:
            self._ended.setdefault(phrase[-1], []).append(phrase)

    def end(self, words: str) -> bool:
        """Whether one of them stands at the end of words, of which there must be some."""
        for phrase in self._ended.get(words[-1], ()):
            if words.endswith(phrase) and not _goes_on(words[-len(phrase) - 1 : -len(phrase)]):
                return True
        return False


def _goes_on(before: str) -> bool:
    """Whether a sign is part of the word behind it."""
    return before.isalnum() or before == "_"
