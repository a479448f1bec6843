"""What may leave the house: the graph without documents under a secrecy stamp and without what they alone say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph.decisions.decision import Decision
from graph.elements import Edge, Graph, Node, Property
from graph.statements import Reading

_PLACES = ("sources", "starts", "ends", "quotes")
# A node of these labels says something only through the document that speaks of it.
_SPOKEN = {"Task": "ORDERS", "Mention": "MENTIONS"}
# What bodies are to each other is not told by texts, so it keeps no body that only a hidden text names.
_BETWEEN = ("MEMBER_OF", "PART_OF", "SUCCEEDED_BY")


def open_part(
    readings: Iterable[Reading], decisions: Sequence[Decision] = (), *, registry: bool = True
) -> tuple[int, Graph | None]:
    """How many texts are under a stamp, and the graph of the others; None where there is nothing to leave out.

    Of the decisions those count that speak of the other texts alone.
    """
    from graph.build import build

    told = list(readings)
    kept = [r for r in told if not r.document.secrecy]
    hidden = len(told) - len(kept)
    statements = [s for r in kept for s in r.statements]
    return hidden, build(statements, decisions, registry=registry) if hidden else None


def secret(g: Graph) -> list[Node]:
    """The documents under a secrecy stamp."""
    return [n for n in g.labelled("Document") if n.properties.get("secrecy")]


def without_secret(g: Graph) -> Graph:
    """What is left of a graph whose statements are not at hand: none of the stamped documents and of their texts, and
    nothing that was read in them alone."""
    hidden = {n.id for n in secret(g)}
    if not hidden:
        return g
    texts = {e.target for e in g.typed("HAS_SOURCE") if e.source in hidden}
    gone = hidden | texts
    kept = [
        e for e in (_outside(e, texts) for e in g.edges.values()) if e and e.source not in gone and e.target not in gone
    ]
    return _standing(g, gone, kept)


def _outside(edge: Edge, texts: set[str]) -> Edge | None:
    """The edge by what other texts say of it; None where none does."""
    p = edge.properties
    lists = {name: p[name] for name in _PLACES if isinstance(p.get(name), list)}
    if len(lists) == len(_PLACES):
        return _fewer(edge, lists, texts)
    if p.get("source") in texts or p.get("body_source") in texts:
        return None
    return edge


def _fewer(edge: Edge, lists: Mapping[str, Any], texts: set[str]) -> Edge | None:
    """An edge with several places, those in the texts taken out; the first that is left leads."""
    places = [p for p in zip(*(lists[n] for n in _PLACES), strict=True) if p[0] not in texts]
    if len(places) == len(lists["sources"]):
        return edge
    if not places:
        return None
    told: dict[str, Property] = dict(edge.properties)
    told |= dict(zip(("source", "start", "end", "quote"), places[0], strict=True))
    if edge.properties.get("source") in texts:
        told["sentence"] = str(places[0][3])
    if "count" in told:
        told["count"] = len(places)
    told |= {name: [place[i] for place in places] for i, name in enumerate(_PLACES)}
    for name in () if len(places) > 1 else _PLACES:
        del told[name]
    return Edge(id=edge.id, type=edge.type, source=edge.source, target=edge.target, properties=told)


def _standing(g: Graph, gone: set[str], edges: list[Edge]) -> Graph:
    """What still stands when nodes that had edges and lost them all, or lost who speaks of them, are gone too."""
    while True:
        ends = {end for e in edges if e.type not in _BETWEEN for end in (e.source, e.target)}
        ends |= _successors(ends, edges)
        spoken = {e.target for e in edges if e.type in _SPOKEN.values()}
        fallen = {
            n.id
            for n in g.nodes.values()
            if n.id not in gone
            and ((g.near(n.id) and n.id not in ends) or (_spoken(n) and n.id not in spoken and g.near(n.id)))
        }
        if not fallen:
            return Graph((n for n in g.nodes.values() if n.id not in gone), edges)
        gone = gone | fallen
        edges = [e for e in edges if e.source not in gone and e.target not in gone]


def _successors(bodies: set[str], edges: Iterable[Edge]) -> set[str]:
    """Who took over from these bodies, directly or after others."""
    after = [(e.source, e.target) for e in edges if e.type == "SUCCEEDED_BY"]
    found: set[str] = set()
    while more := {target for source, target in after if source in bodies | found} - found:
        found |= more
    return found


def _spoken(node: Node) -> bool:
    return any(label in _SPOKEN for label in node.labels)
