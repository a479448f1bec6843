"""`danchieu sparql`: the same questions, or SPARQL of one's own, over the RDF view of the graph."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.answers import listed, parameters, shown

_HELP = """Ask a named question, or SPARQL of your own, over the RDF view of the graph; it is only read.

danchieu sparql --list names the questions. In SPARQL of your own $name stands for a parameter."""


@options.command(_HELP)
@click.argument("question", required=False, metavar="[NAME or SPARQL]")
@click.option("--param", "given", multiple=True, metavar="K=V", help="A parameter; may be repeated.")
@click.option("--list", "wanted_list", is_flag=True, help="The named questions, and what each answers.")
@options.formats("table", "csv", "json")
@options.output
@options.store
def sparql(
    question: str | None, given: tuple[str, ...], wanted_list: bool, shape: str, output: str | None, store: str
) -> None:
    if wanted_list:
        return listed()
    if not question or not question.strip():
        raise click.UsageError("name a question or give a SPARQL text; danchieu sparql --list names the questions")
    from graph.stores.triples import Triples
    from queries.ask import filled, find
    from queries.cli.stores import whole

    text, told = question.strip(), parameters(given)
    if text.isidentifier():
        named = find(text)
        text, told = named.sparql, filled(named, told)
    held = Triples()
    held.publish(whole(store))
    return shown(held.sparql(text, told), shape, output)
