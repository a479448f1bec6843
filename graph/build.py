"""Statements → graph: identity, then nodes, then edges, then what follows from them. A pure function.

The same statements in any order give the same graph, byte for byte; nothing in it stands on anything but them and
the data files of `graph.registry`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.decisions.apply import apply
from graph.decisions.decision import Decision
from graph.derive import acted, derived, fulfilled
from graph.edges import stated
from graph.elements import Graph
from graph.identify import Identity, identify
from graph.identity.ruled import rulings_in_order
from graph.nodes import nodes
from graph.statements import Source, Statement, claims_in_order, mentions_in_order
from graph.succession import registered
from graph.validity import valid


def build(statements: Iterable[Statement], decisions: Sequence[Decision] = (), *, registry: bool = True) -> Graph:
    """The graph that the statements make: all nodes and edges of model.md that they support, as decisions leave them.

    `registry`: whether what is known of central documents fills what the texts leave open; see `graph.identify`.

    `Graph.issues` holds what identity did not believe, where mentions disagree, and decisions that have no effect.
    """
    return made(statements, decisions, registry=registry)[0]


def made(
    statements: Iterable[Statement], decisions: Sequence[Decision] = (), *, registry: bool = True
) -> tuple[Graph, Identity]:
    """The graph, and the identity of the mentions that it was made by."""
    applied = apply(statements, decisions)
    told = applied.statements
    sources = [s for s in told if isinstance(s, Source)]
    mentions, claims = mentions_in_order(told), claims_in_order(told)
    identity = identify(told, registry=registry)
    found, issues = nodes(sources, mentions, identity)
    edges, refused = stated(mentions, claims, identity, found)
    found = acted(fulfilled(found, mentions, claims, identity), rulings_in_order(told), identity)
    found, doubts = valid(found, edges, claims, identity)
    found, succeeded = registered(found)
    all_edges = [*edges, *succeeded, *derived(found, edges, identity)]
    g = Graph(found, all_edges, issues=[*identity.issues, *issues, *refused, *doubts, *applied.issues])
    return g, identity
