"""`danchieu query`: a named question, or Cypher of one's own; it only reads."""

from __future__ import annotations

import click

from queries.cli import options
from queries.cli.answers import listed, parameters, shown

_HELP = """Ask a named question, or Cypher of your own; the graph is only read.

danchieu query --list names the questions. Parameters are text (--param body="Sở Du lịch"); for Cypher of your
own, k:=v takes v as JSON (--param limit:=10)."""


@options.command(_HELP)
@click.argument("question", required=False, metavar="[NAME or CYPHER]")
@click.option("--param", "given", multiple=True, metavar="K=V", help="A parameter; may be repeated.")
@click.option("--list", "wanted_list", is_flag=True, help="The named questions, and what each answers.")
@options.formats("table", "csv", "json")
@options.output
@options.store
def query(
    question: str | None, given: tuple[str, ...], wanted_list: bool, shape: str, output: str | None, store: str
) -> None:
    if wanted_list:
        return listed()
    if not question or not question.strip():
        raise click.UsageError("name a question or give a Cypher text; danchieu query --list names the questions")
    from queries.ask import ask
    from queries.cli.stores import reading

    told = parameters(given)
    with reading(store) as held:
        rows = ask(held, question.strip(), **told)
    return shown(rows, shape, output)
