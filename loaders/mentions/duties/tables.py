"""Tables of tasks: a column says what, others who leads, who helps, by when.

Three printed forms: a table by its bars; a table of the gazette, of which only the cells in their order are left; and
a task with its particulars as labelled items below it ("- Cơ quan chủ trì: Bộ Công an."). Who does it may also stand
over the rows ("Nhiệm vụ giao Sở Nội vụ"): in a row of its own, or in the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders.found import Actor, Duty, Span
from loaders.mentions.duties.columns import Columns, columns, given, is_numbering, listed, named, says
from loaders.mentions.duties.labels import Labelled
from loaders.mentions.duties.lost import Lost
from loaders.mentions.duties.partners import accompanying
from loaders.mentions.duties.stated import stated
from loaders.mentions.duties.titles import entitled, title
from loaders.segment import Tree

_HEAD_ROWS = 3  # a table's heading stands in one of so many rows
_LEAST = 3  # columns

Rows = Sequence[Sequence[Span]]


def tabled(tree: Tree, torn: Iterable[Lost], labels: Iterable[Labelled], today: str | None) -> list[Duty]:
    """The assignments of the tables and labelled items of a text; `today` is the document's own date."""
    flat = tree.text.flat
    barred = _Table(flat, today)
    for grid in tree.tables:
        if len(grid.rows) > 1 and grid.width >= _LEAST:
            barred.take(grid.rows, title(tree, grid.start))
    found = barred.found
    for table in torn:
        lone = _Table(flat, today)
        lone.take(table.rows, [])
        found += lone.found
    for label in labels:
        found += label.duties
    return found


def cells(torn: Iterable[Lost], labels: Iterable[Labelled]) -> set[int]:
    """The blocks that are cells of a table whose bars are lost, or particulars of a task."""
    bare = {index for table in torn for index in range(table.first, table.last)}
    return bare | {block.index for label in labels if label.duties for block in label.blocks}


@dataclass(slots=True)
class _Table:
    """Reads the rows of tables in turn; a table that a page break has cut goes on without its heading.

    `where` are the columns of the last heading, `above` the doers of the row before, `over` those of the group of
    rows or of the title.
    """

    flat: str
    today: str | None
    where: Columns | None = None
    above: list[Actor] = field(default_factory=list)
    over: list[Actor] = field(default_factory=list)
    found: list[Duty] = field(default_factory=list)

    def take(self, rows: Rows, titled: list[Actor]) -> None:
        """Read the rows of the next table, under a title that may name the doers."""
        cut = True
        for number, row in enumerate(rows):
            numbered = is_numbering(self.flat, row)
            if (number < _HEAD_ROWS and cut) or numbered:
                where = columns([self.flat[s:e] for s, e in row])
                if where or numbered:
                    self.where, self.over, self.above, cut = where, titled, [], False
                    continue
            if self.where and (not cut or self._goes_on(row, self.where)):
                self._row(row, self.where)

    def _goes_on(self, row: Sequence[Span], where: Columns) -> bool:
        """Whether a row without a heading above it has the columns of the table before."""
        return len(row) == where.width and where.lead is not None and bool(named(self.flat, row[where.lead]))

    def _row(self, row: Sequence[Span], where: Columns) -> None:
        cells = _aligned(self.flat, row, where)
        if cells is None:
            return
        if _groups(self.flat, cells, where):
            self.over = entitled(self.flat, *cells[where.task]) or self.over
            return
        leads = self._leads(cells, where)
        if leads and says(self.flat, cells[where.task]):
            helpers = listed(self.flat, cells[where.coordinate]) if where.coordinate is not None else []
            deadline = stated(self.flat, *cells[where.due], self.today) if where.due is not None else None
            task, named = accompanying(self.flat, *cells[where.task])
            known = {a.name for a in (*leads, *helpers)}
            self.found += given(task, leads, [*helpers, *(a for a in named if a.name not in known)], deadline)

    def _leads(self, cells: list[Span], where: Columns) -> list[Actor]:
        """Who leads: by the row's own cell; a cell that spans several rows is printed once."""
        if where.lead is None:
            return self.over
        start, end = cells[where.lead]
        self.above = listed(self.flat, (start, end)) or (self.above or self.over if start == end else [])
        return self.above


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
    if len(cells) < 2 or where.lead is None:
        return None
    empty = (cells[-1][1], cells[-1][1])
    options = (cells + [empty] * missing, [empty] * missing + cells)
    return next((o for o in options if listed(flat, o[where.lead])), None)
