"""A text composed (NFC) and without the stars inside its words, and the way back to the text as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

Offsets = Sequence[int]  # the raw offset of each code point and of the end

_CLUSTER = re.compile(r"[^\u0300-\u036f\u20d0-\u20ff]?[\u0300-\u036f\u20d0-\u20ff]+", re.DOTALL)

# Stars inside a word ("ng**ày"): what stands before them is no syllable yet. Stars are rare, so they go first and
# what stands before them is looked back at, by its length.
_LETTER = r"[^\W\d_]"
_FIRST = r"[bcdđghklmnpqrstvx]"
_HEADS = ((_FIRST, 1), (_FIRST * 2, 2), (_FIRST * 3, 3), ("qu", 2), ("gi", 2))
_HEAD = "|".join(rf"(?<={head}\*\*)(?<!{_LETTER}{'.' * size}\*\*)" for head, size in _HEADS)
_TORN = re.compile(rf"\*\*(?:{_HEAD})\**(?={_LETTER})", re.IGNORECASE | re.DOTALL)


def composed(raw: str) -> tuple[str, Offsets | None]:
    """A text as its patterns expect it, with the raw offsets where they are not its own."""
    text, offsets = raw, None
    if not unicodedata.is_normalized("NFC", raw):
        text, offsets = _compose(raw)
    if "**" in text and _TORN.search(text):
        text, offsets = _mend(text, offsets)
    return text, offsets


def _mend(text: str, offsets: Offsets | None) -> tuple[str, Offsets]:
    """A text without the stars that stand inside its words."""
    known = range(len(text) + 1) if offsets is None else offsets
    kept: list[str] = []
    left: list[int] = []
    at = 0
    for torn in _TORN.finditer(text):
        start, end = torn.span()
        kept.append(text[at:start])
        left += known[at:start]
        at = end
    kept.append(text[at:])
    left += known[at:]
    return "".join(kept), left


def _compose(raw: str) -> tuple[str, Offsets]:
    """What a letter and its marks make is one piece; what stands between such pieces stays as it is."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for cluster in _CLUSTER.finditer(raw):
        start, end = cluster.span()
        _compose_plain(raw, at, start, pieces, offsets)
        pieces.append(unicodedata.normalize("NFC", cluster[0]))
        offsets += [start] * len(pieces[-1])
        at = end
    _compose_plain(raw, at, len(raw), pieces, offsets)
    offsets.append(len(raw))
    return "".join(pieces), offsets


def _compose_plain(raw: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    """A stretch without combining marks: as it is, but for signs that stand for others (the ohm, the ångström)."""
    stretch = raw[start:end]
    if unicodedata.is_normalized("NFC", stretch):
        pieces.append(stretch)
        offsets += range(start, end)
        return
    for at, sign in enumerate(stretch, start):
        pieces.append(unicodedata.normalize("NFC", sign))
        offsets += [at] * len(pieces[-1])
