"""The chain of implementation around a document: what it implements, and what implements it, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.stores.protocol import Asked
from queries.links import Links, links

FAMILY = "implementation"


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of the chain; `depth` counts edges from the document, `up` says that it leads to what is implemented."""

    depth: int
    edge: Edge
    up: bool

    @property
    def planned(self) -> bool:
        return bool(self.edge.properties.get("planned"))

    @property
    def relation(self) -> str:
        return str(self.edge.properties.get("relation", self.edge.type))

    @property
    def near(self) -> str:
        """The end towards the document."""
        return self.edge.source if self.up else self.edge.target

    @property
    def far(self) -> str:
        return self.edge.target if self.up else self.edge.source


@dataclass(frozen=True, slots=True)
class Trace:
    """A chain: its steps by direction and depth, the nodes they touch, and which document each text is of.

    `cycles` are paths of ids that end where they began; `left_out` counts planned steps that were not followed.
    """

    document: str
    steps: tuple[Step, ...]
    nodes: dict[str, Node]
    texts: dict[str, str]
    cycles: tuple[tuple[str, ...], ...] = ()
    left_out: int = 0

    def graph(self) -> Graph:
        """The chain as a graph, the document among its nodes."""
        return Graph(self.nodes.values(), {s.edge.id: s.edge for s in self.steps}.values())

    def told(self) -> dict[str, Any]:
        """The chain as the contract's JSON object."""
        return {
            "document": self.document,
            "steps": [self._step(s) for s in self.steps],
            "cycles": [list(c) for c in self.cycles],
        }

    def _step(self, step: Step) -> dict[str, Any]:
        return {
            "depth": step.depth,
            "source": step.edge.source,
            "relation": step.relation,
            "target": step.edge.target,
            "planned": step.planned,
            "evidence": evidence(step.edge, self.texts),
        }


def evidence(edge: Edge, texts: dict[str, str]) -> dict[str, Any] | None:
    """The place of an edge, the document named instead of its text; None for an edge that no text states."""
    p = edge.properties
    if "quote" not in p:
        return None
    source = str(p.get("source", ""))
    return {"document": texts.get(source, source), "start": p["start"], "end": p["end"], "quote": p["quote"]}


def trace(
    g: Graph | Asked,
    document: str,
    *,
    up: bool = True,
    down: bool = True,
    depth: int | None = None,
    planned: bool = False,
) -> Trace:
    """The chain of the document with this id; without `depth` whole. Planned steps are followed only if asked for."""
    at = links(g)
    steps: list[Step] = []
    left_out: set[str] = set()
    for upward in [d for d, wanted in ((True, up), (False, down)) if wanted]:
        steps += _walk(at, document, upward, depth, planned, left_out)
    return Trace(
        document=document,
        steps=tuple(steps),
        nodes=at.nodes({document, *(s.near for s in steps), *(s.far for s in steps)}),
        texts=texts(at, [s.edge for s in steps]),
        cycles=tuple(cycles([s.edge for s in steps])),
        left_out=len(left_out),
    )


def _walk(at: Links, document: str, up: bool, depth: int | None, planned: bool, left_out: set[str]) -> Iterator[Step]:
    """The steps in one direction, each edge once at its least depth, level by level."""
    seen, level, reached = {document}, {document}, 0
    while level and (depth is None or reached < depth):
        reached += 1
        edges = at.leaving(level, "DEPENDS_ON") if up else at.entering(level, "DEPENDS_ON")
        steps = [Step(reached, e, up) for e in edges if e.properties.get("family") == FAMILY]
        kept = [s for s in steps if planned or not s.planned]
        left_out.update(s.edge.id for s in steps if s.planned and not planned)
        yield from kept
        level = {s.far for s in kept} - seen
        seen |= level


def texts(at: Links, edges: list[Edge]) -> dict[str, str]:
    """Of each text in which the edges were read, the document that it is the text of."""
    sources = {str(e.properties["source"]) for e in edges if "source" in e.properties}
    return {e.target: e.source for e in at.entering(sources, "HAS_SOURCE")} if sources else {}


def cycles(edges: list[Edge]) -> Iterator[tuple[str, ...]]:
    """Paths that come back to where they began, each told once, from its smallest id on."""
    after: dict[str, list[str]] = {}
    for e in edges:
        after.setdefault(e.source, []).append(e.target)
    told: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(after):
        for ring in _rings(start, after, done):
            at = ring.index(min(ring))
            turned = (*ring[at:], *ring[:at])
            if turned not in told:
                told.add(turned)
                yield (*turned, turned[0])


def _rings(start: str, after: dict[str, list[str]], done: set[str]) -> Iterator[tuple[str, ...]]:
    """The rings that a walk in depth from `start` closes; without recursion, for chains of any length."""
    path: list[str] = []
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            done.add(path.pop())
        elif node in path:
            yield tuple(path[path.index(node) :])
        elif node not in done:
            path.append(node)
            stack.append((node, True))
            stack += [(n, False) for n in sorted(set(after.get(node, ())), reverse=True)]
