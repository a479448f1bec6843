"""What stands on a document, on a literal graph."""

from __future__ import annotations

from city import city, depends, document

from graph.elements import Graph
from queries.impact import impact


def stands(g: Graph, of: str, depth: int | None = None) -> list[tuple[int, str]]:
    return [(s.depth, s.id) for s in impact(g, of, depth=depth).steps]


def test_what_implements_it_stands_on_it_however_far() -> None:
    found = stands(city(), "tw/resolution/91")
    assert found == [
        (1, "bd/programme/35"),
        (2, "bd/decision/planned"),
        (2, "bd/directive/18"),
        (3, "bd/conclusion/212"),
    ]
    assert stands(city(), "tw/resolution/91", depth=1) == found[:1]


def test_what_is_based_on_it_stands_on_it() -> None:
    assert stands(city(), "tw/law/dat-dai/2024") == [(1, "bd/conclusion/212")]


def test_what_it_promulgates_falls_with_it_but_not_the_other_way() -> None:
    g = Graph([document("a", "decision"), document("b", "rules")], [depends("a", "PROMULGATES", "b", "q")])
    assert stands(g, "a") == [(1, "b")]
    assert stands(g, "b") == []


def test_a_review_stands_on_nothing() -> None:
    assert stands(city(), "bd/resolution/08/2013") == []


def test_what_changes_it_is_beside_it_not_under_it() -> None:
    found = impact(city(), "bd/decision/17")
    assert found.steps == ()
    (change,) = found.told()["changed_by"]
    assert (change["id"], change["relation"], change["planned"]) == ("bd/decision/planned", "AMENDS", True)
    assert change["evidence"]["quote"].startswith("ban hành Quyết định sửa đổi")


def test_a_cycle_ends() -> None:
    g = Graph(
        [document(i, "plan") for i in "ab"], [depends("a", "IMPLEMENTS", "b", "q"), depends("b", "GUIDES", "a", "q")]
    )
    assert stands(g, "a") == [(1, "b")]
