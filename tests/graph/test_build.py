"""The graph that statements make: nodes, edges, evidence, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from telling import CENTRAL, HP, Text, ends, only, texts_of, together

from graph.build import build
from graph.elements import Edge, Graph
from graph.model import model
from graph.statements import Source

KL = "hai-phong/conclusion/13-KL-TU/2023-10-19"
CTR = "hai-phong/programme/46-CTr-TU/2023-03-08"
NQ = "trung-uong/resolution/27-NQ-TW/2022-11-09"


def conclusion(name: str = "A") -> Text:
    """A conclusion that cites, depends, orders, assigns and reports: every edge that a text can state."""
    t = Text(name, number="13-KL/TU", date="2023-10-19", jurisdiction=HP, title="về du lịch")
    programme = t.cite(type="programme", number="46-CTr/TU", date="2023-03-08", jurisdiction=HP, pinpoint="Mục II")
    central = t.cite(type="resolution", number="27-NQ/TW", date="2022-11-09", issuer="Trung ương")
    t.claim(programme, "DEPENDS_ON", central, relation="IMPLEMENTS", planned=False)
    t.claim("self", "DEPENDS_ON", central, relation="BASED_ON", planned=False, pinpoint="Mục III")
    amended = t.cite(type="decision", number="1738-QĐ/TU", date="2015-01-27", jurisdiction=HP)
    coming = t.document(part="planned", type="decision", title="sửa đổi Quyết định 1738", jurisdiction=HP, planned=True)
    t.claim(coming, "DEPENDS_ON", amended, relation="AMENDS", planned=True)
    task = t.task("xây dựng phương án tổng thể", due="2023-11-30", due_text="trong tháng 11 năm 2023")
    department, everybody = (
        t.body("Sở Du lịch", jurisdiction=HP),
        t.body("các sở, ngành", jurisdiction=HP, collective=True),
    )
    vice = t.person("Lê Văn Biển", post="Phó Chủ tịch", jurisdiction=HP)
    t.claim(task, "ASSIGNED_TO", department, role="lead", mode="assign")
    t.claim(task, "ASSIGNED_TO", everybody, role="coordinate", mode="assign")
    t.claim(task, "ASSIGNED_TO", vice, role="direct", mode="assign")
    t.claim(task, "REPORTS_TO", t.body("Thường trực Thành ủy", jurisdiction=HP))
    t.claim(task, "CONCERNS", t.project("Cảng cửa ngõ quốc tế", jurisdiction=HP))
    t.claim(task, "CONCERNS", coming)
    t.claim("self", "ISSUED_BY", t.body("Thành ủy", jurisdiction=HP))
    t.claim("self", "SIGNED_BY", vice)
    t.claim("self", "SENT_TO", everybody)
    return t


def edge(g: Graph, type: str, **properties: Any) -> Edge:
    """The one edge of a type with these properties."""
    found: Edge = only(e for e in g.typed(type) if all(e.properties.get(k) == v for k, v in properties.items()))
    return found


def test_documents_have_kind_status_and_properties() -> None:
    g = build(conclusion().statements)
    own = g.nodes[KL]
    assert own.labels == ("Document", "Conclusion")
    assert own.properties["status"] == "loaded"
    assert own.properties["number"] == "13-KL/TU"
    assert own.properties["title"] == "về du lịch"
    assert g.nodes[NQ].properties["status"] == "cited"
    assert g.nodes[NQ].properties["level"] == "central"
    assert g.nodes[NQ].properties["system"] == "party"
    planned = only(n for n in g.labelled("Decision") if n.properties["status"] == "planned")
    assert planned.id == f"{KL}/decision/sửa-đổi-quyết-định-1738"


def test_edges_run_between_the_right_ends() -> None:
    g = build(conclusion().statements)
    task = only(g.labelled("Task")).id
    assert ends(g, "CITES") == {(KL, CTR), (KL, NQ), (KL, "hai-phong/decision/1738-QD-TU/2015-01-27")}
    assert ends(g, "ORDERS") == {(KL, task)}
    assert ends(g, "ASSIGNED_TO") == {
        (task, "hai-phong/body/sở-du-lịch"),
        (task, "hai-phong/body/các-sở-ngành"),
        (task, "hai-phong/person/lê-văn-biển"),
    }
    assert {(KL, body) for _, body in ends(g, "ASSIGNED_TO")} == ends(g, "ASSIGNS")
    assert ends(g, "REPORTS_TO") == {(task, "hai-phong/body/thường-trực-thành-ủy")}
    assert (task, "hai-phong/project/cảng-cửa-ngõ-quốc-tế") in ends(g, "CONCERNS")
    assert ends(g, "MEMBER_OF") == {("hai-phong/body/sở-du-lịch", "hai-phong/body/các-sở-ngành")}
    assert only(ends(g, "SIGNED_BY")) == (KL, "hai-phong/person/lê-văn-biển")


def test_a_dependence_tells_relation_family_and_whether_it_is_to_come() -> None:
    g = build(conclusion().statements)
    done = edge(g, "DEPENDS_ON", relation="IMPLEMENTS")
    assert (done.source, done.target, done.properties["family"], done.properties["planned"]) == (
        CTR,
        NQ,
        "implementation",
        False,
    )
    assert edge(g, "DEPENDS_ON", relation="BASED_ON").properties["pinpoints"] == ["Mục III"]
    coming = edge(g, "DEPENDS_ON", relation="AMENDS")
    assert coming.properties["planned"] is True
    assert g.nodes[coming.source].properties["status"] == "planned"
    assert coming.id == f"DEPENDS_ON.AMENDS.planned:{coming.source}>{coming.target}"


def test_an_assignment_repeats_what_the_task_says_and_what_it_stands_on() -> None:
    g = build(conclusion().statements)
    task = only(g.labelled("Task"))
    lead = edge(g, "ASSIGNS", role="lead")
    assert lead.target == "hai-phong/body/sở-du-lịch"
    assert lead.properties["task"] == task.id
    assert lead.properties["quote"] == task.properties["quote"]
    assert lead.properties["due"] == "2023-11-30"
    assert lead.properties["due_text"] == "trong tháng 11 năm 2023"
    assert lead.properties["origin"] == "derived"
    assert set(lead.properties["stands_on"]) <= set(g.edges)  # type: ignore[arg-type]


def test_every_place_quotes_its_text() -> None:
    first, second = conclusion("A"), conclusion("B")
    g = build(together(first, second))
    texts = texts_of(first, second)
    stated = [e for e in g.edges.values() if e.properties["origin"] == "text"]
    assert stated
    for e in stated:
        p = e.properties
        assert texts[p["source"]][p["start"] : p["end"]] == p["quote"]  # type: ignore[index,misc]
        assert str(p["quote"]) in str(p["sentence"])
        for source, start, end, quote in places(e):
            assert texts[source][start:end] == quote


def places(e: Edge) -> Iterator[tuple[str, int, int, str]]:
    """All places of an edge, from its aligned lists or its one place."""
    p: Any = e.properties
    if "sources" in p:
        yield from zip(p["sources"], p["starts"], p["ends"], p["quotes"], strict=True)
    else:
        yield p["source"], p["start"], p["end"], p["quote"]


def test_several_places_are_aligned_lists_led_by_the_first() -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    for pinpoint in ("khoản 2", "khoản 1", "khoản 2"):
        t.cite(type="law", number="31/2024/QH15", pinpoint=pinpoint, quote=f"Luật {pinpoint}")
        t.told[-1].properties["pinpoint"] = pinpoint  # type: ignore[union-attr]
    cites = edge(build(t.statements), "CITES")
    found = list(places(cites))
    assert cites.properties["count"] == len(found) == 3
    assert found == sorted(found, key=lambda f: f[:2])
    assert found[0] == (cites.properties["source"], cites.properties["start"], cites.properties["end"], "Luật khoản 2")
    assert cites.properties["pinpoints"] == ["khoản 1", "khoản 2"]


def test_one_place_has_no_lists() -> None:
    assert not {"sources", "starts", "ends", "quotes"} & set(edge(build(conclusion().statements), "ORDERS").properties)


def test_two_sources_of_one_document_are_one_document_with_one_task() -> None:
    g = build(together(conclusion("A"), conclusion("B")))
    assert len(ends(g, "HAS_SOURCE")) == 2
    assert {source for source, _ in ends(g, "HAS_SOURCE")} == {KL}
    assert len(list(g.labelled("Task"))) == 1
    assert len(edge(g, "ORDERS").properties["sources"]) == 2  # type: ignore[arg-type]


def test_an_inherited_doer_keeps_the_place_it_was_inherited_from() -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    heading = t.place("Sở Tài chính")
    task, body = t.task("rà soát nguồn thu"), t.body("Sở Tài chính", jurisdiction=HP)
    t.claim(
        task,
        "ASSIGNED_TO",
        body,
        role="lead",
        mode="require",
        body_start=heading.start,
        body_end=heading.end,
        body_quote=heading.quote,
    )
    p: Any = edge(build(t.statements), "ASSIGNED_TO").properties
    assert p["body_source"] == t.source
    assert t.raw[p["body_start"] : p["body_end"]] == p["body_quote"] == "Sở Tài chính"


def test_a_document_that_cites_itself_has_no_edge() -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    own = t.cite(type="conclusion", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    t.claim("self", "DEPENDS_ON", own, relation="AMENDS", planned=False)
    g = build(t.statements)
    assert not ends(g, "CITES")
    assert not ends(g, "DEPENDS_ON")
    assert not g.issues


def test_a_mention_that_is_no_document_is_a_node_with_its_candidates() -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    for date in ("2022-12-06", "2013-05-16"):
        t.cite(type="resolution", number="08-NQ/TU", date=date, jurisdiction=HP)
    open_ = t.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    t.claim("self", "DEPENDS_ON", open_, relation="IMPLEMENTS", planned=False)
    unknown = t.cite(type="resolution", number="57")
    g = build(t.statements)
    mentions = {n.properties["status"]: n for n in g.labelled("Mention")}
    assert set(mentions) == {"ambiguous", "unmatched"}
    assert {target for _, target in ends(g, "MAY_REFER_TO")} == {
        "hai-phong/resolution/08-NQ-TU/2022-12-06",
        "hai-phong/resolution/08-NQ-TU/2013-05-16",
    }
    assert ends(g, "MENTIONS") == {(KL, n.id) for n in mentions.values()}
    assert ends(g, "DEPENDS_ON") == {(KL, mentions["ambiguous"].id)}
    assert len(ends(g, "CITES")) == 2
    assert mentions["unmatched"].properties["number"] == "57"
    assert unknown


def test_the_same_bytes_under_two_paths_are_one_source() -> None:
    t = conclusion()
    again = Source(id=t.source, format="text", chars=len(t.raw), paths=("elsewhere/b.txt",))
    source = only(build([*t.statements, again]).labelled("Source"))
    assert source.properties["paths"] == sorted(["elsewhere/b.txt", f"{t.source[:6]}.txt"])


def test_what_a_text_orders_and_another_issues_is_fulfilled() -> None:
    t = conclusion()
    issued = Text(
        "B", type="decision", number="20-QĐ/TU", date="2024-01-10", jurisdiction=HP, title="sửa đổi Quyết định 1738"
    )
    g = build(together(t, issued))
    decision = "hai-phong/decision/20-QD-TU/2024-01-10"
    task = only(g.labelled("Task"))
    assert task.properties["fulfilled_by"] == [decision]
    assert task.properties["state"] == "open"
    assert (task.id, decision) in ends(g, "CONCERNS")
    assert not [n for n in g.labelled("Document") if n.properties["status"] == "planned"]


def test_the_header_decides_then_the_majority_then_the_first_place_and_all_disagreement_is_said() -> None:
    number = {"type": "resolution", "number": "70/2025/NQ-HĐND", "jurisdiction": HP}
    several = [Text(n, type="report", title=n, date=f"2025-12-0{i}") for i, n in enumerate("BCD", 1)]
    for t, signer in zip(several, ("Trần Văn Hai", "Trần Văn Ba", "Trần Văn Ba"), strict=True):
        t.cite(**number, signer=signer)
    node = "hai-phong/resolution/70-2025-NQ-HDND"
    g = build(together(*several))
    assert g.nodes[node].properties["signer"] == "Trần Văn Ba"
    assert [i.kind for i in g.issues] == ["disagreement"]
    own = Text("E", **number, signer="Trần Văn Tư")
    g = build(together(*several, own))
    assert g.nodes[node].properties["signer"] == "Trần Văn Tư"
    assert len(g.issues) == 3
    assert build(together(several[0], several[1])).nodes[node].properties["signer"] == "Trần Văn Hai"


@pytest.mark.parametrize(
    ("names", "id", "shown"),
    [
        (("Sở Du lịch", "SỞ DU LỊCH", "Sở Du lịch thành phố Hải Phòng"), "hai-phong/body/sở-du-lịch", "Sở Du lịch"),
        (
            ("UBND thành phố", "Ủy ban nhân dân thành phố", "Uỷ ban nhân dân thành phố Hải Phòng"),
            "hai-phong/body/ủy-ban-nhân-dân-thành-phố",
            "Ủy ban nhân dân thành phố",
        ),
        (("Thành uỷ", "Thành ủy Hải Phòng"), "hai-phong/body/thành-ủy", "Thành ủy"),
        (("Bộ Tài chính",), "trung-uong/body/bộ-tài-chính", "Bộ Tài chính"),
        (("Đại học Hải Phòng",), "hai-phong/body/đại-học-hải-phòng", "Đại học Hải Phòng"),
    ],
)
def test_a_body_is_one_however_it_is_written(names: tuple[str, ...], id: str, shown: str) -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    for name in names:
        t.body(name, jurisdiction=HP)
    node = only(build(t.statements).labelled("Body"))
    assert (node.id, node.properties["name"]) == (id, shown)


@pytest.mark.parametrize(
    ("name", "home", "id", "collective"),
    [
        ("Thành ủy Đà Nẵng", CENTRAL, "da-nang/body/thành-ủy", False),
        ("UBND tỉnh Hà Nam", CENTRAL, "ha-nam/body/ủy-ban-nhân-dân-tỉnh", False),
        ("Thường trực Ban Bí thư (để báo cáo)", HP, "trung-uong/body/thường-trực-ban-bí-thư", False),
        ("Sở Y tế", HP, "hai-phong/body/sở-y-tế", False),
        ("UBND các quận, huyện", HP, "hai-phong/body/ủy-ban-nhân-dân-các-quận-huyện", True),
        ("UBND cấp xã", HP, "hai-phong/body/ủy-ban-nhân-dân-cấp-xã", True),
        ("các bộ, ngành", HP, "trung-uong/body/các-bộ-ngành", True),
        ("Bộ Chỉ huy Quân sự thành phố", HP, "hai-phong/body/bộ-chỉ-huy-quân-sự-thành-phố", False),
    ],
)
def test_where_a_body_belongs_and_whether_it_is_a_class(name: str, home: str, id: str, collective: bool) -> None:
    t = Text("A", type="report", title="A", jurisdiction=home)
    t.body(name)
    found = build(t.statements).nodes
    assert id in found  # beside it stands who took over from it, where somebody did
    assert found[id].properties["collective"] == collective


def test_one_name_in_two_cities_or_nowhere_is_several_bodies() -> None:
    texts = [
        Text(n, type="report", title=n, jurisdiction=j)
        for n, j in (("A", HP), ("B", "Đà Nẵng"), ("C", None), ("D", None))
    ]
    for t in texts:
        t.body("Sở Du lịch")
        t.person("Trần Văn Ba")
        t.project("Cầu Vượt")
    g = build(together(*texts))
    for label in ("Body", "Person", "Project"):
        assert len(list(g.labelled(label))) == 4, label


def test_a_person_without_a_body_is_the_one_the_text_tells_of() -> None:
    t = Text("A", number="13-KL/TU", date="2023-10-19", jurisdiction=HP)
    t.person("Trần Văn Ba", body="UBND thành phố", jurisdiction=HP)
    t.person("Trần Văn Ba", post="Phó Chủ tịch", jurisdiction=HP)
    node = only(build(t.statements).labelled("Person"))
    assert node.id == "hai-phong/ủy-ban-nhân-dân-thành-phố/person/trần-văn-ba"
    assert node.properties["post"] == "Phó Chủ tịch"


def test_a_task_keeps_its_id_when_the_text_is_edited_elsewhere() -> None:
    before, after = Text("A", number="13-KL/TU", date="2023-10-19"), Text("B", number="13-KL/TU", date="2023-10-19")
    after.place("Một câu mới ở đầu văn bản")
    ids = []
    for t in (before, after):
        t.task("rà soát quy hoạch")
        t.task("rà soát quy hoạch")
        ids.append({n.id for n in build(t.statements).labelled("Task")})
    assert ids[0] == ids[1]
    assert len(ids[0]) == 2


def test_a_claim_that_the_model_has_no_edge_for_is_an_issue() -> None:
    t = conclusion()
    t.claim("self", "MARRIES", "d1")
    t.claim("self", "CITES", "nobody")
    t.claim("self", "ORDERS", "b1")
    g = build(t.statements)
    assert [i.kind for i in g.issues] == ["claim"] * 3
    assert {e.type for e in g.edges.values()} <= set(model().edges)


def test_no_property_is_empty_and_no_edge_hangs() -> None:
    g = build(together(conclusion("A"), conclusion("B"), Text("C")))
    for element in (*g.nodes.values(), *g.edges.values()):
        for name, value in element.properties.items():
            assert value not in (None, "", []), name
            assert isinstance(value, str | int | bool | list), name
            assert not isinstance(value, list) or all(isinstance(v, str | int) for v in value)
    for e in g.edges.values():
        assert e.source in g.nodes
        assert e.target in g.nodes
        assert g.nodes[e.source].labels[0] in model().edges[e.type].starts
        assert g.nodes[e.target].labels[0] in model().edges[e.type].ends
        assert e.properties["origin"] == model().edges[e.type].origin


ODD: list[dict[str, Any]] = [
    {"type": "nothing of ours", "number": "…/QĐ-UBND"},
    {"type": "resolution", "number": "", "date": ""},
    {"type": "resolution", "number": "-/-", "date": "20"},
    {"type": "law", "name": "   "},
    {"type": "law", "name": "Luật", "date": "2024-13-45"},
    {"type": "resolution", "number": "08-NQ/TU", "term": "khóa mới", "jurisdiction": "?"},
    {"type": "resolution", "same": "self"},
    {"type": "resolution", "same": "d999", "unclear": ("d998",)},
    {"type": "resolution", "number": "0/0/0"},
    {"type": "charter", "name": "Điều lệ Đảng", "date": "2011"},
    {"type": "planned?", "part": "planned"},
    {"type": "resolution", "number": "𝟎𝟖-NQ/TU", "issuer": "\u200b"},
]


@pytest.mark.parametrize("told", ODD, ids=str)
def test_odd_input_never_breaks(told: dict[str, Any]) -> None:
    t = Text("A", type="report", title="về các việc", jurisdiction=CENTRAL)
    handle = t.document(**told, quote="văn bản lạ")
    t.claim("self", "CITES", handle)
    t.body("", jurisdiction="")
    t.person(" ")
    g = build(t.statements)
    assert g.nodes
    lonely = Text("B")
    lonely.document(**told, quote="văn bản lạ")
    lonely.task("một việc")
    assert build(together(t, lonely)).nodes


def test_a_ring_of_handles_is_no_ring_of_calls() -> None:
    t = Text("A")
    t.document("a", type="resolution", number="08-NQ/TU", same="b")
    t.document("b", type="resolution", number="08-NQ/TU", same="a")
    assert len(list(build(t.statements).labelled("Document"))) == 1
