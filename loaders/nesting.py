"""What each block of a text stands under: by the ranks of markers, afresh in each cell and annex."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.markers import RANKS
from loaders.tree import Block
from loaders.zones import Zone

# Lists that may stand lower than their marker's rank: under an article, or under any item that announces them.
_LOWEST = {"roman": "article", "upper": "article", "paren": "item", "letter": "item"}
_FIRST_OF = re.compile(r"\W*(?:1|[aAiI])\W")
_LOWER = 5  # ranks: such a list stands so far below what announces it


@dataclass(slots=True)
class Nesting:
    """The headings and items that the next block may stand under, the nearest last."""

    stack: list[Block] = field(default_factory=list)
    base: int = 0  # how many of them stood before the table

    def enter(self) -> None:
        """Enter a table: what stands in it hangs on nothing outside its cell."""
        self.base = len(self.stack)

    def leave(self) -> None:
        """Leave a table or a cell of it."""
        del self.stack[self.base :]

    def turn(self, zone: Zone, was: Zone, kind: str) -> None:
        """A block of another zone hangs on nothing before it, nor does a paragraph of the front or the grounds."""
        if zone != was and zone in ("annex", "recipients"):
            self.stack.clear()
            self.base = 0
        elif zone != was or (zone in ("front", "basis") and kind == "paragraph"):
            del self.stack[self.base :]

    def rank(self, flat: str, kind: str, found: re.Match[str]) -> int:
        """The rank of a block by its marker, lower where its list stands lower."""
        if kind == "decimal" and found[0].count(".") > 1 + found[0].endswith("."):
            kind = "paren"  # "1.2.3"
        return self._below(flat, kind, found) if kind in _LOWEST else RANKS[kind]

    def parent(self, rank: int) -> int | None:
        """The number of the block that a block of a rank stands under; what it ends is left."""
        while len(self.stack) > self.base and self.stack[-1].rank >= rank:
            self.stack.pop()
        return self.stack[-1].index if self.stack else None

    def _below(self, flat: str, kind: str, found: re.Match[str]) -> int:
        """The rank of a list that may stand lower than its marker says: "I." in an article, "(1)" under a dash."""
        above, rank, lowest = self.stack[self.base :], RANKS[kind], _LOWEST[kind]
        if not above:
            return rank
        known = _last(above, kind)
        if known is not None:
            return known.rank
        top = _last(above, "article") if lowest == "article" else above[-1]
        if top is None or top.rank <= rank or not _FIRST_OF.match(found[0]):
            return rank
        announced = lowest == "article" or (flat[top.end - 1] == ":" and not top.children)
        return top.rank + _LOWER if announced else rank


def _last(above: list[Block], kind: str) -> Block | None:
    for block in reversed(above):
        if block.kind == kind:
            return block
    return None
