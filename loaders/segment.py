"""The tree of a text: căn cứ, phần, mục, điều, khoản, điểm, bullets, table cells, annexes, recipients.

Texts come with hard line breaks, page breaks inside sentences, Markdown stars and table bars. A block is what a
person would call one paragraph or item, whatever lines it was printed on; a block's `parent` is the heading or
item that it stands under.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from loaders.text import Text

Zone = Literal["front", "basis", "body", "recipients", "annex"]

# Rank of a marker: the smaller, the higher in the tree. A paragraph without a marker hangs on the last marker.
RANKS = {"part": 1, "chapter": 2, "section": 3, "roman": 4, "article": 5, "number": 6, "decimal": 7, "letter": 9, "dash": 10, "plus": 11}
PARAGRAPH = 20

_MARKER = re.compile(
    r"""(?P<part>PHẦN|Phần)\ +(?:thứ|THỨ)?\ *[\w]+\b
      | (?P<chapter>CHƯƠNG|Chương)\ +[IVXLC\d]+\b
      | (?P<section>MỤC|Mục|TIỂU\ MỤC|Tiểu\ mục)\ +[IVXLC\d]+(?=[.:\ ]|$)
      | (?P<article>ĐIỀU|Điều)\ +\d+[a-zđ]?\ *[.:]
      | (?P<roman>[IVXLC]+)\ ?[./)-]\ 
      | (?P<decimal>\d{1,2}(?:\.\d{1,2})+)\.?(?=[\ ]|[^\W\d])
      | (?P<number>\(?\d{1,3}[.)/](?=\ |[^\W\d]|$))
      | (?P<letter>\(?[a-zđ]{1,2}\d?\))
      | (?P<dash>[-•●◦▪o](?=\ |[^\W\d]))
      | (?P<plus>\+(?=\ |[^\W\d]))
    """,
    re.VERBOSE,
)
_EDGE = " |\t"
_ENDS = re.compile(r"[.:;!?…][”\"’')\]]*$|[./]\.$")
_RULE = re.compile(r"^[-_=.~ ]*$")
_RECIPIENTS = re.compile(r"Nơi nhận *:|NƠI NHẬN *:?|Nơi gửi *:")
_ANNEX = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|Biểu mẫu|Mẫu số|MẪU SỐ)\b(?! *(?:này|kèm|ban hành))")
_BASIS = re.compile(r"-* *(?:Căn cứ|Xét|Theo đề nghị|Trên cơ sở|Sau khi)\b")
_SENTENCE = re.compile(r"(?<=[.!?…;])[”\"’')\]]* +(?=[“\"‘(\[]?[^\W\d_a-zà-ỹđ])")


@dataclass(slots=True)
class Block:
    """One paragraph or item: twin offsets ``start:end``, `body` where its words begin behind the marker."""

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
    """The blocks of a text in printed order."""

    def __init__(self, text: Text, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self._starts = [b.start for b in blocks]

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

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Twin offsets of the sentence around ``start:end``, never beyond its blocks."""
        first, last = self.at(start), self.at(max(start, end - 1))
        if first is None or last is None:
            return start, end
        low, high = min(first.body, start), max(last.end, end)
        flat = self.text.flat
        s = low
        for cut in _SENTENCE.finditer(flat, low, high):
            if cut.end() <= start:
                s = cut.end()
            elif cut.start() >= end:
                return s, cut.start()
        return s, high

    def sentences(self, block: Block) -> list[tuple[int, int]]:
        """The sentences of a block, as twin offsets."""
        out, s = [], block.body
        for cut in _SENTENCE.finditer(self.text.flat, block.body, block.end):
            out.append((s, cut.start()))
            s = cut.end()
        if s < block.end:
            out.append((s, block.end))
        return out


def segment(text: Text) -> Tree:
    """The blocks of a text, each with its marker, its place in the tree and its zone."""
    blocks: list[Block] = []
    flat = text.flat
    stack: list[Block] = []
    zone: Zone = "front"
    current: Block | None = None
    gap = True  # something other than a plain line break stands between the last line and this one
    in_cell = False
    at = 0
    for line in text.lines.split("\n"):
        begin, at = at, at + len(line) + 1
        stripped = flat[begin : begin + len(line)]
        left = len(stripped) - len(stripped.lstrip(_EDGE))
        words = stripped.strip(_EDGE)
        if "|" in stripped and not words:
            current, gap, in_cell = None, True, True
            continue
        if not words or _RULE.match(words):
            gap = True
            continue
        start, end = begin + left, begin + left + len(words)
        marker = _MARKER.match(words)
        if marker and not _opens(marker, words, flat, current, gap):
            marker = None
        if marker is None and current is not None and _goes_on(words, flat, current, gap):
            current.end = end
            gap = False
            continue
        kind = marker.lastgroup or "" if marker else "paragraph"
        rank = RANKS[kind] if marker else PARAGRAPH
        body = start + len(words) - len(words[marker.end() :].lstrip(" ")) if marker else start
        zone = _zone(zone, words, marker, in_cell)
        while stack and (stack[-1].rank >= rank or (zone == "annex" and stack[-1].zone != "annex")):
            stack.pop()
        block = Block(
            len(blocks), start, end, body, kind, marker[0].strip() if marker else "", rank, stack[-1].index if stack else None, zone, in_cell
        )
        if stack:
            stack[-1].children.append(block.index)
        if marker:
            stack.append(block)
        blocks.append(block)
        current, gap = block, False
        if "|" not in stripped and not gap and not in_cell:
            in_cell = False
    return Tree(text, blocks)


def _opens(marker: re.Match[str], words: str, flat: str, current: Block | None, gap: bool) -> bool:
    """Whether what looks like a marker opens a block, or a line break fell before it by chance."""
    if current is None:
        return True
    before = flat[max(0, current.end - 40) : current.end].rstrip()
    after = words[marker.end() :].lstrip()
    if _ENDS.search(before):
        return True
    kind = marker.lastgroup
    if kind in ("dash", "plus"):
        # "2021\n- 2025", "kinh tế\n- xã hội": a hyphen that the line break moved to the front.
        return not (after[:1].isdigit() or after[:1].islower()) or (gap and not before[-1:].isdigit() and after[:1].islower() and before[-1:] in ",")
    if kind == "article" or (kind in ("letter", "number", "decimal") and re.search(r"(?:điểm|khoản|Điều|điều|mục|số|và|,|ngày|tháng)$", before)):
        return gap and not re.search(r"(?:tại|của|theo|điểm|khoản|và|,)$", before)
    return gap or kind not in ("number", "decimal") or after[:1].isupper()


def _goes_on(words: str, flat: str, current: Block, gap: bool) -> bool:
    """Whether a line without a marker continues the block above it."""
    before = flat[max(0, current.end - 20) : current.end].rstrip()
    if not gap:
        return not (_ENDS.search(before) and not words[:1].islower()) and not _RECIPIENTS.match(words)
    # A blank line inside a sentence is a page break.
    return words[:1].islower() and not _ENDS.search(before)


def _zone(zone: Zone, words: str, marker: re.Match[str] | None, in_cell: bool) -> Zone:
    if _RECIPIENTS.match(words):
        return "recipients"
    if zone in ("recipients", "body") and marker is None and _ANNEX.match(words) and len(words) < 120:
        return "annex"
    if zone in ("front", "basis"):
        if _BASIS.match(words):
            return "basis"
        if (marker and marker.lastgroup not in ("dash", "plus")) or zone == "basis":
            return "body"
        if zone == "front" and len(words) > 60 and not words.isupper() and not in_cell:
            return "body"
    return zone
