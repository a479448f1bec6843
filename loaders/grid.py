"""Tables as they come out of web pages and word processors: rows of cells, by their bars.

Two printed forms: a bar alone on a line opens and closes each cell and two of them end a row ("|", cell, "|",
cell, "|", "|" …), or a whole row stands on one line ("| a | b |"). Neither says where a table ends when text
follows its last bar, so the shape of what follows decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.found import Span

_BAR = re.compile(r"^[| \t]*\|[| \t]*$")
# A heading of the paper or a block of recipients and signature: two cells a row, whatever follows.
_PAIR = re.compile(r"CỘNG HÒA|XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN|Nơi nhận|NƠI NHẬN|Kính gửi|Kính g ")
_NEW_ROW = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*\.?|[a-zđ]\)?|[IVX]+\.?|-|\+)\W*$")
_OUTSIDE = re.compile(
    r"\W*(?:PHỤ LỤC|Phụ lục|Điều \d|Căn cứ|CÔNG ĐIỆN|QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO|NGHỊ QUYẾT|Chương [IVX]|[IVX]+\. )"
)
_LONG, _LONGISH = 1200, 320


@dataclass(slots=True)
class Grid:
    """A table: its span in the twin, and its rows of cell spans; an empty cell is an empty span."""

    start: int
    end: int
    rows: list[list[Span]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The number of cells in the widest row."""
        return max(map(len, self.rows), default=0)


def is_bar(line: str) -> bool:
    """Whether a line is a bar alone."""
    return _BAR.match(line) is not None


def is_row(line: str) -> bool:
    """Whether a whole row of a table stands on a line."""
    return line.count("|") >= 2 and not _BAR.match(line)


def grids(flat: str, lines: list[Span]) -> list[Grid]:
    """The tables of a text, given the spans of its lines."""
    if "|" not in flat:
        return []
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        line = flat[lines[at][0] : lines[at][1]]
        if "|" not in line:
            at += 1
        elif is_bar(line):
            grid, at = _barred(flat, lines, at)
            found.append(grid)
        elif is_row(line):
            grid, at = _ruled(flat, lines, at)
            found.append(grid)
        else:
            at += 1
    return found


def _ruled(flat: str, lines: list[Span], at: int) -> tuple[Grid, int]:
    """Rows that stand on one line each, from line `at` on."""
    grid = Grid(lines[at][0], lines[at][1])
    while at < len(lines) and is_row(flat[lines[at][0] : lines[at][1]]):
        cells = _row(flat, *lines[at])
        if any(flat[a:b].strip("-: ") for a, b in cells):
            grid.rows.append(cells)
        grid.end = lines[at][1]
        at += 1
    return grid, at


def _row(flat: str, start: int, end: int) -> list[Span]:
    """The cells of a line; its first bar and its last may stand or not."""
    start, end = _trim(flat, start, end)
    start += flat[start] == "|"
    end -= flat[end - 1] == "|"
    bars = [i for i in range(start, end) if flat[i] == "|"]
    return [_trim(flat, a + 1, b) for a, b in pairwise([start - 1, *bars, end])]


def _barred(flat: str, lines: list[Span], at: int) -> tuple[Grid, int]:
    """A table whose bars stand alone, from the bar on line `at` on; and the line after its last bar."""
    grid = Grid(lines[at][0], lines[at][1])
    row: list[Span] = []
    pair = False
    while True:
        bar = _next_bar(flat, lines, at + 1)
        if bar is None:
            break
        cell = _trim(flat, lines[at][1], lines[bar][0])
        if cell[0] == cell[1]:
            if row and _row_ends(grid, row, flat, lines, bar):
                grid.rows.append(row)
                row = []
            else:
                row.append(cell)
        else:
            if not grid.rows and not row:
                pair = False
            if _is_outside(flat, cell, row, grid, pair):
                break
            row.append(cell)
            pair = pair or (len(row) <= 2 and not grid.rows and _PAIR.search(flat, *cell) is not None)
        at = bar
    if row:
        grid.rows.append(row)
    grid.end = lines[at][1]
    return grid, at + 1


def _next_bar(flat: str, lines: list[Span], at: int) -> int | None:
    while at < len(lines):
        start, end = lines[at]
        if end > start and flat.find("|", start, end) >= 0 and _BAR.match(flat[start:end]):
            return at
        at += 1
    return None


def _row_ends(grid: Grid, row: list[Span], flat: str, lines: list[Span], bar: int) -> bool:
    """Two bars with nothing between: the end of a row, or an empty cell?"""
    if not grid.rows or len(row) >= grid.width:
        return True
    after = _next_bar(flat, lines, bar + 1)
    if after is None:
        return True
    start, end = _trim(flat, lines[bar][1], lines[after][0])
    return start < end and _NEW_ROW.match(flat[start:end]) is not None


def _is_outside(flat: str, cell: Span, row: list[Span], grid: Grid, pair: bool) -> bool:
    """Whether what stands between two bars is text between two tables and not a cell."""
    length = cell[1] - cell[0]
    full = bool(row) and (len(row) >= 2 if pair else bool(grid.rows) and len(row) >= grid.width)
    if length > _LONG or (pair and full):
        return True
    return bool(row) and _OUTSIDE.match(flat[cell[0] : cell[1]]) is not None and (full or length > _LONGISH)


def _trim(flat: str, start: int, end: int) -> Span:
    while start < end and flat[start].isspace():
        start += 1
    while end > start and flat[end - 1].isspace():
        end -= 1
    return start, end
