"""Until when: printed forms and the last day that each allows, in a document of 13 April 2025."""

from __future__ import annotations

import pytest

from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.stated import stated

TODAY = "2025-04-13"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("hoàn thành trước ngày 15/12/2025", "2025-12-14"),
        ("chậm nhất trước ngày 15/12/2025", "2025-12-14"),
        ("chậm nhất ngày 15/12/2025", "2025-12-15"),
        ("chậm nhất là ngày 15 tháng 12 năm 2025", "2025-12-15"),
        ("đến hết ngày 15-12-2025", "2025-12-15"),
        ("trước 01.3.2026", "2026-02-28"),
        ("trước 17 giờ ngày 27/11/2025", "2025-11-27"),  # before an hour of that day
        ("trước 17h00 ngày 27/11/2025", "2025-11-27"),
        ("trước ngày 15 tháng 12", "2025-12-14"),  # without a year: the document's own
        ("trước ngày 01/3", "2026-02-28"),  # ... or the next, where it has gone by
        ("trong tháng 12/2025", "2025-12-31"),
        ("trong tháng 02 năm 2028", "2028-02-29"),
        ("trước tháng 6/2025", "2025-05-31"),
        ("trong quý I/2026", "2026-03-31"),
        ("trong quý III năm 2025", "2025-09-30"),
        ("trước quý IV/2025", "2025-09-30"),
        ("trong 6 tháng đầu năm 2026", "2026-06-30"),
        ("trong 6 tháng cuối năm 2025", "2025-12-31"),
        ("trong năm 2026", "2026-12-31"),
        ("Đến hết năm 2025", "2025-12-31"),
    ],
)
def test_last_days(words: str, due: str) -> None:
    found = deadlines(words, 0, len(words), TODAY)
    assert [d.due for d in found] == [due]
    assert words[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("báo cáo định kỳ hằng quý", "hằng quý"),
        ("hoàn thành trong 15 ngày kể từ ngày ký", "trong 15 ngày kể từ ngày ký"),
        ("báo cáo ngay sau khi được phê duyệt", "ngay sau khi được phê duyệt"),
        ("trước ngày 15/12 hằng năm", "trước ngày 15/12 hằng năm"),
        ("xử lý trong thời gian sớm nhất", "trong thời gian sớm nhất"),
    ],
)
def test_no_day_but_words(words: str, text: str) -> None:
    found = deadlines(words, 0, len(words), TODAY)
    assert all(d.due is None for d in found)
    assert text in [d.text for d in found]


@pytest.mark.parametrize(
    "words",
    [
        "theo Quy hoạch vùng thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
        "Nghị quyết phát triển du lịch đến năm 2030",
        "đã xong trước ngày 15/12/2024",  # history
        "hoàn thành trước ngày 31/02/2026",  # no such day
        "hoàn thành trước ngày 15/13/2026",
        "trong giai đoạn 2021 - 2025",
        "",
    ],
)
def test_none(words: str) -> None:
    assert not [d for d in deadlines(words, 0, len(words), TODAY) if d.due]


def test_a_date_without_a_year_in_a_document_without_a_date_is_none() -> None:
    assert not deadlines("trước ngày 15/12", 0, 16, None)


def test_a_rhythm_recurs() -> None:
    words = "báo cáo hằng năm"
    assert [d.recurs for d in deadlines(words, 0, len(words), TODAY)] == ["hằng năm"]


@pytest.mark.parametrize(
    ("words", "text", "recurs"),
    [
        ("hằng năm và định kỳ báo cáo Sở Y tế trước ngày 20/11", "trước ngày 20/11", "hằng năm"),
        ("Hằng năm, Sở Y tế báo cáo trước ngày 20/11", "trước ngày 20/11", "Hằng năm"),
        (
            "định kỳ hằng quý, trước ngày 20 tháng 11, báo cáo",
            "định kỳ hằng quý, trước ngày 20 tháng 11",
            "định kỳ hằng quý",
        ),
        ("báo cáo định kỳ (trước ngày 20/11)", "định kỳ (trước ngày 20/11)", "định kỳ (trước ngày 20/11)"),
    ],
)
def test_a_rhythm_before_a_date_without_a_year_makes_it_recur(words: str, text: str, recurs: str) -> None:
    found = deadlines(words, 0, len(words), TODAY)
    assert [(d.due, d.text, d.recurs) for d in found] == [(None, text, recurs)]


@pytest.mark.parametrize(
    "words",
    ["định kỳ rà soát, hoàn thành trước ngày 20/11/2025", "báo cáo hằng năm; hoàn thành trước ngày 20/11"],
)
def test_a_date_with_its_year_or_in_another_clause_stays_a_date(words: str) -> None:
    assert "2025-11-19" in [d.due for d in deadlines(words, 0, len(words), TODAY)]


def test_milestones_of_a_row_of_years() -> None:
    words = "đến hết năm 2026 đạt một nửa; năm 2027 đạt tất cả"
    assert [d.due for d in deadlines(words, 0, len(words), TODAY)] == ["2026-12-31", "2027-12-31"]


def test_what_a_date_belongs_to() -> None:
    report = "rà soát, báo cáo kết quả trước ngày 15/12/2025"
    finish = "rà soát, hoàn thành trước ngày 15/12/2025"
    assert [(d.reports, d.finishes) for d in deadlines(report, 0, len(report), TODAY)] == [(True, False)]
    assert [(d.reports, d.finishes) for d in deadlines(finish, 0, len(finish), TODAY)] == [(False, True)]


@pytest.mark.parametrize(
    ("cell", "due", "recurs"),
    [
        ("Quý IV/2025", "2025-12-31", None),
        ("Quý IV/2025 - Quý II/2026", "2026-06-30", None),
        ("Trước 30/6/2026", "2026-06-29", None),
        ("Tháng 12/2025", "2025-12-31", None),
        ("2025-2030", "2030-12-31", None),
        ("2026", "2026-12-31", None),
        ("Hằng năm", None, "Hằng năm"),
        ("Năm 2026 và những năm tiếp theo", None, "Năm 2026 và những năm tiếp theo"),
        ("Theo tiến độ", None, None),
    ],
)
def test_cells(cell: str, due: str | None, recurs: str | None) -> None:
    found = stated(cell, 0, len(cell), TODAY)
    assert found is not None
    assert (found.due, found.recurs, found.text) == (due, recurs, cell)


def test_an_empty_cell_states_nothing() -> None:
    assert stated("  ", 0, 2) is None
