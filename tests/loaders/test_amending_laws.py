"""A law that amends others: one citation where it exists, its targets where it is still to be made."""

from __future__ import annotations

import pytest

from graph.statements import Source
from loaders import state

ROWS = [
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Đầu tư công theo phương thức mới, "
        "Luật Hải quan và Luật Quản lý, sử dụng tài sản công số 90/2025/QH15;",
        [("Luật sửa đổi", "90/2025/QH15")],
        "the number behind the last of several is the amending law's own, even where a name in the list is unknown",
    ),
    (
        "Bộ Công Thương xây dựng dự án Luật sửa đổi, bổ sung một số điều của Luật Thương mại, Luật Cạnh tranh "
        "trước ngày 10 tháng 7 năm 2026.",
        [("Luật Thương mại", None), ("Luật Cạnh tranh", None)],
        "a draft is no document yet, those that it amends are",
    ),
    (
        "Thông qua chính sách của Luật sửa đổi, bổ sung một số điều của Luật Cạnh tranh. Bộ Công Thương hoàn thiện "
        "dự án Luật sửa đổi, bổ sung một số điều của Luật Cạnh tranh.",
        [("Luật Cạnh tranh", None), ("Luật Cạnh tranh", None)],
        "what the text calls a draft once is a draft where it only names it",
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019;",
        [("Luật sửa đổi", None)],
        "a date shows that it exists",
    ),
    (
        "Công văn số 15972/SXD-QLN& TTBĐS ngày 14 tháng 11 năm 2025 của Sở Xây dựng",
        [("Công văn số 15972", "15972/SXD-QLN&TTBĐS")],
        "an ampersand joins the letters of a number",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ROWS, ids=[row[2] for row in ROWS])
def test_which_laws_are_cited(text: str, expected: list[tuple[str, str | None]], reason: str) -> None:
    found = list(state(text, Source(id="s", format="text", chars=len(text))).of("citation"))
    assert [m.number for m in found] == [number for _, number in expected], reason
    assert all(m.place.quote.startswith(begin) for m, (begin, _) in zip(found, expected, strict=True)), reason


def test_an_item_of_a_list_and_its_first_word_are_no_number() -> None:
    text = "Soạn thảo và ban hành văn bản 3 - Giao tiếp ứng xử 3 - Quan hệ phối hợp 2"
    assert not list(state(text, Source(id="s", format="text", chars=len(text))).of("citation"))
