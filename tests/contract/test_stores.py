"""One contract, every store: what is published is what is held, no more and no less, whatever was held before."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from city import city

from graph.elements import Edge, Graph, Node, Property
from graph.errors import CannotWrite
from graph.stores.embedded import Embedded
from graph.stores.protocol import Changes, Store


def held(store: Store) -> Graph:
    return Graph(store.nodes(), store.edges())


def document(id: str, kind: str = "Resolution", /, **properties: Property) -> Node:
    return Node(id=id, labels=("Document", kind), properties=properties)


def cites(source: str, target: str, **properties: Property) -> Edge:
    return Edge(id=f"CITES {source} {target}", type="CITES", source=source, target=target, properties=properties)


A, B, C = document("a", number="27-NQ/TW"), document("b", "Directive", count=2), document("c", "Law")
TASK = Node(id="t", labels=("Task",), properties={"quote": "rà soát", "due": "2023-11-30"})
ORDERS = Edge(id="ORDERS b t", type="ORDERS", source="b", target="t", properties={"origin": "text"})
SMALL = Graph([A, B, C, TASK], [cites("a", "b", starts=[3, 9]), cites("b", "c"), cites("c", "a"), ORDERS])

# What printed documents, encodings and people bring along, and what a query language could trip over.
HOSTILE = {
    "quotes": "'\"`’“”«»",
    "injection": "'}) DETACH DELETE n // \"}) ; DROP",
    "backslashes": "\\n \\u0041 \\' \\\\",
    "lines": "a\nb\r\nc\td",
    "next_line": "một\u0085hai\u2028ba\u2029",
    "emoji": "👩‍👩‍👧 🇻🇳",
    "composed": "ệ",
    "decomposed": "ê\u0323",
    "long": "Căn cứ " * 5000,
    "blank": " ",
    "empty": "",
    "markup": "<script>alert(1)</script> &amp; ]]> {{x}} ${y} $x",
    "looks_like_a_path": "(#1:0)-[#2:0]->(#1:1)",
    "looks_like_a_number": "007",
    "looks_like_a_date": "2023-11-30",
    "looks_like_a_truth": "true",
    "percent": "100 % %s %d %%",
    "true": True,
    "false": False,
    "zero": 0,
    "negative": -7,
    "large": 2**53 + 1,
    "whole_float": 1.0,
    "fraction": 0.1,
    "texts": ["b", "a", "a", "", "'\n\u0085"],
    "numbers": [3, -1, 3],
}


class TestStore:
    def test_a_graph_comes_back_as_it_went_in(self, store: Store) -> None:
        assert store.publish(SMALL) == Changes(nodes_written=4, edges_written=4)
        assert held(store) == SMALL

    def test_an_empty_store_holds_nothing(self, store: Store) -> None:
        assert not store.publish(Graph())
        assert held(store) == Graph()

    def test_published_again_it_changes_nothing(self, store: Store) -> None:
        store.publish(SMALL)
        assert not store.publish(SMALL)
        assert held(store) == SMALL

    def test_neither_order_nor_key_order_is_a_change(self, store: Store) -> None:
        one = Node(id="x", labels=("Document", "Conclusion", "Notice"), properties={"p": 1, "q": "2"})
        other = Node(id="x", labels=("Document", "Notice", "Conclusion"), properties={"q": "2", "p": 1})
        store.publish(Graph([A, one], [cites("a", "x", p=1, q=2)]))
        assert not store.publish(Graph([other, A], [cites("a", "x", q=2, p=1)]))

    def test_another_graph_replaces_it(self, store: Store) -> None:
        other = Graph([document("x"), document("y")], [cites("x", "y")])
        store.publish(SMALL)
        assert store.publish(other) == Changes(2, 4, 1, 4)
        assert held(store) == other

    def test_what_went_is_removed_and_the_rest_stays(self, store: Store) -> None:
        smaller = Graph([A, B], [cites("a", "b", starts=[3, 9])])
        store.publish(SMALL)
        assert store.publish(smaller) == Changes(nodes_removed=2, edges_removed=3)
        assert held(store) == smaller

    def test_an_edge_goes_alone(self, store: Store) -> None:
        fewer = Graph(SMALL.nodes.values(), [e for e in SMALL.edges.values() if e.type == "CITES"])
        store.publish(SMALL)
        assert store.publish(fewer) == Changes(edges_removed=1)
        assert held(store) == fewer

    def test_what_went_can_come_back(self, store: Store) -> None:
        for g in (SMALL, Graph(), SMALL, Graph([A]), SMALL):
            store.publish(g)
            assert held(store) == g

    def test_changed_properties_are_written_and_old_ones_forgotten(self, store: Store) -> None:
        changed = Graph(
            [document("a", title="mới"), B, C, TASK], [cites("a", "b", ends=[4]), *list(SMALL.edges.values())[1:]]
        )
        store.publish(SMALL)
        assert store.publish(changed) == Changes(nodes_written=1, edges_written=1)
        assert held(store) == changed

    def test_a_document_of_another_kind_keeps_its_edges(self, store: Store) -> None:
        changed = Graph([A, document("b", "Decision", count=2), C, TASK], SMALL.edges.values())
        store.publish(SMALL)
        assert store.publish(changed) == Changes(nodes_written=1)
        assert held(store) == changed

    def test_a_thing_of_another_sort_keeps_its_edges(self, store: Store) -> None:
        sort = Node(id="t", labels=("Project",), properties={"name": "cầu"})
        changed = Graph([A, B, C, sort], SMALL.edges.values())
        store.publish(SMALL)
        store.publish(changed)
        assert held(store) == changed

    def test_an_edge_that_changes_its_ends(self, store: Store) -> None:
        turned = Edge(id="ORDERS b t", type="ORDERS", source="a", target="t", properties={})
        changed = Graph(SMALL.nodes.values(), [*(e for e in SMALL.edges.values() if e.type == "CITES"), turned])
        store.publish(SMALL)
        assert store.publish(changed) == Changes(edges_written=1)
        assert held(store) == changed

    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_value_comes_back_with_its_type(self, store: Store, name: str) -> None:
        value: Any = HOSTILE[name]
        g = Graph([document("a", value=value), document("b")], [cites("a", "b", value=value)])
        store.publish(g)
        node, edge = next(store.nodes()), next(store.edges())
        assert (node.properties, edge.properties) == ({"value": value}, {"value": value})
        assert [type(p["value"]) for p in (node.properties, edge.properties)] == [type(value)] * 2
        assert not store.publish(g)

    def test_hostile_ids_name_their_nodes(self, store: Store) -> None:
        ids = [str(v) for v in HOSTILE.values() if isinstance(v, str) and 0 < len(v) < 100] + ["hải-phòng/x/01-NQ-TU"]
        g = Graph(map(document, ids), [cites(i, j) for i, j in pairwise(ids)])
        store.publish(g)
        assert held(store) == g
        assert not store.publish(g)

    def test_loops_and_parallel_edges_are_kept_apart(self, store: Store) -> None:
        both = [cites("a", "a"), cites("a", "b"), cites("b", "a")]
        depends = [
            Edge(id=f"{r} a b", type="DEPENDS_ON", source="a", target="b", properties={"relation": r, "planned": False})
            for r in ("AMENDS", "REPEALS", "IMPLEMENTS")
        ]
        g = Graph([A, B], [*both, *depends])
        store.publish(g)
        assert held(store) == g
        fewer = Graph([A, B], [*both, *depends[1:]])
        assert store.publish(fewer) == Changes(edges_removed=1)
        assert held(store) == fewer

    def test_hundreds_of_nodes_and_their_changes(self, store: Store) -> None:
        g = _crowd(400, 1200, seed=1)
        store.publish(g)
        assert held(store) == g
        other = _crowd(380, 1100, seed=2)
        store.publish(other)
        assert held(store) == other
        assert not store.publish(other)

    @pytest.mark.parametrize("made", [city])
    def test_the_graphs_of_the_other_tests(self, store: Store, made: Callable[[], Graph]) -> None:
        g = _without_ids(made())
        store.publish(g)
        assert held(store) == g
        assert not store.publish(g)

    def test_to_close_twice_does_nothing(self, store: Store) -> None:
        store.close()
        store.close()


@pytest.mark.parametrize(
    "store", ["embedded", "memory", pytest.param("server", marks=pytest.mark.neo4j)], indirect=True
)
class TestRefusal:
    """A graph that cannot be is refused before anything is touched."""

    @pytest.mark.parametrize(
        "wrong",
        [
            pytest.param(Graph([A], [cites("a", "nobody")]), id="an end that is not there"),
            pytest.param(Graph([Node(id="n", labels=(), properties={})]), id="no label"),
            pytest.param(Graph([Node(id="n", labels=("X` {a: 1}) //",), properties={})]), id="a label that is a query"),
            pytest.param(Graph([document("n", **{"a`b": 1})]), id="a key that is no name"),
            pytest.param(Graph([document("n", _danchieu="x")]), id="the bookkeeping key"),
            pytest.param(Graph([document("n", id="m")]), id="two ids"),
        ],
    )
    def test_it_says_so_and_keeps_what_it_held(self, store: Store, wrong: Graph) -> None:
        store.publish(SMALL)
        with pytest.raises(CannotWrite) as told:
            store.publish(wrong)
        assert "\n" not in str(told.value)
        assert held(store) == SMALL


def test_an_embedded_store_is_the_same_after_it_was_closed(tmp_path: Path) -> None:
    with Embedded(tmp_path, write=True) as store:
        store.publish(SMALL)
    with Embedded(tmp_path, write=False) as store:
        assert held(store) == SMALL
    with Embedded(tmp_path, write=True) as store:
        assert not store.publish(SMALL)


def _crowd(nodes: int, edges: int, seed: int) -> Graph:
    """Nodes of all sorts and edges anywhere, many in common with the crowd of another seed."""
    chance = random.Random(seed)
    kinds = [("Resolution",), ("Directive",), ("Conclusion", "Notice"), ("Law",)]
    ids = [f"n{i}" for i in range(nodes)]
    joined = {(chance.choice(ids), chance.choice(ids)) for _ in range(edges)}
    return Graph(
        [
            Node(id=i, labels=("Document", *kinds[len(i) % 4]), properties={"n": chance.randrange(3), "q": i})
            for i in ids
        ],
        [cites(a, b, count=chance.randrange(2), quote="theo " * chance.randrange(9)) for a, b in sorted(joined)],
    )


def _without_ids(g: Graph) -> Graph:
    """An id stands beside the properties: one that is repeated among them is not said twice."""

    def plain(properties: Mapping[str, Property]) -> dict[str, Property]:
        return {k: v for k, v in properties.items() if k != "id"}

    return Graph(
        [Node(id=n.id, labels=n.labels, properties=plain(n.properties)) for n in g.nodes.values()],
        [
            Edge(id=e.id, type=e.type, source=e.source, target=e.target, properties=plain(e.properties))
            for e in g.edges.values()
        ],
    )
