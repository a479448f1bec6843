"""What follows from nodes and stated edges: who has which source, who is assigned, who belongs to a class."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from graph.edges import decided, edge_id
from graph.elements import Edge, Node, Property
from graph.identify import Identity
from graph.identity.bodies import memberships
from graph.names import fold
from graph.statements import Claim, DocumentMention, Mention, Ruling


def derived(nodes: Sequence[Node], edges: Sequence[Edge], identity: Identity) -> list[Edge]:
    """All edges of origin derived but MAY_REFER_TO."""
    return [*_sources(nodes, identity), *_assigns(nodes, edges), *_members(nodes)]


def _edge(
    type: str, source: str, target: str, rule: str, stands_on: Iterable[str], apart: tuple[str, ...] = ()
) -> Edge:
    told: dict[str, Property] = {"origin": "derived", "rule": rule, "stands_on": sorted(set(stands_on))}
    return Edge(id=edge_id(type, source, target, *apart), type=type, source=source, target=target, properties=told)


def _sources(nodes: Iterable[Node], identity: Identity) -> Iterator[Edge]:
    for node in nodes:
        if node.labels == ("Source",) and (own := identity.own(node.id)) is not None:
            yield _edge("HAS_SOURCE", own, node.id, "the text says so of itself", [node.id])


def _assigns(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Edge]:
    """One ASSIGNS for each document, task, body and role, with what the task says."""
    tasks = {n.id: n.properties for n in nodes if n.labels == ("Task",)}
    orders = defaultdict(list)
    for edge in edges:
        if edge.type == "ORDERS":
            orders[edge.target].append(edge)
    for given in edges:
        if given.type != "ASSIGNED_TO":
            continue
        for order in orders[given.source]:
            yield _assigned(order, given, tasks.get(given.source, {}))


def _assigned(order: Edge, given: Edge, task: Mapping[str, Property]) -> Edge:
    role = str(given.properties.get("role", ""))
    stands_on = [order.id, given.id]
    bare = _edge("ASSIGNS", order.source, given.target, "orders and assigned to", stands_on, (role,))
    told: dict[str, Property] = {**bare.properties, "task": given.source}
    told |= {name: given.properties[name] for name in ("role", "mode") if name in given.properties}
    told |= {name: task[name] for name in ("due", "due_text", "quote") if name in task}
    return Edge(id=f"{bare.id}>{given.source}", type="ASSIGNS", source=bare.source, target=bare.target, properties=told)


def fulfilled(
    nodes: Sequence[Node], mentions: Iterable[Mention], claims: Iterable[Claim], identity: Identity
) -> list[Node]:
    """The nodes, where a task orders a document that has been issued since with `fulfilled_by`, its ids.

    The task stays open until somebody confirms it.
    """
    ordered = {(m.source, m.handle) for m in mentions if isinstance(m, DocumentMention) and m.part == "planned"}
    by: dict[str, set[str]] = defaultdict(set)
    for c in claims:
        if c.predicate == "CONCERNS" and (c.source, c.object) in ordered:
            task, document = identity.target(c.source, c.subject), identity.target(c.source, c.object)
            if task and document and identity.documents[document].status == "loaded":
                by[task].add(document)
    return [_fulfilled(n, by[n.id]) if n.id in by else n for n in nodes]


def _fulfilled(task: Node, documents: Iterable[str]) -> Node:
    return structs.replace(task, properties={**task.properties, "fulfilled_by": sorted(documents)})


def acted(nodes: Sequence[Node], rulings: Iterable[Ruling], identity: Identity) -> list[Node]:
    """The nodes, where somebody decided that a task is done, is not, or is due another day with who, when and why."""
    by: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        task = identity.things.get(ruling.about)
        if task is not None and ruling.kind in ("done", "reopen", "correct"):
            by[task].append(ruling)
    return [_acted(n, by[n.id]) if n.id in by else n for n in nodes]


def _acted(task: Node, rulings: Sequence[Ruling]) -> Node:
    """A task as the rulings on it, in their order, leave it; the last word on its state counts."""
    told: dict[str, Property] = {**task.properties, **decided(rulings[-1])}
    last = next((r for r in reversed(rulings) if r.kind != "correct"), None)
    if last is not None and last.kind == "done":
        told |= {"state": "done", **({"done_on": last.on} if last.on else {})}
    return structs.replace(task, properties=told)


def _members(nodes: Sequence[Node]) -> Iterator[Edge]:
    """Bodies → the classes of bodies of the same place that they belong to."""
    bodies: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.labels == ("Body",):
            bodies[node.id.split("/body/")[0]].append(node)
    for _, some in sorted(bodies.items()):
        classes = [b for b in some if b.properties.get("collective")]
        for body in some:
            if not body.properties.get("collective"):
                yield from _classes(body, classes)


def _classes(body: Node, classes: Iterable[Node]) -> Iterator[Edge]:
    name = fold(str(body.properties.get("name", "")))
    for group in classes:
        for rule in memberships():
            if rule.member.match(name) and rule.group.match(fold(str(group.properties.get("name", "")))):
                yield _edge("MEMBER_OF", body.id, group.id, rule.rule, [body.id, group.id])
                break
