"""Chains of implementation on a literal graph: directions, depth, planned steps, cycles, evidence."""

from __future__ import annotations

import re

import pytest
from city import SOURCE, city, depends, document

from graph.elements import Graph
from queries.mermaid import mermaid
from queries.trace import cycles, trace
from queries.tree import tree


def steps(g: Graph, of: str, **options: bool | int) -> list[tuple[int, str, str, str]]:
    return [(s.depth, s.edge.source, s.relation, s.edge.target) for s in trace(g, of, **options).steps]  # type: ignore[arg-type]


UP = [
    (1, "bd/conclusion/212", "CONTINUES", "bd/directive/18"),
    (2, "bd/directive/18", "IMPLEMENTS", "bd/programme/35"),
    (3, "bd/programme/35", "IMPLEMENTS", "tw/resolution/91"),
]


def test_upwards_it_follows_implements_and_continues_alone() -> None:
    assert steps(city(), "bd/conclusion/212") == UP


def test_downwards_the_same_edges_are_met_the_other_way() -> None:
    found = steps(city(), "tw/resolution/91")
    assert found == [(4 - depth, *rest) for depth, *rest in reversed(UP)]


def test_both_directions_from_the_middle() -> None:
    found = trace(city(), "bd/directive/18")
    assert [(s.depth, s.up) for s in found.steps] == [(1, True), (2, True), (1, False)]


@pytest.mark.parametrize(("options", "expected"), [({"up": False}, []), ({"down": False}, UP), ({"depth": 2}, UP[:2])])
def test_directions_and_depth_can_be_limited(options: dict[str, bool | int], expected: list[object]) -> None:
    assert steps(city(), "bd/conclusion/212", **options) == expected


def test_planned_steps_are_apart() -> None:
    without, with_ = trace(city(), "bd/programme/35"), trace(city(), "bd/programme/35", planned=True)
    assert without.left_out == 1
    assert not any(s.planned for s in without.steps)
    assert [s.edge.source for s in with_.steps if s.planned] == ["bd/decision/planned"]
    assert with_.left_out == 0


def test_a_planned_short_cut_does_not_change_the_depth_of_a_real_chain() -> None:
    g = Graph(
        [document(i, "plan") for i in "abc"],
        [
            depends("a", "IMPLEMENTS", "c", "q", planned=True),
            depends("a", "IMPLEMENTS", "b", "q"),
            depends("b", "IMPLEMENTS", "c", "q"),
        ],
    )
    assert steps(g, "a") == [(1, "a", "IMPLEMENTS", "b"), (2, "b", "IMPLEMENTS", "c")]


def test_amendment_review_and_basis_are_no_implementation() -> None:
    relations = {s.relation for s in trace(city(), "bd/conclusion/212", planned=True).steps}
    assert relations == {"CONTINUES", "IMPLEMENTS"}


def test_a_cycle_is_told_once_and_not_walked_for_ever() -> None:
    ring = [depends(a, "IMPLEMENTS", b, "q") for a, b in ("ab", "bc", "ca")]
    g = Graph([document(i, "plan") for i in "abc"], ring)
    found = trace(g, "b")
    assert found.cycles == (("a", "b", "c", "a"),)
    assert found.told()["cycles"] == [["a", "b", "c", "a"]]
    assert len([s for s in found.steps if s.up]) == 3
    assert tree(found).count("a cycle") == 2  # upwards and downwards


def test_a_document_that_implements_itself_is_a_cycle() -> None:
    g = Graph([document("a", "plan")], [depends("a", "IMPLEMENTS", "a", "q")])
    assert trace(g, "a").cycles == (("a", "a"),)


def test_a_diamond_is_no_cycle_and_is_drawn_once() -> None:
    pairs = ("ab", "ac", "bd", "cd", "de")
    g = Graph([document(i, "plan", number=i) for i in "abcde"], [depends(a, "IMPLEMENTS", b, "q") for a, b in pairs])
    found = trace(g, "a")
    assert found.cycles == ()
    assert len(found.steps) == 5
    assert tree(found).count("(see above)") == 1


def test_two_rings_that_share_a_document_are_both_told() -> None:
    edges = [depends(a, "IMPLEMENTS", b, "q") for a, b in ("ab", "ba", "bc", "cb")]
    assert sorted(cycles(edges)) == [("a", "b", "a"), ("b", "c", "b")]


def test_json_has_the_contract_shape() -> None:
    told = trace(city(), "bd/conclusion/212", depth=1).told()
    quote = "tiếp tục thực hiện Chỉ thị số 18-CT/TU"
    assert told == {
        "document": "bd/conclusion/212",
        "steps": [
            {
                "depth": 1,
                "source": "bd/conclusion/212",
                "relation": "CONTINUES",
                "target": "bd/directive/18",
                "planned": False,
                "evidence": {"document": "bd/conclusion/212", "start": 5, "end": 5 + len(quote), "quote": quote},
            }
        ],
        "cycles": [],
    }


def test_evidence_of_a_text_without_a_document_names_the_text() -> None:
    g = Graph([document("a", "plan"), document("b", "plan")], [depends("a", "IMPLEMENTS", "b", "q")])
    assert trace(g, "a").told()["steps"][0]["evidence"]["document"] == SOURCE


def test_the_tree_quotes_each_sentence_and_marks_planned_steps() -> None:
    told = tree(trace(city(), "bd/programme/35", planned=True), mark=lambda quote: f"*{quote}*")
    assert "“Câu: *Chương trình hành động thực hiện Nghị quyết số 91-NQ/TW*.”" in told
    assert "[thực hiện / implements, planned] Quyết định sửa đổi Quyết định 17-QĐ/TU" in told
    assert told.index("implements:") < told.index("is implemented by:")


def test_a_long_quote_is_marked_over_several_lines() -> None:
    quote = " ".join(["thực hiện"] * 30)
    g = Graph([document("a", "plan"), document("b", "plan")], [depends("a", "IMPLEMENTS", "b", quote)])
    told = tree(trace(g, "a"), width=60, mark=str.upper)
    assert "thực hiện" not in told.split("[thực hiện / implements]")[1]
    assert max(map(len, told.splitlines())) <= 60


def test_a_document_without_a_chain_says_so() -> None:
    assert "nothing implements it" in tree(trace(city(), "tw/law/dat-dai/2024"))


def test_mermaid_dots_planned_steps_and_escapes_what_it_would_read() -> None:
    g = Graph(
        [document("a", "plan", title='"];click n0 "javascript:1"'), document("b", "plan", title="<b>x</b>")],
        [depends("a", "IMPLEMENTS", "b", "q", planned=True)],
    )
    told = mermaid(trace(g, "a", planned=True))
    assert "n0 -.->" in told
    labels = re.findall(r'n\d\["(.*)"\]', told)
    assert len(labels) == 2
    assert not any(set('"<>[];') - {";"} & set(label) for label in labels)
