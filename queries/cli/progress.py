"""A progress bar on stderr while a person watches; elsewhere nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from queries.cli.screen import watched

T = TypeVar("T")


def followed(steps: Iterable[T], total: int, what: str) -> Iterator[T]:
    """The steps as they come, counted on a bar that goes away when they are done."""
    if not watched() or total < 2:
        yield from steps
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for step in steps:
            yield step
            bar.advance(task)
