"""The tree of a text: căn cứ, phần, mục, điều, khoản, điểm, bullets, table cells, annexes, recipients.

Texts come with hard line breaks, page breaks inside sentences, page furniture, Markdown stars and table bars. A
block is what a person would call one paragraph or item, whatever lines it was printed on; a block's `parent` is
the heading or item that it stands under.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.found import Span
from loaders.furniture import furniture
from loaders.grid import Grid, grids, is_bar
from loaders.markers import PARAGRAPH, RANKS, ends, goes_on, marker, opens
from loaders.sentences import CAPITAL, cuts
from loaders.text import Text
from loaders.zones import Zone, Zones

__all__ = ["PARAGRAPH", "RANKS", "Block", "Tree", "Zone", "segment"]

_EDGE = " |\t#"
_RULE = re.compile(r"[-_=.~─—– ]*$")
_NOTE = re.compile(rf"\[\d{{1,3}}\]|\d{{1,3}} (?=[{CAPITAL}])")
# Lists that may stand lower than their marker's rank: under an article, or under any item that announces them.
_LOWEST = {"roman": "article", "upper": "article", "paren": "item", "letter": "item"}
_FIRST_OF = re.compile(r"\W*(?:1|[aAiI])\W")
# A new item that was glued to the end of the line above: "kết luận như sau:**1. Thống nhất …".
_GLUED = re.compile(rf"(?<=[^\s*|])\*\*(?=(?:\d{{1,2}}|[IVX]+)\. ?[{CAPITAL}])")


@dataclass(slots=True)
class Block:
    """One paragraph or item: twin offsets ``start:end``, `body` where its words begin behind the marker.

    `kind` is a marker's (see `RANKS`), "paragraph" or "footnote"; `cell` says that it stands in a table.
    """

    index: int
    start: int
    end: int
    body: int
    kind: str
    marker: str
    rank: int
    parent: int | None
    zone: Zone = "body"
    cell: bool = False
    children: list[int] = field(default_factory=list)


class Tree:
    """The blocks of a text in printed order, and its tables."""

    def __init__(self, text: Text, blocks: list[Block], tables: list[Grid] | None = None) -> None:
        self.text = text
        self.blocks = blocks
        self.tables = tables or []
        self._starts = [b.start for b in blocks]
        self._sentences: dict[int, list[Span]] = {}

    def words(self, block: Block) -> str:
        """What a block says behind its marker, in the twin."""
        return self.text.flat[block.body : block.end]

    def at(self, offset: int) -> Block | None:
        """The block that holds a twin offset, or the last one before it."""
        i = bisect_right(self._starts, offset) - 1
        return self.blocks[i] if i >= 0 else None

    def above(self, block: Block) -> list[Block]:
        """The blocks that a block stands under, the nearest first."""
        found = []
        while block.parent is not None:
            block = self.blocks[block.parent]
            found.append(block)
        return found

    def sentence(self, start: int, end: int) -> Span:
        """Twin offsets of the sentence around ``start:end``, never beyond its blocks."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if first is None or last is None:
            return start, end
        s, e = min(first.body, start), max(last.end, end)
        for sentence in self.sentences(first):
            if sentence[0] <= start:
                s = min(sentence[0], start)
        for sentence in reversed(self.sentences(last)):
            if sentence[1] >= end:
                e = sentence[1]
        return s, e

    def sentences(self, block: Block) -> list[Span]:
        """The sentences of a block, as twin offsets."""
        known = self._sentences.get(block.index)
        if known is None:
            known, s = [], block.body
            for end, start in cuts(self.text.flat, block.body, block.end):
                known.append((s, end))
                s = start
            if s < block.end:
                known.append((s, block.end))
            self._sentences[block.index] = known
        return known


def segment(text: Text) -> Tree:
    """The blocks of a text, each with its marker, its place in the tree and its zone.

    The tree's text is `text` with page furniture blank in the twin.
    """
    skipped = furniture(text)
    text = text.blank(skipped)
    lines = _lines(text.lines)
    tables = grids(text.flat, lines)
    builder = _Builder(text, lines, {start for start, _ in skipped})
    for start, end, grid, opening in _pieces(text.flat, lines, tables):
        builder.take(start, end, grid, opening)
    builder.settle()
    return Tree(text, builder.blocks, tables)


def _lines(printed: str) -> list[Span]:
    """The spans of the printed lines; a line with a glued item is two."""
    spans: list[Span] = []
    at = 0
    for line in printed.split("\n"):
        start = at
        if "**" in line:
            for cut in _GLUED.finditer(line):
                spans.append((start, at + cut.start()))
                start = at + cut.end()
        spans.append((start, at + len(line)))
        at += len(line) + 1
    return spans


def _pieces(flat: str, lines: list[Span], tables: list[Grid]) -> Iterator[tuple[int, int, Grid | None, bool]]:
    """The lines in turn, those of a table with it; the flag says that a cell opens (or a bar stands) here."""
    nexts = iter(tables)
    grid = next(nexts, None)
    for start, end in lines:
        while grid is not None and start >= grid.end:
            grid = next(nexts, None)
        if grid is None or start < grid.start:
            yield start, end, None, False
        elif flat.find("|", start, end) < 0:
            yield start, end, grid, False
        elif is_bar(flat[start:end]):
            yield start, start, grid, True
        else:
            for s, e in _cells(grid, start, end):
                yield s, s, grid, True
                yield s, e, grid, False


def _cells(grid: Grid, start: int, end: int) -> list[Span]:
    """The cells of a row that stands on one line; a line that is no row is one cell."""
    row = next((r for r in grid.rows if r and start <= r[0][0] <= end and r[-1][1] <= end), None)
    return [c for c in row if c[0] < c[1]] if row else [(start, end)]


class _Builder:
    """Puts lines together to blocks, and blocks to a tree."""

    def __init__(self, text: Text, lines: list[Span], skipped: set[int]) -> None:
        self.flat = text.flat
        self.raw = text.lines
        self.skipped = skipped
        self.blocks: list[Block] = []
        self.stack: list[Block] = []
        self.zones = Zones()
        self.current: Block | None = None
        self.grid: Grid | None = None
        self.base = 0  # how much of the stack stood before the table
        self.gap = True  # more than a line break since the last line
        self.page = False  # a page break since the last line
        self.last: Span = (0, 0)  # the last line of the current block
        self.fresh = False  # ... is its first
        self.notes = 0  # the number of the last footnote
        self.width = _width(lines)
        self.spaced = _spaced(self.flat, lines)

    def take(self, start: int, end: int, grid: Grid | None, opening: bool) -> None:
        """Read the next line: ``start:end`` of the twin, in a table or not."""
        if grid is not self.grid:
            self._turn(grid)
        if opening:
            del self.stack[self.base :]
            self.current, self.gap = None, True
            return
        if start in self.skipped:
            self.page = True
            return
        line = self.flat[start:end]
        words = line.strip(_EDGE)
        if not words or _RULE.match(words):
            self.gap = True
            if words:
                self.current = None
            return
        start += len(line) - len(line.lstrip(_EDGE))
        self._place(words, start, start + len(words))

    def _turn(self, grid: Grid | None) -> None:
        """Enter or leave a table: what stands in it hangs on nothing outside its cell."""
        if self.grid is not None:
            del self.stack[self.base :]
        self.base = len(self.stack)
        self.grid, self.current, self.gap = grid, None, True

    def _place(self, words: str, start: int, end: int) -> None:
        """Add a line to the current block or open another."""
        current = self.current
        before = self.flat[max(self.last[0], self.last[1] - 60) : self.last[1]].rstrip() if current else ""
        found = marker(words)
        if found and current and not opens(found, words, before, gap=self.gap, heads=self._heads(current, found)):
            found = None
        note = None if found else self._note(words, before)
        if found is None and note is None and current is not None and self._continues(current, words, before):
            if current.body == current.end:
                current.body = start
            current.end = end
            self.fresh = False
        else:
            self._open(words, start, end, found, note)
            self.fresh = True
        self.last, self.gap, self.page = (start, end), False, False

    def _heads(self, current: Block, found: re.Match[str]) -> bool:
        """Whether the current block is a heading so far and the marker one of a lower rank."""
        return self.fresh and current.kind != "paragraph" and current.rank < RANKS[found.lastgroup or "plus"]

    def _note(self, words: str, before: str) -> re.Match[str] | None:
        """A footnote: by its bracket, or by a bare number that counts on or follows a finished text."""
        note = _NOTE.match(words)
        if note is None or words[0] == "[":
            return note
        value = int(note[0])
        follows = self.current is not None and self.current.kind == "footnote" and value == self.notes + 1
        if follows or (
            self.gap and self.current is not None and (value == self.notes + 1) and (value > 1 or ends(before))
        ):
            self.notes = value
            return note
        return None

    def _continues(self, current: Block, words: str, before: str) -> bool:
        if current.end == current.body or not before:
            return True  # nothing but a marker so far
        if current.kind == "footnote":
            return not self.page and not self.gap
        if words.isdigit():
            return False
        size = self.last[1] - self.last[0]
        return goes_on(
            words,
            before,
            gap=self.gap,
            page=self.page,
            wraps=size > self.width * 0.55 or not (self.skipped or current.zone == "front"),
            fresh=self.fresh and current.kind != "paragraph" and size < self.width * 0.8,
            bold=self._bold(),
            spaced=self.spaced and self.grid is None,
        )

    def _bold(self) -> bool:
        """Whether the last line stands alone in bold, as headings do."""
        s, e = self.last
        return self.raw[max(0, s - 2) : s] == "**" and self.raw[e : e + 2] == "**"

    def settle(self) -> None:
        """Look again at the zone of the last block, now that it is whole."""
        if self.blocks and self.blocks[-1].zone == "front":
            block = self.blocks[-1]
            block.zone = self.zones.settle(self.flat[block.start : block.end], block.kind, cell=block.cell)

    def _open(self, words: str, start: int, end: int, found: re.Match[str] | None, note: re.Match[str] | None) -> None:
        self.settle()
        kind = (found.lastgroup or "") if found else "footnote" if note else "paragraph"
        rank = RANKS[kind] if found else PARAGRAPH
        if kind == "decimal" and found and found[0].count(".") > 1 + found[0].endswith("."):
            rank = RANKS["paren"]
        lead = found or note
        body = end - len(words[lead.end() :].lstrip(" ")) if lead else start
        was = self.zones.zone
        zone = self.zones.enter(
            words, kind, cell=self.grid is not None, new_table=self.grid is not None and len(self.grid.rows) > 1
        )
        rank = self._nest(kind, rank, zone, was, found)
        parent = self.stack[-1].index if self.stack and kind != "footnote" else None
        marked = found[0].strip() if found else note[0].strip() if note else ""
        block = Block(len(self.blocks), start, end, body, kind, marked, rank, parent, zone, self.grid is not None)
        if parent is not None:
            self.blocks[parent].children.append(block.index)
        if found:
            self.stack.append(block)
        self.blocks.append(block)
        self.current = block

    def _nest(self, kind: str, rank: int, zone: Zone, was: Zone, found: re.Match[str] | None) -> int:
        """Take from the stack what the new block does not stand under; its rank there."""
        stack, base = self.stack, self.base
        if zone != was and zone in ("annex", "recipients"):
            stack.clear()
            self.base = base = 0
        elif zone != was or (zone in ("front", "basis") and kind == "paragraph"):
            del stack[base:]
        if kind == "footnote":
            return rank
        if found:
            rank = self._below(kind, rank, found)
        while len(stack) > base and stack[-1].rank >= rank:
            stack.pop()
        return rank

    def _below(self, kind: str, rank: int, found: re.Match[str]) -> int:
        """The rank of a list that stands lower than its marker says: "I." in an article, "(1)" under a dash."""
        above = self.stack[self.base :]
        lowest = _LOWEST.get(kind)
        if lowest is None or not above:
            return rank
        known = next((b.rank for b in reversed(above) if b.kind == kind), None)
        if known is not None:
            return known
        top = next((b for b in reversed(above) if b.kind == "article"), None) if lowest == "article" else above[-1]
        if top is None or top.rank <= rank or not _FIRST_OF.match(found[0]):
            return rank
        announced = lowest == "article" or (self.flat[top.end - 1] == ":" and not top.children)
        return top.rank + 5 if announced else rank


def _spaced(flat: str, lines: list[Span]) -> bool:
    """Whether blank lines part the paragraphs, so that a line break alone does not."""
    apart = close = 0
    before = ""
    for start, end in lines:
        line = flat[start:end].strip()
        if before and before[-1] in ".;:" and len(before) > 20:
            if not line:
                apart += 1
            elif line[0].isupper() and marker(line) is None:
                close += 1
        before = line
    return apart > 3 * close


def _width(lines: list[Span]) -> int:
    """The width at which lines were broken; one that is never reached where each paragraph is one line."""
    sizes = sorted(end - start for start, end in lines if end - start > 20)
    if not sizes:
        return 80
    most = sizes[int(len(sizes) * 0.9)]
    return most if most <= 140 else 1 << 20
