"""The tree of a text: its blocks in printed order, what each stands under, their sentences, and the tables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

import msgspec

from loaders.found import Span
from loaders.grid import Grid
from loaders.sentences import cuts
from loaders.text import Text
from loaders.zones import Zone

_start, _end = itemgetter(0), itemgetter(1)  # of a span


class Block(msgspec.Struct, gc=False):
    """One paragraph or item: twin offsets ``start:end``, `body` where its words begin behind the marker.

    `kind` is a marker's (see `RANKS`), "paragraph" or "footnote"; `cell` says that it stands in a table.
    """

    index: int
    start: int
    end: int
    body: int
    kind: str
    marker: str
    rank: int
    parent: int | None
    zone: Zone = "body"
    cell: bool = False
    children: list[int] = []


class Tree:
    """The blocks of a text in printed order, and its tables."""

    def __init__(self, text: Text, blocks: list[Block], tables: list[Grid] | None = None) -> None:
        self.text = text
        self.blocks = blocks
        self.tables = tables or []
        self._starts = [b.start for b in blocks]
        self._sentences: dict[int, list[Span]] = {}

    def words(self, block: Block) -> str:
        """What a block says behind its marker, in the twin."""
        return self.text.flat[block.body : block.end]

    def at(self, offset: int) -> Block | None:
        """The block that holds a twin offset, or the last one before it."""
        i = bisect_right(self._starts, offset) - 1
        return self.blocks[i] if i >= 0 else None

    def above(self, block: Block) -> list[Block]:
        """The blocks that a block stands under, the nearest first."""
        found = []
        while block.parent is not None:
            block = self.blocks[block.parent]
            found.append(block)
        return found

    def sentence(self, start: int, end: int) -> Span:
        """Twin offsets of the sentence around ``start:end``, never beyond its blocks."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if first is None or last is None:
            return start, end
        before = self.sentences(first)
        at = bisect_right(before, start, key=_start) - 1
        after = before if last is first else self.sentences(last)
        to = bisect_left(after, end, key=_end)
        begin = before[at][0] if at >= 0 else min(first.body, start)
        return begin, after[to][1] if to < len(after) else max(last.end, end)

    def sentences(self, block: Block) -> list[Span]:
        """The sentences of a block, as twin offsets."""
        known = self._sentences.get(block.index)
        if known is None:
            known, s = [], block.body
            for end, start in cuts(self.text.flat, block.body, block.end):
                known.append((s, end))
                s = start
            if s < block.end:
                known.append((s, block.end))
            self._sentences[block.index] = known
        return known
