"""Tables whose bars are lost: of a page of the gazette only the cells in their order are left.

Their headings stand one below the other from a "STT" on, then numbered runs of cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.found import Span
from loaders.mentions.duties.columns import Columns, columns
from loaders.segment import Block, Tree

_NUMBER = ("STT", "TT", "SỐ TT")
_SHORT = 10  # code points: a "STT" has no more
_LEAST = 3  # columns: number, task, doer
_MOST = 12  # ... and no table has more
_CELLS = 16  # a run of more paragraphs is no row


@dataclass(frozen=True, slots=True)
class Lost:
    """A table: its rows of cell spans, the headings first, and the numbers ``first:last`` of its blocks."""

    rows: list[list[Span]]
    first: int
    last: int


def lost(tree: Tree) -> Iterator[Lost]:
    """The tables of a text whose bars are lost."""
    at = 0
    short = [b.index for b in tree.blocks if b.end - b.body <= _SHORT and not b.cell]
    for first in short:
        if first < at or (head := _heading(tree, first)) is None:
            continue
        rows, at = _rows(tree, first + len(head), head)
        if len(rows) > 1:
            yield Lost(rows, first, at)


def _heading(tree: Tree, at: int) -> list[Span] | None:
    """The headings of the columns from a "STT" on; a remark in brackets belongs to the heading above it."""
    first = tree.blocks[at]
    if tree.words(first).strip(" .").upper() not in _NUMBER:
        return None
    head: list[Span] = []
    for block in tree.blocks[at : at + _MOST]:
        words = tree.words(block).strip()
        if block.cell or words.isdigit() or block.kind != "paragraph":
            break
        if not words.startswith("("):
            head.append((block.start, block.end))
        elif head:
            head[-1] = (head[-1][0], block.end)
    return head if len(head) >= _LEAST and _leads(columns([tree.text.flat[s:e] for s, e in head])) else None


def _leads(where: Columns | None) -> bool:
    return where is not None and where.lead is not None


def _rows(tree: Tree, at: int, head: list[Span]) -> tuple[list[list[Span]], int]:
    """The rows below a heading, each with as many cells; and the block behind them."""
    rows = [head]
    number = 1
    while at < len(tree.blocks):
        block = tree.blocks[at]
        words = tree.words(block).strip()
        if block.cell or block.kind not in ("paragraph", "dash"):
            break
        if words == str(number):
            cells, at = _row(tree, at, number)
            if len(cells) >= len(head):
                rows.append(_fitted(cells, len(head)))
            number += 1
        else:
            at += 1
            if len(rows) > 1 and words[:1].isupper() and at - block.index > len(head) + 4:
                break
    return rows, at


def _fitted(cells: list[Span], width: int) -> list[Span]:
    """A row as wide as its heading: a task printed as several paragraphs is one cell."""
    extra = len(cells) - width
    return [cells[0], (cells[1][0], cells[extra + 1][1]), *cells[extra + 2 :]]


def _row(tree: Tree, at: int, number: int) -> tuple[list[Span], int]:
    """The cells from a row's number to the next number or heading."""
    cells = [_span(tree.blocks[at])]
    at += 1
    while at < len(tree.blocks) and len(cells) < _CELLS:
        block = tree.blocks[at]
        words = tree.words(block).strip()
        if block.kind != "paragraph" or block.cell or words == str(number + 1) or words.upper() in _NUMBER[:2]:
            break
        cells.append(_span(block))
        at += 1
    return cells, at


def _span(block: Block) -> Span:
    return block.start, block.end
