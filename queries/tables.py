"""Rows as people and programs want them: an aligned table, CSV, JSON, a workbook.

A row is a dict of JSON values; of a node, an edge or a path a table shows the name, CSV and JSON the whole.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from graph.errors import CannotWrite

Row: TypeAlias = Mapping[str, Any]
# Columns of a table: what a long word and a few short ones may claim before the rest is shared; none falls below 3.
_WORD, _SHORT, _NARROWEST = 18, 12, 3
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(rows: Iterable[Row]) -> str:
    """One array of objects, a row a line, so that two answers can be compared by lines."""
    lines = [json.dumps(dict(r), ensure_ascii=False) for r in rows]
    return "[" + ",\n ".join(lines) + "]"


def as_csv(rows: Iterable[Row], columns: Sequence[str], *, sheet: bool = False) -> str:
    """CSV with one header line. For a spreadsheet it begins with a byte order mark, and no cell can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [_cell(row.get(c)) for c in columns]
        writer.writerow([f"'{c}" if sheet and c.startswith(_FORMULA) else c for c in cells])
    return (_BOM if sheet else "") + out.getvalue()


def as_table(rows: Sequence[Row], columns: Sequence[str], *, width: int | None = None) -> str:
    """Aligned columns under a header; with `width` long cells are folded so that a line has that many columns."""
    cells = [[_shown(row.get(c)) for c in columns] for row in rows]
    room = _widths([list(columns), *cells], width)
    lines = [_line([c.upper() for c in columns], room), _line(["─" * w for w in room], room)]
    for row in cells:
        folded = [_fold(c, w) for c, w in zip(row, room, strict=True)]
        for i in range(max(map(len, folded), default=0)):
            lines.append(_line([f[i] if i < len(f) else "" for f in folded], room))
    return "\n".join(lines)


def as_workbook(path: str | Path, sheets: Mapping[str, Sequence[Row]], columns: Mapping[str, str]) -> None:
    """An .xlsx file with a sheet for each key; `columns` are the keys of the rows with their headings."""
    try:
        from openpyxl import Workbook
    except ImportError as e:
        raise CannotWrite("writing .xlsx needs openpyxl.", hint='Install it: pip install "danchieu[xlsx]"') from e
    book = Workbook()
    book.remove(book.active)
    taken: set[str] = set()
    for name, rows in sheets.items():
        _fill(book.create_sheet(_sheet_name(name, taken)), rows, columns)
    try:
        book.save(path)
    except OSError as e:
        raise CannotWrite(
            f"{path}: cannot be written ({e.strerror}).", hint="Close it where it is open, or choose another name."
        ) from e


def _fill(sheet: Any, rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.append(list(columns.values()))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for r, row in enumerate(rows, start=2):
        for c, key in enumerate(columns, start=1):
            cell = sheet.cell(r, c)
            cell.value, cell.data_type = _legal(_shown(row.get(key))), "s"  # a string, never a formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for c, key in enumerate(columns, start=1):
        longest = max((len(_shown(row.get(key))) for row in rows), default=0)
        sheet.column_dimensions[sheet.cell(1, c).column_letter].width = min(max(longest, len(columns[key])) + 2, 60)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook allows: 31 characters, none of []:*?/\\, and no two alike."""
    bare = "".join(" " if c in "[]:*?/\\" else c for c in name).strip("' ")[:31] or "—"
    found, n = bare, 1
    while found.casefold() in taken:
        n += 1
        found = f"{bare[: 31 - len(str(n)) - 1]} {n}"
    taken.add(found.casefold())
    return found


def _legal(text: str) -> str:
    """Without the control characters that a workbook refuses, and no longer than its cells hold."""
    return "".join(c for c in text if c >= " " or c in "\n\t")[:32767]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and not any(isinstance(v, dict | list) for v in value):
        return "; ".join(map(_cell, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _shown(value: Any) -> str:
    """A value as people read it: a node or edge by its name, a list by its parts."""
    if isinstance(value, Mapping):
        return _named(value)
    if isinstance(value, list | tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return " ".join(_cell(value).split())


def _named(value: Mapping[str, Any]) -> str:
    from graph.elements import Node
    from queries.names import called

    if "labels" in value:
        return called(Node(id=value["id"], labels=tuple(value["labels"]), properties=value["properties"]))
    if "nodes" in value and "edges" in value:
        return " → ".join(map(_shown, value["nodes"]))
    if "type" in value and "properties" in value:
        return str(value["properties"].get("relation", value["type"]))
    return _cell(dict(value))


def _size(text: str) -> int:
    """Columns that a text takes on a terminal: combining marks take none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _widths(rows: list[list[str]], width: int | None) -> list[int]:
    """What each column gets: what it needs, or, where that is too much for the screen, its share.

    A column gets its longest word, or a few short ones, first; what is left goes, one by one, to the column with
    most text for its width.
    """
    columns = list(zip(*rows, strict=True))
    needs = [max(map(_size, c), default=0) for c in columns]
    if width is None or sum(needs) + 2 * (len(needs) - 1) <= width:
        return needs
    words = [max((_size(w) for cell in c for w in cell.split()), default=0) for c in columns]
    room = [min(n, max(min(w, _WORD), _SHORT)) for n, w in zip(needs, words, strict=True)]
    text = [sum(map(_size, c)) for c in columns]
    for _ in range(width - sum(room) - 2 * (len(room) - 1)):
        open_ = [i for i, w in enumerate(room) if w < needs[i]]
        room[max(open_, key=lambda i: text[i] / (room[i] or 1))] += 1
    while sum(room) + 2 * (len(room) - 1) > width and max(room) > _NARROWEST:
        room[room.index(max(room))] -= 1
    return room


def _fold(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, folded between words."""
    lines, line = [], ""
    for word in text.split():
        if line and _size(line) + 1 + _size(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while _size(line) > width:
            at = max(line.rfind(c, width // 2, width) for c in "/-") + 1 or width
            lines.append(line[:at])
            line = line[at:]
    return [*lines, line] if line or not lines else lines


def _line(cells: list[str], room: list[int]) -> str:
    return "  ".join(c + " " * (w - _size(c)) for c, w in zip(cells, room, strict=True)).rstrip()
