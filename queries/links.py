"""The same few look-ups on a graph in memory and on any store that answers Cypher.

So a trace or a task list is written once, and of a large store only the part that it needs is fetched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from graph.elements import Edge, Graph, Node
from graph.model import model
from graph.stores.protocol import Asked
from graph.stores.rows import to_edge, to_node


class Links(Protocol):
    """Where nodes and edges are looked up."""

    def leaving(self, ids: Collection[str], *types: str) -> list[Edge]:
        """The edges of these types that begin at these nodes, sorted by id."""
        ...

    def entering(self, ids: Collection[str], *types: str) -> list[Edge]:
        """The edges of these types that end at these nodes, sorted by id."""
        ...

    def every(self, *types: str) -> list[Edge]:
        """All edges of these types, sorted by id."""
        ...

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        """Those of these nodes that there are."""
        ...

    def labelled(self, label: str) -> list[Node]:
        """All nodes with this label, sorted by id."""
        ...


def links(g: Graph | Asked) -> Links:
    """The look-ups of a graph or a store."""
    return _InGraph(g) if isinstance(g, Graph) else _InStore(g)


def part(g: Graph | Asked, *types: str) -> Graph:
    """The edges of these types with the nodes at their ends, as a graph of its own."""
    at = links(g)
    edges = at.every(*types)
    return Graph(at.nodes({end for e in edges for end in (e.source, e.target)}).values(), edges)


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    return sorted(edges, key=lambda e: e.id)


class _InGraph:
    def __init__(self, g: Graph) -> None:
        self.g = g

    def leaving(self, ids: Collection[str], *types: str) -> list[Edge]:
        return _sorted(e for i in set(ids) for e in self.g.near(i) if e.source == i and e.type in types)

    def entering(self, ids: Collection[str], *types: str) -> list[Edge]:
        return _sorted(e for i in set(ids) for e in self.g.near(i) if e.target == i and e.type in types)

    def every(self, *types: str) -> list[Edge]:
        return [e for e in self.g.edges.values() if e.type in types]

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        return {i: self.g.nodes[i] for i in sorted(ids) if i in self.g.nodes}

    def labelled(self, label: str) -> list[Node]:
        return list(self.g.labelled(label))


class _InStore:
    """Cypher that Neo4j and the embedded store read alike; labels are named, so that the index on `id` is used."""

    def __init__(self, store: Asked) -> None:
        self.store = store

    def leaving(self, ids: Collection[str], *types: str) -> list[Edge]:
        known = model().edges
        found = [
            self._edges(f"MATCH (a:{label})-[r:{kind}]->() WHERE a.id IN $ids RETURN r", ids)
            for kind in types
            for label in known[kind].starts
        ]
        return _sorted(e for edges in found for e in edges)

    def entering(self, ids: Collection[str], *types: str) -> list[Edge]:
        known = model().edges
        found = [
            self._edges(f"MATCH ()-[r:{kind}]->(b:{label}) WHERE b.id IN $ids RETURN r", ids)
            for kind in types
            for label in known[kind].ends
        ]
        return _sorted(e for edges in found for e in edges)

    def every(self, *types: str) -> list[Edge]:
        return _sorted(e for kind in types for e in self._edges(f"MATCH ()-[r:{kind}]->() RETURN r", ()))

    def nodes(self, ids: Collection[str]) -> dict[str, Node]:
        found = [
            to_node(row["n"])
            for label in model().labels
            for row in self.store.ask(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n", {"ids": sorted(ids)})
        ]
        return {n.id: n for n in sorted(found, key=lambda n: n.id)}

    def labelled(self, label: str) -> list[Node]:
        rows = self.store.ask(f"MATCH (n:{label}) RETURN n", {})
        return sorted((to_node(row["n"]) for row in rows), key=lambda n: n.id)

    def _edges(self, text: str, ids: Collection[str]) -> list[Edge]:
        return [to_edge(row["r"]) for row in self.store.ask(text, {"ids": sorted(ids)} if ids else {})]
