"""A day on the command line."""

from __future__ import annotations

from datetime import date

import click


class Day(click.ParamType[str]):
    """A day as ISO prints it."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2023-11-30", param, ctx)
