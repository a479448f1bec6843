"""Whatever a text looks like: no crash, blocks in order, duties where the text is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from told import HEADS, Tasks

from loaders.segment import segment
from loaders.text import Text

PIECES = [
    "1. ", "a) ", "- ", "+ ", "(1) ", "1.1. ", "Điều 3. ", "Điều", "Chương II", "II. ", "[1] ", "12", "|",
    "| a | b |", "**", "__", "\n", "\n\n", "; ", ": ", ". ", ", ", " và ", "(", ")", "“", "”", "Sở Y tế",
    "Bộ Tài chính", "các sở, ngành", "UBND cấp xã", "các Bộ: Y tế, Công an", "đồng chí Lê Văn Thử",
    "Vụ Kế hoạch, Tài chính", "giao ", "Giao ", "đề nghị ", "yêu cầu ", "phân công ", "chủ trì, phối hợp với ",
    "có trách nhiệm ", "chỉ đạo ", "tham mưu ", "rà soát ", "báo cáo ", "để tổng hợp", "trước ngày 15/12/2025",
    "trong quý I/2026", "hằng năm", "khi được phê duyệt", "31/02/2025", "Nơi nhận:", "PHỤ LỤC",
    "TM. ỦY BAN NHÂN DÂN", "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan chủ trì: ", "Thời hạn", "nhất là ",
    "thi hành Quyết định này", "cụ thể: ", "\u00a0", "\u200b", "🙂", "x" * 300,
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts)
def test_blocks_stand_in_order(raw: str) -> None:
    tree = segment(Text(raw))
    assert len(tree.text.flat) == len(Text(raw).flat)
    for before, block in zip(tree.blocks, tree.blocks[1:], strict=False):
        assert before.end <= block.start
    for block in tree.blocks:
        assert 0 <= block.start <= block.body <= block.end <= len(tree.text.flat)
        assert block.start < block.end
        assert block.parent is None or block.parent < block.index
        assert all(tree.blocks[child].parent == block.index for child in block.children)
        for start, end in tree.sentences(block):
            assert block.body <= start <= end <= block.end


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(HEADS)), texts)
def test_duties_stand_in_the_text(kind: str, raw: str) -> None:
    found = Tasks(HEADS[kind] + raw)
    size = len(found.tree.text.flat)
    for duty in found.duties:
        assert 0 <= duty.start < duty.end <= size
        assert duty.role in {"lead", "coordinate", "advise", "direct"}
        assert duty.mode in {"assign", "require", "request", "delegate", "implicit"}
        for actor in (duty.actor, *duty.reports):
            assert actor is None or (actor.name and 0 <= actor.start < actor.end <= size)
    orphans = sum(d.actor is None for d in found.duties)
    assert orphans == sum(d.kind == "no_doer" for d in found.doubts)
