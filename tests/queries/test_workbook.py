"""The ledger as a workbook: what a spreadsheet makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from city import city

from queries.board import STATES, as_ledger
from queries.tasks import by_body, tasks
from queries.workbook import Late, as_workbook

openpyxl = pytest.importorskip("openpyxl")


def opened(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def written(path: Path, names: Iterable[str], rows: list[dict[str, Any]] | None = None) -> Any:
    as_workbook(path, {n: rows or [{"a": "x"}] for n in names}, {"a": "A"})
    return opened(path)


def ledger(tmp_path: Path, *, on: str | None = "2024-01-01", rows: Any = None) -> Any:
    as_ledger(tmp_path / "t.xlsx", tasks(city()) if rows is None else rows, on=on)
    return opened(tmp_path / "t.xlsx")


def cells(sheet: Any) -> list[dict[str, Any]]:
    head, *rows = ([c.value for c in row] for row in sheet.iter_rows())
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_sheet_a_body_with_all_its_rows(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    rows = tasks(city())
    assert book.sheetnames == list(by_body(rows))
    assert sum(s.max_row - 1 for s in book) == len(rows)


def test_the_header_stays_in_sight_and_is_printed_on_each_page(tmp_path: Path) -> None:
    for sheet in ledger(tmp_path):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(c.font.bold for c in sheet[1])
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_columns_are_as_wide_as_what_they_hold_within_bounds(tmp_path: Path) -> None:
    sheet = ledger(tmp_path)["Sở Du lịch"]
    widths = {
        sheet.cell(1, i).value: sheet.column_dimensions[sheet.cell(1, i).column_letter].width for i in range(1, 25)
    }
    assert all(8 <= w <= 60 for w in widths.values())
    assert widths["Nhiệm vụ"] > widths["Vai trò"]


def test_dates_are_dates(tmp_path: Path) -> None:
    cell = next(c for c in ledger(tmp_path)["Sở Du lịch"][2] if isinstance(c.value, datetime))
    assert cell.value.date() == date(2023, 11, 30)
    assert (cell.is_date, cell.number_format) == (True, "dd/mm/yyyy")


def test_a_day_that_is_none_stays_what_it_says(tmp_path: Path) -> None:
    book = Path(tmp_path / "t.xlsx")
    as_workbook(book, {"s": [{"a": "2023-11"}, {"a": None}, {"a": "2023-02-30"}]}, {"a": "A"}, days=["a"])
    assert [c.value for c in opened(book)["s"]["A"][1:]] == ["2023-11", None, "2023-02-30"]


def test_what_is_overdue_is_said_and_red(tmp_path: Path) -> None:
    sheet = ledger(tmp_path)["Sở Du lịch"]
    (row,) = cells(sheet)
    assert row["Quá hạn (tính đến 01/01/2024)"] == "quá hạn"
    ((area, (rule,)),) = sheet.conditional_formatting._cf_rules.items()
    assert str(area.sqref) == f"A2:{sheet.cell(2, sheet.max_column).coordinate}"
    due, state = (sheet.cell(1, i).column_letter for i in range(1, 25) if sheet.cell(1, i).value in ("Hạn", "Tiến độ"))
    passed = f'${due}2<DATE(2024,1,1),${state}2<>"Đã xong"'
    assert rule.formula == [f"AND(ISNUMBER(${due}2),{passed})"]
    assert rule.dxf.fill.bgColor.rgb.endswith("FFC7CE")


def test_on_its_last_day_and_when_done_nothing_is_overdue(tmp_path: Path) -> None:
    name = "Quá hạn (tính đến 30/11/2023)"
    (row,) = cells(ledger(tmp_path, on="2023-11-30")["Sở Du lịch"])
    assert not row[name]
    rows = [r | {"state": "done", "done_on": "2023-11-20"} for r in tasks(city(), body="Sở Tài chính")]
    (row,) = cells(ledger(tmp_path, on="2024-01-01", rows=rows)["Sở Tài chính"])
    assert not row["Quá hạn (tính đến 01/01/2024)"]
    assert (row["Tiến độ"], row["Ngày xong"]) == (STATES["done"], datetime(2023, 11, 20))


def test_without_a_day_red_follows_the_calendar(tmp_path: Path) -> None:
    sheet = ledger(tmp_path, on=None)["Sở Du lịch"]
    ((_, (rule,)),) = sheet.conditional_formatting._cf_rules.items()
    assert "TODAY()" in rule.formula[0]
    assert f"Quá hạn (tính đến {date.today():%d/%m/%Y})" in cells(sheet)[0]


def test_the_words_are_those_of_the_people_who_keep_it(tmp_path: Path) -> None:
    book = ledger(tmp_path)
    told = cells(book["Sở Tài chính"])[0]
    assert (told["Vai trò"], told["Cách giao"], told["Tiến độ"]) == ("phối hợp", "giao, phân công", "Đang thực hiện")
    assert cells(book["các sở, ngành"])[0]["Giao chung"] == "giao chung"


def test_bodies_of_one_name_in_two_places_have_a_sheet_each(tmp_path: Path) -> None:
    rows = [r | {"jurisdiction": w} for w in ("Hải Phòng", "Đà Nẵng") for r in tasks(city(), body="Sở Tài chính")]
    assert ledger(tmp_path, rows=rows).sheetnames == ["Sở Tài chính (Đà Nẵng)", "Sở Tài chính (Hải Phòng)"]


def test_no_row_is_a_workbook_too(tmp_path: Path) -> None:
    book = ledger(tmp_path, rows=[])
    assert [(s.title, s.max_row) for s in book] == [("Không có", 1)]


LONG = "Ban Thường vụ Đảng ủy các cơ quan Đảng thành phố Lam Triều"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Sở Du lịch"], ["Sở Du lịch"]),
        ([LONG], [LONG[:31].strip()]),
        ([LONG, f"{LONG}!"], ["Ban Thường vụ Đảng ủy các cơ qu", "Ban Thường vụ Đảng ủy các cơ 2"]),
        (["SỞ Y TẾ", "Sở Y tế", "sở y tế"], ["SỞ Y TẾ", "Sở Y tế 2", "sở y tế 3"]),
        (["a[b]c:d*e?f/g\\h"], ["a b c d e f g h"]),
        (["'a'", "''"], ["a", "—"]),
        (["", "  "], ["—", "— 2"]),
        (["History", "HISTORY"], ["History_", "History_ 2"]),
        (["a\nb\tc"], ["a b c"]),
        ([f"{'x' * 30}'y"], ["x" * 30]),
    ],
)
def test_names_of_sheets_are_legal_and_no_two_alike(tmp_path: Path, names: list[str], expected: list[str]) -> None:
    found = written(tmp_path / "t.xlsx", names).sheetnames
    assert [n.rstrip() for n in found] == expected
    assert all(0 < len(n) <= 31 and not set(n) & set("[]:*?/\\") for n in found)
    assert len({n.casefold() for n in found}) == len(names)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    cell = written(tmp_path / "t.xlsx", ["s"], [{"a": text}])["s"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_what_a_workbook_refuses_is_left_out(tmp_path: Path) -> None:
    rows = [{"a": "a\x00\x1bb"}, {"a": "x" * 40_000}, {"a": "a\ufffeb"}]
    values = [c.value for c in written(tmp_path / "t.xlsx", ["s"], rows)["s"]["A"][1:]]
    assert [len(v) for v in values] == [2, 32767, 2]


def test_late_rows_need_a_sheet_with_rows(tmp_path: Path) -> None:
    late = Late(due="a", state="a", done="x")
    as_workbook(tmp_path / "t.xlsx", {"s": []}, {"a": "A"}, late=late)
    assert not opened(tmp_path / "t.xlsx")["s"].conditional_formatting
