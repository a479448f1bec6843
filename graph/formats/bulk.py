"""A graph as the files that ``neo4j-admin database import`` reads: the fast way into an empty Neo4j.

In the folder: ``neo4j-admin database import full neo4j @import.txt``. `danchieu push` then finds nothing to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.elements import Graph, Property, Scalar
from graph.errors import CannotWrite
from graph.stores import rows
from graph.stores.difference import difference
from graph.stores.marks import MARK

_SPLIT = "\x1f"  # between the parts of a list: a control character that no printed text holds
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
_OPTIONS = """--nodes=nodes.csv
--relationships=edges.csv
--array-delimiter=U+001F
--multiline-fields=true
--skip-bad-relationships=false
"""


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    """Two tables and the options to read them with. Raises CannotWrite where a list holds U+001F."""
    todo = difference(g, {}, {})
    nodes = [
        ({"id:ID": n.id, ":LABEL": _SPLIT.join(rows.ordered(n.labels))}, {**n.properties, MARK: todo.node_marks[n.id]})
        for n in g.nodes.values()
    ]
    edges = [
        (
            {":START_ID": e.source, ":END_ID": e.target, ":TYPE": e.type},
            {**e.properties, "id": e.id, MARK: todo.edge_marks[e.id]},
        )
        for e in g.edges.values()
    ]
    return {
        path / "nodes.csv": _table(nodes),
        path / "edges.csv": _table(edges),
        path / "import.txt": _OPTIONS.encode(),
    }


def _table(found: list[tuple[dict[str, str], dict[str, Property]]]) -> bytes:
    """A header with types, then a row an element."""
    types = _typed(properties for _, properties in found)
    fixed = list(found[0][0]) if found else []
    lines = [_line([*fixed, *(f"{name}:{kind}" for name, kind in types.items())])]
    lines += (_line([*own.values(), *(_cell(properties.get(name)) for name in types)]) for own, properties in found)
    return "".join(lines).encode()


def _line(cells: Iterable[str | None]) -> str:
    """All that is there in quotes: an empty text is a text, an empty cell is nothing."""
    return ",".join("" if cell is None else '"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def _typed(found: Iterable[Mapping[str, Property]]) -> dict[str, str]:
    """The type of each property, by name. Raises CannotWrite where two elements do not agree."""
    types: dict[str, str] = {}
    for properties in found:
        for name, value in properties.items():
            if value == []:
                raise CannotWrite(f"The property {name} is an empty list.", hint="Use push.")
            kind = f"{_TYPES[type(value[0])]}[]" if isinstance(value, list) else _TYPES[type(value)]
            if types.setdefault(name, kind) != kind:
                raise CannotWrite(f"The property {name} is {types[name]} here and {kind} there.", hint="Use push.")
    return dict(sorted(types.items()))


def _cell(value: Property | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, list):
        parts = [_scalar(part) for part in value]
        if any(_SPLIT in part for part in parts):
            raise CannotWrite("A list holds U+001F, which this format has no room for.", hint="Use push.")
        return _SPLIT.join(parts)
    return _scalar(value)


def _scalar(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
