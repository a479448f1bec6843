"""`danchieu remove`: takes one document or source back, and with it what stood on it alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.say import note

if TYPE_CHECKING:
    from graph.local import Local

_HELP = """Take one document or source back, and with it what stood on it alone.

DOC or PATH is the path of a loaded file, the id of a source, or a document as a person types it. What other
documents say of it stays; a document that they cite is then one that is cited and not loaded."""


@options.command(_HELP)
@click.argument("doc", metavar="DOC or PATH")
@options.store
def remove(doc: str, store: str) -> None:
    from queries.cli.stores import local

    with local(store, write=True) as held:
        told = _path(held, doc) or _document(held, doc)
        changes = held.commit()
    note(f"{told}; {changes.nodes_removed} nodes and {changes.edges_removed} edges are gone with it.")


def _path(held: Local, doc: str) -> str:
    """Takes back a path or the id of a source; empty where neither was meant."""
    path = doc if held.source_of(doc) else os.path.normpath(doc)
    if held.source_of(path) is not None:
        gone = held.remove(path)
        return f"took back {path}" + ("" if gone else ", whose text another path still holds")
    return f"took back the source {doc}" if held.remove(doc) else ""


def _document(held: Local, doc: str) -> str:
    from graph.errors import CannotAnswer
    from queries.cli.stores import found
    from queries.links import links

    id_ = found(held, doc)
    sources = [e.target for e in links(held).leaving({id_}, "HAS_SOURCE")]
    if not sources:
        raise CannotAnswer(f"{id_} is not loaded, only spoken of.", hint="Remove the documents that speak of it.")
    for source in sources:
        held.remove(source)
    return f"took back {id_}"
