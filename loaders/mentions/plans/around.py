"""What a text tells around an order: which documents it cites there, and whether anything is ordered at all."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.found import Cited, Own
from loaders.mentions.plans.orders import orders
from loaders.mentions.relations.regions import Regions
from loaders.segment import Tree

_SUBJECT = 120  # code points: so far a document's subject may reach behind its name
_BEFORE = 16  # code points before a verb
_ISSUED = re.compile(r"(?:năm +\d{4}|\d/\d{4}|số +\S*\d\S*) +của +[^,;.:]{3,80} $")  # "ngày … của Chính phủ | ban hành"
_PAUSE = re.compile("[,;.:]")


class Known:
    """A text as it is looked at for documents to come; `cited` are its citations in printed order."""

    def __init__(self, tree: Tree, own: Own, regions: Regions, cited: list[Cited]) -> None:
        self.tree, self.own, self.regions, self.cited = tree, own, regions, cited
        self.low, self.flat = tree.text.low, tree.text.flat
        self._starts = [c.start for c in cited]

    def inside(self, start: int, end: int) -> list[Cited]:
        """The citations that begin in a stretch."""
        return self.cited[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def cites(self, start: int, end: int) -> bool:
        """Whether a citation begins in a stretch, or right behind it."""
        return bool(self.inside(start, end + 3))

    def starts(self, at: int) -> bool:
        """Whether a citation begins at an offset."""
        return bool(self.inside(at, at + 1))

    def last(self, at: int) -> Cited | None:
        """The last citation that begins before an offset."""
        i = bisect_left(self._starts, at) - 1
        return self.cited[i] if i >= 0 else None


def happened(known: Known, verb: int) -> bool:
    """Whether what a verb says has happened, may happen, stands in quoted words or in a document's subject."""
    return (
        _in_subject(known, verb)
        or known.regions.quoted(verb)
        or orders().told.search(known.low, max(0, verb - _BEFORE), verb) is not None
        or _ISSUED.search(known.low, max(0, verb - _SUBJECT), verb) is not None
    )


def _in_subject(known: Known, verb: int) -> bool:
    """Whether a verb still belongs to the subject of a document named before it."""
    last, block = known.last(verb), known.tree.at(verb)
    if last is None or block is None or last.start < block.start:
        return False
    return verb - last.end <= _SUBJECT and _PAUSE.search(known.low, last.end, verb) is None
