"""What the registry knows of bodies: its rows, each with its act, and the edges that they make of bodies in texts."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from telling import CENTRAL, HP, Text, as_bytes, ends, only, together

from graph.build import build
from graph.elements import Graph
from graph.names import fold, place
from graph.registry import table

ROWS = [(act, row) for act in table("successions")["act"] for row in act["body"]]
ACT = re.compile(r"(?:Nghị quyết|Nghị định|Luật|Kết luận|Quyết định)\b.* số \S+")


def told(*bodies: tuple[str, str]) -> Graph:
    """A graph of texts that name these bodies, each in a text of its own."""
    texts = []
    for letter, (name, where) in zip("ABCDEFG", bodies, strict=False):
        t = Text(letter, title=f"văn bản {letter}", jurisdiction=where)
        task = t.task("rà soát")
        t.claim(task, "ASSIGNED_TO", t.body(name, jurisdiction=where), role="lead", mode="assign")
        texts.append(t)
    return build(together(*texts))


def chain(g: Graph, start: str) -> list[str]:
    """The bodies that took over one after another, where one alone did each time."""
    found = [start]
    while after := [e.target for e in g.typed("SUCCEEDED_BY") if e.source == found[-1]]:
        found.append(only(after))
    return found


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("Bộ Kế hoạch và Đầu tư", CENTRAL, ["trung-uong/body/bộ-tài-chính"]),
        ("Bộ Lao động – Thương binh và Xã hội", CENTRAL, ["trung-uong/body/bộ-nội-vụ"]),
        ("BỘ GIAO THÔNG VẬN TẢI", CENTRAL, ["trung-uong/body/bộ-xây-dựng"]),
        ("Bộ Tài nguyên và Môi trường", HP, ["trung-uong/body/bộ-nông-nghiệp-và-môi-trường"]),
        ("Bộ trưởng Bộ Thông tin và Truyền thông", CENTRAL, ["trung-uong/body/bộ-trưởng-bộ-khoa-học-và-công-nghệ"]),
        ("Uỷ ban Dân tộc", CENTRAL, ["trung-uong/body/bộ-dân-tộc-và-tôn-giáo"]),
        ("Bộ Tài chính", CENTRAL, []),
        ("Sở Giao thông vận tải", HP, ["hai-phong/body/sở-xây-dựng"]),
        ("Sở Giao thông vận tải", "Hồ Chí Minh", []),
        ("Giám đốc Sở Kế hoạch và Đầu tư", HP, ["hai-phong/body/giám-đốc-sở-tài-chính"]),
        ("Sở Kế hoạch và Đầu tư", "Hải Dương", ["hai-duong/body/sở-tài-chính", "hai-phong/body/sở-tài-chính"]),
        ("Sở Y tế", "Hải Dương", ["hai-phong/body/sở-y-tế"]),
        ("UBND tỉnh Hải Dương", "Hải Dương", ["hai-phong/body/ủy-ban-nhân-dân-thành-phố"]),
        ("Tỉnh ủy", "Hải Dương", ["hai-phong/body/thành-ủy"]),
        ("Ban Thường vụ Tỉnh uỷ", "Thái Bình", ["hung-yen/body/ban-thường-vụ-tỉnh-ủy"]),
        ("Chủ tịch UBND tỉnh", "Quảng Nam", ["da-nang/body/chủ-tịch-ủy-ban-nhân-dân-thành-phố"]),
        ("UBND tỉnh", "Thừa Thiên Huế", ["hue/body/ủy-ban-nhân-dân-thành-phố"]),
        ("Sở Y tế", "Thừa Thiên Huế", []),
        ("UBND tỉnh", "Hưng Yên", []),
        ("UBND huyện An Dương", HP, []),
        ("Ban cán sự đảng UBND thành phố", HP, ["hai-phong/body/đảng-ủy-ủy-ban-nhân-dân-thành-phố"]),
        ("Tổng cục Thuế", HP, ["trung-uong/body/cục-thuế"]),
    ],
)
def test_who_took_over(name: str, where: str, expected: list[str]) -> None:
    g = told((name, where))
    start = only(e.target for e in g.typed("ASSIGNED_TO"))
    assert chain(g, start) == [start, *expected]


def test_an_edge_of_the_registry_names_its_act_and_its_day() -> None:
    g = told(("Bộ Kế hoạch và Đầu tư", CENTRAL))
    edge = only(g.typed("SUCCEEDED_BY"))
    assert edge.properties == {
        "origin": "registry",
        "act": "Nghị quyết số 176/2025/QH15 ngày 18/02/2025 của Quốc hội",
        "valid_from": "2025-03-01",
    }


def test_the_one_that_took_over_is_the_one_that_a_text_names() -> None:
    """By its id alone: whether a text names it or not, there is one node."""
    alone = told(("Sở Kế hoạch và Đầu tư", "Hải Dương"))
    named = told(("Sở Kế hoạch và Đầu tư", "Hải Dương"), ("Sở Tài chính", HP), ("SỞ TÀI CHÍNH", "Hải Dương"))
    bodies = {n.id for n in alone.labelled("Body")}
    assert {n.id for n in named.labelled("Body")} == bodies
    node = alone.nodes["hai-phong/body/sở-tài-chính"]
    assert node.properties == {"name": "Sở Tài chính", "jurisdiction": HP, "collective": False}


def test_of_bodies_that_no_text_names_nothing_is_said() -> None:
    g = told(("Bộ Tài chính", CENTRAL), ("Sở Du lịch", HP))
    assert [n.id for n in g.labelled("Body")] == ["hai-phong/body/sở-du-lịch", "trung-uong/body/bộ-tài-chính"]


def test_what_took_over_belongs_to_the_classes_of_its_place() -> None:
    g = told(("Sở Giao thông vận tải", HP), ("các sở, ngành", HP))
    assert ("hai-phong/body/sở-xây-dựng", "hai-phong/body/các-sở-ngành") in ends(g, "MEMBER_OF")


@pytest.mark.parametrize(
    ("name", "until"),
    [
        ("UBND huyện An Dương", "2025-06-30"),
        ("Chủ tịch UBND quận Lê Chân", "2025-06-30"),
        ("UBND cấp huyện", "2025-06-30"),
        ("Ban Thường vụ Huyện ủy An Dương", "2025-06-30"),
        ("Đảng đoàn HĐND thành phố", "2025-02"),
        ("Ban cán sự đảng UBND thành phố", "2025-02"),
        ("UBND quận, huyện, xã, phường", None),
        ("UBND thành phố", None),
        ("UBND xã An Huyện", None),
        ("Đảng ủy phường", None),
        ("Sở Du lịch", None),
    ],
)
def test_what_ended_has_its_last_day(name: str, until: str | None) -> None:
    g = told((name, HP))
    node = g.nodes[only(e.target for e in g.typed("ASSIGNED_TO"))]
    assert node.properties.get("valid_to") == until
    assert bool(node.properties.get("act")) == bool(until)


def test_parts_are_said_of_bodies_that_are_there() -> None:
    g = told(
        ("Sở Du lịch", HP),
        ("UBND thành phố", HP),
        ("Sở Y tế", "Đà Nẵng"),
        ("Sở Xây dựng", CENTRAL),
        ("UBND tỉnh", CENTRAL),
    )
    assert ends(g, "PART_OF") == {("hai-phong/body/sở-du-lịch", "hai-phong/body/ủy-ban-nhân-dân-thành-phố")}
    g = told(("Tổng cục Thống kê", CENTRAL), ("Bộ Kế hoạch và Đầu tư", CENTRAL))
    days = {
        (e.source, e.target): (e.properties.get("valid_from"), e.properties.get("valid_to")) for e in g.typed("PART_OF")
    }
    was, is_ = (
        ("trung-uong/body/tổng-cục-thống-kê", "trung-uong/body/bộ-kế-hoạch-và-đầu-tư"),
        (
            "trung-uong/body/cục-thống-kê",
            "trung-uong/body/bộ-tài-chính",
        ),
    )
    assert days == {was: (None, "2025-02-28"), is_: ("2025-03-01", None)}


def test_classes_of_bodies_have_no_successors() -> None:
    t = Text("A", title="a", jurisdiction=CENTRAL)
    t.body("Bộ Kế hoạch và Đầu tư", jurisdiction=CENTRAL, collective=True)
    assert list(build(t.statements).typed("SUCCEEDED_BY")) == []


def test_order_does_not_show() -> None:
    bodies = [("Sở Kế hoạch và Đầu tư", "Hải Dương"), ("Sở Tài chính", HP), ("UBND tỉnh", "Hải Dương")]
    texts = [Text(x, title=x, jurisdiction=where) for x, (_, where) in zip("ABC", bodies, strict=True)]
    for t, (name, where) in zip(texts, bodies, strict=True):
        t.body(name, jurisdiction=where)
    assert as_bytes(build(together(*texts))) == as_bytes(build(together(*reversed(texts))))


# The data


def _is_day(text: str) -> bool:
    return len(text) in (7, 10) and bool(date.fromisoformat(f"{text}-01"[:10]))


@pytest.mark.parametrize(("act", "row"), ROWS, ids=[row["was"] for _, row in ROWS])
def test_a_row_names_its_act_and_day_and_two_bodies(act: dict[str, Any], row: dict[str, Any]) -> None:
    assert ACT.match(act["source"])
    assert re.search(r"ngày \d\d/\d{1,2}/\d{4} của ", act["source"])
    assert _is_day(act["on"])
    assert fold(row["was"]) != fold(row["is"])
    assert set(row) <= {"was", "is", "but"}


def test_no_body_has_two_rows_and_no_chain_runs_in_a_ring() -> None:
    became = {fold(row["was"]): fold(row["is"]) for _, row in ROWS}
    assert len(became) == len(ROWS)
    for start in became:
        seen = [start]
        while (after := became.get(seen[-1])) is not None:
            assert after not in seen
            seen.append(after)


@pytest.mark.parametrize("row", table("successions")["ended"], ids=lambda row: row["until"])
def test_what_ended_has_examples(row: dict[str, Any]) -> None:
    assert _is_day(row["until"])
    assert ACT.match(row["source"])
    for example in row["example"]:
        assert any(re.match(p, fold(example)) for p in row["bodies"])


def test_the_34_provinces_are_made_of_the_63() -> None:
    """Nghị quyết 202/2025/QH15: 34 units, 6 of them cities; 11 that did not change, 23 that are new, of 52."""
    known = table("provinces")
    now = known["now"]
    assert len(now) == 34
    assert sum(row["kind"] == "thành phố" for row in now.values()) == 6
    assert {row["kind"] for row in now.values()} == {"thành phố", "tỉnh"}
    before = [old for row in now.values() for old in row["from"]]
    assert len(before) == len(set(before)) == 63
    single = [name for name, row in now.items() if len(row["from"]) == 1]
    assert len(single) == 11
    assert all(name in row["from"] for name, row in now.items() if name != "Huế")
    slugs = [place(name) for name in before]
    assert len(set(slugs)) == 63
    assert ACT.match(known["act"]["source"])
    assert known["act"]["on"] == "2025-07-01"
