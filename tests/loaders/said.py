"""What a text says of documents, read from end to end: for the tests of relations, planned documents and projects."""

from __future__ import annotations

from loaders.found import Cited, Own, Related, Work
from loaders.header import header
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.mentions.plans.coming import coming
from loaders.mentions.plans.projects import projects
from loaders.mentions.relations.relations import relations
from loaders.segment import Tree, segment
from loaders.state import _name
from loaders.text import Text

HEADS = {
    "decree": "CHÍNH PHỦ\nSố: 88/2025/NĐ-CP\nHà Nội, ngày 13 tháng 4 năm 2025\n\nNGHỊ ĐỊNH\nQuy định phí đò\n\n",
    "circular": ("BỘ NỘI VỤ\nSố: 09/2025/TT-BNV\nHà Nội, ngày 13 tháng 4 năm 2025\n\nTHÔNG TƯ\nQuy định về sổ bộ\n\n"),
    "decision": (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/2025/QĐ-UBND\nLào Cai, ngày 13 tháng 4 năm 2025\n\n"
        "QUYẾT ĐỊNH\nVề phí đò ngang\n\n"
    ),
    "plan": (
        "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\nLào Cai, ngày 13 tháng 4 năm 2025\n\n"
        "KẾ HOẠCH\nPhát triển bến đò năm 2025\n\n"
    ),
    "conclusion": (
        "THÀNH ỦY HẢI PHÒNG\n*\nSố 77-KL/TU\nHải Phòng, ngày 13 tháng 4 năm 2025\n\n"
        "KẾT LUẬN\nHỘI NGHỊ THÀNH ỦY LẦN THỨ 9\n\n"
    ),
    "letter": (
        "CỤC THUẾ\nSố: 5529/CT-CS\nV/v phí đò ngang\nHà Nội, ngày 13 tháng 4 năm 2025\n\n"
        "Kính gửi: Thuế tỉnh Lào Cai.\n\n"
    ),
    "consolidated": "BỘ NỘI VỤ\nSố: 12/VBHN-BNV\nHà Nội, ngày 13 tháng 4 năm 2025\n\nVĂN BẢN HỢP NHẤT\n\n",
}

Said = tuple[str, str, str, bool]


class Read:
    """A text read as far as relations: `said` names documents by number, name or the first words of their title."""

    def __init__(self, raw: str) -> None:
        self.text = Text(raw, "s")
        self.tree: Tree = segment(self.text)
        self.own: Own = header(self.tree)[0]
        cited, _ = documents(self.tree, self.own)
        link(self.own, cited)
        self.spoken: list[Cited] = [*cited, *coming(self.tree, self.own, cited)]
        _name(self.spoken)
        self.related: list[Related] = relations(self.tree, self.own, self.spoken)

    def said(self) -> set[Said]:
        return {(self.label(r.source), r.relation, self.label(r.target), r.planned) for r in self.related}

    def label(self, handle: str) -> str:
        if handle == "self":
            return "self"
        c = next(c for c in self.spoken if c.handle == handle)
        return c.number or c.name or f"~{' '.join((c.title or '').split()[:2])}"

    def of(self, part: str) -> list[str]:
        return [c.title or "" for c in self.spoken if c.part == part]

    def projects(self) -> list[str]:
        return [w.name for w in self.works()]

    def works(self) -> list[Work]:
        return projects(self.tree, self.own)


def read(kind: str, body: str) -> Read:
    """A body under the head of a kind."""
    return Read(HEADS[kind] + body)
