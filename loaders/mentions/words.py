"""Patterns made of words: any run of blanks between them, a capital or not in front."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.names import fold_tones
from loaders.sentences import CAPITAL

AREA = r"(?:tỉnh|[Tt]hành phố|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|đặc khu|thị trấn)(?!\w)"
_CAPITAL_WORD = rf"[{CAPITAL}][\w&'’/.-]*(?<![.-])|\d{{1,3}}(?!\w|[./]\d)"
NAME = rf"[{CAPITAL}][\w'’-]*(?: +(?:- +)?[{CAPITAL}][\w'’-]*){{0,4}}"
CAPITALS = re.compile(rf" +(?:- +)?(?P<and>(?:và|&) +)?(?P<word>{_CAPITAL_WORD})(?!\w)")


def union(phrases: Iterable[str], *, capital: bool | None) -> str:
    """A pattern for any of the phrases, the longest first, as whole words.

    `capital` says whether the first letter is a capital (True), small (False) or either (None); the rest is
    matched in any case.
    """
    longest = sorted({fold_tones(p) for p in phrases}, key=len, reverse=True)
    return "(?:" + "|".join(_cased(p, capital) for p in longest) + r")(?!\w)"


def _cased(phrase: str, capital: bool | None) -> str:
    head, rest = phrase[0], phrase[1:]
    letter = head.upper() if capital else head.lower() if capital is False else f"[{head.upper()}{head.lower()}]"
    tail = re.sub(r"(?:\\ )+", " +", re.escape(rest))
    return (
        f"{re.escape(letter) if capital is not None or not head.isalpha() else letter}(?i:{tail})" if tail else letter
    )
