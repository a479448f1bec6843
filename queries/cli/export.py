"""`danchieu export`: writes the graph in another format."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.say import note

_HELP = """Write the graph in another format. The same graph is the same bytes.

RDF (turtle, ntriples, jsonld, trig) for the semantic web, GraphML and GEXF for Gephi and yEd, CSV and Parquet for
tables, Cypher and neo4j-admin CSV for Neo4j, JSON for programs."""
_NAMED = 4  # files of a folder that are named one by one


def _known() -> list[str]:
    from graph.formats import FORMATS

    return list(FORMATS)


@options.command(_HELP)
@click.option("--format", "shape", type=click.Choice(_known()), required=True, help="The format.")
@click.option(
    "-o", "--output", required=True, type=click.Path(), metavar="PATH", help="The file to write, or the folder."
)
@options.secret
@options.store
def export(shape: str, output: str, include_secret: bool, store: str) -> None:
    from graph.formats import write
    from queries.cli.stores import shareable

    g = shareable(store, include_secret)
    written = write(g, shape, output)
    names = ", ".join(str(p) for p in written[:_NAMED]) + (
        f" and {len(written) - _NAMED} more" * (len(written) > _NAMED)
    )
    note(f"wrote {names}: {len(g.nodes)} nodes, {len(g.edges)} edges.")
