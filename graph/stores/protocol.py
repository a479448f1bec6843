"""What every store of the built graph can do; one contract test class holds them all to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.elements import Edge, Graph, Node


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes and edges a publication wrote or removed; all zero where the store already was the graph."""

    nodes_written: int = 0
    nodes_removed: int = 0
    edges_written: int = 0
    edges_removed: int = 0

    def __bool__(self) -> bool:
        return any((self.nodes_written, self.nodes_removed, self.edges_written, self.edges_removed))


class Store(Protocol):
    """A place that holds a graph. `publish` makes it hold exactly the graph given, touching what differs alone."""

    def publish(self, g: Graph) -> Changes: ...

    def nodes(self) -> Iterator[Node]: ...

    def edges(self) -> Iterator[Edge]: ...

    def close(self) -> None: ...


class Asked(Store, Protocol):
    """A store that answers Cypher.

    Rows are dicts keyed as in RETURN; nodes are ``{"id", "labels", "properties"}``, edges
    ``{"id", "type", "source", "target", "properties"}``, paths ``{"nodes", "edges"}``, dates ISO strings.
    """

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]: ...
