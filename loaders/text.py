"""A text and its folded twin.

The text itself is never changed: every place that is reported counts its code points. Patterns read the twin
`flat`, in which a word has one spelling: composed (NFC), tone marks where the new rule puts them ("ủy", never
"uỷ"), Đ for the Icelandic Ð, every white space and every Markdown star a plain space, typographic dashes a hyphen.
For a composed text whose words no star splits the twin has the text's own length and offsets; otherwise
`Text.place` maps back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from copy import copy
from functools import cached_property

from graph.names import fold_tones
from graph.statements import Place

_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000*\u200b\u200c\u200d\ufeff\u00ad"
_FLAT = {
    **dict.fromkeys(map(ord, _WHITE), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212), "-"),
    0x00D0: "Đ",  # the Icelandic letter that some keyboards give for Đ
    0x00F0: "đ",
    0x0110: "Đ",
    # Cyrillic letters that look Latin: whoever typed "NĐ-CР" had a Russian keyboard on.
    **{ord(c): latin for c, latin in zip("АВЕКМНОРСТХаеорсх", "ABEKMHOPCTXaeopcx", strict=True)},
}
_ODD = re.compile("[" + "".join(re.escape(chr(c)) for c in _FLAT if chr(c) not in "\nĐ") + "]")
# Stars inside a word ("ng**ày"): what stands before them is no syllable yet.
_TORN = re.compile(r"(?<![^\W\d_])(?:[bcdđghklmnpqrstvx]{1,3}|qu|gi)(\*{2,})(?=[^\W\d_])", re.IGNORECASE)


def _flattened(text: str) -> str:
    """What `str.translate` does with `_FLAT`, by whole-text replacements: ten times faster, since few signs occur."""
    for sign in {"\n", *_ODD.findall(text)}:
        text = text.replace(sign, _FLAT[ord(sign)])
    return text


class Text:
    """A decoded text, `raw`, with its twins: `flat` (see above) and `low` (the same in small letters).

    Offsets of the twins are what the loaders compute with; `place` turns them into a `Place` of the raw text.
    """

    def __init__(self, raw: str, source: str = "") -> None:
        self.raw = raw
        self.source = source
        composed = raw
        self._map: list[int] | None = None
        if not unicodedata.is_normalized("NFC", raw):
            composed, self._map = _compose(raw)
        if "**" in composed and _TORN.search(composed):
            composed, self._map = _mend(composed, self._map)
        self.flat = fold_tones(_flattened(composed))
        # Lines as printed, for segmentation: only `flat` loses them.
        self.lines = composed

    @cached_property
    def low(self) -> str:
        low = self.flat.lower()
        return (
            low if len(low) == len(self.flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in self.flat)
        )

    def blank(self, spans: list[tuple[int, int]]) -> Text:
        """The same text, its twin blank at ``spans``: offsets stand, patterns see only white space there."""
        if not spans:
            return self
        other = copy(self)
        pieces, at = [], 0
        for start, end in spans:
            pieces += [self.flat[at:start], " " * (end - start)]
            at = end
        other.flat = "".join(pieces) + self.flat[at:]
        other.__dict__.pop("low", None)
        return other

    def raw_offset(self, at: int) -> int:
        """The code point of the raw text at which the twin's code point `at` begins."""
        return at if self._map is None else self._map[at]

    def flat_offset(self, at: int) -> int:
        """The code point of the twin that holds the raw text's code point `at`."""
        return at if self._map is None else bisect_right(self._map, at) - 1

    def place(self, start: int, end: int, sentence: tuple[int, int] | None = None) -> Place:
        """The place of the twin's ``start:end`` in the raw text, with the sentence around it where one is given."""
        s, e = self.raw_offset(start), self.raw_offset(end)
        around = "" if sentence is None else self.raw[self.raw_offset(sentence[0]) : self.raw_offset(sentence[1])]
        return Place(self.source, s, e, self.raw[s:e], around)


def _mend(text: str, offsets: list[int] | None) -> tuple[str, list[int]]:
    """A text without the stars that stand inside its words, with the raw offset of each code point and of the end."""
    known = list(range(len(text) + 1)) if offsets is None else offsets
    kept: list[str] = []
    left: list[int] = []
    at = 0
    for torn in _TORN.finditer(text):
        start, end = torn.span(1)
        kept.append(text[at:start])
        left += known[at:start]
        at = end
    return "".join([*kept, text[at:]]), left + known[at:]


def _compose(raw: str) -> tuple[str, list[int]]:
    """NFC, with the raw offset of each composed code point and of the end."""
    out: list[str] = []
    offsets: list[int] = []
    for cluster in re.finditer(r"[^\u0300-\u036f\u20d0-\u20ff]?[\u0300-\u036f\u20d0-\u20ff]*", raw, re.S):
        if not cluster[0]:
            continue
        piece = unicodedata.normalize("NFC", cluster[0])
        out.append(piece)
        offsets.extend([cluster.start()] * len(piece))
    offsets.append(len(raw))
    return "".join(out), offsets
