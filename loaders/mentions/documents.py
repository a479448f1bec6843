"""Mentions of existing documents: by number, in lists, by proper name, by short form."""

from __future__ import annotations

from loaders.found import Cited, Doubt, Own
from loaders.segment import Tree


def documents(tree: Tree, own: Own) -> tuple[list[Cited], list[Doubt]]:
    """All citations of a text in printed order."""
    return [], []
