"""Answers of the Neo4j driver in the contract's shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.stores import rows
from graph.stores.batches import batches

if TYPE_CHECKING:
    import neo4j
    from neo4j.graph import Node, Relationship

_AT_ONCE = 5000
# The driver knows of an edge's ends no more than their addresses, unless they were asked for too.
_ENDS = """MATCH (a)-[r]->(b) WHERE elementId(r) IN $records
           RETURN elementId(r) AS at, coalesce(a.id, elementId(a)) AS source, coalesce(b.id, elementId(b)) AS target"""
_NO_FRACTION = re.compile(r"\.(\d*?)0+(?=$|[+\-Z\[])")


def answer(work: neo4j.ManagedTransaction, cypher: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a query, as plain JSON values."""
    found = [dict(record) for record in work.run(cypher, dict(parameters))]
    edges = sorted({r.element_id for r in _edges(found)})
    ends: dict[str, tuple[str, str]] = {}
    for some in batches(edges, _AT_ONCE):
        for row in work.run(_ENDS, records=some):
            ends[row["at"]] = (row["source"], row["target"])
    return [{key: _plain(value, ends) for key, value in row.items()} for row in found]


def _edges(value: Any) -> Iterator[Relationship]:
    from neo4j.graph import Path, Relationship

    if isinstance(value, Relationship):
        yield value
    elif isinstance(value, Path):
        yield from value.relationships
    elif isinstance(value, list | dict):
        for v in value.values() if isinstance(value, dict) else value:
            yield from _edges(v)


def _plain(value: Any, ends: Mapping[str, tuple[str, str]]) -> Any:
    from neo4j.graph import Node, Path, Relationship

    if isinstance(value, Node):
        return _node(value)
    if isinstance(value, Relationship):
        return _edge(value, ends)
    if isinstance(value, Path):
        return rows.path_row([_node(n) for n in value.nodes], [_edge(r, ends) for r in value.relationships])
    if isinstance(value, list):
        return rows.without_mark([_plain(v, ends) for v in value])
    if isinstance(value, dict):
        return rows.without_mark({k: _plain(v, ends) for k, v in value.items()})
    return _scalar(value)


def _scalar(value: Any) -> Any:
    """Times without a fraction that is nothing, UTC as Z; points as maps."""
    from neo4j.spatial import Point

    if isinstance(value, Point):
        return {**dict(zip("xyz", value, strict=False)), "srid": value.srid}
    if hasattr(value, "iso_format"):
        return _NO_FRACTION.sub(lambda m: f".{m[1]}" if m[1] else "", value.iso_format()).replace("+00:00", "Z")
    return rows.scalar(value)


def _node(node: Node) -> dict[str, Any]:
    return rows.node_row(str(node.get("id", node.element_id)), node.labels, dict(node.items()))


def _edge(edge: Relationship, ends: Mapping[str, tuple[str, str]]) -> dict[str, Any]:
    source, target = ends[edge.element_id]
    return rows.edge_row(str(edge.get("id", edge.element_id)), edge.type, source, target, dict(edge.items()))
