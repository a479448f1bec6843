"""`danchieu lint`: a draft before it is signed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.say import note, safe
from queries.cli.screen import width

if TYPE_CHECKING:
    from graph.statements import Reading
    from graph.stores.protocol import Asked
    from queries.lint import Finding

_HELP = """Look over drafts before they are signed.

Each citation is compared with the documents of the store, loaded and cited alike. Is it known? Do number, date, issuer
and kind agree? Was it repealed or replaced? May this body change it? And in the draft itself: a deadline without a
doer, a doer without a deadline. The drafts are read and not loaded.

Exit 1 where something is wrong. Unknown documents and missing deadlines are only remarks, in brackets."""


@options.command(_HELP)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--errors", "errors_only", is_flag=True, help="Leave out remarks.")
@options.formats("table", "json")
@options.output
@options.store
def lint(paths: tuple[str, ...], errors_only: bool, shape: str, output: str | None, store: str) -> int:
    from queries.cli.stores import reading

    refused = 0
    found: list[Finding] = []
    with reading(store) as held:
        for path, draft in _read(paths):
            refused += draft is None
            if draft is not None:
                found += [f for f in _looked_over(path, draft, held) if f.wrong or not errors_only]
    told = json.dumps([f.told() for f in found], ensure_ascii=False) if shape == "json" else _table(found)
    written(told, output)
    errors = sum(f.wrong for f in found)
    if shape == "table":
        note(f"{errors} error{'s' * (errors != 1)}, {len(found) - errors} remark{'s' * (len(found) - errors != 1)}.")
    return int(bool(refused or errors))


def _read(paths: Iterable[str]) -> Iterator[tuple[str, Reading | None]]:
    """Each draft, or None for one that was refused, which is said."""
    from loaders import each

    for outcome in each(paths):
        if outcome.error is not None:
            note(str(outcome.error))
        yield outcome.path, outcome.reading


def _looked_over(path: str, draft: Reading, held: Asked) -> list[Finding]:
    """What there is to say of a draft; what an earlier state of it said, loaded from the same path, does not count."""
    from graph.local import Local
    from queries.lint import lint as looked

    before = held.source_of(path) or held.source_of(os.path.normpath(path)) if isinstance(held, Local) else None
    return looked(draft, held, apart=[before] if before else [])


def _table(found: list[Finding]) -> str:
    """For each file its name and a row a finding, with line and column from 1 in its text; remarks in brackets."""
    from loaders import text_of
    from queries.tables import as_table

    parts: list[str] = []
    for file in dict.fromkeys(f.file for f in found):
        rows = [_row(f, text_of(file)) for f in found if f.file == file]
        columns = [c for c in rows[0] if any(r[c] for r in rows)]
        parts.append(f"{file}\n{as_table(rows, columns, width=width())}")
    return safe("\n\n".join(parts))


def _row(f: Finding, text: str) -> dict[str, str | None]:
    from queries.names import short

    line, column = text.count("\n", 0, f.start) + 1, f.start - text.rfind("\n", 0, f.start)
    return {
        "place": f"{line}:{column}",
        "finding": f.kind if f.wrong else f"({f.kind})",
        "quote": short(f.quote),
        "told": f.message,
        "meant": f.target,
    }
