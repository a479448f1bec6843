"""Documents still to be issued, and unnumbered programmes, schemes and masterplans."""

from __future__ import annotations

from loaders.found import Cited, Own
from loaders.segment import Tree


def coming(tree: Tree, own: Own, cited: list[Cited]) -> list[Cited]:
    """Planned documents (part "planned") and named programmes (part "programme") in printed order."""
    return []
