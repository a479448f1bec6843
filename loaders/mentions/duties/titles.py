"""Titles that name who has the tasks below: "Nhiệm vụ giao Sở Nội vụ", "CÔNG VIỆC CỦA CÁC SỞ, NGÀNH"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.found import Actor
from loaders.mentions.bodies.bodies import bodies, titled
from loaders.segment import Block, Tree

_GIVEN = re.compile(
    r"(?:nhiệm vụ|công việc)(?: cụ thể| trọng tâm| chủ yếu| được)?"
    r" (?:của|(?:giao|phân công)(?: nhiệm vụ)?(?: cho)?)\b *"
    r"|(?:giao|phân công) (?:nhiệm vụ|công việc) cho\b *",
    re.I,
)
_STANDING = re.compile(r"chức năng|quyền hạn|kinh phí|định mức|thủ tục|tiêu chí", re.I)  # these give no tasks
_CLOSED = re.compile(r" *(?:chỉ đạo|thực hiện|chủ trì|triển khai)?[^\w]*(?:\(|năm|giai đoạn|$)", re.I)
_ANNEX = re.compile(r"PHỤ LỤC|PHỤ BIỂU|BIỂU|DANH MỤC")
_NEAR = 4  # blocks: a title stands so near above a table
_LONG = 260  # code points: no title is longer


def entitled(flat: str, start: int, end: int) -> list[Actor]:
    """The doers that the title ``start:end`` names."""
    if end - start > _LONG or _STANDING.search(flat, start, end):
        return []
    text = flat[start:end]
    text = titled(text) if text.isupper() else text
    given = _GIVEN.search(text)
    phrase = bodies(text, given.end() if given else 0, len(text))
    if phrase is None or not _CLOSED.match(text, phrase.end):
        return []
    return [replace(a, start=a.start + start, end=a.end + start) for a in phrase.actors]


def annexed(tree: Tree, block: Block) -> list[Actor] | None:
    """The doers that the title of an annex names, none where it names nobody; None where a block is no such title."""
    if block.zone != "annex" or block.kind != "paragraph":
        return None
    text = tree.words(block)
    if not text.isupper():
        return None
    if _GIVEN.search(text):
        return entitled(tree.text.flat, block.body, block.end)
    return [] if _ANNEX.match(text) else None


def title(tree: Tree, at: int) -> list[Actor]:
    """The doers that a title right above a table names, where it says whose tasks they are."""
    last = tree.at(at - 1)
    if last is None:
        return []
    for block in reversed(tree.blocks[max(0, last.index + 1 - _NEAR) : last.index + 1]):
        if not block.cell and _GIVEN.search(tree.text.flat, block.body, min(block.end, block.body + _LONG)):
            return entitled(tree.text.flat, block.body, block.end)
    return []
