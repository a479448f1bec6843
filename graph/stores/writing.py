"""How a difference is written to the embedded engine.

A node's type is made of its labels ("Document~Resolution", a child of both), as the engine's own Cypher makes it,
so a node that gets other labels is written anew, with the edges at it. Record ids are the engine's own addresses;
they are read before and never kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.errors import CannotWrite
from graph.stores import rows
from graph.stores.batches import batches, groups
from graph.stores.difference import Difference
from graph.stores.marks import MARK

_AT_ONCE = 1000
_COMMIT = 5000


@dataclass(frozen=True, slots=True)
class Held:
    """What the database holds: marks, record ids and types by our ids."""

    node_marks: dict[str, str] = field(default_factory=dict)
    edge_marks: dict[str, str] = field(default_factory=dict)
    records: dict[str, str] = field(default_factory=dict)
    edge_records: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)


def held(database: Any) -> Held:
    found = Held()
    nodes = f"MATCH (n) RETURN n.id AS id, n.{MARK} AS mark, elementId(n) AS at, labels(n) AS labels"
    for row in database.query("opencypher", nodes).to_list():
        found.node_marks[row["id"]] = row["mark"]
        found.records[row["id"]] = row["at"]
        found.types[row["id"]] = _type(row["labels"])
    edges = f"MATCH ()-[r]->() RETURN r.id AS id, r.{MARK} AS mark, elementId(r) AS at"
    for row in database.query("opencypher", edges).to_list():
        found.edge_marks[row["id"]] = row["mark"]
        found.edge_records[row["id"]] = row["at"]
    return found


def prepare(database: Any, g: Graph) -> None:
    """The types that a graph needs, and an index that keeps each id unique under its general label."""
    labels = {label for n in g.nodes.values() for label in n.labels}
    edges = {e.type for e in g.edges.values()}
    if both := labels & edges:
        raise CannotWrite(f"{min(both)} cannot name a label and a type of edges at once.", hint="Rename one of them.")

    def work() -> None:
        for label in sorted(labels):
            _sql(database, f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS")
        for base in sorted({rows.general(n.labels) for n in g.nodes.values()}):
            _sql(database, f"CREATE PROPERTY `{base}`.id IF NOT EXISTS STRING")
            _sql(database, f"CREATE INDEX IF NOT EXISTS ON `{base}` (id) UNIQUE")
        for name in sorted({_type(n.labels) for n in g.nodes.values()} - labels):
            parents = ", ".join(f"`{label}`" for label in name.split("~"))
            _sql(database, f"CREATE VERTEX TYPE `{name}` IF NOT EXISTS EXTENDS {parents}")
        for kind in sorted(edges):
            _sql(database, f"CREATE EDGE TYPE `{kind}` IF NOT EXISTS")

    # Outside a transaction each type is written by itself, five times slower in all.
    database.run_in_transaction(work)


def fill(database: Any, todo: Difference) -> None:
    """Load an empty database, in batches that are each committed."""
    records: dict[str, str] = {}
    with database.graph_batch(commit_every=_COMMIT) as batch:
        for name, nodes in groups(todo.new_nodes, lambda n: _type(n.labels)).items():
            made = batch.create_vertices(name, [_row(n, todo.node_marks) for n in nodes])
            records.update(zip((n.id for n in nodes), made, strict=True))
        for kind, edges in groups(todo.new_edges, lambda e: e.type).items():
            starts, ends = [records[e.source] for e in edges], [records[e.target] for e in edges]
            batch.new_edges(starts, kind, ends, [_row(e, todo.edge_marks) for e in edges])


def apply(database: Any, todo: Difference, before: Held, g: Graph) -> None:
    """Write a difference in one transaction: all of it or nothing."""
    moved = [n for n in todo.changed_nodes if _type(n.labels) != before.types[n.id]]
    again = {n.id for n in moved}
    stale = [*todo.gone_edges, *(e.id for e in todo.changed_edges)]
    # With a node the engine deletes the edges at it, so those of moved nodes are made again, changed or not.
    made = {e.id: e for e in (*todo.new_edges, *todo.changed_edges, *(e for i in again for e in g.near(i)))}

    def work() -> None:
        records = dict(before.records)
        _delete(database, [before.edge_records[i] for i in stale])
        _delete(database, [before.records[i] for i in (*todo.gone_nodes, *again)])
        for n in todo.changed_nodes:
            if n.id not in again:
                _sql(database, f"UPDATE {records[n.id]} CONTENT :row", _row(n, todo.node_marks))
        for n in (*todo.new_nodes, *moved):
            records[n.id] = _create(
                database, f"CREATE VERTEX `{_type(n.labels)}` CONTENT :row", _row(n, todo.node_marks)
            )
        for e in made.values():
            ends = f"FROM {records[e.source]} TO {records[e.target]}"
            _sql(database, f"CREATE EDGE `{e.type}` {ends} CONTENT :row", _row(e, todo.edge_marks))

    database.run_in_transaction(work)


def _type(labels: Iterable[str]) -> str:
    return "~".join(sorted(set(labels)))


def _row(element: Node | Edge, marks: Mapping[str, str]) -> dict[str, Any]:
    return {**element.properties, "id": element.id, MARK: marks[element.id]}


def _delete(database: Any, records: list[str]) -> None:
    for some in batches(records, _AT_ONCE):
        _sql(database, f"DELETE FROM [{','.join(some)}]")


def _create(database: Any, text: str, row: dict[str, Any]) -> str:
    return str(database.command("sql", text, {"row": row}).first().get_rid())


def _sql(database: Any, text: str, row: dict[str, Any] | None = None) -> None:
    (database.command("sql", text, {"row": row}) if row is not None else database.command("sql", text)).close()
