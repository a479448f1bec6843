"""What a picture holds before a browser sees it: layers, cards, lines, and data that stays data."""

from __future__ import annotations

import base64
import hashlib
import json
import re

from city import SOURCE, city, depends, document, edge, node

from graph.elements import Graph
from graph.model import model
from queries.around import around
from queries.views import picture, show
from queries.views.colours import EDGES, KINDS, PALE, ink
from queries.views.content import content, words
from queries.views.layers import LAYERS, layout
from queries.views.page import embed


def layer(g: Graph, id: str) -> str:
    return LAYERS[layout(g)[id].layer]


def test_layers_follow_authority() -> None:
    g = city()
    assert layer(g, "tw/resolution/91") == "central"
    assert layer(g, "bd/conclusion/212") == "provincial"
    assert layer(g, "bd/task/1") == "tasks"
    assert layer(g, "bd/person/nam") == "bodies"


def test_a_document_to_come_lies_where_it_will_belong() -> None:
    assert layer(city(), "bd/decision/planned") == "provincial"


def test_a_document_of_no_known_level_is_not_guessed() -> None:
    g = Graph([document("a", "plan", level="central"), document("b", "plan")], [depends("a", "IMPLEMENTS", "b", "q")])
    assert layer(g, "b") == "unknown"


def test_documents_of_a_layer_lie_in_the_order_of_their_dates() -> None:
    g = city()
    spots = layout(g)
    dated = sorted(
        (n.properties["date"], spots[n.id].order)
        for n in g.nodes.values()
        if layer(g, n.id) == "provincial" and "date" in n.properties
    )
    assert [order for _, order in dated] == sorted(order for _, order in dated)


def test_every_node_has_a_spot_of_its_own() -> None:
    spots = layout(city())
    assert len(set(spots.values())) == len(city().nodes)


def test_one_line_stands_for_all_that_is_said_between_two_nodes() -> None:
    given = [edge("ASSIGNS", "a", "b", task=f"t{i}", role="lead", due=f"2024-0{i}-01") for i in (1, 2)]
    g = Graph([document("a", "conclusion"), node("b", "Body", name="Sở")], given)
    (line,) = content(g)["edges"]
    assert [dict(s["properties"])["due"] for s in line["said"]] == ["2024-01-01", "2024-02-01"]


def test_planned_and_done_are_two_lines() -> None:
    both = [depends("a", "AMENDS", "b", "q", planned=planned) for planned in (True, False)]
    lines = content(Graph([document("a", "plan"), document("b", "plan")], both))["edges"]
    assert sorted(line["planned"] for line in lines) == [False, True]


def test_lines_between_the_same_two_nodes_bend_apart() -> None:
    relations = ("IMPLEMENTS", "REVIEWS", "AMENDS")
    g = Graph([document("a", "plan"), document("b", "plan")], [depends("a", r, "b", "q") for r in relations])
    assert len({line["bend"] for line in content(g)["edges"]}) == 3


def test_every_place_of_an_edge_is_kept() -> None:
    said = [s for e in content(city())["edges"] for s in e["said"] if len(s["places"]) > 1]
    assert said[0]["places"] == [
        [SOURCE, 5, 44, "Nghị quyết số 08-NQ/TU, ngày 06/12/2022"],
        [SOURCE, 90, 109, "Nghị quyết 08-NQ/TU"],
    ]


def test_an_inherited_doer_keeps_the_place_it_was_named_at() -> None:
    told = edge("ASSIGNED_TO", "t", "b", "q", role="lead", body_start=1, body_end=9, body_quote="Bộ Y tế:")
    (line,) = content(Graph([node("t", "Task", quote="q"), node("b", "Body", name="Bộ Y tế")], [told]))["edges"]
    assert line["said"][0]["inherited"] == [SOURCE, 1, 9, "Bộ Y tế:"]


def test_a_derived_line_tells_the_place_of_what_it_stands_on() -> None:
    stated = edge("ASSIGNED_TO", "t", "b", "giao Sở làm việc này", role="lead")
    derived = edge("ASSIGNS", "a", "b", task="t", role="lead", stands_on=["gone", stated.id])
    nodes = [document("a", "conclusion"), node("b", "Body", name="Sở"), node("t", "Task", quote="làm việc này")]
    lines = {line["relation"]: line for line in content(Graph(nodes, [stated, derived]))["edges"]}
    assert lines["ASSIGNS"]["said"][0]["places"] == lines["ASSIGNED_TO"]["said"][0]["places"] != []
    assert "stands_on" not in dict(lines["ASSIGNS"]["said"][0]["properties"])


def test_an_edge_to_a_node_that_is_not_there_is_left_out() -> None:
    assert content(Graph([document("a", "plan")], [depends("a", "IMPLEMENTS", "b", "q")]))["edges"] == []


def test_labels_are_short_lines() -> None:
    long = document("a", "programme", title="Chương trình " + "rất dài " * 30, date="2024-01-02")
    for card in content(Graph([*city().nodes.values(), long], []))["nodes"]:
        lines = card["label"].split("\n")
        assert 1 <= len(lines) <= 3
        assert max(map(len, lines)) <= 20


def test_every_word_is_there_in_both_languages() -> None:
    def pairs(table: dict[str, object]) -> list[dict[str, str]]:
        return [table] if set(table) == {"vi", "en"} else [p for t in table.values() for p in pairs(t)]  # type: ignore[arg-type, list-item]

    assert all(p["vi"].strip() and p["en"].strip() for p in pairs(words()))


def test_every_relation_of_the_model_has_a_colour_of_its_own() -> None:
    colours = [EDGES[name] for name in model().relations]
    assert len(set(colours)) == len(colours)
    assert set(KINDS) <= {k.label for k in model().kinds.values()} | set(model().labels)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_can_be_told_from_what_they_stand_on() -> None:
    """WCAG: 4.5 for letters on a card, 3 for borders and lines."""
    for kind in [*KINDS, "Report"]:
        assert contrast("#17212b", ink(kind).fill) >= 4.5
        assert contrast(ink(kind).line, ink(kind).fill) >= 3
    for colour in {*EDGES.values(), PALE}:
        assert contrast(colour, "#eef2f6") >= 2.8


def test_embedded_json_cannot_end_its_element() -> None:
    told = embed({"a": "</script><!-- & \u2028\u2029"})
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told) == {"a": "</script><!-- & \u2028\u2029"}


def test_the_page_asks_for_nothing_and_names_its_scripts_by_hash() -> None:
    page = picture(city())
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.S)
    assert len(scripts) == 2
    for script in scripts:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in page
    assert "unsafe-inline" not in re.search(r"script-src[^;]*", page)[0]  # type: ignore[index]


def test_the_same_graph_is_the_same_page() -> None:
    assert picture(city()) == picture(
        Graph(reversed(list(city().nodes.values())), reversed(list(city().edges.values())))
    )


def test_a_notebook_frame_is_sandboxed_and_escaped() -> None:
    told = show(Graph([document("a", "plan", title='"><script>alert(1)</script>')]))._repr_html_()
    assert 'sandbox="allow-scripts"' in told
    assert told.count("<") == 2  # the frame's own element alone
    assert "<script" not in told


def test_around_a_document_reaches_bodies_but_does_not_go_through_them() -> None:
    nodes = [document("a", "plan"), document("b", "plan"), node("sở", "Body", name="Sở"), document("c", "plan")]
    edges = [edge("ASSIGNS", "a", "sở"), edge("ASSIGNS", "b", "sở"), depends("a", "IMPLEMENTS", "c", "q")]
    g = Graph(nodes, edges)
    assert set(around(g, "a", 3).nodes) == {"a", "c", "sở"}
    assert set(around(g, "sở", 1).nodes) == {"a", "b", "sở"}
    assert set(around(g, "a", 1).edges) == {edges[0].id, edges[2].id}
