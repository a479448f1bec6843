"""How a difference is written to a Neo4j server that other programs may use too.

Only what carries our mark is ours. Statements are batched, each batch a managed transaction that may be run twice
without harm. An edge of another program may hang on a node of ours that is to go: the node then stays, bare of
labels and contents, so that the edge stays; a later publication can dress it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.elements import Edge, Graph, Node
from graph.errors import CannotWrite
from graph.model import model
from graph.stores import rows
from graph.stores.batches import batches, groups
from graph.stores.difference import Difference
from graph.stores.marks import MARK

if TYPE_CHECKING:
    import neo4j

_AT_ONCE = 5000
AGAIN = "Something else writes to this graph. Publish again."


@dataclass(frozen=True, slots=True)
class Held:
    """What is ours on the server: marks, the server's own addresses, and labels, by our ids."""

    node_marks: dict[str, str] = field(default_factory=dict)
    edge_marks: dict[str, str] = field(default_factory=dict)
    nodes: dict[str, str] = field(default_factory=dict)
    edges: dict[str, str] = field(default_factory=dict)
    labels: dict[str, frozenset[str]] = field(default_factory=dict)


def held(session: neo4j.Session, g: Graph) -> Held:
    """What is ours; a bare node counts only where `g` has it."""
    found = Held()
    nodes = (
        f"MATCH (n) WHERE n.{MARK} IS NOT NULL RETURN n.id AS id, n.{MARK} AS mark, elementId(n) AS at, labels(n) AS on"
    )
    for row in _read(session, nodes):
        if row["mark"] or row["id"] in g.nodes:
            found.node_marks[row["id"]] = row["mark"]
            found.nodes[row["id"]] = row["at"]
            found.labels[row["id"]] = frozenset(row["on"])
    edges = f"MATCH ()-[r]->() WHERE r.{MARK} IS NOT NULL RETURN r.id AS id, r.{MARK} AS mark, elementId(r) AS at"
    for row in _read(session, edges):
        found.edge_marks[row["id"]] = row["mark"]
        found.edges[row["id"]] = row["at"]
    return found


def constrain(session: neo4j.Session, g: Graph) -> None:
    """Ids unique under each general label: of the model, and whatever else the graph has for one."""
    from neo4j.exceptions import Neo4jError

    for base in sorted({*model().labels, *(rows.general(n.labels) for n in g.nodes.values())}):
        try:
            _write(session, f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{_name(base)}) REQUIRE n.id IS UNIQUE")
        except Neo4jError as error:
            if ".Schema." not in (error.code or ""):
                raise
            # Another program has doubles under this label, or an index in the way: a plain index must do, and does.
            _write(session, f"CREATE INDEX IF NOT EXISTS FOR (n:{_name(base)}) ON (n.id)")


def push(session: neo4j.Session, todo: Difference, before: Held, g: Graph) -> None:
    """Write a difference: edges go before the nodes that they hang on, and come after them. Raises CannotWrite."""
    _check_free(session, todo.new_nodes)
    stale = [*todo.gone_edges, *(e.id for e in todo.changed_edges)]
    _part(session, [{"at": before.edges[i], "was": before.edge_marks[i]} for i in stale])
    _drop(session, todo.gone_nodes, before)
    _create(session, todo.new_nodes, todo.node_marks)
    _change(session, todo.changed_nodes, todo.node_marks, before)
    _join(session, [*todo.new_edges, *todo.changed_edges], todo.edge_marks, g)


def _check_free(session: neo4j.Session, nodes: list[Node]) -> None:
    """A node of another program under one of our ids is not ours to take."""
    for base, some in groups(nodes, lambda n: rows.general(n.labels)).items():
        text = f"UNWIND $rows AS id MATCH (n:{_name(base)} {{id: id}}) WHERE n.{MARK} IS NULL RETURN n.id AS id LIMIT 1"
        for batch in batches((n.id for n in some), _AT_ONCE):
            for row in _read(session, text, batch):
                raise CannotWrite(
                    f"The server holds a {base} {row['id']} that another program wrote.",
                    hint="Remove it, or publish to a database of its own.",
                )


def _part(session: neo4j.Session, edges: list[dict[str, str]]) -> None:
    text = f"UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.at AND r.{MARK} = row.was DELETE r"
    for batch in batches(edges, _AT_ONCE):
        _write(session, text, batch)


def _drop(session: neo4j.Session, nodes: list[str], before: Held) -> None:
    ours = f"UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.at AND n.{MARK} = row.was"
    for labels, ids in groups(nodes, lambda i: before.labels[i]).items():
        for batch in batches(({"at": before.nodes[i], "was": before.node_marks[i]} for i in ids), _AT_ONCE):
            _write(session, f"{ours} AND NOT EXISTS {{ (n)--() }} DELETE n", batch)
            _write(session, f"{ours} SET n = {{id: n.id, {MARK}: ''}} {_labels((), labels)}", batch)


def _create(session: neo4j.Session, nodes: list[Node], marks: Mapping[str, str]) -> None:
    for labels, some in groups(nodes, lambda n: rows.ordered(n.labels)).items():
        text = f"""UNWIND $rows AS row MERGE (n:{_name(labels[0])} {{id: row.id}}) ON CREATE SET n.{MARK} = ''
                   WITH n, row WHERE n.{MARK} IS NOT NULL SET n = row {_labels(labels, ())} RETURN count(n) AS n"""
        for batch in batches((_row(n, marks) for n in some), _AT_ONCE):
            _write_all(session, text, batch)


def _change(session: neo4j.Session, nodes: list[Node], marks: Mapping[str, str], before: Held) -> None:
    def move(n: Node) -> tuple[tuple[str, ...], frozenset[str]]:
        return rows.ordered(n.labels), before.labels[n.id] - set(n.labels)

    for (labels, stale), some in groups(nodes, move).items():
        text = f"""UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.at AND n.{MARK} IN [row.was, row.is.{MARK}]
                   SET n = row.is {_labels(labels, stale)} RETURN count(n) AS n"""
        found = ({"at": before.nodes[n.id], "was": before.node_marks[n.id], "is": _row(n, marks)} for n in some)
        for batch in batches(found, _AT_ONCE):
            _write_all(session, text, batch)


def _join(session: neo4j.Session, edges: list[Edge], marks: Mapping[str, str], g: Graph) -> None:
    def kind(e: Edge) -> tuple[str, str, str]:
        return e.type, rows.general(g.nodes[e.source].labels), rows.general(g.nodes[e.target].labels)

    for (name, start, end), some in groups(edges, kind).items():
        text = f"""UNWIND $rows AS row
                   MATCH (a:{_name(start)} {{id: row.source}}) WHERE a.{MARK} IS NOT NULL
                   MATCH (b:{_name(end)} {{id: row.target}}) WHERE b.{MARK} IS NOT NULL
                   MERGE (a)-[r:{_name(name)} {{id: row.is.id, {MARK}: row.is.{MARK}}}]->(b)
                   SET r = row.is RETURN count(r) AS n"""
        for batch in batches(({"source": e.source, "target": e.target, "is": _row(e, marks)} for e in some), _AT_ONCE):
            _write_all(session, text, batch)


def _row(element: Node | Edge, marks: Mapping[str, str]) -> dict[str, Any]:
    return {**element.properties, "id": element.id, MARK: marks[element.id]}


def _labels(on: Iterable[str], off: Iterable[str]) -> str:
    """The clauses that put labels on a node and take others off."""
    put, take = ("".join(f":{_name(label)}" for label in sorted(some)) for some in (on, off))
    return f"{'SET n' + put if put else ''} {'REMOVE n' + take if take else ''}"


def _name(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _read(session: neo4j.Session, text: str, found: list[Any] | None = None) -> list[dict[str, Any]]:
    return session.execute_read(lambda work: work.run(text, rows=found).data())


def _write(session: neo4j.Session, text: str, found: list[Any] | None = None) -> None:
    session.execute_write(lambda work: work.run(text, rows=found).consume())


def _write_all(session: neo4j.Session, text: str, found: list[Any]) -> None:
    """Write rows and see that each of them met what it was meant for."""
    done = session.execute_write(lambda work: work.run(text, rows=found).single(strict=True)["n"])
    if done != len(found):
        raise CannotWrite(f"Of {len(found)} elements {done} could be written.", hint=AGAIN)
