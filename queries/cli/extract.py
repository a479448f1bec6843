"""`danchieu extract`: reads files without storing anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import click

from queries.cli import options
from queries.cli.say import note, out, safe

_HELP = """Read files without storing: citations, relations, assignments and what was not understood.

json prints one object a line for each file, in the order given; text prints the text that offsets refer to.
A file that is refused is named, the others are read all the same, and the exit is 1."""


@options.command(_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@options.formats("json", "table", "text")
@options.jobs
def extract(paths: tuple[str, ...], shape: str, jobs: int) -> int:
    if shape == "text":
        return _texts(paths)
    from loaders import each
    from queries.extraction import extraction, refusal

    refused = 0
    for found in each(paths, jobs=jobs):
        if found.error is not None:
            refused += 1
            note(str(found.error))
            told = refusal(found.path, str(found.error))
        else:
            assert found.reading is not None
            told = extraction(found.reading)
        if shape == "json":
            out(json.dumps(told, ensure_ascii=False))
        elif found.error is None:
            out(safe("\n".join(_table(told))))
    return int(refused > 0)


def _texts(paths: tuple[str, ...]) -> int:
    """The text of each file, nothing added: offsets count its code points."""
    from graph.errors import CannotRead
    from loaders import text_of

    refused = 0
    for path in paths:
        try:
            click.echo(text_of(path), nl=False)
        except CannotRead as error:
            refused += 1
            note(str(error))
    return int(refused > 0)


def _table(told: Mapping[str, Any]) -> Iterator[str]:
    """One file for people: what it is, then what it cites, states and orders."""
    from queries.cli.screen import width
    from queries.tables import as_table

    own = told["document"]
    yield f"{own['source']['path']}: {own['type']} {own['number'] or ''} {own['date'] or own['held'] or ''}".rstrip()
    if own["title"]:
        yield f"  {' '.join(own['title'].split())}"
    for name, (rows, columns) in _parts(told).items():
        if rows:
            yield f"\n{name} ({len(rows)})"
            yield as_table(rows, columns, width=width())
    yield ""


def _parts(told: Mapping[str, Any]) -> dict[str, tuple[list[dict[str, Any]], list[str]]]:
    cited = told["citations"]
    return {
        "Citations": (cited, ["quote", "number", "date", "issuer", "status", "target", "start"]),
        "To be issued": (told["planned"] + told["programmes"], ["type", "title", "name", "id"]),
        "Relations": (
            [_relation(r, cited) for r in told["relations"]],
            ["source", "relation", "target", "planned", "evidence"],
        ),
        "Assignments": (
            [a | {"task": a["task"]["quote"], "body": a["body"] or "(nobody named)"} for a in told["assignments"]],
            ["body", "role", "task", "due", "report_to"],
        ),
        "Projects": (told["projects"], ["name", "id"]),
        "Not understood": (told["issues"], ["kind", "message", "start", "end"]),
    }


def _relation(row: dict[str, Any], cited: list[dict[str, Any]]) -> dict[str, Any]:
    """The ends by their ids, or by the words of a citation that no document answers to."""
    ends = {}
    for end in ("source", "target"):
        at = row[f"{end}_citation"]
        ends[end] = row[end] or (cited[at]["quote"] if at is not None else None)
    return row | ends | {"evidence": row["evidence"]["quote"]}
