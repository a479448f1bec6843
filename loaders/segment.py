"""The tree of a text: căn cứ, phần, mục, điều, khoản, điểm, bullets, table cells, annexes, recipients.

Texts come with hard line breaks, page breaks inside sentences, page furniture, Markdown stars and table bars. A
block is what a person would call one paragraph or item, whatever lines it was printed on; a block's `parent` is
the heading or item that it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.builder import Builder
from loaders.found import Span
from loaders.furniture import furniture
from loaders.grid import Grid, grids, is_bar
from loaders.markers import PARAGRAPH, RANKS
from loaders.sentences import CAPITAL
from loaders.text import Text
from loaders.tree import Block, Tree
from loaders.zones import Zone

__all__ = ["PARAGRAPH", "RANKS", "Block", "Tree", "Zone", "segment"]

# A new item that was glued to the end of the line above: "kết luận như sau:**1. Thống nhất …".
_GLUED = re.compile(rf"(?<=[^\s*|])\*\*(?=(?:\d{{1,2}}|[IVX]+)\. ?[{CAPITAL}])")

# A heading torn from its number by a line break: "**Điều\n12. Trách nhiệm …**".
_HEADS = frozenset(["Điều", "Chương", "Mục", "Phần"])
_NUMBER = re.compile(rf"[ *]*(?:\d{{1,3}}[a-zđ]?[.:] ?\**[{CAPITAL}]|[IVX]+\**$)")
_TORN = 14  # code points: such a line is no longer


def segment(text: Text) -> Tree:
    """The blocks of a text, each with its marker, its place in the tree and its zone.

    The tree's text is `text` with page furniture blank in the twin.
    """
    skipped = furniture(text)
    text = text.blank(skipped)
    lines = _lines(text.lines)
    tables = grids(text.flat, lines)
    builder = Builder(text, lines, {start for start, _ in skipped})
    for start, end, grid, opening in _pieces(text.flat, lines, tables):
        builder.take(start, end, grid, opening)
    builder.settle()
    return Tree(text, builder.blocks, tables)


def _lines(printed: str) -> list[Span]:
    """The spans of the printed lines; a line with a glued item is two, a heading torn from its number is one."""
    spans: list[Span] = []
    at = 0
    torn: int | None = None
    lines = printed.split("\n")
    for number, line in enumerate(lines):
        start, torn = at if torn is None else torn, None
        if len(line) < _TORN and line.strip(" *") in _HEADS and _numbered(lines, number + 1):
            torn = start
        if "**" in line:
            for cut in _GLUED.finditer(line):
                spans.append((start, at + cut.start()))
                start = at + cut.end()
        if torn is None:
            spans.append((start, at + len(line)))
        at += len(line) + 1
    return spans


def _numbered(lines: list[str], number: int) -> bool:
    return number < len(lines) and _NUMBER.match(lines[number]) is not None


def _pieces(flat: str, lines: list[Span], tables: list[Grid]) -> Iterator[tuple[int, int, Grid | None, bool]]:
    """The lines in turn, those of a table with it; the flag says that a cell opens (or a bar stands) here."""
    nexts = iter(tables)
    grid = next(nexts, None)
    for start, end in lines:
        while grid is not None and start >= grid.end:
            grid = next(nexts, None)
        if grid is None or start < grid.start:
            yield start, end, None, False
        elif flat.find("|", start, end) < 0:
            yield start, end, grid, False
        elif is_bar(flat[start:end]):
            yield start, start, grid, True
        else:
            for s, e in _cells(grid, start, end):
                yield s, s, grid, True
                yield s, e, grid, False


def _cells(grid: Grid, start: int, end: int) -> list[Span]:
    """The cells of a row that stands on one line; a line that is no row is one cell."""
    row = next((r for r in grid.rows if r and start <= r[0][0] <= end and r[-1][1] <= end), None)
    return [c for c in row if c[0] < c[1]] if row else [(start, end)]
