"""A text and its folded twin.

The text itself is never changed: every place that is reported counts its code points. Patterns read the twin
`flat`, in which a word has one spelling: composed (NFC), tone marks where the new rule puts them ("ủy", never
"uỷ"), Đ for the Icelandic Ð, every white space and every Markdown star a plain space, typographic dashes a hyphen.
For a composed text whose words no star splits the twin has the text's own length and offsets; otherwise
`Text.place` maps back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from copy import copy
from functools import cached_property

from graph.names import fold_tones
from graph.statements import Place
from loaders.composed import composed
from loaders.found import Span

_WHITE = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000*\u200b\u200c\u200d\ufeff\u00ad"
_FLAT = {
    **dict.fromkeys(_WHITE, " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "\u00d0": "Đ",  # the Icelandic letter that some keyboards give for Đ
    "\u00f0": "đ",
    # Cyrillic letters that look Latin: whoever typed "NĐ-CР" had a Russian keyboard on.
    **dict(zip("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx", strict=True)),
}
_ODD = re.compile("[" + "".join(map(re.escape, _FLAT)) + "]")


def _flattened(text: str) -> str:
    """What `str.translate` does with `_FLAT`, by whole-text replacements: ten times faster, since few signs occur."""
    for sign in set(_ODD.findall(text)):
        text = text.replace(sign, _FLAT[sign])
    return text


class Text:
    """A decoded text, `raw`, with its twins: `flat` (see above) and `low` (the same in small letters).

    `lines` is the text composed, with its form, and `rows` the twin with its line breaks, both for segmentation.
    Offsets of the twins are what the loaders compute with; `place` turns them into a `Place` of the raw text.
    """

    def __init__(self, raw: str, source: str = "") -> None:
        self.raw = raw
        self.source = source
        self.lines, self._map = composed(raw)
        self.rows = fold_tones(_flattened(self.lines))
        self.flat = self.rows.replace("\n", " ")

    @cached_property
    def low(self) -> str:
        low = self.flat.lower()
        return (
            low if len(low) == len(self.flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.flat)
        )

    def blank(self, spans: list[Span]) -> Text:
        """The same text, its twin blank at ``spans``, which are lines: offsets stand, patterns see only white space."""
        if not spans:
            return self
        other = copy(self)
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.rows[at:start], " " * (end - start)]
            at = end
        other.rows = "".join(pieces) + self.rows[at:]
        other.flat = other.rows.replace("\n", " ")
        other.__dict__.pop("low", None)
        return other

    def flat_offset(self, at: int) -> int:
        """The code point of the twin that holds the raw text's code point `at`."""
        return at if self._map is None else bisect_right(self._map, at) - 1

    def place(self, start: int, end: int, sentence: Span | None = None) -> Place:
        """The place of the twin's ``start:end`` in the raw text, with the sentence around it where one is given."""
        around = (start, start) if sentence is None else sentence
        if self._map is not None:
            start, end, around = self._map[start], self._map[end], (self._map[around[0]], self._map[around[1]])
        return Place(self.source, start, end, self.raw[start:end], self.raw[around[0] : around[1]])
