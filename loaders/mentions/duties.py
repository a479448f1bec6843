"""Who is told to do what, in which role, by when."""

from __future__ import annotations

from loaders.found import Cited, Doubt, Duty, Own
from loaders.segment import Tree


def duties(tree: Tree, own: Own, cited: list[Cited]) -> tuple[list[Duty], list[Doubt]]:
    """The assignments of a text in printed order, one entry for each task, body and role."""
    return [], []
