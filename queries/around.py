"""The part of a graph around one node."""

from __future__ import annotations

from graph.elements import Graph

# A way through a class of bodies or a recipient leads to half the graph, and says nothing of the document.
_NO_WAY = {"MEMBER_OF", "SENT_TO", "PART_OF", "SUCCEEDED_BY", "SIGNED_BY", "ISSUED_BY"}


def around(g: Graph, node: str, depth: int = 2) -> Graph:
    """The nodes at most `depth` edges from a node, and the edges among them.

    Bodies and people are shown but not walked through: from a board one would reach every document that names it.
    """
    reached, level = {node}, {node}
    for _ in range(depth):
        ways = {n for n in level if n == node or not {"Body", "Person"} & set(g.nodes[n].labels)}
        edges = [e for n in ways for e in g.near(n) if e.type not in _NO_WAY or node in (e.source, e.target)]
        level = {end for e in edges for end in (e.source, e.target) if end in g.nodes} - reached
        reached |= level
    kept = (e for e in g.edges.values() if e.source in reached and e.target in reached)
    return Graph((g.nodes[n] for n in reached), kept)
