"""Every named question: its rows on the hand-made town, the same from SPARQL, the embedded store and Neo4j."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from town import town

from graph.stores.embedded import Embedded
from graph.stores.protocol import Asked
from graph.stores.server import Server
from graph.stores.triples import Triples
from queries.ask import ask, filled
from queries.questions import header, questions

KL, DIRECTIVE, GUIDANCE = "sông-la/conclusion/88", "sông-la/directive/07", "sông-la/guidance/03"
PROGRAMME, PLAN, DECISION = "sông-la/programme/12", "sông-la/plan/10", "sông-la/decision/"
NQ30, NQ41, CT05, DECREE = "tw/resolution/30-NQ-TW", "tw/resolution/41-NQ-TW", "tw/directive/05-CT-TW", "tw/decree/"
OLD, NEW = "sông-la/resolution/08/2013", "sông-la/resolution/08/2022"
LAW = "tw/law/33-2024"
SCHEME, TO_COME = "sông-la/planned/scheme", "sông-la/planned/decision"
DUE = [
    ("t/đề-án", "2023-11-30", "Lê Văn Nam", "direct"),
    ("t/đề-án", "2023-11-30", "Sở Du lịch", "lead"),
    ("t/đề-án", "2023-11-30", "Sở Tài chính", "coordinate"),
]
UP = [
    (DIRECTIVE, "IMPLEMENTS", PROGRAMME),
    (DIRECTIVE, "CONTINUES", CT05),
    (DIRECTIVE, "IMPLEMENTS", NQ30),
]

# A name, its parameters, the columns that are looked at, and the rows in order.
CASES: dict[str, tuple[str, Mapping[str, str], str, list[tuple[Any, ...]]]] = {
    "two documents of one number are both said": (
        "ambiguous_mentions",
        {},
        "document mention quote candidate",
        [(KL, "m/08", "Nghị quyết 08-NQ/TU", OLD), (KL, "m/08", "Nghị quyết 08-NQ/TU", NEW)],
    ),
    "a planned change is marked, and nothing else is a change": (
        "changed_documents",
        {},
        "document relation planned by date",
        [
            (DECISION + "15", "REPLACES", False, DECISION + "40", "2024-05-20"),
            (DECISION + "15", "AMENDS", True, TO_COME, None),
            (DECREE + "10-2020", "SUSPENDS", False, LAW, "2024-06-27"),
            (DECREE + "24-2014", "REPEALS", False, DECREE + "10-2020", "2020-01-17"),
        ],
    ),
    "cited by two, three times by one": (
        "cited_by",
        {"document": "41-NQ/TW"},
        "document citing count quote",
        [(NQ41, KL, 1, "Nghị quyết 41"), (NQ41, DIRECTIVE, 3, "NQ 41")],
    ),
    "an alias answers": (
        "cited_by",
        {"document": "07-CT-TU"},
        "document citing count",
        [(DIRECTIVE, KL, 1)],
    ),
    "what a number in small letters cites": (
        "cites",
        {"document": "88-kl/tu"},
        "document cited count status date",
        [
            (KL, DIRECTIVE, 1, "loaded", "2023-03-02"),
            (KL, NEW, 2, "cited", "2022-12-06"),
            (KL, NQ41, 1, "cited", "2023-10-10"),
        ],
    ),
    "the diagram that vbpl.vn would draw: what a document acts on, and what acts on it": (
        "diagram",
        {"document": "10/2020/nđ-cp"},
        "document code heading other quote",
        [
            (DECREE + "10-2020", 1, "Văn bản bị bãi bỏ", DECREE + "24-2014", f"REPEALS {DECREE}24-2014"),
            (DECREE + "10-2020", 11, "Văn bản tạm ngưng hiệu lực", LAW, f"SUSPENDS {DECREE}10-2020"),
        ],
    ),
    "a citation stands there where nothing else is said, and nothing planned does": (
        "diagram",
        {"document": DIRECTIVE},
        "code heading other",
        [
            (4, "Văn bản dẫn chiếu", KL),
            (4, "Văn bản được dẫn chiếu", NQ41),
            (9, "Văn bản quy định chi tiết, hướng dẫn thi hành", GUIDANCE),
        ],
    ),
    "done or not, the last day before": (
        "due_before",
        {"date": "2024-01-01"},
        "task due body role",
        [*DUE, ("t/quyết-định", "2023-12-31", "Sở Du lịch", "lead")],
    ),
    "the day itself is not before it": ("due_before", {"date": "2023-11-30"}, "task", []),
    "what is done is not overdue": (
        "overdue",
        {"date": "2024-04-01"},
        "task due body role",
        [*DUE, ("t/rà-soát", "2024-03-31", "các sở, ngành", "lead")],
    ),
    "on its last day nothing is overdue": ("overdue", {"date": "2024-03-31"}, "task due body role", DUE),
    "whole chains of directives, nothing planned": (
        "implementation_chains",
        {"kind": "directive"},
        "document source relation target",
        [*((DIRECTIVE, *link) for link in UP), (DIRECTIVE, PROGRAMME, "IMPLEMENTS", NQ30)],
    ),
    "a guidance goes on through what it guides": (
        "implementation_chains",
        {"kind": "guidance"},
        "document source relation target quote",
        [
            *((GUIDANCE, *link, f"{link[1]} {link[2]}") for link in UP),
            (GUIDANCE, GUIDANCE, "GUIDES", DIRECTIVE, f"GUIDES {DIRECTIVE}"),
            (GUIDANCE, PROGRAMME, "IMPLEMENTS", NQ30, f"IMPLEMENTS {NQ30}"),
        ],
    ),
    "a circle ends, and an ambiguous end is not lost": (
        "implementation_chains",
        {"kind": "plan"},
        "document source target",
        [
            (PLAN + n, PLAN + source, target)
            for n in "12"
            for source, target in (("1", "m/08"), ("1", PLAN + "2"), ("2", PLAN + "1"), ("2", DECREE + "10-2020"))
        ],
    ),
    "no local document implements it, and two cite it": (
        "implementation_gaps",
        {},
        "document number citing",
        [(NQ41, "41-NQ/TW", 2)],
    ),
    "which directive implements which resolution": (
        "implementation_pairs",
        {},
        "document implements direct title",
        [(DIRECTIVE, NQ30, True, "Chỉ thị về du lịch")],
    ),
    "which guidance does, through others": (
        "implementation_pairs",
        {"kind": "guidance", "of": ""},
        "document implements direct",
        [(GUIDANCE, DIRECTIVE, True), (GUIDANCE, PROGRAMME, False), (GUIDANCE, CT05, False), (GUIDANCE, NQ30, False)],
    ),
    "what implements a resolution": (
        "implements_resolution",
        {"document": "30-nq/tw"},
        "document implementer type direct",
        [
            (NQ30, DIRECTIVE, "directive", True),
            (NQ30, GUIDANCE, "guidance", False),
            (NQ30, PROGRAMME, "programme", True),
        ],
    ),
    "in a circle a document does not implement itself": (
        "implements_resolution",
        {"document": PLAN + "1"},
        "implementer direct",
        [(PLAN + "2", True)],
    ),
    "those that most cite come first": (
        "not_loaded",
        {},
        "document citing mentions",
        [(NQ41, 2, 4), (NEW, 1, 2)],
    ),
    "what will implement": (
        "planned_implementations",
        {},
        "document relation target title",
        [(SCHEME, "IMPLEMENTS", PROGRAMME, "Đề án du lịch biển")],
    ),
    "orders to review, to amend and to draw up": (
        "planned_orders",
        {},
        "document planned relation target due",
        [
            (KL, None, "REVIEWS", OLD, None),
            (KL, TO_COME, "AMENDS", DECISION + "15", None),
            (KL, SCHEME, "IMPLEMENTS", PROGRAMME, "2023-11-30"),
        ],
    ),
    "what happened to a document, what is planned last": (
        "timeline",
        {"document": DECISION + "15"},
        "document issued date relation planned by number",
        [
            (DECISION + "15", "2021-02", "2024-05-20", "REPLACES", False, DECISION + "40", "40/2024/QĐ-UBND"),
            (DECISION + "15", "2021-02", None, "AMENDS", True, TO_COME, None),
        ],
    ),
    "a task of nobody": ("unassigned_tasks", {}, "document task quote", [(KL, "t/tổng-kết", "tổng kết 10 năm")]),
    "everybody, by the day that it is due": (
        "who_is_assigned",
        {},
        "body role mode task through",
        [
            ("Lê Văn Nam", "direct", "assign", "t/đề-án", None),
            ("Sở Du lịch", "lead", "assign", "t/đề-án", None),
            ("Sở Tài chính", "coordinate", "assign", "t/đề-án", None),
            ("Sở Du lịch", "lead", "request", "t/quyết-định", None),
            ("các sở, ngành", "lead", "require", "t/rà-soát", None),
        ],
    ),
    "a body, with what its class must do": (
        "who_is_assigned",
        {"body": "sông-la/sở-du-lịch"},
        "body role due due_text through quote",
        [
            ("Sở Du lịch", "lead", "2023-11-30", "trong tháng 11 năm 2023", None, "xây dựng Đề án du lịch biển"),
            ("Sở Du lịch", "lead", "2024-03-31", "quý I/2024", "các sở, ngành", 'rà soát "điểm nghẽn"\nvề thủ tục'),
        ],
    ),
    "in force on the last day of one document, before the first of another": (
        "in_force_on",
        {"date": "2024-05-31"},
        "document in_force_from in_force_to ended_by suspended_by why",
        [
            (DECREE + "10-2020", "2020-03-01", "2027-12-31", DECREE + "10-2020", None, "có hiệu lực từ 01/3/2020"),
            (DECISION + "15", "2021-03-01", "2024-05-31", DECISION + "40", None, "có hiệu lực từ 01/3/2021"),
            (NQ30, "2022-11-23", None, None, None, "có hiệu lực từ ngày ký"),
        ],
    ),
    "what is suspended says so; what ended on a day unknown is not there": (
        "in_force_on",
        {"date": "2025-02-01"},
        "document suspended_by number",
        [
            (DECREE + "10-2020", LAW, "10/2020/NĐ-CP"),
            (NQ30, None, "30-NQ/TW"),
            (DECISION + "40", None, "40/2024/QĐ-UBND"),
            (LAW, None, "33/2024/QH15"),
        ],
    ),
    "after the last day of all that ends": (
        "in_force_on",
        {"date": "2028-01-01"},
        "document",
        [(NQ30,), (DECISION + "40",), (LAW,)],
    ),
    "two bodies of one name stay two": (
        "who_is_assigned",
        {"body": "SỞ DU LỊCH"},
        "body_id task",
        [("sông-la/sở-du-lịch", "t/đề-án"), ("bến-đá/sở-du-lịch", "t/quyết-định"), ("sông-la/sở-du-lịch", "t/rà-soát")],
    ),
}


@pytest.fixture(scope="module")
def triples() -> Iterator[Triples]:
    held = Triples()
    held.publish(town())
    yield held
    held.close()


@pytest.fixture(scope="module", params=["embedded", pytest.param("server", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    opened = (
        Server(request.getfixturevalue("neo4j_uri"))
        if request.param == "server"
        else Embedded(tmp_path_factory.mktemp("questions") / "store", write=True)
    )
    opened.publish(town())
    yield opened
    opened.close()


@pytest.mark.parametrize("case", CASES)
def test_the_rows_in_sparql(triples: Triples, case: str) -> None:
    name, given, columns, expected = CASES[case]
    question = questions()[name]
    found = triples.sparql(question.sparql, filled(question, given))
    assert [tuple(row[column] for column in columns.split()) for row in found] == expected


@pytest.mark.parametrize("case", CASES)
def test_the_same_rows_and_columns_in_cypher(triples: Triples, store: Asked, case: str) -> None:
    name, given, _, _ = CASES[case]
    question = questions()[name]
    found = triples.sparql(question.sparql, filled(question, given))
    told = ask(store, name, **given)
    assert told == found
    assert [list(row) for row in told] == [list(row) for row in found]


def test_no_question_goes_unanswered_here() -> None:
    answered = {name for name, _, _, rows in CASES.values() if rows}
    assert answered == set(questions())


@pytest.mark.parametrize("name", questions())
def test_both_texts_of_a_question_have_one_header(name: str) -> None:
    question = questions()[name]
    told = header(question.cypher, "//")
    assert told == header(question.sparql, "#")
    assert len(told) == 2 + len(question.parameters)
    assert question.english != question.vietnamese
    assert all(f"${p.name}" in question.cypher and f"${p.name}" in question.sparql for p in question.parameters)
