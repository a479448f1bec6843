"""Puts printed lines together to blocks."""

from __future__ import annotations

import re

from loaders.found import Span
from loaders.grid import Grid
from loaders.layout import layout
from loaders.markers import RANKS, ends, entitles, goes_on, marker, opens
from loaders.nesting import Nesting
from loaders.sentences import CAPITAL
from loaders.text import Text
from loaders.tree import Block
from loaders.zones import Zones

_EDGE = " |\t#_"
_RULE = re.compile(r"[-_=.~─—– ]*$")
_NOTE = re.compile(rf"\[\d{{1,3}}\]|\d{{1,3}} (?=[{CAPITAL}])")
_SEEN = 60  # code points of the line above that a line is held against


class Builder:
    """Takes the lines of a text in turn; `blocks` are what they make.

    `skipped` are the starts of lines that are page furniture.
    """

    def __init__(self, text: Text, lines: list[Span], skipped: set[int]) -> None:
        self.flat = text.flat
        self.raw = text.lines
        self.skipped = skipped
        self.layout = layout(self.flat, lines)
        self.blocks: list[Block] = []
        self.nesting = Nesting()
        self.zones = Zones()
        self.current: Block | None = None
        self.grid: Grid | None = None
        self.gap = True  # more than a line break since the last line
        self.page = False  # a page break since the last line
        self.last: Span = (0, 0)  # the last line of the current block
        self.fresh = False  # ... is its first
        self.notes = 0  # the number of the last footnote

    def take(self, start: int, end: int, grid: Grid | None, opening: bool) -> None:
        """Read the next line: ``start:end`` of the twin, in a table or not; `opening` where a cell opens."""
        if grid is not self.grid:
            self._turn(grid)
        if opening:
            self.nesting.leave()
            self.current, self.gap = None, True
            return
        if start in self.skipped:
            self.page = True
            return
        line = self.flat[start:end]
        words = line.strip(_EDGE)
        if not words or _RULE.match(words):
            self.gap = True
            if words:
                self.current = None
            return
        start += len(line) - len(line.lstrip(_EDGE))
        self._place(words, start, start + len(words))

    def settle(self) -> None:
        """Look again at the zone of the last block, now that it is whole."""
        if self.blocks and self.blocks[-1].zone == "front":
            block = self.blocks[-1]
            block.zone = self.zones.settle(self.flat[block.start : block.end], block.kind, cell=block.cell)

    def _turn(self, grid: Grid | None) -> None:
        """Enter or leave a table."""
        if self.grid is not None:
            self.nesting.leave()
        self.nesting.enter()
        self.grid, self.current, self.gap = grid, None, True

    def _place(self, words: str, start: int, end: int) -> None:
        """Add a line to the current block or open another."""
        current = self.current
        before = self.flat[max(self.last[0], self.last[1] - _SEEN) : self.last[1]].rstrip() if current else ""
        found = marker(words)
        if found and current and not self._opens(current, found, words, before):
            found = None
        note = None if found else self._note(words, before)
        if not found and not note and current is not None and self._continues(current, words, before):
            if current.body == current.end:
                current.body = start
            current.end = end
            self.fresh = False
        else:
            self._open(words, start, end, found, note)
            self.fresh = True
        self.last, self.gap, self.page = (start, end), False, False

    def _opens(self, current: Block, found: re.Match[str], words: str, before: str) -> bool:
        """Whether what looks like a marker is one."""
        full = self.last[1] - self.last[0] > self.layout.width * 0.9
        return opens(found, words, before, gap=self.gap, heads=self._heads(current, found), full=full)

    def _heads(self, current: Block, found: re.Match[str]) -> bool:
        """Whether the current block is a heading so far and the marker one of a lower rank."""
        return self.fresh and current.kind != "paragraph" and current.rank < RANKS[found.lastgroup or "plus"]

    def _note(self, words: str, before: str) -> re.Match[str] | None:
        """A footnote: by its bracket, or by a bare number that counts on or follows a finished text."""
        note = _NOTE.match(words)
        if note is None or words[0] == "[":
            return note
        value, current = int(note[0]), self.current
        if current is None or value != self.notes + 1:
            return None
        if current.kind != "footnote" and not (self.gap and (value > 1 or ends(before))):
            return None
        self.notes = value
        return note

    def _continues(self, current: Block, words: str, before: str) -> bool:
        if current.end == current.body or not before:
            return True  # nothing but a marker so far
        if current.kind == "footnote":
            return not self.page and not self.gap
        if words.isdigit() or (before.isdigit() and current.kind == "paragraph" and not words[0].islower()):
            return False  # a page's number, or a cell's
        size, width = self.last[1] - self.last[0], self.layout.width
        return goes_on(
            words,
            before,
            gap=self.gap,
            page=self.page,
            wraps=size > width * 0.55 or not (self.skipped or current.zone == "front"),
            fresh=self.fresh and current.kind != "paragraph" and size < width * 0.8,
            bold=self._bold() or (current.kind == "article" and entitles(self.flat[current.body : current.end])),
            spaced=self.layout.spaced and self.grid is None,
        )

    def _bold(self) -> bool:
        """Whether the last line stands alone in bold, as headings do."""
        start, end = self.last
        return self.raw[max(0, start - 2) : start] == "**" and self.raw[end : end + 2] == "**"

    def _open(self, words: str, start: int, end: int, found: re.Match[str] | None, note: re.Match[str] | None) -> None:
        """Open a block with a line; `found` is its marker, `note` that of a footnote."""
        self.settle()
        kind = (found.lastgroup or "") if found else "footnote" if note else "paragraph"
        lead = found or note
        body = end - len(words[lead.end() :].lstrip(" ")) if lead else start
        was, cell = self.zones.zone, self.grid is not None
        zone = self.zones.enter(words, kind, cell=cell, new_table=self.grid is not None and len(self.grid.rows) > 1)
        self.nesting.turn(zone, was, kind)
        rank = self.nesting.rank(self.flat, kind, found)
        parent = None if note else self.nesting.parent(rank)
        marked = lead[0].strip() if lead else ""
        block = Block(len(self.blocks), start, end, body, kind, marked, rank, parent, zone, cell)
        if parent is not None:
            self.blocks[parent].children.append(block.index)
        if found:
            self.nesting.stack.append(block)
        self.blocks.append(block)
        self.current = block
