"""Each kind of finding with rows that give it and rows that must not, each with the reason."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from city import depends, edge
from program import EXAMPLES

from graph import Graph, Node, build
from graph.elements import Edge, Property
from graph.model import labels
from graph.statements import Reading, Source
from loaders import load, state
from queries.lint import Finding, lint

HEAD = """ỦY BAN NHÂN DÂN
THÀNH PHỐ LAM TRIỀU
-------
Số: 99/2025/QĐ-UBND
Lam Triều, ngày 06 tháng 01 năm 2025

QUYẾT ĐỊNH
Về quản lý bến thủy nội địa

ỦY BAN NHÂN DÂN THÀNH PHỐ LAM TRIỀU

"""


def read(text: str, head: str = HEAD) -> Reading:
    whole = head + text
    digest = hashlib.sha256(whole.encode()).hexdigest()
    return state(whole, Source(id=digest, format="text", chars=len(whole), paths=("draft.txt",)))


@cache
def city() -> Graph:
    return build(load(EXAMPLES).statements)


def cited(text: str, g: Graph | None = None, head: str = HEAD) -> list[Finding]:
    """What is said of the citations in a text, not of its tasks."""
    reading = read(text, head)
    found = lint(reading, g or city())
    for f in found:
        assert (head + text)[f.start : f.end] == f.quote
    return [f for f in found if f.kind not in ("no_doer", "no_deadline")]


# text, the kinds found in order, the reason
ROWS: list[tuple[str, list[str], str]] = [
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 20 tháng 3 năm 2023 của Chính phủ;", [], "it agrees"),
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 20/3/2023;", [], "what is not said does not contradict"),
    ("Căn cứ Nghị quyết 52/NQ-CP;", [], "a number alone is enough where one is known"),
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 21 tháng 3 năm 2023;", ["wrong_date"], "one number of one year, another day"),
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 20 tháng 3 năm 2022;", ["wrong_date"], "a slip in the year alone"),
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 14 tháng 7 năm 2021;", ["unknown"], "the numbers begin again each year"),
    ("Thực hiện Nghị quyết số 91-NQ/TW, ngày 18/5/2022 của Bộ Chính trị.", ["wrong_date"], "one number a term"),
    ("Thực hiện Nghị quyết số 91-NQ/TW, ngày 12/01/2015 của Bộ Chính trị.", ["unknown"], "of another term"),
    (
        "Thực hiện Nghị quyết số 91-NQ/TW, ngày 12/01/2015 của Bộ Chính trị về phát triển kinh tế biển xanh vùng duyên "
        "hải Lam Triều đến năm 2030, tầm nhìn đến năm 2045.",
        ["wrong_date"],
        "of another term, but its title tells that it is the same",
    ),
    (
        "Theo Chỉ thị số 18-CT/TU, ngày 22/02/2024 của Ban Thường vụ Thành ủy.",
        ["wrong_date"],
        "one term of a committee",
    ),
    ("Theo Chỉ thị số 18-CT/TU, ngày 19/8/2013 của Ban Thường vụ Thành ủy.", ["unknown"], "of another term"),
    ("Căn cứ Luật số 77/2015/QH13 ngày 19 tháng 6 năm 2016;", ["wrong_date"], "a number with its year is one document"),
    (
        "Căn cứ Luật số 77/2015/QH13 ngày 19 tháng 6 năm 2015; theo Luật số 77/2015/QH13 ngày 19 tháng 6 năm 2016.",
        ["wrong_date"],
        "the right date elsewhere in the draft makes it no less wrong",
    ),
    ("Thực hiện Nghị quyết số 91-NQ/TW, ngày 16/6/2022 của Ban Bí thư.", ["wrong_issuer"], "one code, three issuers"),
    ("Thực hiện Nghị quyết số 91-NQ/TW, ngày 16/6/2022 của Trung ương.", [], "may be any of them"),
    ("Theo Chỉ thị số 18-CT/TU, ngày 22/3/2024 của Thành ủy.", [], "a committee stands for its standing board"),
    ("Căn cứ Nghị quyết số 52/NQ-CP ngày 20/3/2023 của Thủ tướng Chính phủ;", ["wrong_issuer"], "belied by its symbol"),
    (
        "Theo Nghị quyết số 18/2020/NQ-HĐND ngày 10 tháng 12 năm 2020 của Ủy ban nhân dân thành phố;",
        ["wrong_issuer"],
        "a council's number",
    ),
    (
        "Theo Quyết định số 14/2021/QĐ-UBND ngày 26 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh Nghệ An;",
        ["unknown"],
        "many places give out one number on one day",
    ),
    ("Theo Nghị quyết số 118/KH-UBND ngày 19 tháng 4 năm 2024;", ["wrong_type"], "KH is a plan"),
    ("Theo Nghị quyết số 18-CT/TU, ngày 22/3/2024 của Thành ủy.", ["wrong_type"], "CT is a directive"),
    ("Theo Quyết định số 37-QĐ/TW của Bộ Chính trị.", ["unknown"], "QĐ may be a decision or a regulation"),
    ("Theo văn bản số 118/KH-UBND ngày 19 tháng 4 năm 2024;", [], "a general word is no other kind"),
    (
        "Theo Chỉ thị số 17-CT/TU, ngày 22/3/2024 của Ban Thường vụ Thành ủy về đẩy mạnh thực hiện Chương trình hành "
        "động số 35-CTr/TU, ngày 18/01/2023 của Ban Thường vụ Thành ủy.",
        ["wrong_number"],
        "of that day there is one of this very title",
    ),
    ("Theo Chỉ thị số 81-CT/TU, ngày 22/3/2024 của Thành ủy.", ["wrong_number"], "digits exchanged, of one day"),
    ("Theo Chỉ thị số 17-CT/TU, ngày 22/3/2024 của Thành ủy.", ["unknown"], "neighbours are given out on one day"),
    ("Theo Chỉ thị số 81-CT/TU, ngày 23/3/2024 của Thành ủy.", ["unknown"], "of another day nothing is certain"),
    (
        "Theo Quyết định số 14/2020/QĐ-UBND ngày 26 tháng 4 năm 2021 của Ủy ban nhân dân thành phố Lam Triều;",
        ["wrong_number"],
        "the year of a number that its date belies",
    ),
    ("Theo Nghị quyết số 91-NQ/TU, ngày 16/6/2022 của Bộ Chính trị.", ["wrong_number"], "the issuer belies the symbol"),
    ("Căn cứ Quyết định số 31/2014/QĐ-UBND ngày 20 tháng 10 năm 2014;", ["replaced"], "as a whole"),
    ("Căn cứ Quyết định số 09/2018/QĐ-UBND ngày 05 tháng 3 năm 2018;", ["repealed"], "as a whole"),
    ("Căn cứ Quyết định số 14/2021/QĐ-UBND ngày 26 tháng 4 năm 2021;", [], "repealed in part is in force"),
    (
        "Căn cứ Quyết định số 31/2014/QĐ-UBND ngày 20 tháng 10 năm 2014 được thay thế bởi Quyết định số "
        "14/2021/QĐ-UBND ngày 26 tháng 4 năm 2021;",
        [],
        "the draft says itself that it is not in force",
    ),
    (
        "Tổng kết 10 năm thực hiện Quyết định số 31/2014/QĐ-UBND ngày 20 tháng 10 năm 2014 trong năm 2025.",
        [],
        "who looks back cites what is over",
    ),
    ("Theo Nghị quyết số 09-NQ/TU của Thành ủy.", ["ambiguous"], "two are known"),
    ("Theo Nghị quyết số 09-NQ/TU, ngày 08/12/2022 của Thành ủy.", [], "the date tells"),
    ("Theo Nghị quyết số 09-NQ/TU, ngày 08/12/2022. Theo Nghị quyết số 09-NQ/TU.", [], "the draft itself tells"),
    ("Căn cứ Thông tư số 03/2024/TT-BTP ngày 15 tháng 5 năm 2024;", ["unknown"], "no document of that number"),
    ("Căn cứ Luật Giao thông đường thủy nội địa;", [], "a law by its name"),
    ("Căn cứ Luật Thủy sản;", ["unknown"], "no law of that name"),
    ("Ban hành Kế hoạch thực hiện Nghị quyết số 91-NQ/TW, ngày 16/6/2022.", [], "what is to come is no citation"),
    (
        "Điều 2. Quyết định này bãi bỏ Nghị quyết số 18/2020/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân "
        "thành phố.",
        ["no_competence"],
        "a committee does not change what the council has resolved",
    ),
    (
        "Điều 2. Quyết định này thay thế Nghị định số 08/2021/NĐ-CP ngày 28 tháng 01 năm 2021 của Chính phủ.",
        ["no_competence"],
        "nor what the Government has decreed",
    ),
    (
        "Điều 2. Quyết định này bãi bỏ Chỉ thị số 18-CT/TU, ngày 22/3/2024 của Ban Thường vụ Thành ủy.",
        ["no_competence"],
        "nor what the Party says",
    ),
    (
        "Điều 2. Quyết định này bãi bỏ Quyết định số 14/2021/QĐ-UBND ngày 26 tháng 4 năm 2021 của Ủy ban nhân dân "
        "thành phố Lam Triều.",
        [],
        "its own",
    ),
    (
        "Đề nghị sửa đổi, bổ sung Nghị quyết số 18/2020/NQ-HĐND ngày 10 tháng 12 năm 2020 của Hội đồng nhân dân thành "
        "phố trong quý I/2025.",
        [],
        "to ask for a change is to make none",
    ),
]


@pytest.mark.parametrize(("text", "kinds", "why"), [pytest.param(*row, id=row[2]) for row in ROWS])
def test_what_is_said_of_a_citation(text: str, kinds: list[str], why: str) -> None:
    assert [f.kind for f in cited(text)] == kinds


TASKS: list[tuple[str, list[str], str]] = [
    ("1. Hoàn thành việc số hóa hồ sơ trước ngày 30 tháng 6 năm 2025.", ["no_doer"], "a deadline, and nobody"),
    ("1. Giao Sở Nội vụ số hóa hồ sơ trước ngày 30 tháng 6 năm 2025.", [], "both"),
    ("1. Giao Sở Nội vụ số hóa hồ sơ.", ["no_deadline"], "somebody, and no deadline"),
    ("1. Giao Sở Nội vụ số hóa hồ sơ, định kỳ hằng quý.", [], "a rhythm is a deadline"),
    ("1. Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.", [], "this duty has no end"),
    ("1. Các bến giữ gìn vệ sinh.", [], "no order to anybody"),
]


@pytest.mark.parametrize(("text", "kinds", "why"), [pytest.param(*row, id=row[2]) for row in TASKS])
def test_what_is_said_of_a_task(text: str, kinds: list[str], why: str) -> None:
    found = lint(read(f"Điều 3. Tổ chức thực hiện\n\n{text}\n"), city())
    assert [f.kind for f in found if f.kind in ("no_doer", "no_deadline")] == kinds


def test_the_wrong_words_are_pointed_at_and_not_what_inherits_them() -> None:
    text = (
        "Căn cứ Nghị quyết số 52/NQ-CP ngày 21 tháng 3 năm 2023 của Chính phủ;\n"
        "Theo Nghị quyết số 52/NQ-CP. Theo Nghị quyết số 52/NQ-CP ngày 21/3/2023.\n"
    )
    found = cited(text)
    assert [f.kind for f in found] == ["wrong_date", "wrong_date"]
    assert all("21" in f.quote for f in found)
    assert {f.target for f in found} == {"trung-uong/resolution/52-NQ-CP/2023-03-20"}


def document(id_: str, kind: str, **told: Property) -> Node:
    return Node(id=id_, labels=labels(kind), properties={"type": kind, "status": "cited", **told})


def decrees(*edges: Edge, **repealing: Property) -> Graph:
    old = document("old", "decree", number="10/2015/NĐ-CP", date="2015-02-01")
    new = document("new", "decree", number="20/2024/NĐ-CP", **{"date": "2024-03-01", **repealing})
    by = document("by", "plan", number="1/KH-UBND", date="2024-05-01", status="loaded")
    cites = [edge("CITES", "by", id_, "Nghị định", count=1) for id_ in ("old", "new")]
    return Graph([old, new, by], [*cites, *edges])


WHOLE = "Nghị định này thay thế Nghị định số 10/2015/NĐ-CP"
ENDS: list[tuple[Graph, list[str], str]] = [
    (decrees(depends("new", "REPLACES", "old", WHOLE)), ["replaced"], "done, and as a whole"),
    (decrees(depends("new", "REPEALS", "old", "bãi bỏ Nghị định số 10/2015/NĐ-CP")), ["repealed"], "as a whole"),
    (decrees(depends("new", "REPLACES", "old", WHOLE, planned=True)), [], "only planned"),
    (decrees(depends("new", "AMENDS", "old", "sửa đổi Nghị định số 10/2015/NĐ-CP")), [], "amended is in force"),
    (
        decrees(edge("DEPENDS_ON", "new", "old", "x", relation="REPEALS", pinpoints=["Điều 5"])),
        [],
        "an article of it",
    ),
    (
        decrees(
            depends("new", "REPEALS", "old", "Sửa đổi, bổ sung, bãi bỏ một số điều của Nghị định số 10/2015/NĐ-CP")
        ),
        [],
        "some articles of it",
    ),
    (decrees(depends("new", "REPEALS", "old", "Bãi bỏ một phần Nghị định số 10/2015/NĐ-CP")), [], "a part of it"),
    (decrees(depends("new", "REPLACES", "old", WHOLE), date="2025-06-01"), [], "after the day of the draft"),
    (decrees(depends("new", "REPLACES", "old", WHOLE), date="2014-06-01"), [], "an older one cannot"),
    (decrees(depends("new", "REPLACES", "old", WHOLE), type="submission"), [], "what is proposed is not done"),
    (decrees(), [], "nothing is known of it"),
]


@pytest.mark.parametrize(("g", "kinds", "why"), [pytest.param(*row, id=row[2]) for row in ENDS])
def test_what_ended_a_document(g: Graph, kinds: list[str], why: str) -> None:
    assert [f.kind for f in cited("Căn cứ Nghị định số 10/2015/NĐ-CP ngày 01 tháng 02 năm 2015;", g)] == kinds


LAWS = [
    document("2013", "law", number="45/2013/QH13", date="2013-11-29", title="Luật Đất đai"),
    document("2024", "law", number="31/2024/QH15", date="2024-01-18", title="Luật Đất đai"),
    document("by", "plan", number="1/KH-UBND", date="2024-05-01", status="loaded"),
]


def laws(*edges: Edge) -> Graph:
    return Graph(LAWS, [*(edge("CITES", "by", id_, "Luật", count=1) for id_ in ("2013", "2024")), *edges])


def test_a_bare_law_is_the_one_in_force() -> None:
    ended = depends("2024", "REPEALS", "2013", "Luật Đất đai số 45/2013/QH13 hết hiệu lực")
    assert cited("Theo quy định của Luật Đất đai;", laws()) == []
    assert cited("Theo quy định của Luật Đất đai;", laws(ended)) == []
    assert [f.kind for f in cited("Theo Luật Đất đai số 45/2013/QH13;", laws(ended))] == ["repealed"]


def test_a_date_that_most_others_belie_is_wrong_though_one_shares_it() -> None:
    right = document("right", "decree", number="35/2022/NĐ-CP", date="2022-05-28")
    wrong = document("wrong", "decree", number="35/2022/NĐ-CP", date="2022-05-18")
    by = [document(f"by{i}", "plan", number=f"{i}/KH-UBND", date="2024-05-01", status="loaded") for i in range(3)]
    cites = [edge("CITES", "by0", "wrong", "a", count=1), *(edge("CITES", f"by{i}", "right", "b") for i in (1, 2))]
    text = "Căn cứ Nghị định số 35/2022/NĐ-CP ngày 18 tháng 5 năm 2022;"
    assert [(f.kind, f.target) for f in cited(text, Graph([right, wrong, *by], cites))] == [("wrong_date", "right")]
    assert cited(text, Graph([right, wrong, *by[:2]], cites[:2])) == []  # one against one: who is to say?


def test_a_known_date_that_its_own_number_belies_is_not_believed() -> None:
    wrong = document("x", "law", number="22/2023/QH15", date="2024-11-29")
    by = document("by", "plan", number="1/KH-UBND", date="2024-05-01", status="loaded")
    g = Graph([wrong, by], [edge("CITES", "by", "x", "Luật", count=1)])
    assert cited("Căn cứ Luật số 22/2023/QH15 ngày 23 tháng 6 năm 2023;", g) == []
    assert [f.kind for f in cited("Căn cứ Luật số 22/2023/QH15 ngày 23 tháng 6 năm 2022;", g)] == ["wrong_date"]


def test_an_empty_graph_knows_nothing() -> None:
    assert [f.kind for f in cited("Căn cứ Luật số 77/2015/QH13;", Graph())] == ["unknown"]
