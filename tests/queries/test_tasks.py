"""Who must do what by when, on a literal graph."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from city import city

from graph.elements import Edge, Graph, Node
from graph.errors import CannotAnswer
from queries.tasks import COLUMNS, by_body, tasks


def told(**options: Any) -> list[tuple[Any, ...]]:
    return [(r["body"], r["role"], r["task_id"][-1], r["due"]) for r in tasks(city(), **options)]


ALL = [
    ("Lê Văn Biển", "direct", "1", "2023-11-30"),
    ("Sở Du lịch", "lead", "1", "2023-11-30"),
    ("Sở Tài chính", "coordinate", "1", "2023-11-30"),
    ("các sở, ngành", "lead", "2", "2024-03-31"),
    (None, None, "3", None),
]


def test_every_assignment_is_a_row_and_so_is_a_task_without_a_doer() -> None:
    assert told() == ALL


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ({"due_before": "2023-12-01"}, ALL[:3]),
        ({"due_before": "2023-11-30"}, []),  # the last day allowed is not before itself
        ({"overdue_on": "2023-12-01"}, ALL[:3]),
        ({"overdue_on": "2023-11-30"}, []),  # on its last day nothing is overdue
        ({"state": "done"}, ALL[4:]),
        ({"state": "open", "due_before": "2030-01-01"}, ALL[:4]),
        ({"document": "bd/conclusion/212"}, ALL),
        ({"document": "bd/programme/35"}, []),
    ],
)
def test_filters(options: dict[str, str], kept: list[tuple[Any, ...]]) -> None:
    assert told(**options) == kept


@pytest.mark.parametrize("name", ["Sở Du lịch", "sở du lịch", "so du lich", "bd/body/so-du-lich"])
def test_a_body_has_its_own_tasks_and_those_of_its_class_marked(name: str) -> None:
    own, shared = tasks(city(), body=name)
    assert (own["collective"], own["through"], own["task_id"]) == (False, None, "bd/task/1")
    assert (shared["collective"], shared["through"], shared["task_id"]) == (True, "các sở, ngành", "bd/task/2")
    assert shared["body"] == "Sở Du lịch"


def merged() -> Graph:
    """The city in which Sở Giao thông took over from Sở Du lịch, and Sở Xây dựng from that one."""
    told = {"origin": "registry", "act": "x"}
    names = ("Sở Giao thông", "Sở Xây dựng")
    new = [Node(id=f"bd/body/{n}", labels=("Body",), properties={"name": n, "collective": False}) for n in names]
    chain = ["bd/body/so-du-lich", *(n.id for n in new)]
    after = [
        Edge(id=f"SUCCEEDED_BY:{a}>{b}", type="SUCCEEDED_BY", source=a, target=b, properties=told)
        for a, b in pairwise(chain)
    ]
    return Graph([*city().nodes.values(), *new], [*city().edges.values(), *after])


@pytest.mark.parametrize("name", ["Sở Giao thông", "Sở Xây dựng"])
def test_a_body_has_the_tasks_of_those_that_it_took_over_from_marked(name: str) -> None:
    own, shared = tasks(merged(), body=name)
    assert (own["body"], own["formerly"], own["through"], own["task_id"]) == (name, "Sở Du lịch", None, "bd/task/1")
    assert (shared["formerly"], shared["through"], shared["task_id"]) == ("Sở Du lịch", "các sở, ngành", "bd/task/2")


def test_the_body_before_keeps_its_own_and_what_took_over_says_nothing_twice() -> None:
    g = merged()
    assert [r["formerly"] for r in tasks(g, body="Sở Du lịch")] == [None, None]
    member = Edge(
        id="MEMBER_OF:x", type="MEMBER_OF", source="bd/body/Sở Xây dựng", target="bd/body/cac-so", properties={}
    )
    rows = tasks(Graph(g.nodes.values(), [*g.edges.values(), member]), body="Sở Xây dựng")
    assert [(r["task_id"], r["formerly"], r["through"]) for r in rows] == [
        ("bd/task/1", "Sở Du lịch", None),
        ("bd/task/2", None, "các sở, ngành"),
    ]


def test_each_task_has_a_number_and_the_same_in_every_list() -> None:
    numbers = {r["task_id"]: r["number"] for r in tasks(city())}
    assert len(set(numbers.values())) == len(numbers) == 3
    assert all(numbers[r["task_id"]] == r["number"] for r in tasks(city(), body="Sở Du lịch"))


def test_a_class_itself_can_be_asked_for() -> None:
    (row,) = tasks(city(), body="các sở, ngành")
    assert (row["collective"], row["through"], row["body_id"]) == (True, None, "bd/body/cac-so")


def test_a_person_can_be_asked_for() -> None:
    (row,) = tasks(city(), body="Lê Văn Biển")
    assert (row["role"], row["post"]) == ("direct", "Phó Chủ tịch UBND thành phố")


def test_several_bodies_are_listed_never_guessed() -> None:
    with pytest.raises(
        CannotAnswer, match=r"3 bodies answer to 'Sở': Sở Du lịch; Sở Tài chính; các sở, ngành"
    ) as error:
        tasks(city(), body="Sở")
    assert "Give one name in full" in error.value.hint


def test_an_unknown_body_gets_a_suggestion() -> None:
    with pytest.raises(CannotAnswer, match="No body or person") as error:
        tasks(city(), body="Sở Du lich biển")
    assert "Sở Du lịch" in error.value.hint


def test_a_row_has_the_columns_of_the_ledger_and_its_place() -> None:
    row = tasks(city(), body="Sở Tài chính")[0]
    assert list(row) == list(COLUMNS)
    assert row["report_to"] == ["Ban Thường vụ Thành ủy"]
    assert row["document"] == "Kết luận 212-KL/TU (19/10/2023)"
    assert row["end"] > row["start"]


def test_rows_by_body_keep_every_row() -> None:
    rows = tasks(city())
    sheets = by_body(rows)
    assert list(sheets) == ["các sở, ngành", "Chưa rõ", "Lê Văn Biển", "Sở Du lịch", "Sở Tài chính"]
    assert sum(map(len, sheets.values())) == len(rows)
