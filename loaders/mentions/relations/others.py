"""Of which other document a clause says from when it is in force: the one whose name stands right before it."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.found import Cited, Span
from loaders.mentions.relations.effect import Effect
from loaders.mentions.relations.forcewords import force_words
from loaders.mentions.relations.selves import About
from loaders.sentences import CAPITAL
from loaders.tree import Tree

_NOTE = re.compile(rf"[.;”)] +(?=\d{{1,3}} +[{CAPITAL}])")
_TITLE = 1500  # code points between the name of a document and what is said of it


class Others:
    """What one text says of the documents it cites."""

    def __init__(self, tree: Tree, cited: list[Cited]) -> None:
        self.flat, self.low = tree.text.flat, tree.text.low
        self.cited = sorted((c for c in cited if c.part == "citation"), key=lambda c: (c.start, -c.end))

    def about(self, start: int, before: int, effect: Effect) -> About | None:
        """The document whose name, with its title, stands right before what is said of it, on a certain day."""
        if not effect.when.date:
            return None
        begins = max(self._note(start, effect.start), min(before, effect.start), effect.start - _TITLE)
        inside = self.within(begins, effect.start)
        if not inside or not self._ends_with(inside[-1], effect.start):
            return None
        c = self._acting(inside)
        if c is None or not self.flat[c.start].isupper():  # a bare number is the rest of something torn
            return None
        seen = begins == before or self._leads(begins, inside[0].start) or self._opens(begins, c.start)
        return About(c.handle, c.start, self._pinned(c, effect.start)) if seen else None

    def _note(self, start: int, end: int) -> int:
        """Where the last footnote of a stretch begins, whose mark hides that a sentence does: ". 3 Khoản này …"."""
        return max((m.end() for m in _NOTE.finditer(self.flat, start, end)), default=start)

    def _leads(self, start: int, end: int) -> bool:
        return force_words().opening.fullmatch(self.low, start, end) is not None

    def _opens(self, start: int, end: int) -> bool:
        """Whether a sentence is seen from its beginning, and begins with a document or with what one did to a part."""
        lead, low = self.flat[start:end], self.low[start:end]
        if lead.rstrip().endswith("(") or self._leads(start, end) or force_words().grounds.fullmatch(low):
            return True
        told = force_words().part.match(low) and not force_words().acts.search(force_words().undergone.sub("", low))
        return bool(told) and next(sign for sign in lead if sign.isalpha()).isupper()

    def _ends_with(self, c: Cited, at: int) -> bool:
        """Whether what is said follows the name of a document, or the title behind the name."""
        if c.end > at or force_words().between.fullmatch(self.low, c.end, at):
            return c.end <= at
        gap = self.low[c.end : at]
        return gap.rstrip(' ”")').endswith(",") and force_words().titled.match(gap) is not None

    def _acting(self, inside: list[Cited]) -> Cited | None:
        """The document that a sentence begins with, where the others stand in its title or have changed those that do.

        Of "A được sửa đổi bởi B" it is B, of several that are only joined none.
        """
        acting, joined = inside[-1], False
        for i in range(len(inside) - 1, 0, -1):
            link = self.low[inside[i - 1].end : inside[i].start]
            if force_words().suffered.search(link):
                continue
            if force_words().titled.match(link):
                acting, joined = inside[i - 1], False
            elif "(" not in link:
                joined = True
        return None if joined else acting

    def within(self, start: int, end: int) -> list[Cited]:
        low = bisect_left(self.cited, start, key=lambda c: c.start)
        high = bisect_left(self.cited, end, key=lambda c: c.start)
        return self.cited[low:high]

    def _pinned(self, c: Cited, said: int) -> Span | None:
        """The part that is meant before a name: not where a comma says it of the document ("…, có hiệu lực từ …")."""
        comma = "," in self.low[c.end : said]
        return None if comma or c.pinpoint_span is None or c.pinpoint_span[1] > c.start else c.pinpoint_span
