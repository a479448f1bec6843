"""The picture in a real browser: nothing is fetched, nothing hostile runs, and what it promises can be done."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from city import city, depends, document, edge, node

from graph.elements import Graph
from queries.views import show

pytestmark = pytest.mark.browser

HOSTILE = [
    "<img src=x onerror=\"window.hit='img'\">",
    "</script><script>window.hit='script'</script>",
    "<a href=\"javascript:window.hit='href'\">href</a>",
    "]]><!--<svg onload=\"window.hit='svg'\">",
    "${window.hit='template'} {{7*7}} {% raw %}",
    "\u2028window.hit='separator'\u2029",
    "<b>*bold*</b> _markdown_ https://example.invalid/x",
]


def hostile() -> Graph:
    """A graph in which every text that a document may fill is hostile."""
    nodes = [
        document(f"d{i}{text}", "resolution", number=text, title=text, issuer=text, status="loaded", aliases=[text])
        for i, text in enumerate(HOSTILE)
    ]
    nodes += [node("b", "Body", name=HOSTILE[0]), node("t", "Task", quote=HOSTILE[1], due=HOSTILE[2])]
    nodes.append(node("s", "Source", paths=[HOSTILE[1]]))
    edges = [depends(a.id, "IMPLEMENTS", b.id, a.properties["title"]) for a, b in pairwise(nodes[:7])]
    edges.append(edge("ASSIGNS", nodes[0].id, "b", HOSTILE[2], role=HOSTILE[0], due=HOSTILE[1]))
    return Graph(nodes, edges)


def click_edge(page: Any, relation: str) -> None:
    """A real click of the mouse on the middle of the first line with this relation."""
    spot = page.evaluate(
        """(relation) => {
            const {network, page} = danchieu;
            const i = page.edges.findIndex((e) => e.relation === relation);
            const edge = network.body.edges[i];
            const middle = edge.edgeType.getPoint(0.5);
            const dom = network.canvasToDOM(middle), box = document.getElementById("canvas").getBoundingClientRect();
            return {x: dom.x + box.x, y: dom.y + box.y};
        }""",
        relation,
    )
    page.mouse.click(spot["x"], spot["y"])


def shown_nodes(page: Any) -> set[str]:
    return set(
        page.evaluate(
            "danchieu.page.nodes.filter((n, i) => !danchieu.network.body.nodes[i].options.hidden).map((n) => n.name)"
        )
    )


def test_it_opens_without_a_request_or_a_complaint(drawn: Any) -> None:
    found = drawn()
    found.page.wait_for_timeout(300)
    assert [url for url in found.asked if not url.startswith("file:")] == []
    assert len(found.asked) == 1
    assert found.complaints == []


@pytest.mark.parametrize("act", ["nothing", "every node", "every edge", "search"])
def test_a_hostile_document_runs_no_script(drawn: Any, act: str) -> None:
    found = drawn(hostile())
    page = found.page
    if act == "every node":
        page.evaluate("danchieu.page.nodes.forEach((n, i) => danchieu.pick({node: i}))")
    if act == "every edge":
        page.evaluate("danchieu.page.edges.forEach((e, i) => danchieu.pick({edge: i}))")
    if act == "search":
        page.fill("#search", "img")
        assert page.locator("#panel .link").count() >= 1
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("#panel img, #panel svg, #panel a, #panel script").count() == 0
    assert len(found.asked) == 1
    assert found.complaints == []


def test_hostile_text_is_shown_as_it_is(drawn: Any) -> None:
    page = drawn(hostile()).page
    page.evaluate("danchieu.pick({node: 0})")
    assert HOSTILE[0] in page.inner_text("#panel h2")


def test_the_policy_of_the_page_stops_inline_handlers(drawn: Any) -> None:
    """Were markup ever to slip through, the page's own policy would still refuse to run it."""
    page = drawn().page
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,x\" onerror=\"window.hit = 1\">')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None


def test_a_click_on_a_line_shows_its_sentence_with_the_quote_marked(drawn: Any) -> None:
    page = drawn().page
    click_edge(page, "REVIEWS")
    quote = "tổng kết 10 năm thực hiện Nghị quyết số 08-NQ/TU, ngày 16/5/2013"
    assert page.inner_text("#panel blockquote mark") == quote
    assert page.inner_text("#panel blockquote") == f"Câu: {quote}."
    assert f"5–{5 + len(quote)}" in page.inner_text("#panel")
    assert "ket-luan-212.txt" in page.inner_text("#panel")


def test_every_place_of_a_citation_is_told(drawn: Any) -> None:
    page = drawn().page
    page.evaluate("danchieu.pick({edge: danchieu.page.edges.findIndex((e) => e.said[0].places.length === 2)})")
    assert page.locator("#panel blockquote").count() == 2


def test_a_planned_line_is_dashed_and_said_to_be_planned(drawn: Any) -> None:
    page = drawn().page
    dashed = page.evaluate(
        "danchieu.page.edges.filter((e, i) => danchieu.network.body.edges[i].options.dashes).map((e) => e.planned)"
    )
    assert dashed == [True, True]
    page.evaluate("danchieu.pick({edge: danchieu.page.edges.findIndex((e) => e.relation === 'AMENDS')})")
    assert "dự kiến" in page.inner_text("#panel .chip.planned")


def test_a_click_on_a_card_shows_its_properties(drawn: Any) -> None:
    page = drawn().page
    spot = page.evaluate(
        """() => { const i = danchieu.page.nodes.findIndex((n) => n.name.includes("212"));
            const dom = danchieu.network.canvasToDOM(danchieu.network.getPosition(i));
            const box = document.getElementById("canvas").getBoundingClientRect();
            return {x: dom.x + box.x, y: dom.y + box.y}; }"""
    )
    page.mouse.click(spot["x"], spot["y"])
    told = page.inner_text("#panel")
    assert "Kết luận về phát triển du lịch <b>biển</b>" in told
    assert "Trần Văn Bến" in told
    assert "bd/conclusion/212" in told


@pytest.mark.parametrize("typed", ["sở du lịch", "so du lich", "SO DU LICH", "du lich so"])
def test_search_needs_no_accents_and_enter_takes_the_first(drawn: Any, typed: str) -> None:
    page = drawn().page
    page.fill("#search", typed)
    assert page.locator("#panel .link").first.inner_text().startswith("Sở Du lịch")
    page.press("#search", "Enter")
    assert page.inner_text("#panel h2") == "Sở Du lịch"


def test_a_search_without_a_hit_says_so(drawn: Any) -> None:
    page = drawn().page
    page.fill("#search", "không có văn bản này")
    assert "Không tìm thấy" in page.inner_text("#panel")


def test_the_filter_by_kind_hides_and_shows_cards(drawn: Any) -> None:
    page = drawn().page
    assert "Luật Đất đai năm 2024 (2024)" in shown_nodes(page)
    page.get_by_label("Luật").uncheck()
    assert "Luật Đất đai năm 2024 (2024)" not in shown_nodes(page)
    page.get_by_label("Luật").check()
    assert "Luật Đất đai năm 2024 (2024)" in shown_nodes(page)


def test_the_filter_by_relation_hides_lines_and_bodies_that_no_line_reaches(drawn: Any) -> None:
    page = drawn().page
    assert "Sở Tài chính" in shown_nodes(page)
    page.locator("input[value=ASSIGNS]").uncheck()
    visible = page.evaluate(
        "danchieu.page.edges.filter((e, i) => !danchieu.network.body.edges[i].options.hidden).map((e) => e.relation)"
    )
    assert "ASSIGNS" not in visible
    assert "IMPLEMENTS" in visible
    assert "Sở Tài chính" not in shown_nodes(page)


def test_a_bare_citation_stands_behind_a_line_that_says_more(drawn: Any) -> None:
    page = drawn().page

    def citations() -> int:
        told = "danchieu.page.edges.map((e, i) => [e.relation, danchieu.network.body.edges[i].options.hidden])"
        return [relation for relation, hidden in page.evaluate(told) if not hidden].count("CITES")

    assert citations() == 3  # of four: the directive is continued, too
    page.locator("input[value=CONTINUES]").uncheck()
    assert citations() == 4


def test_tasks_are_there_when_asked_for(drawn: Any) -> None:
    page = drawn().page
    task = "xây dựng Đề án phát triển du lịch biển"
    assert task not in shown_nodes(page)
    page.locator("input[value=Task]").check()
    assert task in shown_nodes(page)


def test_both_languages(drawn: Any) -> None:
    page = drawn().page
    assert "thực hiện" in page.inner_text("#panel")
    page.click("#language")
    assert page.get_attribute("html", "lang") == "en"
    assert "implements" in page.inner_text("#panel")
    assert page.get_attribute("#search", "placeholder").startswith("Search")


def test_the_keyboard_alone_reaches_a_sentence(drawn: Any) -> None:
    page = drawn().page
    page.keyboard.press("/")
    page.keyboard.type("212")
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if "sơ kết" in page.evaluate("document.activeElement.innerText || ''"):
            break
    page.keyboard.press("Enter")
    assert "tổng kết 10 năm" in page.inner_text("#panel blockquote")
    page.keyboard.press("Escape")
    assert page.inner_text("#panel h2") == "Chú giải và bộ lọc"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_no_two_cards_overlap_and_the_page_never_scrolls_sideways(drawn: Any, width: int, height: int) -> None:
    page = drawn(None, width, height).page
    page.locator("input[value=Task]").check()
    boxes = page.evaluate(
        """danchieu.page.nodes.map((n, i) => i).filter((i) => !danchieu.network.body.nodes[i].options.hidden)
            .map((i) => danchieu.network.getBoundingBox(i))"""
    )
    assert len(boxes) > 15
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = (
                a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
            )
            assert apart, (a, b)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_labels_can_be_read_at_the_start(drawn: Any) -> None:
    """Sixty cards at 1280 × 800: letters of 14 units at this scale are 8 pixels and more."""
    nodes = [
        document(f"d{i:02}", "plan", number=f"{i}-KH/TU", date=f"20{i % 20 + 10}", level="provincial")
        for i in range(60)
    ]
    page = drawn(Graph(nodes, [])).page
    assert page.evaluate("danchieu.network.getScale()") * 14 >= 8


def test_a_notebook_frame_works_in_its_sandbox(opened: Any) -> None:
    found = opened(f"<!doctype html><title>notebook</title><body>{show(city())._repr_html_()}")
    frame = found.page.frame_locator("iframe")
    frame.locator("#panel h2").wait_for()
    assert frame.locator("#panel h2").inner_text() == "Chú giải và bộ lọc"
    found.page.wait_for_timeout(200)
    assert found.complaints == []
    assert [url for url in found.asked if not url.startswith(("file:", "about:"))] == []


def test_an_empty_graph_opens(drawn: Any) -> None:
    found = drawn(Graph())
    assert found.complaints == []
    assert found.page.is_visible("#empty")
