"""`danchieu status`: what is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from queries.cli import options
from queries.cli.say import out

if TYPE_CHECKING:
    from graph.local import Local
    from graph.stores.protocol import Asked

_HELP = """What is loaded: documents, nodes and edges by kind, mentions by what became of them, issues.

Of a server, what was published to it: issues and the count of mentions are known to the folder that published."""
_COLUMNS = ("file", "kind", "message", "start", "end")


@options.command(_HELP)
@click.option("--issues", is_flag=True, help="List the issues instead: what was not understood or not believed, where.")
@options.formats("table", "json")
@options.store
def status(issues: bool, shape: str, store: str) -> None:
    from graph.local import Local
    from queries.cli.stores import reading

    with reading(store) as held:
        if issues:
            _list(held, store, shape)
            return
        told = held.status() if isinstance(held, Local) else counted(held)
    out(json.dumps(told, ensure_ascii=False) if shape == "json" else "\n".join(_lines(told, store)))


def _list(held: Asked, store: str, shape: str) -> None:
    from graph.errors import CannotAnswer
    from graph.local import Local
    from queries.cli.answers import shown

    if not isinstance(held, Local):
        told = f"{store} holds a graph and no issues."
        raise CannotAnswer(told, hint="Ask the folder that it was published from.")
    shown(list(_issues(held)), shape, None, _COLUMNS)


def _issues(held: Local) -> Iterator[dict[str, Any]]:
    """Issues in the order of files and places: those of reading a text, and those of making the graph."""
    kept = list(held.readings())
    files = {r.source.id: r.source.paths[0] if r.source.paths else r.source.id for r in kept}
    found = {*held.graph().issues, *(i for r in kept for i in r.issues)}
    rows = [{"file": files.get(i.source, ""), **{c: getattr(i, c) for c in _COLUMNS[1:]}} for i in found]
    yield from sorted(rows, key=lambda r: (r["file"], r["start"], r["end"], r["kind"], r["message"]))


def counted(held: Asked) -> dict[str, Any]:
    """The same counts from the graph alone; a citation counts as a mention resolved as often as it was read."""
    from queries.cli.counts import counts

    return counts(held)


def _lines(told: dict[str, Any], store: str) -> Iterator[str]:
    yield f"{store}: {told['documents']} documents loaded, {told['cited']} cited, {told['planned']} planned"
    yield f"sources   {told['sources']}"
    yield f"issues    {told['issues']}"
    for part in ("mentions", "nodes", "edges"):
        yield ""
        yield part
        for name, n in told[part].items():
            yield f"  {name:<14} {n:>7}"
