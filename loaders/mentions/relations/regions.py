"""The parts of a text that a clause may stand in: title, preamble, opening, body, and quoted words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Literal

from loaders.found import Own, Span
from loaders.mentions.relations.wording import wording
from loaders.segment import Tree

Region = Literal["front", "opening", "body"]

_STRUCTURE = frozenset({"part", "chapter", "section", "roman", "article", "number"})
_TOP = frozenset({"part", "chapter", "section", "article"})
_PREAMBLE = 20_000  # code points
_MERGED = (
    re.compile(r"văn +bản +hợp +nhất"),
    re.compile(r"sửa +đổi, +bổ +sung(?: +một +số +điều)? +bởi *:"),
)
_OPENING = 8  # blocks
_QUOTE = 20_000  # code points: a quotation is no longer
# One sign is found faster than one of several. A straight mark may close what a curved one opened.
_MARKS = (re.compile("“"), re.compile("”"), re.compile('"'))
_OPENS = re.compile(r'[\s(]"(?=\S)')  # a straight mark that opens


class Regions:
    """Where the title ends (`titled`), the preamble (`opens`) and the opening paragraphs (`opened`)."""

    def __init__(self, tree: Tree, own: Own) -> None:
        self.tree = tree
        self.low = tree.text.low
        self.letter = own.cited.type == "letter"
        self._quotes = _quotes(tree.text.flat)
        self.opens = max(own.opens, self._grounded())
        self.opened = self._opened()
        self.titled = self._titled()

    def _grounded(self) -> int:
        """Where the last ground of the preamble ends: a consolidated text prints it behind the list of its parts."""
        found = 0
        merged: bool | None = None  # not asked yet
        for b in self.tree.blocks:
            if b.kind in _TOP or b.start > _PREAMBLE:
                return found
            if b.kind in _STRUCTURE:
                merged = self._merged() if merged is None else merged
                if not merged:
                    return found
            if self.low.startswith("căn cứ", b.body) and not self.quoted(b.body):
                found = b.end
        return found

    def _merged(self) -> bool:
        return any(pattern.search(self.low, 0, _PREAMBLE) for pattern in _MERGED)

    def _opened(self) -> int:
        """Where the opening paragraphs end: at the first heading, or after some paragraphs."""
        count = 0
        for b in self.tree.blocks:
            if b.start < self.opens:
                continue
            if b.kind in _STRUCTURE or count == _OPENING:
                return b.start
            count += 1
        return len(self.low)

    def _titled(self) -> int:
        """Where the title ends: at the first sentence or ground of the front."""
        for b in self.tree.blocks:
            if b.start >= self.opens:
                break
            said = self.low[b.body : b.end]
            if wording().sentence.match(said) and not self.tree.text.flat[b.body : b.end].isupper():
                return b.start
        return self.opens

    def of(self, offset: int) -> Region:
        if offset < self.opens:
            return "front"
        return "opening" if offset < self.opened else "body"

    def grounds(self, offset: int) -> bool:
        """Whether "Căn cứ" at an offset opens a ground of this text."""
        return (self.of(offset) != "body" or self.letter) and not self.quoted(offset)

    def quoted(self, at: int) -> bool:
        """Whether a place stands inside the quoted words of another document."""
        return self.quote(at) is not None

    def quote(self, at: int) -> Span | None:
        """The quotation around a place."""
        i = bisect_right(self._quotes, (at, len(self.low))) - 1
        return self._quotes[i] if i >= 0 and at < self._quotes[i][1] else None


@lru_cache(maxsize=1)
def _quotes(flat: str) -> tuple[Span, ...]:
    """The outermost quotations of a text; one that never ends is none."""
    if "“" not in flat:
        return ()
    found: list[Span] = []
    opened: list[int] = []
    for at in _closing(flat, sorted(m.start() for mark in _MARKS for m in mark.finditer(flat))):
        if flat[at] == "“":
            if opened and at - opened[0] > _QUOTE:
                opened = []
            opened.append(at)
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, at))
    return tuple(found)


def _closing(flat: str, marks: list[int]) -> list[int]:
    """Marks in order, of the straight ones only those that close what a curved one opened."""
    following = ["“"]  # from the last mark backwards: the curved one behind it
    for at in reversed(marks):
        following.append(following[-1] if flat[at] == '"' else flat[at])
    kept: list[int] = []
    straight = 0  # straight marks that are open
    for at, curved in zip(marks, following[-2::-1], strict=True):
        if flat[at] != '"':
            straight = 0
            kept.append(at)
        elif _OPENS.match(flat, at - 1):
            straight += 1
        elif straight:
            straight -= 1
        elif curved != "”":
            kept.append(at)
    return kept
