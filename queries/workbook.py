"""Rows as an .xlsx workbook, for the people who keep such ledgers by hand: text alone, never a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.errors import CannotWrite
from queries.tables import Row, shown


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
            cell.value, cell.data_type = _legal(shown(row.get(key))), "s"  # a string, never a formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for c, key in enumerate(columns, start=1):
        longest = max((len(shown(row.get(key))) for row in rows), default=0)
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
