"""The layout: which layer a node lies in and where in it, worked out before the page is written.

Layers are levels of authority from the top down – centre, province, district, commune –, below them what the
documents speak of: tasks, projects, bodies. Documents of a layer lie in the order of their dates. The page only
folds a layer into as many rows as the screen has room for, so nothing moves while a person reads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.elements import Edge, Graph, Node
from queries.names import general, heading, value

LEVELS = ("central", "provincial", "district", "commune")
LAYERS = (*LEVELS, "unknown", "mentions", "tasks", "projects", "bodies", "sources")
_BY_LABEL = {
    "Mention": "mentions",
    "Task": "tasks",
    "Project": "projects",
    "Body": "bodies",
    "Person": "bodies",
    "Source": "sources",
}
_CENTRE = {"trung ương", "trung-uong"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Layer and place in it, both counted from 0."""

    layer: int
    order: int


def layout(g: Graph) -> dict[str, Spot]:
    """The spot of each node, by id; the same for the same graph."""
    layers: dict[str, list[Node]] = {name: [] for name in LAYERS}
    for node in g.nodes.values():
        layers[_layer(g, node)].append(node)
    spots: dict[str, Spot] = {}
    for index, (name, nodes) in enumerate(layers.items()):
        documents = name in LEVELS or name == "unknown"
        for order, node in enumerate(sorted(nodes, key=_by_date) if documents else _by_place(g, nodes, spots)):
            spots[node.id] = Spot(index, order)
    return spots


def _layer(g: Graph, node: Node) -> str:
    label = general(node)
    if label != "Document":
        return _BY_LABEL.get(label, "unknown")
    return _level(node) or _level_of_others(g, node) or "unknown"


def _level(node: Node) -> str:
    level = value(node, "level")
    if level in LEVELS:
        return level
    return "central" if value(node, "jurisdiction").casefold() in _CENTRE else ""


def _level_of_others(g: Graph, node: Node) -> str:
    """Of a document to come, the lowest level among those that order it or that it will depend on."""
    if value(node, "status") != "planned":
        return ""
    near = _near(g, node.id)
    orders = {o for n in near if "Task" in g.nodes[n].labels for o in _near(g, n)}
    levels = {_level(g.nodes[n]) for n in near | orders if "Document" in g.nodes[n].labels}
    return max(levels - {""}, key=LEVELS.index, default="")


def _near(g: Graph, node: str) -> set[str]:
    return {end for e in g.near(node) for end in (e.source, e.target) if end in g.nodes} - {node}


def _by_date(node: Node) -> tuple[str, str, str]:
    return (value(node, "date", "held") or "9999", value(node, "number"), node.id)


def _by_place(g: Graph, nodes: Iterable[Node], spots: dict[str, Spot]) -> list[Node]:
    """What stands below the documents: the busy first, then near what it belongs to, then by name."""

    def key(node: Node) -> tuple[int, float, str, str]:
        edges = g.near(node.id)
        return (-_degree(edges), _mean(edges, node.id, spots), heading(node).casefold(), node.id)

    return sorted(nodes, key=key)


def _degree(edges: list[Edge]) -> int:
    return min(len(edges), 3)


def _mean(edges: list[Edge], node: str, spots: dict[str, Spot]) -> float:
    others = [spots[o].order for e in edges for o in (e.source, e.target) if o != node and o in spots]
    return sum(others) / len(others) if others else 0.0
