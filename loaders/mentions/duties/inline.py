"""A task with its particulars at its own end: "Rà soát các bến đò. Cơ quan chủ trì: Sở Y tế; phối hợp: các xã."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.found import Duty
from loaders.mentions.duties.particulars import duties_for, labels
from loaders.segment import Block, Tree

_FIRST = re.compile(
    r"(?:Cơ +quan|cơ +quan|Đơn +vị|đơn +vị)[^:.;()]{0,30}?(?:chủ +trì|thực +hiện)[^:.;()]{0,15}: *(?=[^\W\d_])"
)
_BEFORE = re.compile(r"[.;(,] *$")
_LEAST = 20  # code points: a task in front of its particulars has so many


def inline(tree: Tree, today: str | None) -> Iterator[tuple[list[Duty], Block]]:
    """The duties of each block that ends with its own particulars, and the block."""
    flat = tree.text.flat
    for first in _FIRST.finditer(flat):
        block = tree.at(first.start())
        if block is None or block.cell or block.zone not in ("body", "annex"):
            continue
        before = _BEFORE.search(flat, block.body, first.start())
        if before is None or before.start() - block.body < _LEAST:
            continue
        task = (block.body, before.start())
        yield duties_for(flat, [task], labels(flat, first.start(), block.end), today), block
