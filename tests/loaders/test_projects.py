"""Named, specific projects and works, and what looks like one."""

# ruff: noqa: E501 - a row of a table is a line or two

from __future__ import annotations

import pytest
from said import read

from loaders.mentions.kinds import patterns

ROWS: list[tuple[str, list[str], str]] = [
    ("Lập chủ trương đầu tư dự án chỉnh trang đô thị Khu du lịch Đồ Sơn; rà soát nhà đất.",
     ["dự án chỉnh trang đô thị Khu du lịch Đồ Sơn"], "a project with a proper noun"),
    ("Đẩy nhanh: Cảng cửa ngõ quốc tế Hải Phòng; Dự án mở rộng sân đỗ máy bay - Giai đoạn 2 và Dự án đầu tư xây dựng Nhà ga "
     "hàng hóa Cảng Hàng không Quốc tế Cát Bi.",
     ["Cảng cửa ngõ quốc tế Hải Phòng", "Dự án mở rộng sân đỗ máy bay - Giai đoạn 2",
      "Dự án đầu tư xây dựng Nhà ga hàng hóa Cảng Hàng không Quốc tế Cát Bi"], "works and projects in a row"),
    ("Nằm ngoài đường Vành đai 4 của thành phố.", ["đường Vành đai 4"], "a ring road has a number"),
    ("Thành lập Khu kinh tế Nam Đồ Sơn; Khu kinh tế Nghi Sơn đã hoạt động.", ["Khu kinh tế Nam Đồ Sơn"],
     "a zone that is to be founded"),
    ("Đẩy nhanh: Dự án Bến cảng Bãi Lau, Khu công nghiệp Hòa Lộ - Giai đoạn 1, Khu công nghiệp công nghệ cao Phú Lộ; Nhà máy "
     "cà phê Trung Lộ lớn nhất Đông Nam Á.",
     ["Dự án Bến cảng Bãi Lau", "Khu công nghiệp Hòa Lộ - Giai đoạn 1", "Khu công nghiệp công nghệ cao Phú Lộ", "Nhà máy cà phê Trung Lộ"],
     "a list of projects goes on"),
    ("Giao dự án Bến đò Bảo Hà của Bộ trưởng Bộ Xây dựng quy định tại Luật Đường thủy.", ["dự án Bến đò Bảo Hà"], "whose it is, is no name"),
    ("Các Cục: Đường bộ Việt Nam, Đường sắt Việt Nam.", [], "a body that is called like a work"),
    ("Rà soát các dự án du lịch tại Đồ Sơn, Cát Bà; ban quản lý dự án Nam Định báo cáo.", [], "many, or a body"),
    ("Dự án Luật Thủy lợi; dự án này; dự án nhóm A; Dự án 9 của Chương trình.", [], "no work"),
    ("Biên soạn công trình “Lịch sử Đảng bộ Hải Phòng - Tập IV (2000 - 2020)”.", [], "a book that is called a work"),
    ("Nguồn vốn thực hiện Dự án\n\nNguồn vốn Ninh Thuận là của tỉnh.", [], "a paragraph ends every name"),
    ("Đẩy nhanh nhà máy điện Ninh Thuận 2 thực hiện cập nhật vào báo cáo; tách dự án điện Ninh Thuận 1 thành dự án độc lập.",
     ["nhà máy điện Ninh Thuận 2", "dự án điện Ninh Thuận 1"], "what it does, and what it becomes"),
    ("Dự án đầu tư công trình khai thác quặng Phú Nhuận.", ["Dự án đầu tư công trình khai thác quặng Phú Nhuận"],
     "a work that is built, not what the law calls public investment"),
    ("DỰ ÁN ĐẦU TƯ XÂY DỰNG BẾN ĐÒ LÀO CAI", [], "a title in capitals is said again in the text"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "names", "reason"), ROWS, ids=[r[2] for r in ROWS])
def test_projects(sentence: str, names: list[str], reason: str) -> None:
    assert read("conclusion", f"2.1. Nhiệm vụ\n- {sentence}").projects() == names, reason


def test_a_project_is_told_once_and_its_place_says_its_name() -> None:
    found = read("conclusion", "- Đẩy nhanh dự án Bến đò Bảo Hà.\n- Báo cáo về dự án Bến đò Bảo Hà.")
    (work,) = found.works()
    assert found.text.flat[work.start : work.end] == work.name == "dự án Bến đò Bảo Hà"


def test_the_table_of_a_projects_list_names_them() -> None:
    table = "| a | Mỏ Núi Pháo thuộc xã Đại Phúc | 42,9 |\n| b | Diện tích còn lại | 55,1 |\n"
    found = read("decision", "PHỤ LỤC\nDANH MỤC\n| STT | Các dự án cấp mới | ha |\n" + table)
    assert found.projects() == ["Mỏ Núi Pháo"]


@pytest.mark.parametrize("row", patterns("projects")["example"], ids=lambda row: row["name"])
def test_the_examples_of_the_table(row: dict[str, str]) -> None:
    assert row["name"] in read("conclusion", f"- {row['text']}").projects()


def test_a_mine_in_a_table_is_named_by_its_lot() -> None:
    rows = "|\nKhu vực dự án\n|\nMỏ đá lô 14A, phường Tân Phước\n|\nMỏ cát 55\n|\nMỏ đá vôi 12.000 m3\n|\n"
    assert read("decision", rows).projects() == ["Mỏ đá lô 14A", "Mỏ cát 55"]
