"""What happened to a document, on literal graphs, on the examples, and from every store."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from city import SOURCE, depends, document, edge, node
from program import EXAMPLES

from graph import Edge, Graph, Node, build
from graph.extent import says_whole
from loaders import load
from queries.dates import later, printed
from queries.timeline import timeline

NQ91 = "trung-uong/resolution/91-NQ-TW/2022-06-16"


def events(*edges: Edge, nodes: tuple[Node, ...] = (), **own: Any) -> list[tuple[str | None, str, str]]:
    """The events of document x, changed by a (2021), b (2020), c (undated)."""
    x = document("x", "decision", number="17/2019/QĐ-UBND", **own)
    dated = [document("a", "decision", date="2021-03-02"), document("b", "decision", date="2020-05-06")]
    told = timeline(Graph([x, *dated, document("c", "decision"), *nodes], edges), "x")
    return [(e.date, e.event, e.document) for e in told.events]


RELATIONS = {
    "IMPLEMENTS": "implemented",
    "CONTINUES": "continued",
    "GUIDES": "guided",
    "REVIEWS": "reviewed",
    "AMENDS": "amended",
    "REPLACES": "replaced",
    "REPEALS": "repealed",
    "SUSPENDS": "suspended",
    "CORRECTS": "corrected",
    "CONSOLIDATES": "consolidated",
    "PROMULGATES": "promulgated",
    "APPROVES": "approved",
}


@pytest.mark.parametrize(("relation", "event"), RELATIONS.items())
def test_each_relation_is_an_event_of_what_it_ends_at(relation: str, event: str) -> None:
    assert events(depends("a", relation, "x", "q")) == [("2021-03-02", event, "a")]
    assert events(depends("a", relation, "x", "q", planned=True))[0][1] == f"{event} (planned)"
    assert events(depends("x", relation, "a", "q")) == []


def test_what_merely_stands_on_a_document_is_no_event_of_it() -> None:
    assert events(depends("a", "BASED_ON", "x", "Căn cứ"), edge("CITES", "a", "x", "q")) == []


@pytest.mark.parametrize("relation", ["AMENDS", "REPLACES", "REPEALS", "SUSPENDS"])
def test_of_a_part_is_said_so(relation: str) -> None:
    event = RELATIONS[relation]
    pinpointed = edge("DEPENDS_ON", "a", "x", "q", relation=relation, pinpoints=["Điều 5"])
    assert events(pinpointed) == [("2021-03-02", f"{event} in part", "a")]
    worded = depends("a", relation, "x", "một số điều của Quyết định số 17/2019/QĐ-UBND")
    assert events(worded) == [("2021-03-02", f"{event} in part", "a")]


def test_the_days_are_in_order_and_what_has_none_is_last() -> None:
    found = events(
        depends("c", "REPEALS", "x", "q"),
        depends("a", "AMENDS", "x", "q"),
        depends("b", "AMENDS", "x", "q"),
        date="2019-12-31",
        in_force_from="2020-01-15",
        in_force_to="2022-01-01",
    )
    assert [(day, event) for day, event, _ in found] == [
        ("2019-12-31", "issued"),
        ("2020-01-15", "in force"),
        ("2020-05-06", "amended"),
        ("2021-03-02", "amended"),
        ("2022-01-02", "no longer in force"),
        (None, "repealed"),
    ]


VALIDITY: dict[str, Any] = {
    "events": ["in force", "in force in part", "in force in part", "no longer in force"],
    "event_dates": ["2020-01-15", "2020-06-01", "từ ngày Luật Đất đai có hiệu lực", "2021-12-31"],
    "event_sources": [SOURCE] * 4,
    "event_starts": [1, 20, 40, 60],
    "event_ends": [4, 23, 43, 63],
    "event_quotes": ["một", "hai", "ba.", "bốn"],
}


def test_its_validity_is_told_with_its_clauses() -> None:
    """A clause gives the last day, the event is of the next; what hangs on something else has no day."""
    x = document("x", "decision", in_force_from="2020-01-15", in_force_to="2021-12-31", ended_by="x", **VALIDITY)
    source = node(SOURCE, "Source", paths=["a.txt"])
    told = timeline(Graph([x, source], [edge("HAS_SOURCE", "x", SOURCE)]), "x").told()
    assert [(e["date"], e["event"], (e["evidence"] or {}).get("quote")) for e in told] == [
        ("2020-01-15", "in force", "một"),
        ("2020-06-01", "in force in part", "hai"),
        ("2022-01-01", "no longer in force", "bốn"),
        (None, "in force in part", "ba."),
    ]
    assert told[0]["evidence"] == {"document": "x", "start": 1, "end": 4, "quote": "một"}


def test_who_ended_it_and_where_that_is_said() -> None:
    found = events(
        depends("a", "REPLACES", "x", "q"), in_force_from="2020-01-15", in_force_to="2021-04-30", ended_by="a"
    )
    assert found[1:] == [("2021-03-02", "replaced", "a"), ("2021-05-01", "no longer in force", "a")]


def test_a_meeting_is_held_and_issues_nothing() -> None:
    assert events(held="2023-07-21") == [("2023-07-21", "held", "x")]


def test_a_planned_event_stands_at_the_day_it_was_ordered() -> None:
    """Its document has no day yet; the text that orders it has."""
    source = node(SOURCE, "Source", paths=["a.txt"])
    planned = document("p", "decision", status="planned")
    found = events(
        depends("p", "AMENDS", "x", "sửa đổi", planned=True), edge("HAS_SOURCE", "a", SOURCE), nodes=(planned, source)
    )
    assert found == [("2021-03-02", "amended (planned)", "p")]


def test_a_document_to_come_was_ordered() -> None:
    task = node("t", "Task", quote="ban hành Quyết định")
    found = events(edge("ORDERS", "a", "t", "q"), edge("CONCERNS", "t", "x", "q"), nodes=(task,), status="planned")
    assert found == [("2021-03-02", "ordered", "a")]


def test_the_chain_of_the_example() -> None:
    g = build(load(EXAMPLES).statements)
    told = timeline(g, NQ91).told()
    numbers = {id_: n.properties.get("number") for id_, n in g.nodes.items()}
    done = [(e["date"], e["event"], numbers[e["document"]]) for e in told if "planned" not in e["event"]]
    assert done == [
        ("2022-06-16", "issued", "91-NQ/TW"),
        ("2023-01-18", "implemented", "35-CTr/TU"),
        ("2023-03-20", "implemented", "52/NQ-CP"),
        ("2024-02-26", "continued", "102-KL/TW"),
    ]
    assert ("2023-01-18", "reviewed (planned)") in [(e["date"], e["event"]) for e in told]
    texts = {n.properties["paths"][0]: n.id for n in g.labelled("Source")}
    files = {g.near(id_)[0].source: Path(path) for path, id_ in texts.items()}
    for e in told:
        text = files[e["evidence"]["document"]].read_text(encoding="utf-8")
        assert text[e["evidence"]["start"] : e["evidence"]["end"]] == e["evidence"]["quote"]


def test_every_store_tells_the_same(held: Any) -> None:
    assert timeline(held, NQ91).told() == timeline(build(load(EXAMPLES).statements), NQ91).told()


def test_the_command(ask: Any) -> None:
    told = json.loads(ask("timeline", "14/2021/QĐ-UBND", "--format", "json"))
    assert [e["event"] for e in told] == ["issued", "in force", "amended in part", "repealed in part"]
    assert list(told[0]) == ["date", "event", "document", "evidence"]
    assert list(told[0]["evidence"]) == ["document", "start", "end", "quote"]
    table = ask("timeline", "14/2021/QĐ-UBND")
    assert table.startswith("Quyết định 14/2021/QĐ-UBND (26/04/2021)\n")
    assert "27/2024/QĐ-UBND" in table


def test_several_documents_of_a_number_are_listed(ask: Any) -> None:
    assert "2 documents answer to '09-NQ/TU'" in ask("timeline", "09-NQ/TU", fails=1)


PARTS = [
    ("Bãi bỏ Nghị định số 10/2015/NĐ-CP", True),
    ("Luật số 10/2015/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 40/2018/QH14 hết hiệu lực", True),
    ("thay thế Quy định về giá vé ban hành kèm theo Quyết định số 10/2015/QĐ-UBND", True),
    ("Bãi bỏ toàn bộ nội dung Nghị quyết số 10/2015/NQ-HĐND", True),
    ("Sửa đổi, bổ sung, bãi bỏ một số điều của Luật số 10/2015/QH13", False),
    ("Bãi bỏ Điều 1 và Điều 2 quy định về quy hoạch tại Nghị định số 10/2015/NĐ-CP", False),
    ("Bãi bỏ thủ tục cấp phép quy định tại Nghị định số 10/2015/NĐ-CP", False),
    ("bãi bỏ các quy định về đào tạo tại Nghị định số 10/2015/NĐ-CP", False),
    ("Thông tư số 10/2015/TT-BTC đối với các quy định về bù trừ đã được thay thế", False),
    ("Thay thế Phụ lục II ban hành kèm theo Thông tư số 10/2015/TT-BTC", False),
]


@pytest.mark.parametrize(("clause", "whole"), PARTS)
def test_whether_a_clause_is_of_the_whole(clause: str, whole: bool) -> None:
    number = next(w for w in clause.replace(",", "").split() if w.startswith("10/2015"))
    assert says_whole(clause, number) is whole


def test_dates_compare_as_far_as_they_are_known() -> None:
    assert later("2024-05-14", "2023")
    assert not later("2024", "2024-05-14")
    assert not later("", "2024")
    assert printed("ngày 6/12/2022", "2022-12-06")
    assert not printed("ngày 16/12/2022", "2022-12-06")
