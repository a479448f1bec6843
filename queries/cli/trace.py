"""`danchieu trace`: the chain of what a document implements and what implements it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from queries.cli import options
from queries.cli.answers import written
from queries.cli.say import note, safe
from queries.cli.screen import dressed, width

if TYPE_CHECKING:
    from queries.trace import Trace

_HELP = """The chain of what DOC implements and what implements it, each step with the sentence that states it.

DOC is what a person would type: a number (08-NQ/TU), a number with a year (08-nq/tu@2013), an id, or words of a
title. Several matches are listed, never guessed. Steps still to come are left out without --planned."""


@options.command(_HELP)
@click.argument("doc")
@click.option("--up", is_flag=True, help="Only what DOC implements.")
@click.option("--down", is_flag=True, help="Only what implements DOC.")
@click.option(
    "--depth", type=click.IntRange(min=1), metavar="N", help="At most N steps away; without it the whole chain."
)
@click.option("--planned", is_flag=True, help="Also steps that are only planned, marked.")
@options.formats("tree", "json", "mermaid", "html")
@options.output
@options.secret
@options.store
def trace(
    doc: str,
    up: bool,
    down: bool,
    depth: int | None,
    planned: bool,
    shape: str,
    output: str | None,
    include_secret: bool,
    store: str,
) -> None:
    from queries.cli.stores import found, one, reading, shareable
    from queries.trace import trace as traced

    both = up == down
    ways = {"up": up or both, "down": down or both, "planned": planned}
    if shape == "html":  # a picture leaves the house
        g = shareable(store, include_secret)
        chain = traced(g, one(g.labelled("Document"), doc), depth=depth, **ways)
    else:
        with reading(store) as held:
            chain = traced(held, found(held, doc), depth=depth, **ways)
    written(_rendered(chain, shape, output), output)
    if shape == "tree" and chain.left_out:
        note(f"{chain.left_out} planned step{'s' * (chain.left_out > 1)} left out; --planned shows them.")


def _rendered(chain: Trace, shape: str, output: str | None) -> str:
    if shape == "json":
        return json.dumps(chain.told(), ensure_ascii=False)
    if shape == "mermaid":
        from queries.mermaid import mermaid

        return mermaid(chain)
    if shape == "html":
        from queries.views import picture

        return picture(chain.graph())
    from queries.tree import tree

    told = tree(chain, width=min(width(), 110), mark=_bold if output is None and dressed() else None)
    return "\n".join(map(_lit, told.split("\n")))


# The quote is marked before and dressed after what could steer the terminal has been taken out.
_OPEN, _CLOSE = "\ue000", "\ue001"


def _bold(quote: str) -> str:
    return f"{_OPEN}{quote}{_CLOSE}"


def _lit(line: str) -> str:
    return safe(line).replace(_OPEN, "\x1b[1m").replace(_CLOSE, "\x1b[0m")
