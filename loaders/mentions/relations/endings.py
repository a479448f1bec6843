"""What ends a clause behind its documents: "X hết hiệu lực kể từ ngày Nghị định này …", a closing quotation mark."""

from __future__ import annotations

import re

from loaders.mentions.relations.frames import Frame, Sentence
from loaders.mentions.relations.phrases import phrases
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.telling import emit
from loaders.mentions.relations.wording import wording

_CLOSES = re.compile(r"\s*(?P<mark>[”\"])")
_OWN = 160  # code points behind the phrase in which this text must be named


def tailed(scene: Scene, now: Sentence, start: int, end: int) -> int:
    """Where a stretch begins behind the clause that ends in it, if one does."""
    if not now.frames or not now.frames[0].subject:
        return start
    return _tail(scene, now, start, end) or start


def unquoted(scene: Scene, now: Sentence, start: int) -> int:
    """Where a stretch begins behind the quotation mark that ends a document's subject: its phrases end with it."""
    if not now.seen or (end := _CLOSES.match(scene.low, start)) is None:
        return start
    if end["mark"] == "”":
        now.unquoted(scene.low.rfind("“", now.block.body, start))
        return end.end()
    opened = max(scene.low.rfind(mark, now.block.body, start) for mark in '“"')
    if opened < 0 or scene.low[opened + 1].isspace() or scene.low[end.end() : end.end() + 1].isalnum():
        return start  # a straight mark that opens
    now.unquoted(opened)
    return end.end()


def _tail(scene: Scene, now: Sentence, start: int, end: int) -> int | None:
    frame = now.frames[0]
    for said in phrases().find(scene.low, start, end):
        if said.phrase.voice != "tail":
            continue
        own = now.effect or wording().this.search(scene.low, said.end, min(end, said.end + _OWN))
        quoted = scene.regions.quoted(said.start)
        voiced = scene.speakers.quoting(said.start) if quoted else (("self",), False)
        if not own or voiced is None:
            continue
        frame.relations, frame.sources = said.phrase.relations, voiced[0]
        for i, member in enumerate(frame.members):
            emit(scene, now, frame, member, said.end, None if i else frame.part)
        now.frames = [Frame(start=start)]
        return said.end
    return None
