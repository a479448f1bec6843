"""Named programmes, schemes, masterplans and strategies that carry no number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from loaders.found import Cited, Own
from loaders.mentions.anchors import anchors
from loaders.mentions.plans.naming import name_end
from loaders.mentions.plans.programmewords import words
from loaders.mentions.plans.ranged import ranged
from loaders.mentions.relations.speakers import OPERATIVE
from loaders.segment import Tree

_OF = re.compile(" +của ")
_RULES = OPERATIVE - {"resolution", "decision"}
_NAME = 300  # code points
_ORDER = 40  # code points before a name in which the order to make it may stand


def programmes(tree: Tree, own: Own, cited: list[Cited]) -> Iterator[Cited]:
    """The programmes that a text names, each at its first place; not what a citation says.

    General rules speak of schemes in general: there a name needs more than words.
    """
    loose = frozenset({"words"}) if own.cited.type in _RULES else frozenset()
    t, low, flat = words(), tree.text.low, tree.text.flat
    known = sorted(cited, key=lambda c: c.start)
    starts, ends = [c.start for c in known], [c.end for c in known]
    done, seen = 0, set[str]()
    for at in anchors(flat, "programme"):
        if at < done or (m := t.anchor.match(flat, at)) is None:
            continue
        done = m.end()
        kind = t.kinds[" ".join(m["kind"].lower().split())]
        before = bisect_left(starts, m.start() + 1) - 1
        others = before >= 0 and _OF.match(low, m.end())
        if m.start() < own.opens and kind.type == own.cited.type and not others:
            continue  # the title of this text itself
        if before >= 0 and ends[before] > m.start():
            continue
        limit = min(len(low), m.start() + _NAME)
        inside = known[bisect_left(starts, m.end()) : bisect_left(starts, limit)]
        end = name_end(low, flat, m, kind.without(loose), limit, inside)
        if end is None:
            continue
        done = end
        name = " ".join(flat[m.start() : end].split())
        if name.lower() not in seen:
            seen.add(name.lower())
            yield _programme(m.start(), end, kind.type, name, low)
    for (start, end), type_ in ranged(tree, own) if not loose else ():
        name = " ".join(flat[start:end].split())
        before = bisect_left(starts, end) - 1
        if name.lower() not in seen and (before < 0 or ends[before] <= start):
            seen.add(name.lower())
            yield _programme(start, end, type_, name, low)


def _programme(start: int, end: int, type_: str, name: str, low: str) -> Cited:
    coming = words().coming.search(low, max(0, start - _ORDER), start) is not None
    return Cited(start, end, type_, part="programme", form="name", name=name, title=name, planned=coming)
