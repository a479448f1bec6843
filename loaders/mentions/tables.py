"""Tables of tasks: a column says what, others who leads, who helps, by when."""

from __future__ import annotations

from loaders.found import Duty
from loaders.segment import Tree


def tabled(tree: Tree, today: str | None) -> list[Duty]:
    """The assignments of the tables of a text."""
    return []
