"""Documents still to be issued, and programmes named without a number."""

# ruff: noqa: E501 - a row of a table is a line or two

from __future__ import annotations

import pytest
from said import Read, read

PLANNED: list[tuple[str, str, list[str], str]] = [
    ("conclusion", "- Ban hành Quyết định sửa đổi Quyết định số 1738-QĐ/TU.",
     ["Quyết định sửa đổi Quyết định số 1738-QĐ/TU"], "an order with what it is to do"),
    ("conclusion", "- Sớm ban hành Nghị quyết của Ban Thường vụ Thành ủy về nhà ở xã hội; Nghị quyết của Ban Thường vụ Thành "
     "ủy về đào tạo nghề.",
     ["Nghị quyết của Ban Thường vụ Thành ủy về nhà ở xã hội", "Nghị quyết của Ban Thường vụ Thành ủy về đào tạo nghề"],
     "two that one verb orders"),
    ("conclusion", "- Tham mưu ban hành Kế hoạch luân chuyển cán bộ, báo cáo Thành ủy trong tháng 11/2025.",
     ["Kế hoạch luân chuyển cán bộ"], "the title ends where the reporting begins"),
    ("conclusion", "- Đã ban hành Nghị quyết về nhà ở xã hội.", [], "it has happened"),
    ("conclusion", "- Thực hiện Quyết định số 12-QĐ/TU về ban hành Quy chế làm việc.", [], "another document's subject"),
    ("plan", "Thực hiện Nghị quyết số 27-NQ/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai thực hiện như sau:", [],
     "this text itself"),
    ("decision", "Điều 1. Ban hành Kế hoạch triển khai thực hiện Luật Thủy lợi.", [], "what this text carries"),
    ("decision", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thủy nông.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\n"
     "PHỤ LỤC\nKẾ HOẠCH\nỦy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Nghị quyết số 27-NQ/TW như sau:\nI. NHIỆM VỤ\n"
     "- Tham mưu ban hành Quyết định thay thế Quyết định số 15/2021/QĐ-UBND.",
     ["Quyết định thay thế Quyết định số 15/2021/QĐ-UBND"], "an annex gives orders too, and opens like a text of its own"),
    ("plan", "II. NHIỆM VỤ\n- Tiếp tục Nghị quyết số | 5/NQ-CP | ngày 02 tháng 3 năm 2025 của Chính phủ ban hành Chương trình hành động "
     "thực hiện Quy định số 78-QĐ/TW.", [], "what was issued, with a column between"),
    ("plan", "II. NHIỆM VỤ\n- Thực hiện khi có Quyết định mới thay thế Quyết định số 15/2021/QĐ-UBND.",
     ["Quyết định mới thay thế Quyết định số 15/2021/QĐ-UBND"], "a document that is awaited"),
    ("plan", "II. NHIỆM VỤ\n- Thực hiện khi có văn bản hướng dẫn Luật Thủy lợi.", [], "whatever may come some day"),
    ("decree", "Điều 5. Trách nhiệm\nBộ trưởng ban hành Thông tư quy định về mẫu sổ.", [], "a rule is no order"),
    ("plan", "I. MỤC ĐÍCH\nII. NHIỆM VỤ\n- Nghị quyết sửa đổi, bổ sung Nghị quyết số 15/2024/NQ-HĐND: quý I/2025.",
     ["Nghị quyết sửa đổi, bổ sung Nghị quyết số 15/2024/NQ-HĐND"], "an item that is a document to come"),
    ("plan", "II. NHIỆM VỤ\n- Xây dựng các Luật sửa đổi, bổ sung các Luật: (1) Luật Doanh nghiệp; (2) Luật Quản lý thuế.",
     ["Luật sửa đổi, bổ sung các Luật"], "laws to come in the plural, with a numbered list of what they change"),
    ("plan", "II. NHIỆM VỤ\n- Ban hành các Nghị quyết về nhà ở xã hội.", [], "of other kinds the plural is none in particular"),
]  # fmt: skip

PROGRAMMES: list[tuple[str, list[str], str]] = [
    ("Quyết định số 912/QĐ-BKHCN ban hành Kế hoạch phát triển hạ tầng số thời kỳ 2025-2030; báo cáo.",
     ["Kế hoạch phát triển hạ tầng số thời kỳ 2025-2030"], "a plan of several years"),
    ("Theo quy hoạch sử dụng đất quốc phòng thời kỳ 2021-2030, tầm nhìn đến năm 2050 và quy định khác.",
     ["quy hoạch sử dụng đất quốc phòng thời kỳ 2021-2030, tầm nhìn đến năm 2050"], "in small letters, by its years"),
    ("Quản lý kinh phí thực hiện các chương trình mục tiêu quốc gia giai đoạn 2021 - 2025.", [], "several"),
    ("Giao kế hoạch vay giai đoạn 2021 - 2025 cho Sở.", [], "too few words for a name"),
    ("Xây dựng kế hoạch phát triển giống cây trồng năm 2025 và các năm 2026 - 2030.", [], "the plan of a year"),
    ("Ban hành Kế hoạch luân chuyển cán bộ chủ chốt giai đoạn 2023 - 2025.", [], "a plan that is ordered is one to come"),
    ("Theo Kế hoạch hành động của Ban Thường vụ Thành ủy về triển khai Nghị quyết số 57-NQ/TW.",
     ["Kế hoạch hành động của Ban Thường vụ Thành ủy về triển khai Nghị quyết số 57-NQ/TW"], "a plan by what it carries out"),
    ("Theo Chương trình cắt giảm thủ tục hành chính (TTHC) năm 2025 và báo cáo.",
     ["Chương trình cắt giảm thủ tục hành chính (TTHC) năm 2025"], "an abbreviation inside a name"),
    ("Triển khai các đề án thực hiện Chương trình hành động thực hiện Nghị quyết số 07-NQ/TU.",
     ["Chương trình hành động thực hiện Nghị quyết số 07-NQ/TU"], "a programme by what it carries out"),
    ("Xây dựng Chương trình kiểm tra, giám sát năm 2024 của Ban Thường vụ Thành ủy, bảo đảm trọng tâm.",
     ["Chương trình kiểm tra, giám sát năm 2024 của Ban Thường vụ Thành ủy"], "with its issuer"),
    ("Hoàn thiện Quy hoạch thành phố Hải Phòng thời kỳ 2021 - 2030, tầm nhìn đến năm 2050; đẩy mạnh đầu tư.",
     ["Quy hoạch thành phố Hải Phòng thời kỳ 2021 - 2030, tầm nhìn đến năm 2050"], "with its years"),
    ("Triển khai Đề án “Nâng cao chất lượng đảng viên giai đoạn 2023 - 2030”.",
     ["Đề án “Nâng cao chất lượng đảng viên giai đoạn 2023 - 2030”"], "a quoted name"),
    ("Tổng kết Chương trình mục tiêu quốc gia xây dựng nông thôn mới.",
     ["Chương trình mục tiêu quốc gia xây dựng nông thôn mới"], "national"),
    ("Trong Kế hoạch đầu tư công trung hạn 2026-2030 và Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030.",
     ["Kế hoạch đầu tư công trung hạn 2026-2030", "Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030"],
     "years alone, and a kind that needs no more"),
    ("Chương trình mục tiêu quốc gia giảm nghèo trên địa bàn thành phố Cần Thơ năm 2025 cần đẩy nhanh.",
     ["Chương trình mục tiêu quốc gia giảm nghèo trên địa bàn thành phố Cần Thơ năm 2025"], "a place that begins like an end"),
    ("Ban Chỉ đạo Trung ương các Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030.", [], "several that share their years"),
    ("Phù hợp với Quy hoạch chung Thủ đô đã được phê duyệt.", ["Quy hoạch chung Thủ đô"], "of a place"),
    ("Thực hiện Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030.",
     ["Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030"], "years behind a number of years"),
    ("Triển khai Chương trình Lao động theo biên bản ngày 29 tháng 6 năm 2016.", [], "a date is no period"),
    ("Chương trình này gồm hai phần; Đề án được phê duyệt; Chương trình đào tạo gồm ba môn.", [], "none in particular"),
    ("Chương trình hành động số 46-CTr/TU và Đề án 06 được triển khai.", [], "with a number they are citations"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body", "titles", "reason"), PLANNED, ids=[r[3] for r in PLANNED])
def test_documents_to_come(kind: str, body: str, titles: list[str], reason: str) -> None:
    assert read(kind, body).of("planned") == titles, reason


@pytest.mark.parametrize(("sentence", "names", "reason"), PROGRAMMES, ids=[r[2] for r in PROGRAMMES])
def test_programmes(sentence: str, names: list[str], reason: str) -> None:
    found = read("conclusion", f"2.1. Nhiệm vụ\n- {sentence}")
    assert found.of("programme") == names, reason


def test_a_programme_that_is_to_act_on_a_document_is_first_of_all_to_come() -> None:
    found = read("conclusion", "- Tham mưu ban hành Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW.")
    assert found.of("planned") == ["Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW"]
    assert found.said() == {("~Chương trình", "IMPLEMENTS", "57-NQ/TW", True)}


def test_what_a_document_issued_is_not_to_come() -> None:
    body = "- Theo Quyết định số 12/2020/QĐ-UBND của Ủy ban nhân dân tỉnh ban hành Quy chế phối hợp giữa các sở."
    assert read("conclusion", body).of("planned") == []


def test_the_title_of_a_programme_is_no_other_programme() -> None:
    head = "THÀNH ỦY LAM TRIỀU\n*\nSố 35-CTr/TU\nLam Triều, ngày 18 tháng 01 năm 2023\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\n"
    found = Read(f"{head}thực hiện Nghị quyết số 91-NQ/TW của Bộ Chính trị\n-----\n\nI. MỤC TIÊU\nNội dung.")
    assert found.of("programme") == []
    assert found.said() == {("self", "IMPLEMENTS", "91-NQ/TW", False)}


def test_a_programme_to_come_is_marked() -> None:
    found = read(
        "conclusion",
        "- Xây dựng Đề án phát triển bến đò Lào Cai giai đoạn 2026 - 2030.\n- Triển khai Quy hoạch chung Thủ đô.",
    )
    assert [(c.type, c.planned) for c in found.spoken if c.part == "programme"] == [
        ("scheme", True),
        ("masterplan", False),
    ]


def test_a_planned_document_has_its_kind_and_issuer() -> None:
    found = read("conclusion", "- Ban hành Nghị quyết của Ban Thường vụ Thành ủy về đào tạo nghề.")
    (plan,) = (c for c in found.spoken if c.part == "planned")
    assert (plan.type, plan.issuer, plan.part, plan.planned) == (
        "resolution",
        "Ban Thường vụ Thành ủy",
        "planned",
        True,
    )
