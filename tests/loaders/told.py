"""Who is told what in a text, read from end to end: for the tests of assignments."""

from __future__ import annotations

from typing import NamedTuple

from loaders.found import Doubt, Duty, Own
from loaders.header import header
from loaders.mentions.documents.documents import documents
from loaders.mentions.duties.duties import duties
from loaders.segment import Tree, segment
from loaders.text import Text

HEADS = {
    "plan": (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\nLào Cai, ngày 13 tháng 4 năm 2025\n\n"
        "KẾ HOẠCH\nPhát triển bến đò năm 2025\n\n"
    ),
    "conclusion": (
        "THÀNH ỦY HẢI PHÒNG\n*\nSố 77-KL/TU\nHải Phòng, ngày 13 tháng 4 năm 2025\n\n"
        "KẾT LUẬN\nHỘI NGHỊ THÀNH ỦY LẦN THỨ 9\n\n"
    ),
    "directive": (
        "THỦ TƯỚNG CHÍNH PHỦ\nSố: 9/CT-TTg\nHà Nội, ngày 13 tháng 4 năm 2025\n\nCHỈ THỊ\nVề bến đò ngang\n\n"
    ),
    "decree": "CHÍNH PHỦ\nSố: 88/2025/NĐ-CP\nHà Nội, ngày 13 tháng 4 năm 2025\n\nNGHỊ ĐỊNH\nQuy định phí đò\n\n",
    "circular": "BỘ NỘI VỤ\nSố: 09/2025/TT-BNV\nHà Nội, ngày 13 tháng 4 năm 2025\n\nTHÔNG TƯ\nQuy định về sổ bộ\n\n",
    "regulation": (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 77-QĐ/TW\nHà Nội, ngày 13 tháng 4 năm 2025\n\nQUY ĐỊNH\nvề bến đò của Đảng\n\n"
    ),
    "party": (
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 77-QĐ/BTCTW\nHà Nội, ngày 13 tháng 4 năm 2025\n\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế bến đò của Đảng\n\nTRƯỞNG BAN TỔ CHỨC TRUNG ƯƠNG QUYẾT ĐỊNH\n\n"
    ),
    "board": (
        "BAN CHỈ ĐẠO BẾN ĐÒ\nSố: 77/QĐ-BCĐ\nHà Nội, ngày 13 tháng 4 năm 2025\n\n"
        "QUYẾT ĐỊNH\nBan hành Quy chế làm việc\n\nTRƯỞNG BAN CHỈ ĐẠO BẾN ĐÒ\n\nQUYẾT ĐỊNH:\n\n"
    ),
    "letter": (
        "CỤC THUẾ\nSố: 5529/CT-CS\nV/v phí đò ngang\nHà Nội, ngày 13 tháng 4 năm 2025\n\n"
        "Kính gửi: Thuế tỉnh Lào Cai.\n\n"
    ),
}

LEAD, HELP = "lead", "coordinate"

Told = tuple[str, str, str]  # who, role, and the mode or the first words


class Row(NamedTuple):
    """A ruling, a document's kind and body, and the entries that it gives, in printed order."""

    reason: str
    kind: str
    body: str
    told: list[Told]


class Tasks:
    """A text read as far as its duties."""

    def __init__(self, raw: str) -> None:
        self.tree: Tree = segment(Text(raw, "s"))
        self.own: Own = header(self.tree)[0]
        cited, _ = documents(self.tree, self.own)
        found: tuple[list[Duty], list[Doubt]] = duties(self.tree, self.own, cited)
        self.duties, self.doubts = found

    def told(self) -> list[Told]:
        return [(d.actor.name if d.actor else "", d.role, d.mode) for d in self.duties]

    def words(self, duty: Duty) -> str:
        return " ".join(self.tree.text.flat[duty.start : duty.end].split())


def tasks(kind: str, body: str) -> Tasks:
    """A body under the head of a kind."""
    return Tasks(HEADS[kind] + body)
