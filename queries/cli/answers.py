"""What the asking commands share: parameters as typed, the list of questions, and rows as they are printed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import click

from queries.cli.say import note, out, safe
from queries.cli.screen import width


def parameters(given: Iterable[str]) -> dict[str, Any]:
    """``k=v`` as text, ``k:=v`` as JSON; raises a usage error for anything else."""
    found: dict[str, Any] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name.rstrip(":").isidentifier():
            raise click.UsageError(f"--param wants NAME=VALUE, not {pair!r}")
        found[name.rstrip(":")] = _json(pair, value) if name.endswith(":") else value
    return found


def _json(pair: str, value: str) -> Any:
    try:
        return json.loads(value)
    except json.JSONDecodeError as error:
        raise click.UsageError(f"--param {pair}: no JSON behind := ({error.msg})") from error


def listed() -> None:
    """The named questions: one name a line, then what it answers in both languages and what it takes."""
    from queries.questions import questions

    for question in questions().values():
        out(question.name)
        out(f"    {question.english}")
        out(f"    {question.vietnamese}")
        for p in question.parameters:
            told = "required" if p.default is None else f"default {p.default!r}"
            out(f"    --param {p.name}=…  {p.meaning} ({told})")


def shown(rows: Sequence[dict[str, Any]], shape: str, output: str | None, columns: Sequence[str] = ()) -> None:
    """Prints or writes rows as a table, CSV or JSON."""
    names = columns or list(rows[0] if rows else ())
    written(rendered(rows, names, shape, output), output)
    if shape == "table":
        note("no row." if not rows else "1 row." if len(rows) == 1 else f"{len(rows)} rows.")


def rendered(rows: Sequence[dict[str, Any]], columns: Sequence[str], shape: str, output: str | None) -> str:
    """The text of an answer, without a line feed behind it."""
    from queries import tables

    if shape == "json":
        return tables.as_json(rows)
    if shape == "csv":
        return tables.as_csv(rows, columns, sheet=output is not None).removesuffix("\n") if columns else ""
    return safe(tables.as_table(rows, columns, width=width())) if rows else ""


def written(text: str, output: str | None) -> None:
    """A text to stdout or into a file, which is then named."""
    if output is None:
        if text:
            out(text)
        return
    from queries.cli.files import write

    write(output, text + "\n")
    note(f"wrote {output}")
