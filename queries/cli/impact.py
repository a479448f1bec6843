"""`danchieu impact`: what stands on a document if it is amended or repealed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.say import safe
from queries.cli.screen import width

if TYPE_CHECKING:
    from queries.impact import Impact

_HELP = """What stands on DOC if it is amended or repealed: what implements it, is based on it, or is promulgated by it.

What has changed DOC, or is to change it, is shown beside. DOC is a number, an id, or words of a title."""


@options.command(_HELP)
@click.argument("doc")
@click.option("--depth", type=click.IntRange(min=1), metavar="N", help="At most N steps away.")
@options.formats("table", "json")
@options.output
@options.store
def impact(doc: str, depth: int | None, shape: str, output: str | None, store: str) -> None:
    from queries.cli.stores import found, reading
    from queries.impact import impact as measured

    with reading(store) as held:
        known = measured(held, found(held, doc), depth=depth)
    told = json.dumps(known.told(), ensure_ascii=False) if shape == "json" else safe("\n".join(_lines(known)))
    written(told, output)


def _lines(known: Impact) -> Iterator[str]:
    from queries.names import called
    from queries.tables import as_table

    def name(id_: str) -> str:
        return called(known.nodes[id_]) if id_ in known.nodes else id_

    told = known.told()
    yield name(known.document)
    columns = ["depth", "document", "relation", "planned", "quote"]
    for title, rows in (("Stands on it", told["steps"]), ("Changed by", told["changed_by"])):
        yield f"\n{title} ({len(rows)})"
        shown = [r | {"document": name(r["id"]), "quote": (r["evidence"] or {}).get("quote")} for r in rows]
        if rows:
            yield as_table(shown, [c for c in columns if c in shown[0]], width=width())
