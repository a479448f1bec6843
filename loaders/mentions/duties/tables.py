"""Tables of tasks: a column says what, others who leads, who helps, by when.

Three printed forms: a table by its bars; a table of the gazette, of which only the cells in their order are left; and
a task with its particulars as labelled items below it ("- Cơ quan chủ trì: Bộ Công an.").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.found import Actor, Duty, Span
from loaders.mentions.duties.columns import Columns, columns, given, listed, says
from loaders.mentions.duties.labels import Labelled
from loaders.mentions.duties.lost import Lost
from loaders.mentions.duties.stated import stated
from loaders.segment import Tree

_HEAD_ROWS = 3  # a table's heading stands in one of so many rows
_LEAST = 3  # columns

Rows = Sequence[Sequence[Span]]


def tabled(tree: Tree, torn: Iterable[Lost], labels: Iterable[Labelled], today: str | None) -> list[Duty]:
    """The assignments of the tables and labelled items of a text; `today` is the document's own date."""
    barred = (grid.rows for grid in tree.tables if len(grid.rows) > 1 and grid.width >= _LEAST)
    found: list[Duty] = []
    for rows in (*barred, *(table.rows for table in torn)):
        found += _rows(tree.text.flat, rows, today)
    for label in labels:
        found += label.duties
    return found


def cells(torn: Iterable[Lost], labels: Iterable[Labelled]) -> set[int]:
    """The blocks that are cells of a table whose bars are lost, or particulars of a task."""
    bare = {index for table in torn for index in range(table.first, table.last)}
    return bare | {block.index for label in labels if label.duties for block in label.blocks}


def _rows(flat: str, rows: Rows, today: str | None) -> list[Duty]:
    heads = ((n, columns([flat[s:e] for s, e in row])) for n, row in enumerate(rows[:_HEAD_ROWS]))
    number, where = next(((n, c) for n, c in heads if c), (0, None))
    if where is None:
        return []
    found: list[Duty] = []
    above: list[Actor] = []
    for row in rows[number + 1 :]:
        cells = _aligned(flat, row, where)
        if cells is None or _groups(flat, cells, where):
            continue
        lead = cells[where.lead]
        above = leads = listed(flat, lead) or (above if lead[0] == lead[1] else [])
        if leads and says(flat, cells[where.task]):
            found += _row(flat, cells, where, leads, today)
    return found


def _row(flat: str, cells: list[Span], where: Columns, leads: list[Actor], today: str | None) -> list[Duty]:
    """The duties of a row; a doer's cell that spans several rows is printed once."""
    helpers = listed(flat, cells[where.coordinate]) if where.coordinate is not None else []
    deadline = stated(flat, *cells[where.due], today) if where.due is not None else None
    return given(cells[where.task], leads, helpers, deadline)


def _groups(flat: str, cells: list[Span], where: Columns) -> bool:
    """Whether a row heads a group of tasks: nothing stands beside its words, or they are capitals."""
    task = cells[where.task]
    return all(a == b for a, b in cells[where.task + 1 :]) or flat[slice(*task)].isupper()


def _aligned(flat: str, row: Sequence[Span], where: Columns) -> list[Span] | None:
    """The cells of a row under their headings; a row with fewer has cells that span several rows or columns."""
    cells = list(row[: where.width])
    missing = where.width - len(cells)
    if missing == 0:
        return cells
    if len(cells) < 2:
        return None
    empty = (cells[-1][1], cells[-1][1])
    options = (cells + [empty] * missing, [empty] * missing + cells)
    return next((o for o in options if listed(flat, o[where.lead])), None)
