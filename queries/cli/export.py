"""`danchieu export`: writes the graph in another format."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.say import note

_HELP = """Write the graph in another format. The same graph is the same bytes.

RDF (turtle, ntriples, jsonld, trig) for the semantic web, GraphML and GEXF for Gephi and yEd, CSV and Parquet for
tables, Cypher and neo4j-admin CSV for Neo4j, JSON for programs."""

_RDF = ("turtle", "ntriples", "jsonld", "trig")
_PLAIN = ("json", "graphml", "gexf", "csv", "cypher", "parquet", "neo4j-admin")


@options.command(_HELP)
@click.option("--format", "shape", type=click.Choice([*_RDF, *_PLAIN]), required=True, help="The format.")
@click.option(
    "-o", "--output", required=True, type=click.Path(), metavar="PATH", help="The file to write, or the folder."
)
@options.secret
@options.store
def export(shape: str, output: str, include_secret: bool, store: str) -> None:
    from queries.cli.stores import shareable

    g = shareable(store, include_secret)
    if shape in _RDF:
        from graph.formats import rdf

        rdf.write(g, shape, output)
    else:
        from graph.formats import plain

        plain.write(g, shape, output)
    note(f"wrote {output}: {len(g.nodes)} nodes, {len(g.edges)} edges.")
