"""The outermost frame: which commands there are, and how an error becomes one line and an exit code.

Exit 0 is done, 1 that a document or a query was refused, 2 wrong usage. Nothing below this frame catches what it
cannot act on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from queries.cli.say import note, plain
from queries.cli.version import VERSION

INTERRUPTED = 130
PIPE_CLOSED = 141  # as a shell reports a program that SIGPIPE ended


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"danchieu {VERSION}")
        ctx.exit()


class Program(click.Group):
    """`danchieu`: the name of each command is the name of its module and of the command in it."""

    def __init__(self, name: str, *, commands: Mapping[str, str]) -> None:
        super().__init__(
            name,
            help="A knowledge graph of Vietnamese policy references: which document implements which, "
            "who must do what by when, and what falls if a document changes.",
            context_settings={"help_option_names": ["-h", "--help"]},
            params=[
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_version,
                    help="Print the version.",
                ),
                click.Option(["--debug"], is_flag=True, expose_value=False, help="Show the traceback of an error."),
            ],
        )
        self.lazy = dict(commands)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        found: click.Command = getattr(import_module(f"queries.cli.{cmd_name}"), cmd_name)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.lazy:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.lazy, 1)
            meant = f" (did you mean {near[0]}?)" if near else ""
            raise click.UsageError(f"no such command: {args[0]}{meant}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; click itself would answer these two in words and codes of its own."""
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, KeyboardInterrupt) as error:
            raise _Stopped(PIPE_CLOSED if isinstance(error, OSError) else INTERRUPTED) from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Runs a command and exits; whatever goes wrong below is said in one line here."""
        given = list(sys.argv[1:] if args is None else args)
        _utf8()
        try:
            code = super().main(given, "danchieu", complete_var, standalone_mode=False, **extra)
            sys.stdout.flush()
        except (BrokenPipeError, KeyboardInterrupt, _Stopped) as error:
            sys.exit(_stop(error))
        except Exception as error:  # the outermost frame
            if "--debug" in given:
                raise
            sys.exit(_say(error))
        sys.exit(code if isinstance(code, int) else 0)


class _Stopped(Exception):
    """Nobody reads any more, or nobody wants it any more."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def _stop(error: BaseException) -> int:
    code = getattr(error, "code", PIPE_CLOSED if isinstance(error, OSError) else INTERRUPTED)
    if code == INTERRUPTED:
        note("stopped. What was finished is kept.")
    else:  # what is still in the buffer goes nowhere, and Python must not complain of it on its way out
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return int(code)


def _utf8() -> None:
    """UTF-8 and plain line ends on both streams, whatever the locale says: quotes are Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _say(error: Exception) -> int:
    """One line for an error; returns the exit code."""
    from graph.errors import DanchieuError

    if isinstance(error, click.ClickException):
        ctx = error.ctx if isinstance(error, click.UsageError) else None
        path = ctx.command_path if ctx else "danchieu"
        message = error.format_message().strip().rstrip(".")
        note(f"{message[:1].lower()}{message[1:]}. Try: {path} --help" if ctx else message)
        return error.exit_code
    if isinstance(error, DanchieuError):
        note(plain(str(error)))
        return 1
    note(f"unexpected {type(error).__name__}: {error} Run again with --debug and report it.")
    return 1
