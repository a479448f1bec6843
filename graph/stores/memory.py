"""The graph in memory, for networkx: nothing to install, nothing to open, gone with the process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.elements import Edge, Graph, Node
from graph.stores.difference import difference
from graph.stores.marks import mark
from graph.stores.protocol import Changes

if TYPE_CHECKING:
    import networkx


class Memory:
    """`network` is a MultiDiGraph: nodes carry `labels` and properties, edges are keyed by id and carry `type`.

    It stays the same object; a publication changes in it what differs.
    """

    def __init__(self) -> None:
        import networkx as nx

        self.network: networkx.MultiDiGraph[Any] = nx.MultiDiGraph()

    def publish(self, g: Graph) -> Changes:
        """Hold exactly this graph. Raises CannotWrite where an edge has an end that is no node of it."""
        nodes = {n.id: mark(n) for n in self.nodes()}
        ends = {e.id: (e.source, e.target) for e in self.edges()}
        todo = difference(g, nodes, {e.id: mark(e) for e in self.edges()})
        for i in (*todo.gone_edges, *(e.id for e in todo.changed_edges)):
            self.network.remove_edge(*ends[i], key=i)
        self.network.remove_nodes_from(todo.gone_nodes)
        for n in (*todo.new_nodes, *todo.changed_nodes):
            self.network.add_node(n.id)
            self.network.nodes[n.id].clear()
            self.network.nodes[n.id].update(n.properties, labels=list(n.labels))
        for e in (*todo.new_edges, *todo.changed_edges):
            self.network.add_edge(e.source, e.target, key=e.id, type=e.type, **e.properties)
        return todo.changes

    def nodes(self) -> Iterator[Node]:
        for node, told in sorted(self.network.nodes(data=True), key=lambda item: str(item[0])):
            properties = {k: v for k, v in told.items() if k != "labels"}
            yield Node(id=node, labels=tuple(told["labels"]), properties=properties)

    def edges(self) -> Iterator[Edge]:
        for source, target, key, told in sorted(
            self.network.edges(keys=True, data=True), key=lambda item: str(item[2])
        ):
            properties = {k: v for k, v in told.items() if k != "type"}
            yield Edge(id=key, type=told["type"], source=source, target=target, properties=properties)

    def close(self) -> None:
        """Forget everything."""
        self.network.clear()
