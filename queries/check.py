"""Rules that a whole graph is held to: faults of the graph, and what its documents do that they should not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.elements import Edge, Graph
from graph.extent import whole
from graph.model import model
from queries.competence import CHANGES, acts, forbidden, standing
from queries.dates import later
from queries.names import called, general, value
from queries.trace import cycles

Severity = Literal["error", "warning"]
_ENDS = ("REPLACES", "REPEALS")
_LONG = timedelta(days=365)  # so long after its deadline an order is no longer merely late


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that does not hold: an error, or a warning of what may be so; `place` says where it was read."""

    severity: Severity
    rule: str
    message: str
    place: str = ""


def check(g: Graph, *, on: date) -> list[Fault]:
    """Everything but the shapes, rule by rule; `on` is the day that orders are past on."""
    return [*ends(g), *rings(g), *competence(g), *revived(g), *overdue(g, on)]


def ends(g: Graph) -> Iterator[Fault]:
    """Edges that the model does not have, or that run between what it does not let them."""
    for e in g.edges.values():
        if told := _misfit(g, e):
            yield Fault("error", "ends", f"{e.id}: {told}.", place(g, e))


def _misfit(g: Graph, e: Edge) -> str | None:
    known = model().edges.get(e.type)
    if known is None:
        return f"the model has no edge {e.type}"
    for end, allowed in ((e.source, known.starts), (e.target, known.ends)):
        if end not in g.nodes:
            return f"it runs to {end}, which is no node"
        if general(g.nodes[end]) not in allowed:
            return f"it runs to {general(g.nodes[end]) or 'a node without a label'} {end}, not {' or '.join(allowed)}"
    relation = model().relations.get(str(e.properties.get("relation")))
    if e.type == "DEPENDS_ON" and (relation is None or relation.family != e.properties.get("family")):
        return f"{e.properties.get('relation')} is no relation of the family {e.properties.get('family')}"
    return None


def rings(g: Graph) -> Iterator[Fault]:
    """Documents that implement each other in a ring."""
    edges = [e for e in g.typed("DEPENDS_ON") if e.properties.get("relation") == "IMPLEMENTS"]
    done = [e for e in edges if not e.properties.get("planned")]
    of = {(e.source, e.target): e for e in done}
    for ring in cycles(done):
        names = " → ".join(_called(g, id_) for id_ in ring)
        yield Fault("error", "ring", f"{names}: implements itself.", place(g, of[ring[0], ring[1]]))


def competence(g: Graph) -> Iterator[Fault]:
    """Documents that change what their issuers certainly may not."""
    for e in _changes(g):
        rule = forbidden(standing(g.nodes[e.source]), standing(g.nodes[e.target]))
        if rule:
            does = model().relations[str(e.properties["relation"])].en
            told = f"{_called(g, e.source)} {does} {_called(g, e.target)}: {rule.says} ({rule.source})."
            yield Fault("warning", "competence", told, place(g, e))


def revived(g: Graph) -> Iterator[Fault]:
    """Documents that were changed after they had been replaced or repealed as a whole."""
    ended: dict[str, list[Edge]] = {}
    for e in _changes(g):
        if e.properties["relation"] in _ENDS and whole(e, g.nodes[e.target]):
            ended.setdefault(e.target, []).append(e)
    for e in _changes(g):
        before = [end for end in ended.get(e.target, ()) if _after(g, e, end)]
        if before:
            does, end = model().relations[str(e.properties["relation"])].en, _called(g, before[0].source)
            told = f"{_called(g, e.source)} {does} {_called(g, e.target)}, which {end} had ended."
            yield Fault("warning", "ended", told, place(g, e))


def _after(g: Graph, e: Edge, end: Edge) -> bool:
    """Whether one change is of a later day than the end of the document."""
    changed_on, ended_on = (value(g.nodes[x.source], "date") for x in (e, end))
    return e.source != end.source and later(changed_on, ended_on)


def overdue(g: Graph, on: date) -> Iterator[Fault]:
    """Documents that were to be issued, of which nothing is known a year and more after they were due."""
    limit = (on - _LONG).isoformat()
    for e in g.typed("CONCERNS"):
        task, document = g.nodes[e.source], g.nodes[e.target]
        due = value(task, "due")
        if value(document, "status") == "planned" and due and due < limit and value(task, "state") != "done":
            told = f"{_called(g, document.id)} was due by {due}, and is not known to be issued."
            yield Fault("warning", "order", told, place(g, e))


def _changes(g: Graph) -> Iterator[Edge]:
    """What changes a document, done and between documents, by one of a kind that changes anything."""
    for e in g.typed("DEPENDS_ON"):
        done = e.properties.get("relation") in CHANGES and not e.properties.get("planned")
        acting, target = g.nodes.get(e.source), g.nodes.get(e.target)
        if done and acting and target and "Document" in target.labels and acts(acting):
            yield e


def _called(g: Graph, id_: str) -> str:
    return called(g.nodes[id_]) if id_ in g.nodes else id_


def place(g: Graph, e: Edge) -> str:
    """Where an edge was read: ``path:start-end "quote"``; its id where no text states it."""
    p = e.properties
    if "quote" not in p:
        return e.id
    text = g.nodes.get(str(p.get("source")))
    paths = text.properties.get("paths") if text else None
    path = paths[0] if isinstance(paths, list) and paths else str(p.get("source", ""))[:12]
    return f'{path}:{p["start"]}-{p["end"]} "{" ".join(str(p["quote"]).split())}"'
