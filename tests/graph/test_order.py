"""The same statements in any order give the same graph, byte for byte; what is taken back leaves no trace."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs
from telling import CENTRAL, HP, Text, as_bytes, together

from graph.build import build
from graph.elements import Graph
from graph.ledger import Ledger
from graph.statements import DocumentMention, Statement

PLACES = (HP, "Đà Nẵng", CENTRAL, None)
NUMBERS = ("08-NQ/TU", "8-NQ/TU", "27-NQ/TW", "14/NQ-CP", "71/2025/QĐ-UBND", "35/2021/QH15", "35", "57", None)
DATES = (None, "2022", "2022-12", "2022-12-06", "2013-05-16", "2025-11-20", "2021-11-19")
NAMES = (None, "Luật Đất đai", "Luật Đất đai năm 2024", "Nghị quyết Trung ương 4 khóa XII", "Hiến pháp", "Điều lệ Đảng")
TITLES = (None, "về phát triển nhà ở xã hội trên địa bàn thành phố", "Hội nghị Thành ủy lần thứ 13, khóa XVI")
SLOW = (HealthCheck.too_slow,)


@st.composite
def mentions(draw: st.DrawFn, part: str | None = None) -> dict[str, Any]:
    """Anything that a loader may tell of a document, likely to collide with what it tells of another."""
    return {
        "part": part or draw(st.sampled_from(("citation", "citation", "citation", "planned", "programme"))),
        "type": draw(
            st.sampled_from(("resolution", "decision", "law", "conclusion", "constitution", "charter", "other"))
        ),
        "number": draw(st.sampled_from(NUMBERS)),
        "date": draw(st.sampled_from(DATES)),
        "term": draw(st.sampled_from((None, None, "XVI", "XIV", "XIII"))),
        "issuer": draw(st.sampled_from((None, None, "Thành ủy", "Quốc hội", "UBND huyện An Dương"))),
        "name": draw(st.sampled_from(NAMES)),
        "title": draw(st.sampled_from(TITLES)),
        "jurisdiction": draw(st.sampled_from(PLACES)),
    }


@st.composite
def texts(draw: st.DrawFn, letter: str) -> Text:
    t = Text(letter, **draw(mentions(part="self")) | {"type": draw(st.sampled_from(("conclusion", "resolution")))})
    handles = ["self"]
    for told in draw(st.lists(mentions(), max_size=6)):
        links = draw(
            st.sampled_from(({}, {}, {"same": draw(st.sampled_from(handles))}, {"unclear": tuple(handles[-2:])}))
        )
        handle = t.document(**told, **links)
        handles.append(handle)
        t.claim("self", "CITES", handle, place=t._last().place)
    for _ in range(draw(st.integers(0, 2))):
        ends = draw(st.tuples(st.sampled_from(handles), st.sampled_from(handles)))
        relation = draw(st.sampled_from(("IMPLEMENTS", "AMENDS")))
        t.claim(ends[0], "DEPENDS_ON", ends[1], relation=relation, planned=draw(st.booleans()))
    if draw(st.booleans()):
        task, body = (
            t.task("rà soát quy hoạch", due="2023-11-30"),
            t.body(draw(st.sampled_from(("Sở Du lịch", "các sở")))),
        )
        t.claim(task, "ASSIGNED_TO", body, role="lead", mode="assign")
        t.claim(task, "CONCERNS", draw(st.sampled_from(handles)))
    return t


several = st.tuples(texts("A"), texts("B"), texts("C"))


@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
@given(several, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bytes(told: tuple[Text, ...], random: Any) -> None:
    statements: list[Statement] = together(*told)
    if cited := [s for s in statements if isinstance(s, DocumentMention) and s.handle != "self"]:
        # one handle for two mentions is a loader's mistake; which of them counts must not hang on the order either
        statements.append(structs.replace(cited[0], date="2019-09-09", place=cited[-1].place))
    first = build(statements)
    random.shuffle(statements)
    again = build(statements)
    assert first == again
    assert as_bytes(first) == as_bytes(again)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(several)
def test_a_graph_is_whole(told: tuple[Text, ...]) -> None:
    g = build(together(*told))
    for e in g.edges.values():
        assert e.source in g.nodes
        assert e.target in g.nodes
        assert e.source != e.target
    values = [v for x in (*g.nodes.values(), *g.edges.values()) for v in x.properties.values()]
    assert all(v is not None and v not in ("", []) for v in values)


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(several)
def test_a_text_twice_is_the_text_once(told: tuple[Text, ...]) -> None:
    statements = together(*told)
    assert as_bytes(build([*statements, *statements])) == as_bytes(build(statements))


def test_taking_a_text_back_gives_the_graph_before_it(tmp_path: Any) -> None:
    """Through the store, and with a text that joined what it found: an undated number, a planned document."""
    a, b, c = Text("A", type="conclusion", jurisdiction=HP, title="về nhà ở", date="2023-10-19"), Text("B"), Text("C")
    a.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    a.document(part="planned", type="resolution", title="về nhà ở xã hội", jurisdiction=HP)
    b.document(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    c.document(
        "self",
        part="self",
        type="resolution",
        number="12-NQ/TU",
        date="2024-01-02",
        jurisdiction=HP,
        title="về nhà ở xã hội",
    )

    def kept(ledger: Ledger) -> Graph:
        return build(s for r in ledger.readings() for s in r.statements)

    with Ledger(tmp_path / "statements", write=True) as ledger:
        states = []
        for t in (a, b, c):
            states.append(kept(ledger))
            ledger.add(t.reading)
        whole = kept(ledger)
        assert whole != states[-1]
        assert "hai-phong/resolution/12-NQ-TU/2024-01-02" in whole.nodes
        for t, before in zip((c, b, a), reversed(states), strict=True):
            ledger.remove(t.source)
            assert as_bytes(kept(ledger)) == as_bytes(before)


def test_a_merged_pair_falls_apart_again() -> None:
    """Two undated mentions are one document while a third dates them, and two again without it."""
    a, b = Text("A", type="report", title="A"), Text("B", type="report", title="B")
    for t in (a, b):
        t.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    dated = Text("C", type="report", title="C")
    dated.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)

    def resolutions(*texts: Text) -> list[str]:
        return [n.id for n in build(together(*texts)).labelled("Resolution")]

    apart, joined = resolutions(a, b), resolutions(a, b, dated)
    assert len(apart) == 2
    assert joined == ["hai-phong/resolution/08-NQ-TU/2022-12-06"]
    assert set(apart) <= set(build(together(a, b, dated)).nodes[joined[0]].properties["aliases"])  # type: ignore[arg-type]
    assert resolutions(a, b) == apart
