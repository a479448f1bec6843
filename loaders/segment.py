"""The tree of a text: căn cứ, phần, mục, điều, khoản, điểm, bullets, table cells, annexes, recipients.

Texts come with hard line breaks, page breaks inside sentences, page furniture, Markdown stars and table bars. A
block is what a person would call one paragraph or item, whatever lines it was printed on; a block's `parent` is
the heading or item that it stands under.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from loaders.builder import Builder
from loaders.found import Span
from loaders.furniture import furniture
from loaders.grid import Grid, grids, is_bar
from loaders.layout import layout
from loaders.lines import Lines, lines
from loaders.markers import PARAGRAPH, RANKS
from loaders.text import Text
from loaders.tree import Block, Tree
from loaders.zones import Zone

__all__ = ["PARAGRAPH", "RANKS", "Block", "Tree", "Zone", "segment"]


def segment(text: Text) -> Tree:
    """The blocks of a text, each with its marker, its place in the tree and its zone.

    The tree's text is `text` with page furniture blank in the twin.
    """
    skipped = furniture(text)
    text = text.blank(skipped)
    printed = lines(text)
    tables = grids(text.flat, printed)
    builder = Builder(text, layout(printed), {start for start, _ in skipped}, _pages(text, printed))
    at = 0
    for table in tables:
        _read(builder, printed, at, table.start)
        _read_table(builder, printed, table)
        at = table.end
    _read(builder, printed, at, len(text.flat) + 1)
    builder.settle()
    return Tree(text, builder.blocks, tables)


def _pages(text: Text, printed: Lines) -> set[int]:
    """Where the lines begin that hold a page break."""
    breaks = (found.start() for found in re.finditer("\f", text.lines))
    return {printed.starts[bisect_right(printed.starts, at) - 1] for at in breaks}


def _read(builder: Builder, printed: Lines, start: int, end: int) -> None:
    """Lines before, between and behind the tables."""
    if builder.grid is not None:
        builder.turn(None)
    builder.read(printed.within(start, end))


def _read_table(builder: Builder, printed: Lines, table: Grid) -> None:
    """The lines of a table: a bar opens a cell, and so does each cell of a row that stands on one line."""
    builder.turn(table)
    starts = [row[0][0] for row in table.rows]
    for start, row in printed.within(table.start, table.end):
        if "|" not in row:
            builder.read([(start, row)])
        elif is_bar(row):
            builder.cell()
        else:
            for begin, end in _cells(table, starts, start, start + len(row)):
                builder.cell()
                builder.read([(begin, builder.flat[begin:end])])


def _cells(table: Grid, starts: list[int], start: int, end: int) -> list[Span]:
    """The cells of a row that stands on one line; a line that is no row is one cell."""
    at = bisect_left(starts, start)
    while at < len(starts) and starts[at] <= end:
        row = table.rows[at]
        if row[-1][1] <= end:
            return [cell for cell in row if cell[0] < cell[1]]
        at += 1
    return [(start, end)]
