"""A block read clause by clause: its sentences, and the documents of each in turn."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.found import Cited, Related
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.endings import tailed
from loaders.mentions.relations.frames import Frame, Gap, Sentence, Told
from loaders.mentions.relations.grounds import goes_on, grounded, is_ground
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.steps import step
from loaders.mentions.relations.wording import wording
from loaders.segment import Block

_SENTENCE = re.compile(r"[.!?…,;](?:(?<=[,;])”|(?<![,;])(?:(?<=\.)/\.)?[”\"’')\]]*) +(?=[“\"‘(\[]?[^\W\d_a-zà-ỹđ])")
_ALIAS = re.compile(r"\((?:[^()]{0,30}(?:gọi|viết)[^()]{0,30} (?:là|gọn|tắt)\s*)?[“\"]?$")
_CALLED = ("gọi", "viết")
_WORDS = re.compile(rf"(?<!{LETTER})(?:cụm +)?từ(?: +ngữ)?[\s:]*$")
_TAIL = 400  # code points behind the last document of a sentence


@dataclass(frozen=True, slots=True)
class Past:
    """What the blocks before one leave to it: the last document that they name, and the block that was a ground."""

    last: Cited | None = None
    ground: Block | None = None


def clauses(
    scene: Scene, block: Block, cited: list[Cited], heading: Frame | None, past: Past
) -> tuple[list[Related], Past]:
    """The relations that a block states, and what it leaves; `heading` rules a list that it is an item of."""
    now = Sentence(block, Told(), _row(scene, block, past.last))
    going = goes_on(scene, past.ground, block, cited[0])
    at = block.body
    for c in cited:
        if _worded(scene, c, block):
            continue
        if _is_alias(scene, now, c):
            now.returned(c)
            at = max(at, c.end)
            continue
        if (cut := _cut(scene, at, c.start)) is not None:
            tailed(scene, now, at, cut)
            now, at = Sentence(block, now.told), cut
        if going and c is cited[0]:
            grounded(scene, now, Gap(c, block.body, c.start), c.start)
        else:
            step(scene, now, c, at, heading if not now.seen and at == block.body else None)
        now.seen.append(c)
        at = max(at, c.end)
    tailed(scene, now, at, min(block.end, at + _TAIL))
    ground = block if going or is_ground(scene, block) else past.ground
    return now.told.all(), Past(cited[-1], ground)


def _row(scene: Scene, block: Block, before: Cited | None) -> Cited | None:
    """The document whose name fills the end of the block before: "Nghị định số A | Quy định chi tiết …"."""
    if before is None or block.kind != "paragraph" or not scene.flat[block.body : block.body + 2].istitle():
        return None
    return None if scene.flat[before.end : block.start].strip(" |") else before


def _cut(scene: Scene, start: int, end: int) -> int | None:
    """Where the last sentence before a document begins, if one ends in the stretch."""
    # the next sentence may begin with the document itself, which the pattern has to see
    ends = [m.end() for m in _SENTENCE.finditer(scene.flat, start, min(end + 1, len(scene.flat)))]
    if scene.regions.of(start) == "front":
        ends += [m.end() for m in wording().aim.finditer(scene.flat, start, end)]
    return max(ends, default=None)


def _is_alias(scene: Scene, now: Sentence, c: Cited) -> bool:
    """A document's short name in brackets behind its full one."""
    if not now.seen or not _ALIAS.search(scene.low, max(0, c.start - 80), c.start):
        return False
    if scene.flat[c.end : c.end + 2].lstrip('”" ')[:1] != ")":
        return False
    before = scene.low[max(0, c.start - 40) : c.start]
    return any(word in before for word in _CALLED) or any(s.number == c.number for s in now.seen if s.number)


def _worded(scene: Scene, c: Cited, block: Block) -> bool:
    """A document inside words that are changed: "Sửa đổi cụm từ “Điều 5 Nghị định số A” tại Nghị định số B"."""
    quote = scene.regions.quote(c.start)
    return quote is not None and block.start < quote[0] and bool(_WORDS.search(scene.low, block.start, quote[0]))
