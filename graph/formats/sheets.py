"""A graph as two tables, ``nodes`` and ``edges``: CSV for spreadsheets, Parquet for programs.

A row is a node or an edge, a column a property. Of an edge, ``edge`` is its type, ``from`` and ``to`` are its ends;
``source`` is, as everywhere, the text it was read in.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from graph.elements import Graph, Property
from graph.errors import CannotWrite

Row: TypeAlias = Mapping[str, Property]
_FIRST = {"nodes": ("id", "labels"), "edges": ("id", "edge", "from", "to")}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    """Two files in the folder `path`."""
    written = _parquet if format == "parquet" else _csv
    return {path / f"{name}.{format}": written(rows, _columns(name, rows)) for name, rows in tables(g).items()}


def tables(g: Graph) -> dict[str, list[Row]]:
    """The rows of both tables, in the order of their ids."""
    return {
        "nodes": [{**n.properties, "id": n.id, "labels": list(n.labels)} for n in g.nodes.values()],
        "edges": [
            {**e.properties, "id": e.id, "edge": e.type, "from": e.source, "to": e.target} for e in g.edges.values()
        ],
    }


def _columns(name: str, rows: Sequence[Row]) -> list[str]:
    return [*_FIRST[name], *sorted({key for row in rows for key in row} - set(_FIRST[name]))]


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """UTF-8 with the mark that spreadsheets know it by; lists are JSON, and no cell can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Property | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return json.dumps(value, ensure_ascii=False)


def _parquet(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """Typed columns, lists as lists, what is not there as null."""
    try:
        import pyarrow  # type: ignore[import-untyped,unused-ignore]
        import pyarrow.parquet  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise CannotWrite("Parquet needs pyarrow.", hint='Install it: pip install "danchieu[parquet]".') from error
    table: Any = pyarrow.table({column: [row.get(column) for row in rows] for column in columns})
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out)
    return out.getvalue()
