"""Tables as they come out of web pages and word processors: rows of cells, by their bars.

Two printed forms: a bar alone on a line opens and closes each cell and two of them end a row ("|", cell, "|",
cell, "|", "|" …), or a whole row stands on one line ("| a | b |"). Neither says where a table ends when text
follows its last bar, so the shape of what follows decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.found import Span
from loaders.lines import Line, Lines

# A heading of the paper or a block of recipients and signature: two cells a row, whatever follows.
_PAIR = re.compile(r"CỘNG HÒA|XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN|Nơi nhận|NƠI NHẬN|Kính gửi|Kính g ")
_NEW_ROW = re.compile(r"\W*+(?:\d{1,3}(?:\.\d{1,2})*\.?|[a-zđ]\)?|[IVX]+\.?)\W*+$|[^\w+-]*+[+-]\W*+$")
_OUTSIDE = re.compile(
    r"\W*+(?:PHỤ LỤC|Phụ lục|Điều \d|Căn cứ|CÔNG ĐIỆN|QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO|NGHỊ QUYẾT|Chương [IVX]|[IVX]+\. )"
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


def is_bar(row: str) -> bool:
    """Whether a line with a bar has nothing else."""
    return not row.strip("| ")


def is_row(row: str) -> bool:
    """Whether a whole row of a table stands on a line."""
    return row.count("|") >= 2 and not is_bar(row)


def grids(flat: str, lines: Lines) -> list[Grid]:
    """The tables of a text, given its lines."""
    barred = [(s, row) for s, row in zip(lines.starts, lines.rows, strict=True) if "|" in row] if "|" in flat else []
    found: list[Grid] = []
    at = 0
    while at < len(barred):
        if is_bar(barred[at][1]):
            grid, at = _barred(flat, barred, at)
            found.append(grid)
        elif is_row(barred[at][1]):
            grid, at = _ruled(barred, at)
            found.append(grid)
        else:
            at += 1
    return found


def _ruled(barred: list[Line], at: int) -> tuple[Grid, int]:
    """Rows that stand on one line each, from line `at` on; and the line behind them."""
    grid = Grid(barred[at][0], barred[at][0] - 1)
    while at < len(barred) and barred[at][0] == grid.end + 1 and is_row(barred[at][1]):
        start, row = barred[at]
        if row.strip("|-: "):  # no rule between the head and the rows
            grid.rows.append(_cells(start, row))
        grid.end = start + len(row)
        at += 1
    return grid, at


def _cells(start: int, row: str) -> list[Span]:
    """The cells of a line; its first bar and its last may stand or not."""
    words = row.lstrip()
    begin = start + len(row) - len(words) + words.startswith("|")
    cells = []
    for cell in words.rstrip().removeprefix("|").removesuffix("|").split("|"):
        cells.append(_trimmed(begin, cell))
        begin += len(cell) + 1
    return cells


def _barred(flat: str, barred: list[Line], at: int) -> tuple[Grid, int]:
    """A table whose bars stand alone, from the bar on line `at` on; and the line behind its last bar."""
    grid = Grid(barred[at][0], barred[at][0])
    row: list[Span] = []
    pair, width = False, 0
    while (bar := _next_bar(barred, at + 1)) is not None:
        cell = _between(flat, barred, at, bar)
        if cell[0] < cell[1]:
            full = bool(row) and (len(row) >= 2 if pair else 0 < width <= len(row))
            if _is_outside(flat, cell, inside=bool(row), full=full, pair=pair):
                break
            row.append(cell)
            pair = pair or (len(row) <= 2 and not grid.rows and _PAIR.search(flat, *cell) is not None)
        elif row and (len(row) >= width or _ends_row(flat, barred, bar)):
            grid.rows.append(row)
            width, row = max(width, len(row)), []
        else:
            row.append(cell)
        at = bar
    if row:
        grid.rows.append(row)
    grid.end = barred[at][0] + len(barred[at][1])
    return grid, at + 1


def _next_bar(barred: list[Line], at: int) -> int | None:
    while at < len(barred):
        if is_bar(barred[at][1]):
            return at
        at += 1
    return None


def _between(flat: str, barred: list[Line], at: int, bar: int) -> Span:
    """The cell between two bars."""
    begin = barred[at][0] + len(barred[at][1])
    return _trimmed(begin, flat[begin : barred[bar][0]])


def _ends_row(flat: str, barred: list[Line], bar: int) -> bool:
    """Whether a bar behind another ends a row that is shorter than the widest: a new one begins, or nothing follows."""
    after = _next_bar(barred, bar + 1)
    if after is None:
        return True
    start, end = _between(flat, barred, bar, after)
    return start < end and _NEW_ROW.match(flat, start, end) is not None


def _is_outside(flat: str, cell: Span, *, inside: bool, full: bool, pair: bool) -> bool:
    """Whether what stands between two bars is text between two tables and not a cell.

    `inside`: a row has begun; `full`: it has as many cells as a row of this table; `pair`: a table of two cells a row.
    """
    length = cell[1] - cell[0]
    if length > _LONG or (pair and full):
        return True
    return inside and (full or length > _LONGISH) and _OUTSIDE.match(flat, *cell) is not None


def _trimmed(start: int, words: str) -> Span:
    """The span of words without the blanks around them."""
    begin = start + len(words) - len(words.lstrip())
    return begin, begin + len(words.strip())
