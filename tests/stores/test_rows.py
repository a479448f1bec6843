"""The parts that stores share: marks, differences, the shape of rows."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from graph.elements import Edge, Graph, Node, Property
from graph.stores import rows
from graph.stores.difference import difference
from graph.stores.marks import mark

ONE = Edge(id="e", type="CITES", source="a", target="b", properties={"x": 1})
DIFFERENT = {
    "id": Edge(id="f", type="CITES", source="a", target="b", properties={"x": 1}),
    "type": Edge(id="e", type="ORDERS", source="a", target="b", properties={"x": 1}),
    "source": Edge(id="e", type="CITES", source="c", target="b", properties={"x": 1}),
    "direction": Edge(id="e", type="CITES", source="b", target="a", properties={"x": 1}),
    "value": Edge(id="e", type="CITES", source="a", target="b", properties={"x": 2}),
    "type of a value": Edge(id="e", type="CITES", source="a", target="b", properties={"x": "1"}),
    "truth is no number": Edge(id="e", type="CITES", source="a", target="b", properties={"x": True}),
    "one in a list": Edge(id="e", type="CITES", source="a", target="b", properties={"x": [1]}),
    "key": Edge(id="e", type="CITES", source="a", target="b", properties={"y": 1}),
    "a node": Node(id="e", labels=("CITES", "a", "b"), properties={"x": 1}),
}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_mark_tells_any_difference(name: str) -> None:
    assert mark(DIFFERENT[name]) != mark(ONE)


def test_the_order_in_a_list_is_part_of_it() -> None:
    def of(value: Property) -> str:
        return mark(Node(id="a", labels=("Document",), properties={"x": value}))

    assert of([1, 2]) != of([2, 1])
    assert of(["ab"]) != of(["a", "b"])


def test_a_difference_names_each_element_once() -> None:
    a, b, c = (Node(id=i, labels=("Document",), properties={}) for i in "abc")
    todo = difference(Graph([a, b, c], [ONE]), {"a": mark(a), "b": "old", "z": "old"}, {"e": "old", "y": "old"})
    assert ([n.id for n in todo.new_nodes], [n.id for n in todo.changed_nodes]) == (["c"], ["b"])
    assert (todo.gone_nodes, todo.changed_edges, todo.gone_edges) == (["z"], [ONE], ["y"])
    assert bool(todo.changes)
    assert not difference(Graph([a]), {"a": mark(a)}, {}).changes


@pytest.mark.parametrize(
    ("value", "plain"),
    [(date(2023, 11, 30), "2023-11-30"), (time(8, 30), "08:30:00"), (Decimal("1.5"), 1.5), ("x", "x"), (None, None)],
)
def test_values_of_an_engine_become_json(value: object, plain: object) -> None:
    assert rows.scalar(value) == plain
