"""Rows as an .xlsx workbook, for people who keep such ledgers by hand: text and dates, no formula in a cell."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.errors import CannotWrite
from queries.tables import Row, shown

_NARROWEST, _WIDEST = 8, 60  # characters of a column
_RED, _DARK = "FFC7CE", "9C0006"


@dataclass(frozen=True, slots=True)
class Late:
    """What marks a row as late: the date in the column `due` has passed, and `state` does not say `done`.

    The mark follows the cells as they are edited. It counts from `on`, or where that is None from the day on which the
    workbook is looked at.
    """

    due: str
    state: str
    done: str
    on: date | None = None


def as_workbook(
    path: str | Path,
    sheets: Mapping[str, Sequence[Row]],
    columns: Mapping[str, str],
    *,
    days: Collection[str] = (),
    late: Late | None = None,
) -> None:
    """An .xlsx file with a sheet for each key; `columns` are the keys of the rows with their headings.

    What stands in the columns `days` as an ISO day is a date there; everything else is text. Rows that are `late` are
    red. The header stays in sight, and is printed on each page.
    """
    try:
        from openpyxl import Workbook
    except ImportError as e:
        raise CannotWrite("writing .xlsx needs openpyxl.", hint='Install it: pip install "danchieu[xlsx]"') from e
    book = Workbook()
    book.remove(book.active)
    taken: set[str] = set()
    for name, rows in sheets.items():
        sheet = book.create_sheet(_sheet_name(name, taken))
        _fill(sheet, rows, columns, days)
        _lay_out(sheet, columns, late)
    try:
        book.save(path)
    except OSError as e:
        raise CannotWrite(
            f"{path}: cannot be written ({e.strerror}).", hint="Close it where it is open, or choose another name."
        ) from e


def _fill(sheet: Any, rows: Sequence[Row], columns: Mapping[str, str], days: Collection[str]) -> None:
    from openpyxl.styles import Alignment, Font

    top, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    sheet.append([_legal(heading) for heading in columns.values()])
    for cell in sheet[1]:
        cell.font, cell.alignment = bold, top
    for r, row in enumerate(rows, start=2):
        for c, key in enumerate(columns, start=1):
            cell = sheet.cell(r, c)
            day = _day(row.get(key)) if key in days else None
            if day is not None:
                cell.value, cell.number_format = day, "dd/mm/yyyy"
            else:
                cell.value, cell.data_type = _legal(shown(row.get(key))), "s"  # a string, never a formula
            cell.alignment = top
    for c, key in enumerate(columns, start=1):
        longest = max((len(shown(row.get(key))) for row in rows), default=0)
        wanted = max(longest, *map(len, columns[key].split())) + 2
        sheet.column_dimensions[sheet.cell(1, c).column_letter].width = min(max(wanted, _NARROWEST), _WIDEST)


def _lay_out(sheet: Any, columns: Mapping[str, str], late: Late | None) -> None:
    """The header frozen, filters, the page for printing, and late rows in red."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if late is None or sheet.max_row < 2:
        return
    due, state = (sheet.cell(1, list(columns).index(key) + 1).column_letter for key in (late.due, late.state))
    today = f"DATE({late.on.year},{late.on.month},{late.on.day})" if late.on else "TODAY()"
    passed = f'AND(ISNUMBER(${due}2),${due}2<{today},${state}2<>"{late.done}")'
    rule = FormulaRule(formula=[passed], fill=PatternFill(bgColor=_RED), font=Font(color=_DARK))
    sheet.conditional_formatting.add(f"A2:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}", rule)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook allows: 31 characters, none of []:*?/\\, no apostrophe at an end, and no two alike."""
    bare = "".join(" " if c in "[]:*?/\\" or c < " " else c for c in name).strip("' ")[:31].strip("' ") or "—"
    if bare.casefold() == "history":  # a spreadsheet keeps that name for itself
        bare = "History_"
    found, n = bare, 1
    while found.casefold() in taken:
        n += 1
        found = f"{bare[: 31 - len(str(n)) - 1].rstrip()} {n}"
    taken.add(found.casefold())
    return found


def _legal(text: str) -> str:
    """Without the characters that a workbook refuses, and no longer than its cells hold."""
    return "".join(c for c in text if (c >= " " or c in "\n\t") and c not in "\ufffe\uffff")[:32767]
