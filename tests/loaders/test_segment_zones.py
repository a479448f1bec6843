"""Which part of a document a block belongs to, what stands in tables, and what nobody wrote."""

from __future__ import annotations

from told import HEADS

from loaders.segment import Tree, segment
from loaders.text import Text

BODY = (
    "Căn cứ Luật Đường thủy;\nXét đề nghị của Giám đốc Sở Xây dựng,\n"
    "I. MỤC TIÊU\n1. Rà soát bến đò.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng chủ trì thực hiện.\n"
)
END = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nLò Văn Thử\n"
ANNEX = "PHỤ LỤC\nDANH MỤC BẾN ĐÒ\n1. Bến thứ nhất trên sông của huyện\n"


def zones(tree: Tree) -> dict[str, str]:
    return {" ".join(tree.words(b).split()): b.zone for b in tree.blocks}


def test_zones_of_a_plan() -> None:
    found = zones(segment(Text(HEADS["plan"] + BODY + END + ANNEX)))
    assert found["KẾ HOẠCH"] == "front"
    assert found["Căn cứ Luật Đường thủy;"] == "basis"
    assert found["Xét đề nghị của Giám đốc Sở Xây dựng,"] == "basis"
    assert found["Rà soát bến đò."] == "body"
    assert found["Như trên;"] == "recipients"
    assert found["Lò Văn Thử"] == "recipients"
    assert found["PHỤ LỤC DANH MỤC BẾN ĐÒ"] == "annex"
    assert found["Bến thứ nhất trên sông của huyện"] == "annex"


def test_a_signature_without_recipients_closes_the_body() -> None:
    found = zones(segment(Text(HEADS["plan"] + BODY + "TM. ỦY BAN NHÂN DÂN\nLò Văn Thử\n")))
    assert found["Lò Văn Thử"] == "recipients"


def test_the_text_behind_a_table_of_heads_stands_outside_it() -> None:
    head = "|\nỦY BAN NHÂN DÂN\nSố: 7/KH-UBND\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\n|\n\n"
    tree = segment(Text(head + "KẾ HOẠCH\nBến đò\n\n1. Rà soát bến đò.\n2. Báo cáo.\n"))
    cells = {" ".join(tree.words(b).split()): b.cell for b in tree.blocks}
    assert cells["ỦY BAN NHÂN DÂN"]
    assert not cells["KẾ HOẠCH"]
    assert not cells["Báo cáo."]


def test_a_table_is_its_rows_and_ends_with_its_last_bar() -> None:
    rows = "| STT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| | Rà soát bến đò | Sở Xây dựng |\n"
    tree = segment(Text("1. Các việc:\n" + rows + "Hết bảng, làm tiếp việc khác.\n"))
    flat = tree.text.flat
    assert [[flat[s:e] for s, e in row] for grid in tree.tables for row in grid.rows] == [
        ["STT", "Nhiệm vụ", "Chủ trì"],
        ["", "Rà soát bến đò", "Sở Xây dựng"],
    ]
    assert [b.cell for b in tree.blocks if "Hết bảng" in tree.words(b)] == [False]


def test_furniture_is_blank_in_the_twin_and_offsets_stay() -> None:
    raw = "1. Rà soát các bến đò ngang của\n\nCÔNG BÁO/Số 272/Ngày 14-05-2026\n\nthành phố và báo cáo.\n"
    tree = segment(Text("Sở Y tế báo cáo như sau.\n" + raw))
    last = tree.blocks[-1]
    assert " ".join(tree.words(last).split()) == "Rà soát các bến đò ngang của thành phố và báo cáo."
    assert len(tree.text.flat) == len("Sở Y tế báo cáo như sau.\n" + raw)


def test_page_numbers_that_count_are_furniture_and_other_numbers_are_not() -> None:
    page = "Các bến đò hoạt động ổn định, mức phí không đổi và khách đi đều. " * 15
    raw = "".join(f"{page}\n{number}\n" for number in (2, 3, 4)) + "Hết.\n"
    assert not any(tree_words.isdigit() for tree_words in zones(segment(Text(raw))))
    once = segment(Text(f"{page}\n2\n{page}\nHết.\n"))
    assert "2" in zones(once)


def test_the_number_and_the_repeated_line_at_the_edge_of_a_printed_page_are_furniture() -> None:
    page, foot = "1. Các bến đò hoạt động ổn định.", "Tài liệu này là của cơ quan. Cấm phát tán"
    raw = f"{page}\n\n{foot}\n\n\f{' ' * 40}2\n\n{page}\n7\n\n{foot}\n\n\f3\n\n{page}\n\n{foot}\n\n\f9\n{page}\n"
    shown = segment(Text(raw)).text.flat.split()
    assert "tán" not in shown
    assert [word for word in shown if word.isdigit()] == ["7", "9"]
    once = segment(Text(f"{page}\n\n{foot}\n\n1\n\n\f{page}\n\n{foot}\n\n\f{page}\n"))
    assert once.text.flat.split().count("tán") == 2
    assert "1" not in once.text.flat.split()


def test_footnotes_hang_on_nothing() -> None:
    tree = segment(Text("Sở Y tế báo cáo.\n1. Rà soát bến đò[1].\n[1] Theo Luật Đường thủy.\n2. Báo cáo.\n"))
    note = next(b for b in tree.blocks if b.kind == "footnote")
    assert note.parent is None
    assert tree.words(note) == "Theo Luật Đường thủy."
    assert [b.marker for b in tree.blocks if b.kind == "number"] == ["1.", "2."]
