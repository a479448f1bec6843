"""A graph as one JSON object, in the shape of the contract: for programs, and to compare two graphs by lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.elements import Edge, Graph, Node


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    return {path: encoded(g)}


def encoded(g: Graph) -> bytes:
    """The JSON of a graph: nodes and edges sorted by id, an element a line, keys in order."""
    import msgspec

    encoder = msgspec.json.Encoder(order="deterministic")
    nodes = [encoder.encode({"id": n.id, "labels": n.labels, "properties": n.properties}) for n in g.nodes.values()]
    edges = [encoder.encode(e) for e in g.edges.values()]
    return b'{"nodes":[\n' + b",\n".join(nodes) + b'\n],"edges":[\n' + b",\n".join(edges) + b"\n]}\n"


def decoded(written: bytes) -> Graph:
    """The graph that `encoded` wrote.

    >>> decoded(encoded(Graph([Node(id="a", labels=("Body",), properties={"name": "Sở"})]))).nodes["a"].properties
    {'name': 'Sở'}
    """
    import msgspec

    told: dict[str, list[Any]] = msgspec.json.decode(written)
    nodes = (Node(id=n["id"], labels=tuple(n["labels"]), properties=n["properties"]) for n in told["nodes"])
    return Graph(nodes, (Edge(**e) for e in told["edges"]))
