"""`danchieu check`: is the graph what it should be, and do its documents do what they may?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.days import Day
from queries.cli.say import note, plain

if TYPE_CHECKING:
    from graph.elements import Graph
    from queries.check import Fault

_HELP = """Hold the graph to its rules: a line for each that does not hold, with the place.

Errors, and exit 1: an export that does not conform to the shapes (SHACL), an edge between what the model does not let
it run, documents that implement each other in a ring. Warnings: a document that changes what its issuer may not, one
that was changed after its end, one that was ordered and is not known a year and more after it was due."""

_MANY = 5000  # edges; some five seconds of SHACL for each thousand
_A_MINUTE = 8000


@options.command(_HELP)
@click.option("--on", type=Day(), metavar="DATE", help="The day on which orders are past; without it today.")
@click.option("--no-shapes", is_flag=True, help="Leave out SHACL, which takes minutes for a large graph.")
@options.formats("text", "json")
@options.output
@options.store
def check(on: str | None, no_shapes: bool, shape: str, output: str | None, store: str) -> int:
    from queries.check import check as checked
    from queries.cli.stores import whole

    g = whole(store)
    found = [*checked(g, on=date.fromisoformat(on) if on else date.today()), *([] if no_shapes else _shapes(g))]
    told = json.dumps([asdict(f) for f in found], ensure_ascii=False) if shape == "json" else "\n".join(_lines(found))
    written(told, output)
    errors = sum(f.severity == "error" for f in found)
    if shape == "text":
        note(f"{errors} error{'s' * (errors != 1)}, {len(found) - errors} warning{'s' * (len(found) - errors != 1)}.")
    return int(errors > 0)


def _shapes(g: Graph) -> list[Fault]:
    """What the shapes have against the graph; where they cannot be checked, that is said, and the rules stand alone."""
    from graph.errors import CannotAnswer
    from queries.shapes import broken

    if len(g.edges) > _MANY:
        note(f"checking the shapes takes some {len(g.edges) / _A_MINUTE:.0f} minutes; --no-shapes leaves them out.")
    try:
        return broken(g)
    except CannotAnswer as error:
        note(str(error))
        return []


def _lines(found: Iterable[Fault]) -> Iterator[str]:
    for f in found:
        yield plain(f"{f.severity}: {f.rule}: {f.message} ({f.place})")
