"""Tables of tasks: a column says what, others who leads, who helps, by when.

Three printed forms: a table by its bars; a table of the gazette, of which only the cells in their order are left; and
a task with its particulars as labelled items below it ("- Cơ quan chủ trì: Bộ Công an.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.found import Actor, Duty, Span
from loaders.mentions.bodies import bodies
from loaders.mentions.deadlines import Deadline, stated
from loaders.mentions.kinds import patterns
from loaders.mentions.predicates import starts, told
from loaders.segment import Block, Tree

_HEAD_ROWS = 3  # a table's heading stands in one of so many rows
_NAME = 140  # code points: a cell longer than this is no list of bodies
_LABEL = re.compile(r"[-+•\s]*(?P<label>[^\W\d_][^:.;]{3,60}?) *: *")
_WORDS = re.compile(r"\w+\W+\w+\W+\w")
_BETWEEN = re.compile(r"[\s,;.+-]*(?:và +)?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has what: column numbers."""

    task: int
    lead: int
    width: int
    coordinate: int | None = None
    due: int | None = None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    return {k: re.compile(v.replace(" ", " +"), re.I) for k, v in patterns("duties")["columns"].items()}


def tabled(tree: Tree, today: str | None) -> list[Duty]:
    """The assignments of the tables and labelled items of a text."""
    flat = tree.text.flat
    found: list[Duty] = []
    for rows in _tables(tree):
        found += _rows(flat, rows, today)
    for duties, _ in _labelled(tree, today):
        found += duties
    return found


def _tables(tree: Tree) -> Iterator[list[list[Span]]]:
    """The rows of each table, barred or of the gazette."""
    for grid in tree.tables:
        if len(grid.rows) > 1 and grid.width >= 3:
            yield grid.rows
    for rows, _ in _unruled(tree):
        yield rows


def cells(tree: Tree) -> set[int]:
    """The blocks that are cells of a table whose bars are lost, or particulars of a task."""
    lost = {index for _, span in _unruled(tree) for index in range(*span)}
    return lost | {block.index for duties, blocks in _labelled(tree, None) if duties for block in blocks}


def _rows(flat: str, rows: Sequence[Sequence[Span]], today: str | None) -> list[Duty]:
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        columns = _columns([flat[s:e] for s, e in row])
        if columns:
            break
    else:
        return []
    found: list[Duty] = []
    above: list[Actor] = []
    for row in rows[number + 1 :]:
        cells = _aligned(flat, row, columns)
        if cells is None:
            continue
        task = cells[columns.task]
        if all(a == b for n, (a, b) in enumerate(cells) if n > columns.task) or flat[slice(*task)].isupper():
            continue  # a row that heads a group
        leads = _actors(flat, cells[columns.lead])
        if not leads and cells[columns.lead][0] == cells[columns.lead][1]:
            leads = above  # a cell that spans several rows is printed once
        above = leads
        if not leads or not _WORDS.search(flat, *task):
            continue
        helpers = _actors(flat, cells[columns.coordinate]) if columns.coordinate is not None else []
        deadline = stated(flat, *cells[columns.due], today) if columns.due is not None else None
        found += _duties(task, leads, helpers, deadline)
    return found


def _columns(heads: list[str]) -> Columns | None:
    """What the heading of a table says of its columns."""
    forms = _forms()
    where: dict[str, int] = {}
    for number, head in enumerate(" ".join(h.split()) for h in heads):
        kind = next((k for k in ("coordinate", "lead", "due", "task") if forms[k].search(head)), None)
        if kind and len(head) < 60:
            where.setdefault(kind, number)
    if "task" not in where or "lead" not in where or where["task"] > where["lead"]:
        return None
    return Columns(where["task"], where["lead"], len(heads), where.get("coordinate"), where.get("due"))


def _aligned(flat: str, row: Sequence[Span], columns: Columns) -> list[Span] | None:
    """The cells of a row under their headings; a row with fewer has cells that span several rows or columns."""
    cells = list(row[: columns.width])
    missing = columns.width - len(cells)
    if missing == 0:
        return cells
    if len(cells) < 2:
        return None
    empty = (cells[-1][1], cells[-1][1])
    left, right = [empty] * missing + cells, cells + [empty] * missing
    for option in (right, left):
        if _actors(flat, option[columns.lead]):
            return option
    return None


def _actors(flat: str, cell: Span) -> list[Actor]:
    """The bodies that a cell lists, by commas, semicolons or mere lines."""
    at, end = cell
    if end <= at or end - at > 4 * _NAME:
        return []
    found: list[Actor] = []
    while at < end:
        gap = _BETWEEN.match(flat, at, end)
        at = gap.end() if gap else at
        phrase = bodies(flat, at, end)
        if phrase is None:
            break
        found += phrase.actors
        at = phrase.end
    if not found and end - cell[0] < _NAME and flat[cell[0]].isupper() and _WORDS.search(flat, *cell):
        return [Actor(cell[0], end, " ".join(flat[cell[0] : end].split()).strip(" .;,"))]
    return found


def _duties(task: Span, leads: list[Actor], helpers: list[Actor], deadline: Deadline | None) -> list[Duty]:
    due = deadline.due if deadline else None
    text = deadline.text if deadline and (deadline.due or deadline.recurs or re.search(r"\d", deadline.text)) else None
    recurs = deadline.recurs if deadline else None
    roles = [*((a, "lead") for a in leads), *((a, "coordinate") for a in helpers)]
    return [Duty(*task, a, role, "assign", True, due, text, recurs) for a, role in roles]


# --- tables of the gazette


def _unruled(tree: Tree) -> Iterator[tuple[list[list[Span]], Span]]:
    """Tables whose bars are lost: their headings one below the other, then numbered runs of cells; and their blocks."""
    blocks = tree.blocks
    at = 0
    while at < len(blocks):
        head = _heading(tree, at)
        if head is None:
            at += 1
            continue
        first = at
        rows, at = _numbered(tree, at + len(head), head)
        if len(rows) > 1:
            yield rows, (first, at)


def _heading(tree: Tree, at: int) -> list[Span] | None:
    """The headings of the columns from a "STT" on."""
    blocks = tree.blocks
    if blocks[at].cell or tree.words(blocks[at]).strip(" .").upper() not in ("STT", "TT", "SỐ TT"):
        return None
    head: list[Span] = []
    for block in blocks[at : at + 12]:
        words = tree.words(block).strip()
        if block.cell or words.isdigit() or block.kind != "paragraph":
            break
        if not words.startswith("("):
            head.append((block.start, block.end))
        elif head:
            head[-1] = (head[-1][0], block.end)
    return head if len(head) >= 3 and _columns([tree.text.flat[s:e] for s, e in head]) else None


def _numbered(tree: Tree, at: int, head: list[Span]) -> tuple[list[list[Span]], int]:
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
                last = cells[len(cells) - len(head) + 2 :]
                rows.append([cells[0], (cells[1][0], cells[len(cells) - len(head) + 1][1]), *last])
            number += 1
        else:
            at += 1
            if len(rows) > 1 and words[:1].isupper() and at - block.index > len(head) + 4:
                break
    return rows, at


def _row(tree: Tree, at: int, number: int) -> tuple[list[Span], int]:
    first = tree.blocks[at]
    cells: list[Span] = [(first.start, first.end)]
    at += 1
    while at < len(tree.blocks) and len(cells) < 16:
        block = tree.blocks[at]
        words = tree.words(block).strip()
        if words == str(number + 1) or words.upper() in ("STT", "TT") or block.kind != "paragraph" or block.cell:
            break
        cells.append((block.start, block.end))
        at += 1
    return cells, at


# --- labelled items


def _labelled(tree: Tree, today: str | None) -> list[tuple[list[Duty], list[Block]]]:
    """Tasks with their particulars as labelled items below them or beside them; and those items."""
    flat = tree.text.flat
    found: list[tuple[list[Duty], list[Block]]] = []
    groups: dict[int | None, list[tuple[str, Block, Span]]] = {}
    for block in tree.blocks:
        if block.cell or block.zone not in ("body", "annex") or flat.find(":", block.body, block.body + 64) < 0:
            continue
        label = _LABEL.match(flat, block.body, block.end)
        kind = _kind(label["label"]) if label else None
        if kind and label:
            groups.setdefault(block.parent, []).append((kind, block, (label.end(), block.end)))
    for parent, members in groups.items():
        for group in _split(members):
            found.append((_group(tree, parent, group, today), [block for _, block, _ in group]))
    return found


def _kind(label: str) -> str | None:
    words = " ".join(label.split())
    if not re.match(r"(?:Cơ quan|Đơn vị|Bộ phận|Chủ trì|Phối hợp|Thời gian|Thời hạn|Tiến độ|Nội dung|Nhiệm vụ|Hoạt động)", words):
        return None
    forms = _forms()
    return next((k for k in ("coordinate", "lead", "due", "task") if forms[k].search(words)), None)


def _split(members: list[tuple[str, Block, Span]]) -> Iterator[list[tuple[str, Block, Span]]]:
    """The particulars of one task each: a label that comes again begins the next."""
    group: list[tuple[str, Block, Span]] = []
    for member in members:
        if any(kind == member[0] for kind, _, _ in group):
            yield group
            group = []
        group.append(member)
    if group:
        yield group


def _group(tree: Tree, parent: int | None, group: list[tuple[str, Block, Span]], today: str | None) -> list[Duty]:
    flat = tree.text.flat
    known = {kind: span for kind, _, span in group}
    if "lead" not in known:
        return []
    leads = _actors(flat, known["lead"])
    if leads and (begin := told(flat, leads[-1].end, known["lead"][1])) and starts(flat, begin, known["lead"][1]):
        return []  # a sentence, read as any other
    task = known.get("task") or _described(tree, parent, group[0][1])
    if not leads or task is None or not _WORDS.search(flat, *task):
        return []
    helpers = _actors(flat, known["coordinate"]) if "coordinate" in known else []
    deadline = stated(flat, *known["due"], today) if "due" in known else None
    return _duties(task, leads, helpers, deadline)


def _described(tree: Tree, parent: int | None, first: Block) -> Span | None:
    """What the labelled items are about: the paragraph in front of them, else the item that they stand under."""
    if first.index and (before := tree.blocks[first.index - 1]).parent == parent and before.index != parent:
        return (before.body, before.end) if _LABEL.match(tree.text.flat, before.body, before.end) is None else None
    if parent is None:
        return None
    above = tree.blocks[parent]
    return above.body, above.end
