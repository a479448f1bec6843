"""Printed lines: where they break, what of them nobody wrote, what opens an item, and how they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.furniture import furniture
from loaders.grid import grids
from loaders.layout import layout
from loaders.lines import lines
from loaders.markers import RANKS, marker
from loaders.phrases import Endings
from loaders.signs import ends, signs
from loaders.text import Text

BREAKS = [
    ("an item glued to the line above", "như sau:**1. Rà soát", ["như sau:", "1. Rà soát"]),
    ("bold words inside a line", "như **1. Rà soát", ["như   1. Rà soát"]),
    ("a heading torn from its number", "**Điều\n12. Bến đò**\nhết", ["Điều 12. Bến đò", "hết"]),
    ("a Roman number behind one", "Chương\nIII\nhết", ["Chương III", "hết"]),
    ("a heading that ends a sentence", "tại Điều\n12. Bến đò", ["tại Điều", "12. Bến đò"]),
    ("a word and no number", "Mục\nbến đò", ["Mục", "bến đò"]),
]


@pytest.mark.parametrize(("reason", "raw", "printed"), BREAKS, ids=[row[0] for row in BREAKS])
def test_lines_break_where_a_person_would_break_them(reason: str, raw: str, printed: list[str]) -> None:
    assert [words for words in lines(Text(raw)).words if words] == printed, reason


@given(st.text(alphabet=st.sampled_from("aĐ1.I* \n|:"), max_size=40), st.sampled_from(["Điều\n", "x:**1. A", ""]))
def test_lines_are_the_twin_at_their_offsets(raw: str, piece: str) -> None:
    text = Text(raw + piece + raw)
    found = lines(text)
    for start, row, words in zip(found.starts, found.rows, found.words, strict=True):
        assert text.flat[start : start + len(row)] == row
        assert row.strip() == words
    assert sum(map(len, found.rows)) + len(found.rows) - 1 == len(text.flat)


def test_lines_within_a_stretch_are_those_that_begin_in_it() -> None:
    assert list(lines(Text("một\nhai\nba")).within(1, 8)) == [(4, "hai")]


FURNITURE = [
    ("a running head with its page number", "bến\nCÔNG BÁO/Số 27/Ngày 14-05-2026\n\n12\nđò", [1, 3]),
    ("a page number before it", "bến\n12\nCÔNG BÁO/Số 27 + 28/Ngày 14-05-2026\nđò", [1, 2]),
    ("a number alone that counts nothing", "bến\n12\nđò", []),
    ("a number behind a line of the text", "CÔNG BÁO/Số 27/Ngày 14-05-2026\nbến\n12\nđò", [0]),
    ("the stamp of a signature", "Ký bởi: Cổng Thông tin\nNgày ký: 1.2.2024 08:00:00 +07:00\nđò", [0, 1]),
    ("a page of pages", "bến\n# Trang 3/12\nđò", [1]),
    ("a sentence about a page", "Trang 3 của báo cáo", []),
    ("a line too long for furniture", "Ký bởi: Cổng " + "x " * 60, []),
    ("pages that count", "1\n" + "a " * 400 + "\n2\n" + "a " * 400 + "\n- 3 -\n" + "a " * 400, [0, 2, 4]),
    ("numbers too close for pages", "1\na\n2\na\n3\na", []),
]


@pytest.mark.parametrize(("reason", "raw", "known"), FURNITURE, ids=[row[0] for row in FURNITURE])
def test_furniture_is_known_line_by_line(reason: str, raw: str, known: list[int]) -> None:
    text = Text(raw)
    starts = lines(text).starts
    found = furniture(text)
    assert [starts.index(start) for start, _ in found] == known, reason
    assert all("\n" not in raw[start:end] and raw[end : end + 1] in ("\n", "") for start, end in found)


MARKERS = {
    "part": "PHẦN thứ hai",
    "chapter": "Chương IV",
    "section": "Tiểu mục 2. Bến đò",
    "upper": "B. Bến đò",
    "roman": "II. Bến đò",
    "article": "Điều 5a. Bến đò",
    "number": "12. Bến đò",
    "decimal": "1.2. Bến đò",
    "paren": "(3) Bến đò",
    "letter": "đ) Bến đò",
    "dash": "• Bến đò",
    "plus": "+ Bến đò",
}


@pytest.mark.parametrize("kind", RANKS)
def test_each_marker_has_its_kind(kind: str) -> None:
    found = marker(MARKERS[kind])
    assert found is not None
    assert found.lastgroup == kind


@pytest.mark.parametrize(
    "words", ["Bến đò", "Điều này", "Mục đích", "IV quý", "2.000 đồng", "a b", "ông) A", "-5", "Phần mềm", "08/2025"]
)
def test_what_only_looks_like_a_marker_is_none(words: str) -> None:
    assert marker(words) is None


@pytest.mark.parametrize(
    ("words", "ended"),
    [("xong.", True), ("xong.”)", True), ("sau đây:", True), ("xong;", True), ("”", False), ("bến đò", False)],
)
def test_a_line_ends_as_a_sentence_does(words: str, ended: bool) -> None:
    assert ends(words) is ended


def test_each_word_that_must_go_on_is_found_as_a_whole_word_alone() -> None:
    must, may = signs().must, signs().may
    assert must.end("tham mưu Ủy ban nhân dân ban hành")
    assert may.end("(tỉnh")
    assert not must.end("bến xvà")
    assert Endings(["số", "một số"]).end("một số")


@pytest.mark.parametrize(
    ("raw", "spaced"),
    [
        ("Bến đò đã mở cửa đúng hạn.\n\n" * 3, True),
        ("Bến đò đã mở cửa đúng hạn.\n" * 3 + "\nHết.", False),
        ("1. Bến đò đã mở cửa đúng hạn.\n" * 3 + "\nHết.", True),
    ],
)
def test_blank_lines_part_paragraphs_where_no_break_alone_does(raw: str, spaced: bool) -> None:
    assert layout(lines(Text(raw))).spaced is spaced


def test_bars_alone_make_rows_as_wide_as_the_first() -> None:
    cells = ["STT", "Việc", "", "1", "Rà soát", "", "2", "Báo cáo", ""]
    text = Text("".join(f"|\n{cell}\n" if cell else "|\n" for cell in cells) + "|\nHết bảng.")
    (grid,) = grids(text.flat, lines(text))
    assert [[text.flat[s:e] for s, e in row] for row in grid.rows] == [
        ["STT", "Việc"],
        ["1", "Rà soát"],
        ["2", "Báo cáo"],
    ]
