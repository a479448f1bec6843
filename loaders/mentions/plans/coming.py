"""Documents still to be issued, and unnumbered programmes, schemes and masterplans."""

from __future__ import annotations

from bisect import bisect_left

from loaders.found import Cited, Own
from loaders.mentions.plans.planned import planned
from loaders.mentions.plans.programmes import programmes
from loaders.mentions.relations.regions import Regions
from loaders.segment import Tree


def coming(tree: Tree, own: Own, cited: list[Cited]) -> list[Cited]:
    """Planned documents (part "planned") and named programmes (part "programme") in printed order."""
    named = {p.start: p for p in programmes(tree, own, cited)}
    known = sorted(c.start for c in cited)
    for p in planned(tree, own, Regions(tree, own), cited):
        within = bisect_left(known, p.start), bisect_left(known, p.end)
        same = named.get(p.start)
        if same is None or same.type == "plan" or within[0] < within[1]:
            named[p.start] = p  # what is to act on another document is first of all a document to come, as is a plan
    return sorted(named.values(), key=lambda c: (c.start, c.end))
