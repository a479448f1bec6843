"""What stands on a document: what would have to be looked at if it were amended or repealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.stores.protocol import Asked
from queries.links import Links, links
from queries.trace import evidence, texts

# What implements a document or is based on it stands on it; so does what it promulgates.
_AGAINST = {"implementation", "basis"}
_ALONG = {"enactment"}
_CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Stands:
    """One step: the node reached, at `depth` edges from the document, by this edge."""

    depth: int
    id: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Impact:
    """What stands on a document, and beside it what has changed the document or is to change it."""

    document: str
    steps: tuple[Stands, ...]
    changed_by: tuple[Edge, ...]
    nodes: dict[str, Node]
    texts: dict[str, str]

    def told(self) -> dict[str, Any]:
        """The contract's JSON object."""
        return {
            "document": self.document,
            "steps": [{"depth": s.depth, "id": s.id, **self._edge(s.edge)} for s in self.steps],
            "changed_by": [{"id": e.source, **self._edge(e)} for e in self.changed_by],
        }

    def _edge(self, edge: Edge) -> dict[str, Any]:
        return {
            "relation": edge.properties.get("relation", edge.type),
            "planned": bool(edge.properties.get("planned")),
            "evidence": evidence(edge, self.texts),
        }


def impact(g: Graph | Asked, document: str, *, depth: int | None = None) -> Impact:
    """Everything that stands on the document with this id, each node once, at its least distance."""
    at = links(g)
    steps = tuple(_walk(at, document, depth))
    changed_by = tuple(e for e in at.entering({document}, "DEPENDS_ON") if e.properties.get("family") == _CHANGE)
    edges = [*(s.edge for s in steps), *changed_by]
    ids = {document, *(end for e in edges for end in (e.source, e.target))}
    return Impact(document, steps, changed_by, at.nodes(ids), texts(at, edges))


def _walk(at: Links, document: str, depth: int | None) -> Iterator[Stands]:
    seen, level, reached = {document}, {document}, 0
    while level and (depth is None or reached < depth):
        reached += 1
        found: dict[str, Edge] = {}
        for id_, edge in _standing(at, level):
            if id_ not in seen:
                found.setdefault(id_, edge)
        for id_ in sorted(found):
            yield Stands(reached, id_, found[id_])
        level = set(found)
        seen |= level


def _standing(at: Links, level: set[str]) -> Iterator[tuple[str, Edge]]:
    """The nodes that stand directly on these, real edges before planned ones."""
    found = [(e.source, e) for e in at.entering(level, "DEPENDS_ON") if e.properties.get("family") in _AGAINST]
    found += [(e.target, e) for e in at.leaving(level, "DEPENDS_ON") if e.properties.get("family") in _ALONG]
    yield from sorted(found, key=lambda pair: (bool(pair[1].properties.get("planned")), pair[1].id))
