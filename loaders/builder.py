"""Puts printed lines together to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.above import Above
from loaders.grid import Grid
from loaders.layout import Layout
from loaders.lines import Line
from loaders.markers import PARAGRAPH, marker
from loaders.nesting import Nesting
from loaders.sentences import CAPITAL
from loaders.signs import ends
from loaders.text import Text
from loaders.tree import Block
from loaders.zones import Zones

_EDGE = " |#_"
_RULED = "-_=.~─ "  # a line of these alone is a rule
_NOTED = "[0123456789"  # what a footnote begins with
_NOTE = re.compile(rf"\[[0-9]{{1,3}}\]|[0-9]{{1,3}} (?=[{CAPITAL}])")


class Builder:
    """Takes the lines of a text in turn; `blocks` are what they make.

    `skipped` are the starts of lines that are page furniture, `pages` those of lines that hold a page break.
    """

    def __init__(self, text: Text, layout: Layout, skipped: set[int], pages: set[int]) -> None:
        self.flat = text.flat
        self.breaks = skipped | pages
        self.blocks: list[Block] = []
        self.nesting = Nesting()
        self.zones = Zones()
        self.above = Above(text, layout, bool(skipped))
        self.grid: Grid | None = None
        self.notes = 0  # the number of the last footnote

    def turn(self, grid: Grid | None) -> None:
        """Enter a table, or leave one for the text or for another."""
        if self.grid is not None:
            self.nesting.leave()
        self.nesting.enter()
        self.grid = grid
        self.above.cell = self.zones.cell = grid is not None
        self.zones.rows = grid is not None and len(grid.rows) > 1
        self.above.part()

    def cell(self) -> None:
        """A cell opens, or a bar stands here."""
        self.nesting.leave()
        self.above.part()

    def read(self, lines: Iterable[Line]) -> None:
        """Read the next lines."""
        for start, row in lines:
            words = row.strip(_EDGE)
            if start in self.breaks:
                self.above.page = True
            if not words:
                self.above.gap = self.above.gap or start not in self.breaks
            elif words[0] in _RULED and not words.strip(_RULED):
                self.above.part()
            else:
                self._place(words, start if row[0] == words[0] else start + row.index(words[0]))

    def settle(self) -> None:
        """Look again at the zone of the last block, now that it is whole."""
        if self.blocks and self.blocks[-1].zone == "front":
            block = self.blocks[-1]
            block.zone = self.zones.settle(self.flat[block.start : block.end], block.kind, cell=block.cell)

    def _place(self, words: str, start: int) -> None:
        """Add a line to the current block or open another."""
        block = self.above.block
        found = marker(words)
        if found and block and not self.above.lets_open(block, found, words):
            found = None
        note = self._note(words) if found is None and words[0] in _NOTED else None
        if found or note or block is None or not self.above.goes_on(block, words):
            block = self._open(words, start, found, note)
        else:
            if block.body == block.end:
                block.body = start
            block.end = start + len(words)
        self.above.take(block, words, start)

    def _note(self, words: str) -> re.Match[str] | None:
        """A footnote: by its bracket, or by a bare number that counts on or follows a finished text."""
        note = _NOTE.match(words)
        if note is None or words[0] == "[":
            return note
        value, block = int(note[0]), self.above.block
        if block is None or value != self.notes + 1:
            return None
        if block.kind != "footnote" and not (self.above.gap and (value > 1 or ends(self.above.words))):
            return None
        self.notes = value
        return note

    def _open(self, words: str, start: int, found: re.Match[str] | None, note: re.Match[str] | None) -> Block:
        """Open a block with a line; `found` is its marker, `note` that of a footnote."""
        self.settle()
        kind = (found.lastgroup or "") if found else "footnote" if note else "paragraph"
        lead, end = found or note, start + len(words)
        was, zone = self.zones.zone, self.zones.enter(words, kind)
        if zone != was or zone != "body":
            self.nesting.turn(zone, was, kind)
        rank = self.nesting.rank(self.flat, kind, found) if found else PARAGRAPH
        parent = None if note else self.nesting.parent(rank)
        body, marked = (end - len(words[lead.end() :].lstrip(" ")), lead[0].strip()) if lead else (start, "")
        block = Block(len(self.blocks), start, end, body, kind, marked, rank, parent, zone, self.above.cell)
        if parent is not None:
            self.blocks[parent].children.append(block.index)
        if found:
            self.nesting.stack.append(block)
        self.blocks.append(block)
        return block
