"""Lists of documents that somebody has yet to change: "Danh mục văn bản cần sửa đổi, bổ sung", row by row."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited
from loaders.mentions.kinds import patterns
from loaders.mentions.relations.frames import Frame
from loaders.mentions.relations.phrases import either, phrases
from loaders.segment import Block, Tree

_TOP = frozenset({"part", "chapter", "section", "article", "upper"})
_PLAIN = frozenset({"paragraph", "dash", "plus"})
_HEAD = 200  # code points
_FIRST = 3  # code points
_CHANGES = frozenset({"AMENDS", "REPLACES", "REPEALS"})


@dataclass(frozen=True, slots=True)
class _Listing:
    start: int
    end: int
    frame: Frame


@cache
def _head() -> re.Pattern[str]:
    t = patterns("relations")["listings"]
    between = either(t["between"])
    listed = rf"{either(t['lists'])} +{either(t['documents'])}(?: +{between})* +{either([*t['needs'], *t['wishes']])}"
    plain = rf"{either(t['documents'])} +{either(t['needs'])}"
    return re.compile(rf"(?:{listed}|{plain}) +")


@cache
def _firsts() -> frozenset[str]:
    """The first letters of a heading: most blocks need no longer look."""
    t = patterns("relations")["listings"]
    return frozenset(w[:_FIRST] for w in (*t["lists"], *t["documents"]))


class Listings:
    """The lists of a text, each with what is to be done to the documents of its rows."""

    def __init__(self, tree: Tree, cited: list[Cited]) -> None:
        self.tree = tree
        self._starts = [c.start for c in cited]  # in printed order
        self.low = tree.text.low
        firsts = _firsts()
        heads = [b for b in tree.blocks if self.low[b.body : b.body + _FIRST] in firsts]
        self._found = [self._listing(b, frame) for b in heads if (frame := self._frame(b)) is not None]

    def over(self, block: Block) -> Frame | None:
        """What the list says whose row a block is: the one that began last."""
        return next((f.frame for f in reversed(self._found) if f.start <= block.start < f.end), None)

    def _frame(self, block: Block) -> Frame | None:
        """A heading of a list or of its column, which says nothing else."""
        if block.end - block.start > _HEAD or self.low[block.end - 1] in ".;":
            return None
        head = _head().match(self.low, block.body, block.end)
        if head is None:
            return None
        said = phrases().find(self.low, head.end(), block.end)
        needed = tuple(dict.fromkeys(r for s in said for r in s.phrase.relations if r in _CHANGES))
        if not needed or said[0].start != head.end() or self._names(block):
            return None
        # "sửa đổi, bổ sung, bãi bỏ": which row is to end, the heading does not say; each is to change
        return Frame(("AMENDS",) if "AMENDS" in needed else needed, ("self",), planned=True, start=block.body)

    def _names(self, block: Block) -> bool:
        """Whether a heading names a document itself, and so is none."""
        i = bisect_left(self._starts, block.start)
        return i < len(self._starts) and self._starts[i] < block.end

    def _listing(self, head: Block, frame: Frame) -> _Listing:
        for b in self.tree.blocks[head.index + 1 :]:
            level = head.kind not in _PLAIN and b.kind == head.kind and b.parent == head.parent
            if b.kind in _TOP or b.zone != head.zone or level:
                return _Listing(head.end, b.start, frame)
        return _Listing(head.end, len(self.low), frame)
