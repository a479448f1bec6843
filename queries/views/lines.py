"""Edges as lines: one for all that is said alike between two nodes, with every sentence and place behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from graph.elements import Edge, Graph, Property
from queries.views.colours import stroke

_EVIDENCE = {"source", "start", "end", "quote", "sentence", "sources", "starts", "ends", "quotes"}
_INHERITED = {"body_source", "body_start", "body_end", "body_quote"}
_TOLD = {*_EVIDENCE, *_INHERITED, "relation", "family", "planned", "task", "origin", "rule", "stands_on"}


def lines(g: Graph) -> list[dict[str, Any]]:
    """The lines of a graph, ends given as numbers of its nodes in the order of their ids."""
    index = {node: i for i, node in enumerate(g.nodes)}
    return _apart([_line(group, index, g) for group in _grouped(g)])


def _key(edge: Edge) -> tuple[str, str, str, bool]:
    return edge.source, edge.target, _relation(edge), bool(edge.properties.get("planned"))


def _relation(edge: Edge) -> str:
    return str(edge.properties.get("relation", edge.type)) if edge.type == "DEPENDS_ON" else edge.type


def _grouped(g: Graph) -> list[list[Edge]]:
    """Edges that one line stands for: the same ends, relation and intent."""
    ends = [e for e in g.edges.values() if e.source in g.nodes and e.target in g.nodes]
    return [list(group) for _, group in groupby(sorted(ends, key=lambda e: (_key(e), e.id)), key=_key)]


def _line(group: list[Edge], index: dict[str, int], g: Graph) -> dict[str, Any]:
    first = group[0]
    return {
        "from": index[first.source],
        "to": index[first.target],
        "relation": _relation(first),
        "colour": stroke(_relation(first)),
        "planned": bool(first.properties.get("planned")),
        "said": [_said(e, g) for e in group],
    }


def _apart(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines between the same two nodes with a bend of their own each, so that one does not hide another."""
    met: Counter[tuple[int, int]] = Counter()
    for line in drawn:
        ends = (line["from"], line["to"])
        line["bend"] = round(0.1 + 0.11 * met[ends], 2)
        met[ends] += 1
    return drawn


def _said(edge: Edge, g: Graph) -> dict[str, Any]:
    """One statement behind a line: its sentence, all its places, and what else it carries."""
    p = edge.properties
    ground = _ground(edge, g).properties
    told: dict[str, Any] = {
        "sentence": ground.get("sentence", ""),
        "places": _places(ground),
        "properties": sorted([k, v] for k, v in p.items() if k not in _TOLD),
    }
    if "body_quote" in ground:
        source = ground.get("body_source", ground.get("source", ""))
        told["inherited"] = [source, ground["body_start"], ground["body_end"], ground["body_quote"]]
    return told


def _ground(edge: Edge, g: Graph) -> Edge:
    """The edge that says what a derived one repeats: of ASSIGNS the assignment, with its place."""
    if "source" in edge.properties:
        return edge
    on = edge.properties.get("stands_on")
    stated = [g.edges[i] for i in (on if isinstance(on, list) else []) if isinstance(i, str) and i in g.edges]
    return next((e for e in stated if "source" in e.properties), edge)


def _places(told: Mapping[str, Property]) -> list[list[Any]]:
    """Each place as source, start, end and quote."""
    many = [told.get(name) for name in ("sources", "starts", "ends", "quotes")]
    if all(isinstance(m, list) for m in many):
        return [list(place) for place in zip(*many, strict=True)]
    if not told.get("quote"):
        return []
    return [[told.get("source", ""), told.get("start", 0), told.get("end", 0), told["quote"]]]
