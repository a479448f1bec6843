"""Named, specific projects and works."""

from __future__ import annotations

from loaders.found import Own, Work
from loaders.segment import Tree


def projects(tree: Tree, own: Own) -> list[Work]:
    """The projects that a text names, in printed order."""
    return []
