"""A task with its particulars at its own end: "Rà soát các bến đò. Cơ quan chủ trì: Sở Y tế; phối hợp: các xã."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.found import Duty
from loaders.mentions.duties.particulars import duties_for, labels
from loaders.segment import Block, Tree

# The last syllables of "chủ trì", "thực hiện" in front of a colon: plain letters are what a search is fast by.
_COLONS = tuple(re.compile(rf"{end}[^:.;()]{{0,15}}: *(?=[^\W\d_])") for end in ("trì", "hiện"))
_WHO = re.compile(r"[.;(,] *(?P<who>(?:[Cc]ơ +quan|[Đđ]ơn +vị)[^:.;()]{0,30}?(?:chủ|thực) +)$")
_NEAR = 60  # code points: who it is about stands in so many before
_LEAST = 20  # code points: a task in front of its particulars has so many


def inline(tree: Tree, today: str | None) -> Iterator[tuple[list[Duty], Block]]:
    """The duties of each block that ends with its own particulars, and the block."""
    flat, known = tree.text.flat, set[int]()
    for colon in sorted((m for colons in _COLONS for m in colons.finditer(flat)), key=lambda m: m.start()):
        who = _WHO.search(flat, max(0, colon.start() - _NEAR), colon.start())
        block = tree.at(who.start()) if who else None
        if who is None or block is None or block.cell or block.zone not in ("body", "annex"):
            continue
        if who.start() - block.body >= _LEAST and block.index not in known:
            known.add(block.index)
            said = labels(flat, who.start("who"), block.end)
            yield duties_for(flat, [(block.body, who.start())], said, today), block
