"""Answers of the embedded engine in the contract's shape.

The engine gives an element as a map with its record id, an edge without its ends, and a path as a text of record
ids. So the rows are walked once for what they hold, the missing is read in a few statements, and they are rebuilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from graph.stores import rows
from graph.stores.batches import batches

_RECORD = re.compile(r"#\d+:\d+")
_PATH = re.compile(r"\(#\d+:\d+\)(?:-\[#\d+:\d+\]->\(#\d+:\d+\))*")
# Where a query can make a path at all: by an assignment, a shortest path, or a procedure. A text that merely looks
# like one stays a text elsewhere.
_LITERAL = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:``|[^`])*`|//[^\n]*|/\*.*?\*/", re.S)
_MAKES_PATH = re.compile(r"=[\w\s]*\(|shortest|\bcall\b", re.I)
_AT_ONCE = 2000
_NODES = "SELECT @rid AS at, @this AS node FROM [{}]"
_EDGES = """SELECT @rid AS at, @this AS edge, @out AS begins, @in AS ends, @out.id AS source, @in.id AS target
            FROM [{}]"""


class _Ends(NamedTuple):
    """An edge with the ids and the record ids of its ends."""

    row: dict[str, Any]
    start: str
    end: str


class Answers:
    """How the elements of one database read; to be made again when its types have changed."""

    def __init__(self, database: Any) -> None:
        self._database = database
        types = database.query("sql", "SELECT name, type FROM schema:types").to_list()
        self._vertices = {t["name"] for t in types if t["type"] == "vertex"}
        self._edges = {t["name"] for t in types if t["type"] == "edge"}

    def plain(self, cypher: str, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows that the engine gave to a query, as plain JSON values."""
        paths = bool(_MAKES_PATH.search(_LITERAL.sub("''", cypher)))
        leaves = list(_leaves(found))
        texts = {v for v in leaves if isinstance(v, str) and _PATH.fullmatch(v)} if paths else set()
        inside = {record for text in texts for record in _RECORD.findall(text)}
        edges = self._ends({v["@rid"] for v in leaves if self._is(v, self._edges)} | inside)
        nodes = self._nodes(inside - edges.keys())
        known = {text: path for text in texts if (path := _path(text, nodes, edges))}
        return [{key: self._value(value, edges, known) for key, value in row.items()} for row in found]

    def _is(self, value: Any, types: set[str]) -> bool:
        told = value.get("@rid") if isinstance(value, dict) and value.get("@type") in types else None
        return isinstance(told, str) and _RECORD.fullmatch(told) is not None

    def _value(self, value: Any, edges: dict[str, _Ends], paths: dict[str, Any]) -> Any:
        if isinstance(value, str):
            return paths.get(value, value)
        if isinstance(value, list):
            return rows.without_mark([self._value(v, edges, paths) for v in value])
        if self._is(value, self._vertices):
            return _node(value)
        if self._is(value, self._edges) and value["@rid"] in edges:
            return edges[value["@rid"]].row
        if isinstance(value, dict):
            return rows.without_mark({k: self._value(v, edges, paths) for k, v in value.items()})
        return rows.scalar(value)

    def _ends(self, records: set[str]) -> dict[str, _Ends]:
        """Those of the records that are edges."""
        return {
            str(r["at"]): _Ends(_edge(r["edge"], r["source"], r["target"]), str(r["begins"]), str(r["ends"]))
            for r in self._read(_EDGES, records)
            if self._is(r["edge"], self._edges)
        }

    def _nodes(self, records: set[str]) -> dict[str, dict[str, Any]]:
        found = self._read(_NODES, records)
        return {str(r["at"]): _node(r["node"]) for r in found if self._is(r["node"], self._vertices)}

    def _read(self, text: str, records: Iterable[str]) -> Iterator[dict[str, Any]]:
        for some in batches(sorted(records), _AT_ONCE):
            yield from self._database.query("sql", text.format(",".join(some))).to_list()


def _leaves(value: Any) -> Iterator[Any]:
    """Every element and every plain value in rows."""
    if isinstance(value, list):
        for v in value:
            yield from _leaves(v)
    elif isinstance(value, dict) and "@rid" not in value:
        for v in value.values():
            yield from _leaves(v)
    else:
        yield value


def _path(text: str, nodes: dict[str, dict[str, Any]], edges: dict[str, _Ends]) -> dict[str, Any] | None:
    """A path, where its text tells one that is really there."""
    records = _RECORD.findall(text)
    if not all(record in nodes for record in records[::2]) or not all(record in edges for record in records[1::2]):
        return None
    for (one, other), by in zip(pairwise(records[::2]), records[1::2], strict=True):
        if {one, other} != {edges[by].start, edges[by].end}:
            return None
    return rows.path_row([nodes[r] for r in records[::2]], [edges[r].row for r in records[1::2]])


def _node(record: dict[str, Any]) -> dict[str, Any]:
    return rows.node_row(record["id"], record["@type"].split("~"), _properties(record))


def _edge(record: dict[str, Any], source: str, target: str) -> dict[str, Any]:
    return rows.edge_row(record["id"], record["@type"], source, target, _properties(record))


def _properties(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if not key.startswith("@")}
