"""A graph in the formats of others. `write` knows them all; each is also a module of its own."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import CannotWrite

if TYPE_CHECKING:
    from graph.elements import Graph

# Which module writes a format: into a folder `csv`, `parquet` and `neo4j-admin`, the others into a file.
FORMATS = {
    "turtle": "rdf",
    "ntriples": "rdf",
    "jsonld": "rdf",
    "trig": "rdf",
    "graphml": "networks",
    "gexf": "networks",
    "csv": "sheets",
    "parquet": "sheets",
    "json": "plain",
    "cypher": "script",
    "neo4j-admin": "bulk",
}


def write(g: Graph, format: str, path: str | Path) -> list[Path]:
    """Write a graph in one of `FORMATS`; the paths of what was written.

    The same graph is the same bytes, and what stood there before is replaced as a whole. Raises CannotWrite for an
    unknown format and for a place that cannot be written to.
    """
    if format not in FORMATS:
        raise CannotWrite(f"{format!r} is no format of an export.", hint=f"Known: {', '.join(FORMATS)}.")
    made: dict[Path, bytes] = import_module(f"graph.formats.{FORMATS[format]}").made(g, format, Path(path))
    for target, written in made.items():
        _replace(target, written)
    return list(made)


def _replace(target: Path, written: bytes) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(written)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise CannotWrite(f"Cannot write {target}: {error.strerror or error}.", hint="Choose another place.") from error
