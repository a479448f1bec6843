"""The line above the one that is read: whether the sentence goes on from it, or something new begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.layout import Layout
from loaders.markers import RANKS
from loaders.sentences import CAPITAL
from loaders.signs import Signs, ends, signs
from loaders.text import Text
from loaders.tree import Block

_SEEN = 60  # code points of the line above that a line is held against
_TOLD = 40  # code points: a line that must go on does so over a blank line if it is longer
_FULL = 0.8  # of the width: no shorter line was broken by a page alone ...
_FULLER = 0.95  # ... where it may be a heading: the first of its block ...
_PRINTED = 55  # ... nor one of fewer code points, which is a cell's
_FIRST_ITEM = re.compile(rf"\(?(?:1|a|i)[.)]+ +[{CAPITAL}]|1\.1\.? +[{CAPITAL}]")
# "Bộ Lao động\n- Thương binh và Xã hội": a name that the line break fell into.
_NAME = re.compile(rf"(?<!\w)[{CAPITAL}][^\W\d_]*(?: [^\W\d_]+)?$")


@dataclass(slots=True)
class Above:
    """The last line (`words` are its end), its block, and what parts the next line from it.

    `gap`: more than a line break; `page`: a page break; `fresh`: the line is the first of its block; `cell`: both
    stand in a table. `furnished` says that the text has page furniture.
    """

    text: Text
    layout: Layout
    furnished: bool
    block: Block | None = None
    words: str = ""
    start: int = 0
    end: int = 0
    gap: bool = True
    page: bool = False
    fresh: bool = False
    cell: bool = False
    signs: Signs = field(default_factory=signs)

    def take(self, block: Block, words: str, start: int) -> None:
        """A line has been read: it is the one above the next."""
        self.fresh = block is not self.block
        self.block = block
        self.words = words[-_SEEN:]
        self.start = start
        self.end = start + len(words)
        self.gap = self.page = False

    def part(self) -> None:
        """Nothing goes on from here: a rule, a cell, or a table begins or ends."""
        self.block, self.gap = None, True

    def lets_open(self, block: Block, found: re.Match[str], words: str) -> bool:
        """Whether what looks like a marker opens a block, or a line break fell before it by chance."""
        before, kind = self.words, found.lastgroup or ""
        if ends(before) or (self._heads(block, kind) and _FIRST_ITEM.match(words)):
            return True
        after = words[found.end() :].lstrip()
        if kind in ("dash", "plus"):
            return self._lets_dash(after)
        if kind == "article":
            return not (self._refers() or not after[:1].isupper()) or self._refers_apart()
        if kind in ("letter", "number", "decimal", "paren") and self._refers():
            return self._refers_apart()
        return self.gap or kind not in ("number", "decimal", "paren") or after[:1].isupper()

    def goes_on(self, block: Block, words: str) -> bool:
        """Whether a line without a marker continues the block above it."""
        before = self.words
        if block.body == block.end:
            return True  # nothing but a marker so far
        if block.kind == "footnote":
            return not self.page and not self.gap
        if words.isdigit() or (before.isdigit() and block.kind == "paragraph" and not words[0].islower()):
            return False  # a page's number, or a cell's
        apart, ended = self.gap or self.page, ends(before)
        if words[0].islower():
            return not (ended and apart)
        if self.signs.recipients.open(words):
            return False
        if ended:
            return self.layout.spaced and not self.cell and not apart and before[-1] != ":" and self._wraps(block)
        shouted = before.isupper()
        if not shouted and self._must_go_on():
            return not self.gap or self.page or len(before) > _TOLD
        if apart:
            return self.page and not shouted and not words.isupper() and self._broken(block, words)
        if shouted or words.isupper():
            return shouted and words.isupper()
        return self._wraps(block) and not self._begins(block, words)

    def _broken(self, block: Block, words: str) -> bool:
        """Whether a page broke a sentence before a capital: "của UBND tỉnh Hòa" / "Bình ban hành …"."""
        size, width = self.end - self.start, self.layout.width
        full = size > max(width * (_FULLER if self.fresh else _FULL), _PRINTED)
        unended = self.words[-1].isalnum() or self.words[-1] in ",-/"
        further = words[0].isalnum() and (len(words) > width * 0.55 or ends(words))
        opens = self.signs.new.open(words) or self.signs.forms.open(words) or self._begins(block, words)
        return full and unended and further and not opens

    def _must_go_on(self) -> bool:
        before = self.words
        return before[-1] == "," or self.signs.must.end(before) or (not self.gap and self.signs.may.end(before))

    def _begins(self, block: Block, words: str) -> bool:
        """Whether words say something new behind a line that may be a heading."""
        if self.signs.begins.open(words) or self._bold():
            return True
        if block.kind == "article" and self.signs.title.match(self.text.flat, block.body, block.end):
            return True
        fresh = self.fresh and block.kind != "paragraph" and self.end - self.start < self.layout.width * 0.8
        return fresh and self.signs.new.open(words)

    def _wraps(self, block: Block) -> bool:
        """Whether the line is long enough to have been broken by its width alone."""
        wide = self.end - self.start > self.layout.width * 0.55
        return wide or not (self.furnished or block.zone == "front")

    def _bold(self) -> bool:
        """Whether the line stands alone in bold, as headings do."""
        return self.text.lines.startswith("**", self.end) and self.text.lines.endswith("**", 0, self.start)

    def _heads(self, block: Block, kind: str) -> bool:
        """Whether the block is a heading so far and the marker below it one of a lower rank."""
        return self.fresh and block.kind != "paragraph" and block.rank < RANKS[kind]

    def _lets_dash(self, after: str) -> bool:
        """ "2021\\n- 2025", "kinh tế\\n- xã hội": a hyphen that the line break moved to the front is no bullet."""
        before = self.words
        if after[:1].isdigit() or after[:1].islower():
            return self.gap and after[:1].islower() and before[-1] == ","
        full = self.end - self.start > self.layout.width * 0.9
        return self.gap or not (full and _NAME.search(before)) or (after != "" and self.signs.papers.open(after))

    def _refers(self) -> bool:
        """Whether a number behind the line belongs to a reference: "tại khoản" / "2. Điều này"."""
        return self.words.endswith(self.signs.reference)

    def _refers_apart(self) -> bool:
        """Whether a blank line parts such a number from what it seems to belong to."""
        return self.gap and not self.words.endswith(self.signs.inside)
