"""The printed lines of a text, as its twin has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add
from typing import TypeAlias

from loaders.sentences import CAPITAL
from loaders.text import Text

Line: TypeAlias = tuple[int, str]  # where a line begins in the twin, and its words

# A new item that was glued to the end of the line above: "kết luận như sau:**1. Thống nhất …".
_GLUED = re.compile(rf"\*\*(?<=[^\s*|]\*\*)(?=(?:\d{{1,2}}|[IVX]+)\. ?[{CAPITAL}])")

# A heading torn from its number by a line break: "**Điều\n12. Trách nhiệm …**".
_HEADS = frozenset(["Điều", "Chương", "Mục", "Phần"])
_TORN = re.compile(
    rf"(?:{'|'.join(sorted(_HEADS))})[ *]*\n(?=[ *]*(?:\d{{1,3}}[a-zđ]?[.:] ?\**[{CAPITAL}]|[IVX]+\**(?:\n|\Z)))"
)
_HEAD = 14  # code points: the line of such a heading is no longer


@dataclass(frozen=True, slots=True)
class Lines:
    """Aligned lists: where each line begins in the twin, the line, and the line without the blanks around it."""

    starts: list[int]
    rows: list[str]
    words: list[str]

    def within(self, start: int, end: int) -> Iterator[Line]:
        """The lines that begin in a stretch of the twin."""
        first, behind = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[first:behind], self.rows[first:behind], strict=True)


def lines(text: Text) -> Lines:
    """The lines in turn; a line with a glued item is two, a heading torn from its number is one."""
    rows = text.rows.split("\n")
    words = list(map(str.strip, rows))
    if changes := _changes(text.lines, words):
        rows = _changed(text.rows, changes).split("\n")
        words = list(map(str.strip, rows))
    starts = map(add, accumulate(map(len, rows[:-1]), initial=0), count())  # a line break is a code point
    return Lines(list(starts), rows, words)


def _changes(printed: str, words: list[str]) -> dict[int, str]:
    """Offsets at which a line should break, and those at which it should not, with what belongs there."""
    changes = {glued.end() - 1: "\n" for glued in _GLUED.finditer(printed)} if "**" in printed else {}
    if not _HEADS.isdisjoint(words):
        changes |= {torn.end() - 1: " " for torn in _TORN.finditer(printed) if _is_torn(printed, torn)}
    return changes


def _changed(rows: str, changes: dict[int, str]) -> str:
    pieces, begin = [], 0
    for at in sorted(changes):
        pieces += [rows[begin:at], changes[at]]
        begin = at + 1
    return "".join([*pieces, rows[begin:]])


def _is_torn(printed: str, torn: re.Match[str]) -> bool:
    """Whether such a heading is a whole line, and a short one."""
    begin, end = printed.rfind("\n", 0, torn.start()) + 1, torn.end() - 1
    return end - begin < _HEAD and not printed[begin : torn.start()].strip(" *")
