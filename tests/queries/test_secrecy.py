"""What leaves the house: nothing of a document under a secrecy stamp, and nothing that it alone says."""

from __future__ import annotations

import msgspec
from city import SOURCE, city, depends, document, edge, node

from graph.build import build
from graph.elements import Graph
from graph.statements import Reading
from queries.secrecy import open_part, secret, without_secret


def stamped(g: Graph, id: str) -> Graph:
    nodes = [
        msgspec.structs.replace(n, properties={**n.properties, "secrecy": "MẬT"}) if n.id == id else n
        for n in g.nodes.values()
    ]
    return Graph(nodes, g.edges.values())


def test_without_a_stamp_the_graph_is_the_same() -> None:
    assert without_secret(city()) == city()


def test_a_stamped_document_takes_with_it_all_that_it_alone_says() -> None:
    left = without_secret(stamped(city(), "bd/conclusion/212"))
    assert secret(left) == []
    assert SOURCE not in left.nodes
    # Everything in the literal city was read in that one text.
    assert all("quote" not in e.properties for e in left.edges.values())
    assert not list(left.labelled("Task"))
    assert not list(left.labelled("Mention"))
    assert "bd/resolution/08/2022" not in left.nodes


def test_what_another_document_says_too_stays_by_its_words() -> None:
    other = "d0" * 32
    shared = edge(
        "CITES",
        "a",
        "b",
        "mật",
        count=2,
        sources=[SOURCE, other],
        starts=[5, 70],
        ends=[8, 80],
        quotes=["mật", "công khai"],
    )
    own = depends("c", "IMPLEMENTS", "b", "trong văn bản mật")
    nodes = [
        document("a", "plan"),
        document("b", "plan"),
        document("c", "plan"),
        document("s", "notice", secrecy="MẬT"),
    ]
    nodes += [node(SOURCE, "Source"), node(other, "Source")]
    g = Graph(nodes, [shared, own, edge("HAS_SOURCE", "s", SOURCE), edge("HAS_SOURCE", "a", other)])
    left = without_secret(g)
    assert set(left.nodes) == {"a", "b", other}
    (cites,) = left.typed("CITES")
    told = cites.properties
    assert (told["source"], told["start"], told["end"], told["quote"], told["count"]) == (other, 70, 80, "công khai", 1)
    assert "sources" not in told
    assert "mật" not in repr(told)


def test_a_document_that_always_stood_alone_stays() -> None:
    g = Graph([document("a", "plan"), document("s", "notice", secrecy="MẬT")])
    assert set(without_secret(g).nodes) == {"a"}


def test_of_a_folder_the_graph_is_built_without_what_the_stamped_text_taught() -> None:
    from program import EXAMPLES

    from loaders import load

    readings = load(EXAMPLES).readings
    assert open_part(readings) == (0, None)
    stamped_one = [_stamped(r) if r.document.number == "212-KL/TU" else r for r in readings]
    hidden, left = open_part(stamped_one)
    assert hidden == 1
    assert left == build([s for r in readings if r.document.number != "212-KL/TU" for s in r.statements])


def test_what_bodies_are_to_each_other_keeps_none_that_a_stamped_text_alone_names() -> None:
    other = "d0" * 32
    nodes = [
        document("a", "plan"),
        document("s", "notice", secrecy="MẬT"),
        node(SOURCE, "Source"),
        node(other, "Source"),
    ]
    nodes += [node(n, "Body", name=n) for n in ("hidden", "heir", "seen", "seen's heir", "class")]
    edges = [
        edge("HAS_SOURCE", "s", SOURCE),
        edge("HAS_SOURCE", "a", other),
        edge("SENT_TO", "s", "hidden", "mật"),
        edge("SENT_TO", "a", "seen"),
        edge("SENT_TO", "a", "class"),
        edge("SUCCEEDED_BY", "hidden", "heir"),
        edge("SUCCEEDED_BY", "seen", "seen's heir"),
        edge("MEMBER_OF", "hidden", "class"),
        edge("PART_OF", "hidden", "seen"),
    ]
    left = without_secret(Graph(nodes, edges))
    assert {n.id for n in left.labelled("Body")} == {"seen", "seen's heir", "class"}


def test_a_decision_on_a_stamped_text_stays_in_the_house() -> None:
    from program import EXAMPLES

    from graph.decisions.anchors import Texts
    from graph.decisions.decision import Decision
    from loaders import load

    readings = load(EXAMPLES).readings
    stamped_one = [_stamped(r) if r.document.number == "212-KL/TU" else r for r in readings]
    texts = Texts(s for r in readings for s in r.statements)
    done = [
        Decision(
            n=n, kind="done", who=who, when="2024-01-02", why="nội dung", on="2024-01-01", about=texts.anchor(task)
        )
        for n, (who, number) in enumerate((("Mật", "212-KL/TU"), ("Khai", "18-CT/TU")), 1)
        for task in [
            next(
                m
                for r in readings
                if r.document.number == number
                for m in texts.mentions(r.source.id)
                if m.handle.startswith("t")
            )
        ]
    ]
    _, left = open_part(stamped_one, done)
    assert left is not None
    assert {t.properties["who"] for t in left.labelled("Task") if "who" in t.properties} == {"Khai"}


def _stamped(reading: Reading) -> Reading:
    own = msgspec.structs.replace(reading.document, secrecy="MẬT")
    told = tuple(own if s is reading.document else s for s in reading.statements)
    return msgspec.structs.replace(reading, statements=told)
