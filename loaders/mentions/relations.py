"""Relations that a text states between two documents."""

from __future__ import annotations

from loaders.found import Cited, Own, Related
from loaders.segment import Tree


def relations(tree: Tree, own: Own, cited: list[Cited]) -> list[Related]:
    """The relations among the document itself, its citations, its planned documents and programmes."""
    return []
