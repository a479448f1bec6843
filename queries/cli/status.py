"""`danchieu status`: what is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from queries.cli import options
from queries.cli.say import out

if TYPE_CHECKING:
    from graph.stores.protocol import Asked

_HELP = """What is loaded: documents, nodes and edges by kind, mentions by what became of them, issues.

Of a server, what was published to it: issues and the count of mentions are known to the folder that published."""


@options.command(_HELP)
@options.formats("table", "json")
@options.store
def status(shape: str, store: str) -> None:
    from graph.local import Local
    from queries.cli.stores import reading

    with reading(store) as held:
        told = held.status() if isinstance(held, Local) else counted(held)
    out(json.dumps(told, ensure_ascii=False) if shape == "json" else "\n".join(_lines(told, store)))


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
