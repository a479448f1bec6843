"""Rows as a table, CSV, JSON and a workbook, whatever a document wrote into them."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.errors import CannotWrite
from queries.tables import as_csv, as_json, as_table
from queries.workbook import as_workbook

ROWS: list[dict[str, Any]] = [
    {"a": "Sở Du lịch", "b": None, "c": True, "d": ["x", "y"]},
    {"a": 'dấu "nháy", phẩy\nvà dòng mới', "b": 3, "c": False, "d": []},
]
NODE = {
    "id": "x",
    "labels": ["Document", "Resolution"],
    "properties": {"type": "resolution", "number": "27-NQ/TW", "date": "2022-11-09"},
}
EDGE = {"id": "e", "type": "DEPENDS_ON", "source": "x", "target": "y", "properties": {"relation": "IMPLEMENTS"}}


def test_json_is_one_array_and_keeps_every_value() -> None:
    assert json.loads(as_json(ROWS)) == ROWS
    assert as_json([]) == "[]"


def test_json_lines_end_in_a_line_feed_alone() -> None:
    told = as_json([{"a": "x\u0085y\u2028z"}])
    assert json.loads(told) == [{"a": "x\u0085y\u2028z"}]
    assert "\r" not in told


def test_csv_reads_back() -> None:
    told = list(csv.reader(io.StringIO(as_csv(ROWS, "abcd"))))
    assert told == [
        list("abcd"),
        ["Sở Du lịch", "", "true", "x; y"],
        ['dấu "nháy", phẩy\nvà dòng mới', "3", "false", ""],
    ]


def test_csv_has_a_byte_order_mark_for_a_spreadsheet_alone() -> None:
    assert as_csv([], ["a"]) == "a\n"
    assert as_csv([], ["a"], sheet=True) == "\ufeffa\n"


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-x", "@x", "\tx"])
def test_a_spreadsheet_gets_no_formula_from_a_document(cell: str) -> None:
    assert as_csv([{"a": cell}], ["a"]) in (f"a\n{cell}\n", f'a\n"{cell}"\n')
    assert next(csv.reader(io.StringIO(as_csv([{"a": cell}], ["a"], sheet=True).split("\n")[1]))) == [f"'{cell}"]


def test_csv_of_a_node_holds_the_whole_of_it() -> None:
    cell = list(csv.reader(io.StringIO(as_csv([{"n": NODE}], ["n"]))))[1][0]
    assert json.loads(cell) == NODE


def test_a_table_names_nodes_edges_and_paths() -> None:
    told = as_table([{"n": NODE, "r": EDGE, "p": {"nodes": [NODE, NODE], "edges": [EDGE]}}], ["n", "r", "p"])
    name = "Nghị quyết 27-NQ/TW (09/11/2022)"
    assert told.splitlines()[2].split("  ") == [name, "IMPLEMENTS", f"{name} → {name}"]


def test_a_table_is_aligned_also_for_decomposed_letters() -> None:
    import unicodedata

    rows = [{"a": unicodedata.normalize(form, "Hải Phòng"), "b": "x"} for form in ("NFC", "NFD")]
    lines = as_table(rows, ["a", "b"]).splitlines()
    assert [unicodedata.normalize("NFC", line) for line in lines[2:]] == ["Hải Phòng  x", "Hải Phòng  x"]


@pytest.mark.parametrize("width", [30, 60, 100])
def test_a_table_folds_to_the_width_of_the_screen(width: int) -> None:
    rows = [{"a": "một hai ba bốn năm " * 9, "b": "sáu bảy tám " * 9, "c": "x" * 70}]
    lines = as_table(rows, ["a", "b", "c"], width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert sum(line.count("một") for line in lines) == 9


def test_a_table_without_rows_is_its_header() -> None:
    assert as_table([], ["a", "b"]).splitlines()[0] == "A  B"


def test_a_workbook_has_a_sheet_for_each_key_and_no_formula(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = [{"a": '=HYPERLINK("http://x")', "b": "\x07chuông"}]
    names = ["Sở Du lịch", "sở du lịch", "Ủy ban: [a/b]*?", "x" * 40]
    as_workbook(tmp_path / "t.xlsx", dict.fromkeys(names, rows), {"a": "Một", "b": "Hai"})
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["Sở Du lịch", "sở du lịch 2", "Ủy ban   a b", "x" * 31]
    sheet = book["Sở Du lịch"]
    assert [c.value for c in sheet[1]] == ["Một", "Hai"]
    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", rows[0]["a"])
    assert sheet["B2"].value == "chuông"


def test_a_workbook_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    with pytest.raises(CannotWrite, match="cannot be written"):
        as_workbook(tmp_path / "none" / "t.xlsx", {"a": []}, {"a": "A"})


def test_without_openpyxl_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CannotWrite, match=r"danchieu\[xlsx\]"):
        as_workbook(tmp_path / "t.xlsx", {"a": []}, {"a": "A"})
