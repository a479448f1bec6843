"""The shape of an answer, the same from every store: plain JSON values, nodes, edges and paths as the contract says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any

from graph.elements import Edge, Node
from graph.model import model
from graph.stores.marks import MARK

# Kept beside the properties in every shape, so never shown among them.
_OWN = ("id", MARK)


@cache
def _rank(label: str) -> tuple[int, str]:
    general = list(model().labels)
    return (general.index(label) if label in general else len(general), label)


def ordered(labels: Iterable[str]) -> tuple[str, ...]:
    """Labels with the general one first, the others by name.

    >>> ordered({"Resolution", "Document"})
    ('Document', 'Resolution')
    """
    return tuple(sorted(labels, key=_rank))


def general(labels: Iterable[str]) -> str:
    """The label under which a node's id is unique: the model's, or where it has none the first by name."""
    return ordered(labels)[0]


def shown(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of an element as a reader sees them, by name."""
    return {key: properties[key] for key in sorted(properties) if key not in _OWN}


def node_row(node: str, labels: Iterable[str], properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": node, "labels": list(ordered(labels)), "properties": shown(properties)}


def edge_row(edge: str, kind: str, source: str, target: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": edge, "type": kind, "source": source, "target": target, "properties": shown(properties)}


def path_row(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    return {"nodes": nodes, "edges": edges}


def to_node(row: Mapping[str, Any]) -> Node:
    return Node(id=row["id"], labels=tuple(row["labels"]), properties=row["properties"])


def to_edge(row: Mapping[str, Any]) -> Edge:
    return Edge(**row)


def scalar(value: Any) -> Any:
    """A value of an engine as JSON has it: dates and times as ISO strings."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value


def without_mark(value: Any) -> Any:
    """A list or map that a query made of an element's own keys or properties, without the bookkeeping one."""
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if k != MARK}
    if isinstance(value, list) and MARK in value:
        return [v for v in value if v != MARK]
    return value
