"""What must be written to a store so that it holds a graph, told from the marks that it keeps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.elements import Edge, Graph, Node
from graph.errors import CannotWrite
from graph.stores.marks import MARK, mark
from graph.stores.protocol import Changes

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Difference:
    """The elements to write and the ids to remove; `marks` are the new ones, by id, of what is written."""

    new_nodes: list[Node]
    changed_nodes: list[Node]
    gone_nodes: list[str]
    new_edges: list[Edge]
    changed_edges: list[Edge]
    gone_edges: list[str]
    node_marks: Mapping[str, str]
    edge_marks: Mapping[str, str]

    @property
    def changes(self) -> Changes:
        return Changes(
            nodes_written=len(self.new_nodes) + len(self.changed_nodes),
            nodes_removed=len(self.gone_nodes),
            edges_written=len(self.new_edges) + len(self.changed_edges),
            edges_removed=len(self.gone_edges),
        )


def difference(g: Graph, nodes: Mapping[str, str], edges: Mapping[str, str]) -> Difference:
    """What tells `g` from a store whose marks by id are `nodes` and `edges`.

    Raises CannotWrite, before anything is written, where no store could hold `g`.
    """
    _check(g)
    node_marks = {n.id: mark(n) for n in g.nodes.values()}
    edge_marks = {e.id: mark(e) for e in g.edges.values()}
    return Difference(
        new_nodes=[n for n in g.nodes.values() if n.id not in nodes],
        changed_nodes=[n for n in g.nodes.values() if nodes.get(n.id, node_marks[n.id]) != node_marks[n.id]],
        gone_nodes=[i for i in nodes if i not in g.nodes],
        new_edges=[e for e in g.edges.values() if e.id not in edges],
        changed_edges=[e for e in g.edges.values() if edges.get(e.id, edge_marks[e.id]) != edge_marks[e.id]],
        gone_edges=[i for i in edges if i not in g.edges],
        node_marks=node_marks,
        edge_marks=edge_marks,
    )


def _check(g: Graph) -> None:
    """Names go into statements of query languages as they are, so they must be plain; an edge needs both its ends."""
    for node in g.nodes.values():
        if not node.labels:
            raise CannotWrite(f"The node {node.id} has no label.", hint="Give it one of the model.")
        _check_names(node, *node.labels, *node.properties)
    for edge in g.edges.values():
        _check_names(edge, edge.type, *edge.properties)
        for end in (edge.source, edge.target):
            if end not in g.nodes:
                raise CannotWrite(f"The edge {edge.id} has an end that is no node of the graph: {end}.", hint="Add it.")


def _check_names(owner: Node | Edge, *names: str) -> None:
    for name in names:
        if not _NAME.fullmatch(name):
            told = f"{name!r} of {owner.id} cannot name a label, type or property."
            raise CannotWrite(told, hint="Use letters, digits and _.")
    if MARK in names:
        raise CannotWrite(f"The property {MARK} of {owner.id} is the stores' own.", hint="Use another name.")
    if owner.properties.get("id", owner.id) != owner.id:
        raise CannotWrite(f"{owner.id} has a property id that says otherwise.", hint="Leave it out.")
