"""One document of a sentence: what the stretch before it says of it."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.found import Cited
from loaders.mentions.relations.deeds import governed, part
from loaders.mentions.relations.endings import tailed, unquoted
from loaders.mentions.relations.frames import Frame, Gap, Sentence
from loaders.mentions.relations.grounds import grounded, is_heard, opened, quoted
from loaders.mentions.relations.joints import partner
from loaders.mentions.relations.phrases import phrases
from loaders.mentions.relations.reach import governing, joined, near, over
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.telling import emit, join, silence
from loaders.mentions.relations.wording import wording

_AMENDING = re.compile(r"luật +sửa +đổi")


def step(scene: Scene, now: Sentence, c: Cited, start: int, heading: Frame | None) -> None:
    """Reads the stretch from an offset to a document; `heading` rules the list that it may be an item of."""
    if c.start < start:
        _inside(scene, now, c)
        return
    gap = _gap(scene, now, c, start)
    if scene.plurals.listed(c):
        silence(now, c, gap.start)  # what is said of it is said of its head
        return
    if _listed(scene, now, gap) or _amending(scene, now, gap) or quoted(scene, now, gap, heading):
        return
    ground = opened(scene, now, gap)
    if ground is not None and is_heard(scene, gap.start, ground):
        grounded(scene, now, gap, ground)
        return
    for group in governing(scene.low, ground or gap.start, gap.end):
        own = ground is not None and scene.low.startswith("căn cứ", group[0].start)
        if not own and governed(scene, now, gap, group):
            return
    if ground is not None:
        grounded(scene, now, gap, ground)
    elif now.frames:
        _coordinate(scene, now, gap, direct=False)
    else:
        _open(scene, now, gap, heading)


def _head(low: str, c: Cited, start: int) -> int:
    """Where a citation begins with its pinpoint, behind an offset."""
    span = c.pinpoint_span
    if span is not None and start <= span[0] < c.start and near(low, span[1], c.start):
        return span[0]
    return c.start


def _gap(scene: Scene, now: Sentence, c: Cited, start: int) -> Gap:
    """The stretch that speaks of a document: without what ends the clause before it, or says only since when."""
    end = _head(scene.low, c, start)
    start = unquoted(scene, now, tailed(scene, now, start, end))
    if not now.frames and (effect := wording().effect.match(scene.low, start, end)):
        start, now.effect = effect.end(), True
    return Gap(c, start, end)


def _inside(scene: Scene, now: Sentence, c: Cited) -> None:
    """A law named, with its number, in the name of the law that amends it."""
    outer = now.last
    if outer is None or not c.number or outer.end < c.end or c.start == outer.start:
        return
    if any(s.phrase.relations == ("AMENDS",) for s in phrases().find(scene.low, outer.start, c.start)):
        emit(scene, now, Frame(("AMENDS",), (outer.handle,), start=outer.start), c, c.end)


def _listed(scene: Scene, now: Sentence, gap: Gap) -> bool:
    """One more report that was heard, or one more document behind a mere joint."""
    if not now.frames:
        return False
    if now.frames[0].heard and gap.c.type in wording().reports:
        join(scene, now, now.frames[0], gap.c)
        return True
    if joined(scene.low, gap.start, gap.end):
        _coordinate(scene, now, gap, direct=True)
        return True
    return False


def _amending(scene: Scene, now: Sentence, gap: Gap) -> bool:
    """ "Luật sửa đổi, bổ sung một số điều" cited as a name, then "của Luật X số …"."""
    prev = now.last
    if prev is None or not gap.c.number or scene.low[gap.start : gap.end].strip() != "của":
        return False
    if not _AMENDING.match(scene.low, prev.start, prev.end):
        return False
    frame = Frame(("AMENDS",), (prev.handle,), start=prev.start)
    now.frames.append(frame)
    join(scene, now, frame, gap.c)
    return True


def _open(scene: Scene, now: Sentence, gap: Gap, heading: Frame | None) -> None:
    """The first document of a sentence that no phrase governs: an item of a list, a subject, or neither."""
    span = (scene.low, gap.start, gap.end)
    plain = joined(*span) or near(*span) or over(*span)
    own = part(scene, gap.start, gap.c)
    if heading is None or not plain or heading.relations == ("BASED_ON",):
        now.frames = [Frame(start=gap.start, subject=plain, members=[gap.c], part=own)]
        return
    frame = replace(heading, start=gap.start, members=[])
    now.frames = [frame]
    join(scene, now, frame, gap.c, own)


def _coordinate(scene: Scene, now: Sentence, gap: Gap, *, direct: bool) -> None:
    frame = partner(now, gap, scene.low, direct=direct)
    if frame is None:
        silence(now, gap.c, gap.start)
        return
    now.inside(frame)
    join(scene, now, frame, gap.c)
