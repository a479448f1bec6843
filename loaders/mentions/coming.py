"""Documents still to be issued, and unnumbered programmes, schemes and masterplans."""

from __future__ import annotations

from loaders.found import Cited, Own
from loaders.mentions.planned import planned
from loaders.mentions.programmes import programmes
from loaders.mentions.regions import Regions
from loaders.segment import Tree


def coming(tree: Tree, own: Own, cited: list[Cited]) -> list[Cited]:
    """Planned documents (part "planned") and named programmes (part "programme") in printed order."""
    named = list(programmes(tree, cited))
    taken = {p.start for p in named}
    orders = [p for p in planned(tree, own, Regions(tree, own), cited) if p.start not in taken]
    return sorted([*orders, *named], key=lambda c: (c.start, c.end))
