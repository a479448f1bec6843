"""Documents as people type them."""

from __future__ import annotations

from typing import Any

import pytest

from graph.elements import Graph, Node
from graph.lookup import lookup
from graph.model import labels


def document(id: str, type: str, **told: Any) -> Node:
    return Node(id=id, labels=labels(type), properties={"type": type, **told})


KNOWN = [
    document(
        "hp/resolution/08/2022",
        "resolution",
        number="08-NQ/TU",
        date="2022-12-06",
        jurisdiction="Hải Phòng",
        aliases=["hp/resolution/08", "hp/resolution/08/XVI"],
    ),
    document(
        "hp/resolution/08/2013",
        "resolution",
        number="08-NQ/TU",
        date="2013-05-16",
        jurisdiction="Hải Phòng",
        aliases=["hp/resolution/08", "hp/resolution/08/XIV"],
    ),
    document("dn/resolution/08", "resolution", number="08-NQ/TU", date="2022-01-03", jurisdiction="Đà Nẵng"),
    document("hn/decision/71", "decision", number="71/2025/QĐ-UBND", jurisdiction="Hà Nội"),
    document("bn/decision/71", "decision", number="71/2025/QĐ-UBND", jurisdiction="Bắc Ninh"),
    document("tw/law/dat-dai/2024", "law", number="31/2024/QH15", title="Luật Đất đai"),
    document("tw/law/dat-dai/2013", "law", title="Luật Đất đai", date="2013"),
    document("tw/decree/102", "decree", number="102/2024/NĐ-CP", title="quy định chi tiết thi hành Luật Đất đai"),
    document(
        "hp/conclusion/13",
        "conclusion",
        title="HỘI NGHỊ THÀNH ỦY LẦN THỨ 13, KHÓA XVI",
        held="2023-10-19",
        jurisdiction="Hải Phòng",
    ),
    document("hp/scheme/hung", "scheme", title="Đề án phát triển xã Hưng Đạo"),
]
HP = {"hp/resolution/08/2022", "hp/resolution/08/2013"}

ROWS = [
    ("an id is that document", "hp/resolution/08/2013", {"hp/resolution/08/2013"}),
    ("an alias of one is that one", "hp/resolution/08/XVI", {"hp/resolution/08/2022"}),
    ("an alias of two lists both", "hp/resolution/08", HP),
    ("an alias in capitals answers", "HP/RESOLUTION/08/xiv", {"hp/resolution/08/2013"}),
    ("a number lists all that bear it", "08-NQ/TU", HP | {"dn/resolution/08"}),
    ("a number in small letters", "08-nq/tu", HP | {"dn/resolution/08"}),
    ("a number without its zero", "8-NQ/TU", HP | {"dn/resolution/08"}),
    ("a number with a D for Đ", "71/2025/qd-ubnd", {"hn/decision/71", "bn/decision/71"}),
    ("a number at a year", "08-nq/tu@2013", {"hp/resolution/08/2013"}),
    ("a number at a month", "08-NQ/TU@12/2022", {"hp/resolution/08/2022"}),
    ("a number at a day", "08-NQ/TU @ 06/12/2022", {"hp/resolution/08/2022"}),
    ("a number and its day as documents print it", "Nghị quyết số 08-NQ/TU, ngày 16/5/2013", {"hp/resolution/08/2013"}),
    ("a year at which no such number is known", "08-NQ/TU@1999", set()),
    ("a number and a place", "71/2025/QĐ-UBND Hà Nội", {"hn/decision/71"}),
    ("a number and a place without accents", "08-NQ/TU da nang", {"dn/resolution/08"}),
    ("a number of another kind is none", "Chỉ thị 08-NQ/TU", set()),
    ("a kind and a serial", "Nghị quyết 08", HP | {"dn/resolution/08"}),
    ("a serial and its year", "71/2025", {"hn/decision/71", "bn/decision/71"}),
    ("a year in the number answers", "31/2024/QH15@2024", {"tw/law/dat-dai/2024"}),
    ("a whole title is not a part of another", "Luật Đất đai", {"tw/law/dat-dai/2024", "tw/law/dat-dai/2013"}),
    ("a title and its year", "luat dat dai nam 2024", {"tw/law/dat-dai/2024"}),
    ("words of a title without accents, in any order", "thanh uy hoi nghi", {"hp/conclusion/13"}),
    ("words and a year", "hội nghị thành ủy@2023", {"hp/conclusion/13"}),
    ("part of a word, where no whole word fits", "hưng đạ", {"hp/scheme/hung"}),
    ("the search folds accents that identity keeps", "xã hùng đạo", {"hp/scheme/hung"}),
    ("words that occur nowhere", "thủy lợi", set()),
    ("nothing", "  ", set()),
]


@pytest.mark.parametrize(("reason", "words", "found"), ROWS, ids=[r[0] for r in ROWS])
def test_lookup(reason: str, words: str, found: set[str]) -> None:
    assert {n.id for n in lookup(KNOWN, words)} == found, reason


def test_several_are_sorted_and_none_is_guessed() -> None:
    found = [n.id for n in lookup(reversed(KNOWN), "08-NQ/TU")]
    assert found == sorted(HP | {"dn/resolution/08"})


def test_a_graph_finds_and_goes_around() -> None:
    g = Graph(KNOWN, [])
    assert {n.id for n in g.find("08-NQ/TU@2022")} == {"hp/resolution/08/2022", "dn/resolution/08"}
    assert set(g.around("08-NQ/TU@2013").nodes) == {"hp/resolution/08/2013"}
    assert not g.around("nothing of the kind").nodes
