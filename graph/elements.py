"""What a graph is made of, in no store's terms: nodes, edges, and the two together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

if TYPE_CHECKING:
    import networkx

    from graph.statements import Issue

Scalar: TypeAlias = str | int | float | bool
Property: TypeAlias = Scalar | list[str] | list[int]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """`labels` with the general one first (``("Document", "Resolution")``); `properties` never hold null or a map."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, Property]


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A directed edge between two node ids; `id` is made of type, ends and what tells parallel edges apart."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Property]


class Graph:
    """Nodes and edges by id, sorted by id, with the neighbours of each node at hand.

    `issues` are what building it did not believe, and where its sources disagree.

    >>> g = Graph([Node(id="a", labels=("Document",), properties={})], [])
    >>> g.nodes["a"].labels
    ('Document',)
    """

    def __init__(self, nodes: Iterable[Node] = (), edges: Iterable[Edge] = (), *, issues: Iterable[Issue] = ()) -> None:
        self.nodes: dict[str, Node] = {n.id: n for n in sorted(nodes, key=lambda n: n.id)}
        self.edges: dict[str, Edge] = {e.id: e for e in sorted(edges, key=lambda e: e.id)}
        self.issues: tuple[Issue, ...] = tuple(sorted(issues, key=lambda i: (i.source, i.start, i.kind, i.message)))
        self._near: dict[str, list[Edge]] | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self.nodes == other.nodes and self.edges == other.edges

    __hash__ = None  # type: ignore[assignment]

    def near(self, node: str) -> list[Edge]:
        """The edges that begin or end at a node."""
        if self._near is None:
            self._near = {}
            for edge in self.edges.values():
                self._near.setdefault(edge.source, []).append(edge)
                if edge.target != edge.source:
                    self._near.setdefault(edge.target, []).append(edge)
        return self._near.get(node, [])

    def find(self, words: str) -> list[Node]:
        """The documents that somebody who types these words may mean, as `graph.lookup` says; none is guessed."""
        from graph.lookup import lookup

        return lookup(self.labelled("Document"), words)

    def around(self, ref: str, depth: int = 2) -> Graph:
        """The part of the graph within so many edges of a node, named by its id or as a document is typed."""
        near = {ref} if ref in self.nodes else {n.id for n in self.find(ref)}
        shell = set(near)
        for _ in range(depth):
            shell = {end for n in shell for e in self.near(n) for end in (e.source, e.target)} - near
            near |= shell
        edges = (e for e in self.edges.values() if e.source in near and e.target in near)
        return Graph((self.nodes[n] for n in near if n in self.nodes), edges)

    def labelled(self, label: str) -> Iterator[Node]:
        return (n for n in self.nodes.values() if label in n.labels)

    def typed(self, kind: str) -> Iterator[Edge]:
        return (e for e in self.edges.values() if e.type == kind)

    def networkx(self) -> networkx.MultiDiGraph[Any]:
        """The same graph for networkx: nodes carry `labels` and properties, edges are keyed by id and carry `type`."""
        import networkx as nx

        found: networkx.MultiDiGraph[Any] = nx.MultiDiGraph()
        for n in self.nodes.values():
            found.add_node(n.id, labels=list(n.labels), **n.properties)
        for e in self.edges.values():
            found.add_edge(e.source, e.target, key=e.id, type=e.type, **e.properties)
        return found
