"""`danchieu view`: an interactive picture as one HTML file that needs no network."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.say import note

_HELP = """An interactive picture of the graph, or of what stands around DOC, as one HTML file that needs no network.

Search, filters by kind and relation, and for each line the sentence that it was read in."""

_MANY = 1500  # cards; more can be drawn, but no longer taken in


@options.command(_HELP)
@click.argument("doc", required=False)
@click.option(
    "--depth", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="How far around DOC."
)
@click.option(
    "-o", "--output", default="danchieu.html", show_default=True, type=click.Path(dir_okay=False), metavar="FILE",
    help="The file to write.",
)  # fmt: skip
@options.secret
@options.store
def view(doc: str | None, depth: int, output: str, include_secret: bool, store: str) -> None:
    from queries.around import around
    from queries.cli.files import write
    from queries.cli.stores import one, shareable
    from queries.views import picture

    g = shareable(store, include_secret)
    if doc:
        g = around(g, one(g.labelled("Document"), doc), depth)
    if len(g.nodes) > _MANY:
        note(f"{len(g.nodes)} cards are more than one takes in; name a document: danchieu view DOC")
    write(output, picture(g))
    note(f"wrote {output}: {len(g.nodes)} nodes, {len(g.edges)} edges. Open it in a browser; it needs no network.")
