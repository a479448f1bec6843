"""`danchieu tasks`: who must do what by when."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.answers import shown
from queries.cli.days import Day
from queries.cli.say import note

_HELP = """Who must do what by when, sorted by deadline.

--body takes a name or an id; the tasks of the classes that it belongs to ("các sở, ngành") are its own too, and so are
those of the bodies that it took over from; both are marked. A deadline is the last day allowed: a task due on a day is
overdue the day after. A task is known by its number: danchieu review done NUMBER --on DATE."""

_TABLE = ("number", "due", "body", "role", "task", "through", "formerly", "state", "done_on", "document")


@options.command(_HELP)
@click.option("--body", metavar="NAME", help="Only this body's or person's, with its collective tasks.")
@click.option("--due-before", type=Day(), metavar="DATE", help="Only what is due earlier than this day.")
@click.option("--overdue-on", type=Day(), metavar="DATE", help="Only what is open on this day and was due earlier.")
@click.option("--document", metavar="DOC", help="Only what this document orders.")
@click.option("--state", type=click.Choice(["open", "done"]), help="Only what is in this state.")
@options.formats("table", "csv", "xlsx", "json")
@options.output
@options.store
def tasks(
    body: str | None,
    due_before: str | None,
    overdue_on: str | None,
    document: str | None,
    state: str | None,
    shape: str,
    output: str | None,
    store: str,
) -> None:
    if shape == "xlsx" and output is None:
        raise click.UsageError("a workbook goes into a file; name it with -o FILE")
    from queries.cli.stores import found, reading
    from queries.tasks import COLUMNS
    from queries.tasks import tasks as listed

    with reading(store) as held:
        id_ = found(held, document) if document else None
        rows = listed(held, body=body, document=id_, due_before=due_before, overdue_on=overdue_on, state=state)
    if shape == "xlsx" and output is not None:
        return _workbook(rows, output, overdue_on)
    return shown(rows, shape, output, _told(rows) if shape == "table" else tuple(COLUMNS))


def _told(rows: list[dict[str, object]]) -> list[str]:
    """The columns of a table in which some row says something."""
    return [c for c in _TABLE if any(row[c] for row in rows)]


def _workbook(rows: list[dict[str, object]], output: str, on: str | None) -> None:
    from queries.board import as_ledger

    sheets = as_ledger(output, rows, on=on)
    note(f"wrote {output}: {len(rows)} rows on {sheets} sheets, one for each body.")
