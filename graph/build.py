"""Statements → graph: identity, then nodes, then edges, then what follows from them. A pure function.

The same statements in any order give the same graph, byte for byte; nothing in it stands on anything but them and
the data files of `graph.registry`.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.derive import derived, fulfilled
from graph.edges import stated
from graph.elements import Graph
from graph.identify import Identity, identify
from graph.nodes import nodes
from graph.statements import Source, Statement, claims_in_order, mentions_in_order


def build(statements: Iterable[Statement]) -> Graph:
    """The graph that the statements make: all nodes and edges of model.md that they support.

    `Graph.issues` holds what identity did not believe and where mentions disagree.
    """
    return made(statements)[0]


def made(statements: Iterable[Statement]) -> tuple[Graph, Identity]:
    """The graph, and the identity of the mentions that it was made by."""
    told = list(statements)
    sources = [s for s in told if isinstance(s, Source)]
    mentions, claims = mentions_in_order(told), claims_in_order(told)
    identity = identify(told)
    found, issues = nodes(sources, mentions, identity)
    edges, refused = stated(mentions, claims, identity, found)
    found = fulfilled(found, mentions, claims, identity)
    all_edges = [*edges, *derived(found, edges, identity)]
    g = Graph(found, all_edges, issues=[*identity.issues, *issues, *refused])
    return g, identity
