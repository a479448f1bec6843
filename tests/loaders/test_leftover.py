"""What looks like a document's number: found, told apart, and an issue where nothing explains it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from leftovers import OWED, account, rate

from graph.statements import Source
from loaders.leftover import plain, symbols
from loaders.mentions import kinds
from loaders.mentions.documents.explained import Class, classes, explained
from loaders.state import state
from loaders.text import Text

CORPUS = Path(__file__).parents[2] / "../shared/corpus/text"
EXAMPLES = [(c["name"], e) for c in kinds.patterns("explained")["class"] for e in c["examples"]]
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/QĐ-UBND\nLào Cai, ngày 13 tháng 4 năm 2025\n\n"
    "QUYẾT ĐỊNH\nVề phí đò ngang\n\n"
)

SYMBOLS = [
    # (text, what in it is symbol-like)
    ("Quyết định số 12/2024/QĐ-UBND ngày 1/2/2024", ["12/2024/QĐ-UBND"]),
    ("Nghị quyết 27-NQ/TW và 100 - KL/TW, 15- nq/tw", ["27-NQ/TW", "100 - KL/TW", "15- nq/tw"]),
    ("27 NQ/TW; 06HD/TW; 489 QĐ/QLTN ngày 14/02/1996", ["27 NQ/TW", "06HD/TW", "489 QĐ/QLTN"]),
    ("66.16/2026/NQ-CP; 7a/CT-TTg; 12/2020/TTLT-BTC-BNV", ["66.16/2026/NQ-CP", "7a/CT-TTg", "12/2020/TTLT-BTC-BNV"]),
    ("Số: …/QĐ-UBND, số ...../2025/QĐ-TTg, số    /KH-UBND", ["…/QĐ-UBND", "...../2025/QĐ-TTg", "    /KH-UBND"]),
    ("Quyết định số 22/201 /QĐ-UBND", ["22/201 /QĐ-UBND"]),
    ("QCVN 09:2015/BGTVT, TCCS 02/2016/CĐUB", ["2015/BGTVT", "02/2016/CĐUB"]),
    ("3 - Giao nhận", ["3 - Giao"]),
    # no letters, no capitals, no serial
    ("tháng 12/2025, 1/2 số dân, 60 km/h, 500 đồng/m2, 24/24 giờ, năm 2024-2025", []),
    ("UBND/HĐND, Sở Y tế - BHXH, QĐ-UBND", []),
]

NOT_EXPLAINED = [
    # Real numbers beside words that explain others.
    "theo đơn vị thực hiện Quyết định số «12/2024/QĐ-XYZ»",
    "gửi kèm hồ sơ. Công văn số «574/UBND-NC»",
    "Quyết định số «22/201 /QĐ-UBND» ngày 13 tháng 9 năm 2019",
    "ban hành biểu giá.\nSố «45/2024/NĐ-CP»",
    "nêu trên…\nNghị định «45/2024/NĐ-CP»",
    "Kết luận số «15 - KL» của Bộ Chính trị",
    "mã số thuế; «27-NQ/TW»",
]


def parts(marked: str) -> tuple[Text, int, int]:
    """A text and the span in it that stands between « and »."""
    start, end = marked.index("«"), marked.index("»") - 1
    return Text(marked.replace("«", "").replace("»", "")), start, end


@pytest.mark.parametrize(("text", "found"), SYMBOLS)
def test_symbol_like_texts_are_found(text: str, found: list[str]) -> None:
    assert [text[s:e] for s, e in symbols(text)] == found


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_examples_of_a_class_are_of_it(name: str, example: str) -> None:
    text, start, end = parts(example)
    found = list(symbols(text.flat))
    assert (start, end) in found, f"no symbol-like text, but {[text.flat[s:e] for s, e in found]}"
    last: tuple[Class, int] | None = None
    for s, e in found[: found.index((start, end)) + 1]:
        known = explained(text, s, e, last)
        last = (known, e) if known else last
    assert known is not None
    assert known.name == name


def test_every_row_of_a_class_has_an_example() -> None:
    for known in classes():
        texts = [parts(e) for name, e in EXAMPLES if name == known.name]
        for number, row in enumerate(known.rows):
            assert any(row.fits(*t) for t in texts), f"{known.name}, row {number + 1}"
        assert texts


@pytest.mark.parametrize("example", NOT_EXPLAINED)
def test_what_may_be_a_document_is_not_explained_away(example: str) -> None:
    text, start, end = parts(example)
    assert (start, end) in symbols(text.flat)
    assert explained(text, start, end) is None


def doubts(body: str) -> list[tuple[str, str]]:
    """Message and place of what is left over of a decision with this body."""
    raw = HEAD + body
    reading = state(raw, Source(id="s", format="text", chars=len(raw)))
    return [(i.message, raw[i.start : i.end]) for i in reading.issues if i.kind == "symbol"]


def test_what_is_left_over_is_an_issue_with_its_place() -> None:
    ((message, quote),) = doubts("Điều 1. Thu phí theo Mỏ đá Long Hương, 489/QĐ-QLTN của mỏ.\n")
    assert quote == "489/QĐ-QLTN"
    assert message == "489/QĐ-QLTN looks like the number of a decision and was not understood."


def test_what_is_read_or_explained_is_no_issue() -> None:
    told = (
        "Điều 1. Bãi bỏ Quyết định số 12/2024/QĐ-UBND và Công văn số 574/UBND-NC.\n"
        "Điều 2. Theo Mẫu số 03/PLI, 03a/PLI và QCVN 09:2015/BGTVT (kèm theo Quyết định số 77/QĐ - UBND).\n"
        "Điều 3. Ban hành Kế hoạch số …/KH-UBND.\n3 - Giao nhận xăng dầu.\n"
    )
    assert doubts(told) == []


def test_composed_letters_do_not_move_an_issue() -> None:
    raw = unicodedata.normalize("NFD", HEAD + "Điều 1. Thu phí theo Mỏ đá Long Hương, 489/QĐ-QLTN của mỏ.\n")
    reading = state(raw, Source(id="s", format="text", chars=len(raw)))
    (issue,) = (i for i in reading.issues if i.kind == "symbol")
    assert unicodedata.normalize("NFC", raw[issue.start : issue.end]) == "489/QĐ-QLTN"


@pytest.mark.parametrize("number", ["08-NQ/TU", " 3783/QĐ- UBND"])
def test_numbers_are_compared_without_what_separates_their_parts(number: str) -> None:
    assert plain(number) == re.sub(r"\W", "", number).upper().replace("Đ", "D").lstrip("0")


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the shared documents are not here")
def test_hardly_anything_of_real_documents_is_left_over() -> None:
    characters: Counter[str] = Counter()
    for path in sorted(CORPUS.glob("*.txt")):
        for symbol, _ in account(path.read_bytes().decode()):
            characters[symbol.reading] += symbol.end - symbol.start
    assert characters["cited"] > characters.total() / 2
    assert rate(characters) <= OWED
