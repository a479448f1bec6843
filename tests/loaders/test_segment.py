"""What one block is, what it stands under, and where its sentences end."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from loaders.segment import Block, Tree, segment
from loaders.text import Text

HEAD = "Sở Y tế báo cáo như sau.\n"
PAGE = "1. Bãi bỏ Quyết định số 23/2019/QĐ-UBND ngày 27/6/2019"


class Row(NamedTuple):
    """A text, and of each block behind the first: marker, words, and the marker that it stands under."""

    reason: str
    raw: str
    blocks: list[tuple[str, str, str]]


ROWS = [
    Row(
        "an item and the letters below it",
        "1. Rà soát bến đò:\na) Bến thứ nhất.\nb) Bến thứ hai.\n2. Báo cáo.",
        [
            ("1.", "Rà soát bến đò:", ""),
            ("a)", "Bến thứ nhất.", "1."),
            ("b)", "Bến thứ hai.", "1."),
            ("2.", "Báo cáo.", ""),
        ],
    ),
    Row(
        "article, clause, point",
        "Điều 3. Phí đò\n1. Mức phí:\na) Người lớn;\nb) Trẻ em.\nĐiều 4. Hiệu lực",
        [
            ("Điều 3.", "Phí đò", ""),
            ("1.", "Mức phí:", "Điều 3."),
            ("a)", "Người lớn;", "1."),
            ("b)", "Trẻ em.", "1."),
            ("Điều 4.", "Hiệu lực", ""),
        ],
    ),
    Row(
        "an unmarked paragraph hangs on the item above it",
        "1. Rà soát bến đò.\nViệc rà soát xong trong năm.",
        [("1.", "Rà soát bến đò.", ""), ("", "Việc rà soát xong trong năm.", "1.")],
    ),
    Row(
        "a line broken inside a sentence is one block",
        "1. Rà soát các bến đò ngang của\nthành phố và báo cáo.",
        [("1.", "Rà soát các bến đò ngang của thành phố và báo cáo.", "")],
    ),
    Row(
        "a page break inside a sentence is none between blocks",
        "1. Rà soát các bến đò ngang của\n\nthành phố và báo cáo.",
        [("1.", "Rà soát các bến đò ngang của thành phố và báo cáo.", "")],
    ),
    Row(
        "a sentence that must go on goes on behind a page break with a capital too",
        "1. Trong tháng này, tham mưu Ủy ban nhân dân tỉnh ban hành\n\nQuyết định sửa đổi mức phí.",
        [("1.", "Trong tháng này, tham mưu Ủy ban nhân dân tỉnh ban hành Quyết định sửa đổi mức phí.", "")],
    ),
    Row(
        "a page that breaks a full line breaks no sentence, before a capital neither",
        f"{PAGE} của UBND tỉnh Hòa\n\n\f2\n\nBình ban hành Quy chế quản lý bến đò.",
        [("1.", f"{PAGE[3:]} của UBND tỉnh Hòa Bình ban hành Quy chế quản lý bến đò.", "")],
    ),
    Row(
        "a page break alone breaks no sentence",
        f"{PAGE} của UBND tỉnh Hòa\n\n\fBình ban hành Quy chế quản lý bến đò.",
        [("1.", f"{PAGE[3:]} của UBND tỉnh Hòa Bình ban hành Quy chế quản lý bến đò.", "")],
    ),
    Row(
        "a blank line alone parts such lines",
        f"{PAGE} của UBND tỉnh Hòa\n\nBình ban hành Quy chế quản lý bến đò.",
        [
            ("1.", f"{PAGE[3:]} của UBND tỉnh Hòa", ""),
            ("", "Bình ban hành Quy chế quản lý bến đò.", "1."),
        ],
    ),
    Row(
        "a page's end behind a sentence, a short line or before an item parts as ever",
        "1. Trách nhiệm của Sở Y tế\n\n\f2\n\nRà soát các bến đò ngang của thành phố và báo cáo.\n\n\f3\n\n"
        "Mức phí qua các bến đò ngang của thành phố Hòa Bình do Ủy ban\n\n\f4\n\n2. Báo cáo.",
        [
            ("1.", "Trách nhiệm của Sở Y tế", ""),
            ("", "Rà soát các bến đò ngang của thành phố và báo cáo.", "1."),
            ("", "Mức phí qua các bến đò ngang của thành phố Hòa Bình do Ủy ban", "1."),
            ("2.", "Báo cáo.", ""),
        ],
    ),
    Row(
        "the top of a page that heads a form or a table goes on with nothing",
        f"{PAGE} của UBND tỉnh Hòa\n\n\f2\n\nMẫu số 1. Văn bản đề nghị mở bến đò ngang của tổ chức, cá nhân.\n"
        f"{PAGE} của UBND tỉnh Hòa\n\n\f3\n\nNhóm yêu cầu",
        [
            ("1.", f"{PAGE[3:]} của UBND tỉnh Hòa", ""),
            ("", "Mẫu số 1. Văn bản đề nghị mở bến đò ngang của tổ chức, cá nhân.", "1."),
            ("1.", f"{PAGE[3:]} của UBND tỉnh Hòa", ""),
            ("", "Nhóm yêu cầu", "1."),
        ],
    ),
    Row(
        "a full stop and a blank line part two paragraphs",
        "Các bến đò hoạt động ổn định.\n\nMức phí không đổi.",
        [("", "Các bến đò hoạt động ổn định.", ""), ("", "Mức phí không đổi.", "")],
    ),
    Row(
        "a hyphen that the line break moved to the front is no bullet",
        "1. Phát triển kinh tế\n- xã hội của vùng.",
        [("1.", "Phát triển kinh tế - xã hội của vùng.", "")],
    ),
    Row(
        "a number that a reference needs is no marker",
        "1. Theo quy định tại khoản\n2 Điều này và khoản\n3. Điều khác.",
        [("1.", "Theo quy định tại khoản 2 Điều này và khoản 3. Điều khác.", "")],
    ),
    Row(
        "bullets and pluses, one below the other",
        "- Rà soát:\n+ Bến đò.\n+ Cầu phao.\n- Báo cáo.",
        [("-", "Rà soát:", ""), ("+", "Bến đò.", "-"), ("+", "Cầu phao.", "-"), ("-", "Báo cáo.", "")],
    ),
    Row(
        "decimals count deeper",
        "1. Mục tiêu\n1.1. Chung\n1.1.1. Bến đò\n1.2. Riêng",
        [("1.", "Mục tiêu", ""), ("1.1.", "Chung", "1."), ("1.1.1.", "Bến đò", "1.1."), ("1.2.", "Riêng", "1.")],
    ),
    Row(
        "Roman numbers inside an article stand under it",
        "Điều 1. Thông qua Kế hoạch:\nI. MỤC TIÊU\n1. Rà soát bến đò.",
        [("Điều 1.", "Thông qua Kế hoạch:", ""), ("I.", "MỤC TIÊU", "Điều 1."), ("1.", "Rà soát bến đò.", "I.")],
    ),
    Row(
        "a heading torn from its number",
        "**Điều\n12. Trách nhiệm của Sở Y tế**\n\n1. Rà soát bến đò.",
        [("Điều 12.", "Trách nhiệm của Sở Y tế", ""), ("1.", "Rà soát bến đò.", "Điều 12.")],
    ),
    Row(
        "a line break inside a name with a hyphen",
        "1. Thực hiện Thông tư của Bộ trưởng Bộ Lao động\n- Thương binh và Xã hội.",
        [("1.", "Thực hiện Thông tư của Bộ trưởng Bộ Lao động - Thương binh và Xã hội.", "")],
    ),
    Row(
        "a short title of an article ends with its line",
        "Điều 3. Hiệu lực thi hành\nThông tư này có hiệu lực từ ngày ký.",
        [("Điều 3.", "Hiệu lực thi hành", ""), ("", "Thông tư này có hiệu lực từ ngày ký.", "Điều 3.")],
    ),
    Row(
        "an adverb of haste begins what is to be done",
        "1. Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ\nKhẩn trương rà soát bến đò.",
        [
            ("1.", "Bộ trưởng các Bộ, Thủ trưởng cơ quan ngang bộ", ""),
            ("", "Khẩn trương rà soát bến đò.", "1."),
        ],
    ),
    Row(
        "stars of Markdown are no words, and an item glued to a line is an item",
        "Hội nghị kết luận như sau:**1. Thống nhất báo cáo.**",
        [("", "Hội nghị kết luận như sau:", ""), ("1.", "Thống nhất báo cáo.", "")],
    ),
]


def words(tree: Tree, block: Block) -> str:
    return " ".join(tree.words(block).split())


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r.reason)
def test_blocks(row: Row) -> None:
    tree = segment(Text(HEAD + row.raw))
    marks = {b.index: b.marker for b in tree.blocks}
    found = [(b.marker, words(tree, b), "" if b.parent is None else marks[b.parent]) for b in tree.blocks]
    assert found[1:] == row.blocks


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("Rà soát bến đò. Báo cáo kết quả.", ["Rà soát bến đò.", "Báo cáo kết quả."]),
        ("Gửi về TP. Huế trong năm. Hết.", ["Gửi về TP. Huế trong năm.", "Hết."]),
        ("Theo mục 1.2 của Kế hoạch số 3.4. Hết.", ["Theo mục 1.2 của Kế hoạch số 3.4.", "Hết."]),
        ("Đã họp; Nay giao Sở Y tế.", ["Đã họp;", "Nay giao Sở Y tế."]),
        ("Căn cứ (Kế hoạch 1; Kế hoạch 2) và thực tế.", ["Căn cứ (Kế hoạch 1; Kế hoạch 2) và thực tế."]),
    ],
)
def test_sentences(raw: str, sentences: list[str]) -> None:
    tree = segment(Text(HEAD + "1. " + raw))
    assert [tree.text.flat[s:e] for s, e in tree.sentences(tree.blocks[-1])] == sentences


def test_sentence_around_a_span_stays_in_its_block() -> None:
    tree = segment(Text(HEAD + "1. Rà soát bến đò. Báo cáo phí đò. Kết thúc.\n2. Việc khác."))
    at = tree.text.flat.index("phí đò")
    start, end = tree.sentence(at, at + 6)
    assert tree.text.flat[start:end] == "Báo cáo phí đò."


def test_above_names_the_nearest_first() -> None:
    tree = segment(Text("Điều 3. Phí\n1. Mức:\na) Người lớn."))
    assert [b.marker for b in tree.above(tree.blocks[-1])] == ["1.", "Điều 3."]
