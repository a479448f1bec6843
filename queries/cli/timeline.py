"""`danchieu timeline`: what happened to a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.say import safe
from queries.cli.screen import width

if TYPE_CHECKING:
    from queries.timeline import Timeline

_HELP = """What happened to DOC, in order: issued, implemented, amended in part, replaced, repealed and so on.

Each event names the document that did it, and its words. What is only planned is called so, and stands at the day on
which it was ordered.

DOC is a number (08-NQ/TU), a number with a year (08-nq/tu@2013), an id, or words of a title."""


@options.command(_HELP)
@click.argument("doc")
@options.formats("table", "json")
@options.output
@options.store
def timeline(doc: str, shape: str, output: str | None, store: str) -> None:
    from queries.cli.stores import found, reading
    from queries.timeline import timeline as told

    with reading(store) as held:
        events = told(held, found(held, doc))
    written(json.dumps(events.told(), ensure_ascii=False) if shape == "json" else _table(events), output)


def _table(events: Timeline) -> str:
    from queries.names import called
    from queries.tables import as_table

    def name(id_: str) -> str:
        return called(events.nodes[id_]) if id_ in events.nodes else id_

    rows = [
        {"date": e.date, "event": e.event, "document": name(e.document), "quote": (e.evidence or {}).get("quote")}
        for e in events.events
    ]
    lines = [name(events.document)]
    if rows:
        lines += ["", as_table(rows, ["date", "event", "document", "quote"], width=width())]
    return safe("\n".join(lines))
