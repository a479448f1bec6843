"""Headings and ruling sentences that speak for the items below them: "Bãi bỏ các Quyết định sau:"."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.kinds import words
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole
from loaders.mentions.relations.frames import Frame
from loaders.mentions.relations.grounds import OTHERS
from loaders.mentions.relations.phrases import Said, phrases
from loaders.mentions.relations.reach import near
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.wording import wording
from loaders.segment import Block, Tree

_KINDS = re.compile(rf"{whole([*words(), 'văn bản'], bar=LETTER)}(?: +quy +phạm +pháp +luật)?$")
_LAST = frozenset(':uym ”"')  # the last sign of a block that ends in one of the next
_OPEN = (":", "sau", "sau đây", "dưới đây", "gồm")


class Headings:
    """What rules a block from above, worked out once for each heading."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tree = scene.tree
        self.low = scene.low
        self._lead: dict[int, Block | None] = {}
        self._before = _siblings(self.tree)
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
        """The block that opens the list of which a block is an item: an earlier sibling, or the parent."""
        run: list[Block] = []
        at = block
        while at.index not in self._lead:
            run.append(at)
            before = self._before.get(at.index)
            if before is None or (before.kind != at.kind and not self._opens(before)):
                parent = None if at.parent is None else self.tree.blocks[at.parent]
                self._lead[at.index] = parent if parent is not None and self._opens(parent) else None
            elif self._opens(before):
                self._lead[at.index] = before
            else:
                at = before
        for b in run:
            self._lead[b.index] = self._lead[at.index]
        return self._lead[block.index]

    def _opens(self, block: Block) -> bool:
        if self.low[block.end - 1] in _LAST:
            end = self.low[max(block.start, block.end - 12) : block.end].rstrip(' ”"')
            if end.endswith(_OPEN):
                return True
        return (
            block.kind == "article" and _KINDS.search(self.low, max(block.start, block.end - 60), block.end) is not None
        )

    def _read(self, heading: Block) -> Frame | None:
        cited = self._cited.get(heading.index, [])
        start = self.tree.sentences(heading)[-1][0] if heading.end > heading.body else heading.body
        said = phrases().find(self.low, start, heading.end)
        for i in range(len(said) - 1, -1, -1):
            frame = self._frame(said[i], start, heading, cited)
            if frame is not None:
                return frame
        if cited and OTHERS.search(self.low, start, heading.end):
            return Frame(("BASED_ON",), (cited[0].handle,), start=start)
        if self.scene.regions.grounds(start) and wording().ground.search(" " + self.low[start : heading.end]):
            return Frame(("BASED_ON",), ("self",), start=start)
        return None

    def _frame(self, said: Said, start: int, heading: Block, cited: list[Cited]) -> Frame | None:
        phrase = said.phrase
        if not phrase.relations:
            return None
        after = self.low[said.end : heading.end]
        if phrase.voice == "tail":
            own = wording().this.search(self.low, start, heading.end)
            return Frame(phrase.relations, ("self",), start=start) if own else None
        if not near(self.low, said.end, heading.end):
            return None
        if phrase.voice == "passive":
            inside = [c for c in cited if start <= c.start < said.start]
            if not inside:
                return None
            merged = self.scene.own.cited.type == "consolidated" and heading.start < self.scene.regions.opens
            return Frame(
                phrase.relations,
                start=start,
                fixed=inside[0].handle,
                part=inside[0].pinpoint,
                merged=inside[0] if merged else None,
            )
        if phrase.voice != "active" or (phrase.relations == ("IMPLEMENTS",) and not after.strip(" :.")):
            return None
        this = wording().this.search(self.low, start, said.start)
        if this:
            return Frame(phrase.relations, ("self",), start=start)
        plans = [p for p in self.scene.coming if start <= p.start < said.start]
        if plans:
            return Frame(phrase.relations, (plans[-1].handle,), plans[-1].planned, start)
        if cited:
            return None
        voiced = self.scene.speakers.judge(phrase, start, said.start, heading, self.scene.own.cited)
        return Frame(phrase.relations, voiced[0], voiced[1], start) if voiced else None


def _siblings(tree: Tree) -> dict[int, Block]:
    """The sibling before each block that has one."""
    last: dict[int | None, Block] = {}
    found: dict[int, Block] = {}
    for b in tree.blocks:
        if b.parent in last:
            found[b.index] = last[b.parent]
        last[b.parent] = b
    return found
