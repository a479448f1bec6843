"""Headings and ruling sentences that speak for the items below them: "Bãi bỏ các Quyết định sau:"."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.clauses import Clauses, Frame
from loaders.mentions.phrases import phrases
from loaders.mentions.speakers import lists
from loaders.segment import Block, Tree

_OTHERS = re.compile(r"có căn cứ ban hành(?: như sau)?")
_OPEN = re.compile(r"(?::|(?:sau|sau đây|dưới đây|gồm))[\s”\"]*$")


class Headings:
    """What rules a block from above, worked out once for each heading."""

    def __init__(self, tree: Tree, clauses: Clauses) -> None:
        self.tree = tree
        self.clauses = clauses
        self.low = tree.text.low
        self._lead: dict[int, int | None] = {}
        self._frames: dict[int, Frame | None] = {}
        self._cited: dict[int, list[Cited]] = {}

    def saw(self, block: Block, cited: list[Cited]) -> None:
        """Remembers the citations of a block that may turn out to be a heading."""
        self._cited[block.index] = cited

    def over(self, block: Block) -> Frame | None:
        """The frame that an item inherits, or None."""
        heading = self._above(block)
        if heading is None or self._opens(block):
            return None
        if heading.index not in self._frames:
            self._frames[heading.index] = self._read(heading)
        return self._frames[heading.index]

    def _above(self, block: Block) -> Block | None:
        """The block that opens the list of which a block is an item."""
        if block.index not in self._lead:
            run: list[int] = []
            found: int | None = None
            at = block
            while True:
                if at.index in self._lead:
                    found = self._lead[at.index]
                    break
                run.append(at.index)
                before = self.tree.blocks[at.index - 1] if at.index else None
                if before is None or len(run) > 200:
                    break
                if self._opens(before):
                    found = before.index
                    break
                parent = None if at.parent is None else self.tree.blocks[at.parent]
                if before.parent != at.parent and parent is not None and parent.index != before.index:
                    found = parent.index if self._opens(parent) else None
                    if found is not None or before.rank < at.rank:
                        break
                if parent is not None and parent.index == before.index:
                    found = None
                    break
                at = before
            for index in run:
                self._lead[index] = found
        lead = self._lead[block.index]
        return None if lead is None else self.tree.blocks[lead]

    def _opens(self, block: Block) -> bool:
        return _OPEN.search(self.low, max(block.start, block.end - 12), block.end) is not None

    def _read(self, heading: Block) -> Frame | None:
        cited = self._cited.get(heading.index, [])
        start = self.tree.sentences(heading)[-1][0] if heading.end > heading.body else heading.body
        said = phrases().find(self.low, start, heading.end)
        for i in range(len(said) - 1, -1, -1):
            frame = self._frame(said[i], start, heading, cited)
            if frame is not None:
                return frame
        if cited and _OTHERS.search(self.low, start, heading.end):
            return Frame(("BASED_ON",), (cited[0].handle,), start=start)
        if self.clauses.speakers.grounds(start) and lists().ground.search(" " + self.low[start : heading.end]):
            return Frame(("BASED_ON",), ("self",), start=start)
        return None

    def _frame(self, said, start: int, heading: Block, cited: list[Cited]) -> Frame | None:  # type: ignore[no-untyped-def]
        phrase = said.phrase
        if not phrase.relations:
            return None
        after = self.low[said.end : heading.end]
        if phrase.voice == "tail":
            own = lists().this.search(self.low, start, heading.end)
            return Frame(phrase.relations, ("self",), start=start) if own else None
        if not phrases().near(self.low, said.end, heading.end):
            return None
        if phrase.voice == "passive":
            inside = [c for c in cited if start <= c.start < said.start]
            if not inside:
                return None
            merged = self.clauses.own.cited.type == "consolidated" and heading.start < self.clauses.speakers.opens
            return Frame(phrase.relations, start=start, fixed=inside[0].handle, merged=inside[0] if merged else None)
        if phrase.voice != "active" or not after.strip(" :.") and phrase.relations == ("IMPLEMENTS",):
            return None
        this = lists().this.search(self.low, start, said.start)
        if this:
            return Frame(phrase.relations, ("self",), start=start)
        plans = [p for p in self.clauses.coming if start <= p.start < said.start]
        if plans:
            return Frame(phrase.relations, (plans[-1].handle,), plans[-1].planned, start)
        if cited:
            return None
        voiced = self.clauses.speakers.judge(phrase, start, said.start, heading, self.clauses.own.cited)
        return Frame(phrase.relations, voiced[0], voiced[1], start) if voiced else None
