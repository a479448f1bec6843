"""The tasks as people keep them in a ledger: a sheet for each body, in Vietnamese, what is overdue said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from graph.model import model
from queries.names import day
from queries.tasks import COLUMNS, Row, by_body
from queries.workbook import Late, as_workbook

STATES = {"open": "Đang thực hiện", "done": "Đã xong"}
# What a ledger has, in its order; what comes last is for finding a row again.
_ORDER = (
    *("body", "task", "role", "due", "late", "state", "done_on", "due_text", "recurs", "document", "report_to"),
    *("mode", "post", "collective", "through", "formerly", "jurisdiction", "number"),
    *("document_id", "body_id", "task_id", "source", "start", "end"),
)


def as_ledger(path: str | Path, rows: Iterable[Row], *, on: str | None = None) -> int:
    """Writes the rows of `tasks` as a workbook with a sheet for each body; the number of sheets.

    What is overdue is told as of `on` (ISO), else as of today; the red of late rows then follows the calendar.
    """
    today = on or date.today().isoformat()
    sheets = {name: [_row(row, today) for row in some] for name, some in by_body(rows).items()}
    columns = {key: COLUMNS.get(key, f"Quá hạn (tính đến {day(today)})") for key in _ORDER}
    late = Late(due="due", state="state", done=STATES["done"], on=date.fromisoformat(on) if on else None)
    as_workbook(path, sheets or {"Không có": []}, columns, days=("due", "done_on"), late=late)
    return len(sheets)


def _row(row: Mapping[str, Any], today: str) -> dict[str, Any]:
    """A row in the words of the people who read it."""
    overdue = bool(row["due"] and row["due"] < today and row["state"] == "open")
    return {
        **row,
        "role": _word("roles", row["role"]),
        "mode": _word("modes", row["mode"]),
        "state": STATES.get(row["state"], row["state"]),
        "collective": "giao chung" if row["collective"] else "",
        "late": "quá hạn" if overdue else "",
    }


def _word(part: str, name: str | None) -> str:
    known = getattr(model(), part).get(name)
    return known.vi if known else name or ""
