"""Rules of a whole graph: each broken on a literal graph, and kept by the examples."""

from __future__ import annotations

import builtins
import json
from datetime import date
from typing import Any

import pytest
from city import SOURCE, city, depends, document, edge, node
from program import EXAMPLES

from graph import Edge, Graph, Node, build
from graph.errors import CannotAnswer
from loaders import load
from queries import shapes
from queries.check import Fault, check

DAY = date(2026, 1, 1)


def faults(*edges: Edge, nodes: tuple[Node, ...] = ()) -> list[tuple[str, str]]:
    dated = [document(i, "plan", date=f"202{n}-01-01", number=f"{n}/KH-UBND") for n, i in enumerate("abc")]
    return [(f.severity, f.rule) for f in check(Graph([*dated, *nodes], edges), on=DAY)]


def test_the_literal_city_is_sound() -> None:
    assert check(city(), on=DAY) == []


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(edge("ISSUED_BY", "a", "b", "q"), id="ends at a document where a body should be"),
        pytest.param(edge("CITES", "a", "nowhere", "q"), id="ends at nothing"),
        pytest.param(edge("SINGS", "a", "b", "q"), id="no edge of the model"),
        pytest.param(edge("DEPENDS_ON", "a", "b", "q", relation="IMPLEMENTS", family="basis"), id="another family"),
        pytest.param(edge("DEPENDS_ON", "a", "b", "q", family="basis"), id="no relation"),
    ],
)
def test_an_edge_that_the_model_does_not_let_be_is_an_error(broken: Edge) -> None:
    assert faults(broken) == [("error", "ends")]


def test_a_mention_may_stand_at_a_dependence() -> None:
    assert faults(depends("m", "IMPLEMENTS", "a", "q"), nodes=(node("m", "Mention", status="ambiguous"),)) == []


def test_documents_that_implement_each_other_are_an_error() -> None:
    ring = [
        depends("a", "IMPLEMENTS", "b", "q"),
        depends("b", "IMPLEMENTS", "c", "q"),
        depends("c", "IMPLEMENTS", "a", "q"),
    ]
    assert faults(*ring) == [("error", "ring")]
    assert faults(*ring[:2]) == []
    assert faults(*ring[:2], depends("c", "IMPLEMENTS", "a", "q", planned=True)) == []
    assert faults(*ring[:2], depends("c", "REVIEWS", "a", "q")) == []


LAW = document("law", "law", number="31/2024/QH15", date="2024-01-18")
CIRCULAR = document("tt", "circular", number="5/2025/TT-BTC", date="2025-02-01")


def test_who_changes_what_it_may_not_is_warned_of() -> None:
    assert faults(depends("tt", "AMENDS", "law", "q"), nodes=(LAW, CIRCULAR)) == [("warning", "competence")]
    assert faults(depends("law", "REPEALS", "tt", "q"), nodes=(LAW, CIRCULAR)) == []
    assert faults(depends("tt", "AMENDS", "law", "q", planned=True), nodes=(LAW, CIRCULAR)) == []
    assert faults(depends("tt", "IMPLEMENTS", "law", "q"), nodes=(LAW, CIRCULAR)) == []


def test_what_is_changed_after_its_end_is_warned_of() -> None:
    ended = depends("b", "REPEALS", "a", "q")
    assert faults(ended, depends("c", "AMENDS", "a", "q")) == [("warning", "ended")]
    assert faults(depends("c", "REPEALS", "a", "q"), depends("b", "AMENDS", "a", "q")) == []
    assert faults(depends("b", "REPEALS", "a", "Bãi bỏ một phần"), depends("c", "AMENDS", "a", "q")) == []
    assert faults(depends("b", "REPEALS", "a", "q", planned=True), depends("c", "AMENDS", "a", "q")) == []


@pytest.mark.parametrize(
    ("due", "state", "status", "warned"),
    [
        ("2024-06-30", "open", "planned", True),
        ("2025-06-30", "open", "planned", False),  # late, but not yet for a year
        ("2024-06-30", "done", "planned", False),
        ("2024-06-30", "open", "loaded", False),
        ("", "open", "planned", False),
    ],
)
def test_orders_long_past_are_warned_of(due: str, state: str, status: str, warned: bool) -> None:
    told = {"due": due} if due else {}
    made = (node("t", "Task", quote="ban hành", state=state, **told), document("p", "decision", status=status))
    found = faults(edge("CONCERNS", "t", "p", "q"), nodes=made)
    assert found == ([("warning", "order")] if warned else [])


def test_a_fault_says_where_it_was_read() -> None:
    text = node(SOURCE, "Source", paths=["a.txt", "b.txt"])
    (found,) = check(Graph([LAW, CIRCULAR, text], [depends("tt", "AMENDS", "law", "sửa đổi Luật")]), on=DAY)
    assert found.place == 'a.txt:5-17 "sửa đổi Luật"'
    assert "Thông tư 5/2025/TT-BTC (01/02/2025) amends Luật 31/2024/QH15 (18/01/2024)" in found.message
    assert "80/2015/QH13" in found.message


def test_the_examples_break_no_rule() -> None:
    found = check(build(load(EXAMPLES).statements), on=date(2024, 12, 31))
    assert {(f.severity, f.rule) for f in found} <= {("warning", "order")}


def test_the_export_of_the_examples_conforms() -> None:
    pytest.importorskip("pyshacl")
    assert shapes.broken(build(load(EXAMPLES / "ket-luan-212-kl-tu.txt").statements)) == []


def test_an_export_that_does_not_conform_is_an_error_at_its_node() -> None:
    pytest.importorskip("pyshacl")
    nameless = Node(id="x/body", labels=("Body",), properties={"collective": False})
    found = shapes.broken(Graph([nameless], []))
    assert [(f.severity, f.rule, f.place) for f in found] == [("error", "shape", "x/body")]
    assert "name" in found[0].message


def test_without_pyshacl_the_next_step_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pyshacl":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CannotAnswer, match=r"danchieu\[check\]"):
        shapes.broken(Graph())


def test_warnings_are_no_failure(run: Any, examples: Any) -> None:
    done = run("check", "--no-shapes", "--on", "2026-06-30", "--store", examples)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines
    assert all(line.startswith("warning: order: ") and "lam-trieu/" in line for line in lines)
    assert done.stderr.strip().endswith(f"0 errors, {len(lines)} warnings.")


def test_a_broken_rule_is_a_failure(run: Any, examples: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Graph(
        [document(i, "plan", status="loaded") for i in "ab"],
        [depends("a", "IMPLEMENTS", "b", "q"), depends("b", "IMPLEMENTS", "a", "q")],
    )
    monkeypatch.setattr("queries.cli.stores.whole", lambda store: ring)
    done = run("check", "--no-shapes", "--format", "json", "--store", examples)
    assert done.exit_code == 1
    (told,) = json.loads(done.stdout)
    assert (told["severity"], told["rule"]) == ("error", "ring")
    assert list(told) == list(Fault.__dataclass_fields__)


def test_the_shapes_are_checked_unless_they_are_left_out(run: Any, tmp_path: Any) -> None:
    pytest.importorskip("pyshacl")
    run("load", EXAMPLES / "chi-thi-18-ct-tu.txt")
    done = run("check", "--on", "2024-04-30")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_day_is_written_as_iso(run: Any) -> None:
    done = run("check", "--on", "30/6/2026")
    assert done.exit_code == 2
    assert "is no day; write it as 2023-11-30" in done.stderr
