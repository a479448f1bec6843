"""A graph as a Cypher script, for ``cypher-shell`` where no driver can reach a server; to run it twice does no harm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.elements import Edge, Graph, Property
from graph.stores import rows
from graph.stores.batches import batches, groups
from graph.stores.difference import difference
from graph.stores.marks import MARK

_AT_ONCE = 200
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    return {path: "".join(f"{statement};\n" for statement in statements(g)).encode()}


def statements(g: Graph) -> Iterator[str]:
    """Constraints, nodes by their labels, edges by type and ends; `danchieu push` knows for its own what they write."""
    todo = difference(g, {}, {})
    general = {n.id: rows.general(n.labels) for n in g.nodes.values()}
    for label in sorted(set(general.values())):
        yield f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    for labels, nodes in groups(g.nodes.values(), lambda n: rows.ordered(n.labels)).items():
        told = (_map({**n.properties, "id": n.id, MARK: todo.node_marks[n.id]}) for n in nodes)
        merge = f"MERGE (n:{labels[0]} {{id: row.id}}) SET n = row{_further(labels)}"
        yield from _unwound(told, merge)
    for (kind, a, b), edges in groups(
        g.edges.values(), lambda e: (e.type, general[e.source], general[e.target])
    ).items():
        told = (_edge(e, todo.edge_marks[e.id]) for e in edges)
        match = f"MATCH (a:{a} {{id: row.a}}), (b:{b} {{id: row.b}})"
        yield from _unwound(told, f"{match}\nMERGE (a)-[r:{kind} {{id: row.r.id}}]->(b) SET r = row.r")


def _unwound(told: Iterable[str], act: str) -> Iterator[str]:
    for some in batches(told, _AT_ONCE):
        listed = ",\n  ".join(some)
        yield f"UNWIND [\n  {listed}\n] AS row\n{act}"


def _edge(e: Edge, mark: str) -> str:
    return f"{{a: {_value(e.source)}, b: {_value(e.target)}, r: {_map({**e.properties, 'id': e.id, MARK: mark})}}}"


def _further(labels: tuple[str, ...]) -> str:
    return f", n:{':'.join(labels[1:])}" if labels[1:] else ""


def _map(properties: Mapping[str, Property]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in sorted(properties.items())) + "}"


def _value(value: Property) -> str:
    """A value as Cypher writes it.

    >>> _value(["the 'first'", "a\\nb"]), _value(True), _value(0.5)
    ("['the \\\\'first\\\\'', 'a\\\\nb']", 'true', '0.5')
    """
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value.translate(_ESCAPES)}'" if isinstance(value, str) else repr(value)
