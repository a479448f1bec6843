"""Options that several commands share, so that each is spelt and explained once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

debug = click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error.")
store = click.option(
    "--store",
    envvar="DANCHIEU_STORE",
    default="danchieu.db",
    show_default=True,
    metavar="PATH or URI",
    help="The folder of the graph, or, for commands that only read it, a Neo4j server (bolt://, neo4j://; "
    "NEO4J_USERNAME and NEO4J_PASSWORD). Also DANCHIEU_STORE.",
)
jobs = click.option(
    "--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes that read."
)
output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, writable=True), metavar="FILE", help="Write here, not to stdout."
)
secret = click.option(
    "--include-secret", is_flag=True, help="Also documents under a secrecy stamp, which otherwise stay out."
)


def formats(*names: str, default: str | None = None) -> Callable[[F], F]:
    """``--format``, the first name being the default unless another is given."""
    return click.option(
        "--format",
        "shape",
        type=click.Choice(names, case_sensitive=False),
        default=default or names[0],
        show_default=True,
        help="How the answer is written.",
    )


def command(help: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command of the program; what its function returns is the exit code (None is 0)."""

    def made(function: Callable[..., Any]) -> click.Command:
        name = function.__name__
        settings = {"help_option_names": ["-h", "--help"]}
        return click.command(name, help=help, context_settings=settings)(debug(function))

    return made
