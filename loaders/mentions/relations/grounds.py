"""Grounds: "Căn cứ X" in the preamble, "sau khi nghe X", and those of another document that is quoted."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.found import Cited
from loaders.mentions.relations.frames import Frame, Gap, Sentence
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.telling import join
from loaders.mentions.relations.wording import wording
from loaders.segment import Block

OTHERS = re.compile(r"có +căn +cứ +ban +hành(?: +như +sau)?[\s:“\"]*")
_GROUND = "Căn cứ "
_TOLD = re.compile(r"[\s\-–+\d.)a-d]*(?:giao|đề +nghị|yêu +cầu) ")


def opened(scene: Scene, now: Sentence, gap: Gap) -> int | None:
    """Where the words end that open a ground of this text."""
    start, end, first = gap.start, gap.end, not now.frames
    if not scene.regions.grounds(start) and not (now.seen and OTHERS.search(scene.low, start, end)):
        return None
    between = " " + scene.low[start:end] if first else scene.low[start:end]
    inner = scene.regions.of(start) == "body"  # of a letter: there only "căn cứ" opens what it answers
    found = max((m.end() for m in wording().ground.finditer(between) if not inner or "căn" in m[0]), default=None)
    if found is not None and _TOLD.match(between, 0, found):
        return None  # "Giao Sở X, căn cứ Luật Y, tham mưu …": whose work stands on it
    if found is not None:
        return start + found - first
    if not first and not inner and (more := wording().besides.search(scene.low, start, end)):
        return more.end()  # "Thực hiện X và trên cơ sở báo cáo của Sở Y tại Công văn Z, …"
    if (printed := scene.flat.rfind(_GROUND, start, end)) >= 0:
        return printed + len(_GROUND)  # behind a title that no full stop ends
    heard = wording().heard.search(scene.low, start, end) if first else None
    return heard.end() if heard else None


def is_heard(scene: Scene, start: int, ground: int) -> bool:
    """Whether a ground reaches every report of its sentence: "sau khi nghe Báo cáo của … (Báo cáo số A)"."""
    return wording().heard.search(scene.low, start, ground) is not None


def grounded(scene: Scene, now: Sentence, gap: Gap, ground: int) -> None:
    """A document on which this text stands, or the one whose grounds it tells."""
    heard = is_heard(scene, gap.start, ground)
    told = OTHERS.search(scene.low, gap.start, ground) if now.seen else None
    sources = (now.seen[0].handle,) if told else ("self",)
    frame = Frame(("BASED_ON",), sources, start=told.end() if told else gap.start, heard=heard)
    now.frames = [frame]
    if not heard or gap.c.type in wording().reports or not scene.low[ground : gap.end].strip():
        join(scene, now, frame, gap.c)
    else:
        frame.members.append(gap.c)


def quoted(scene: Scene, now: Sentence, gap: Gap, heading: Frame | None) -> bool:
    """A ground of another document whose preamble is quoted below its name."""
    if heading is None or heading.relations != ("BASED_ON",):
        return False
    if not wording().ground.match(" " + scene.low[gap.start : gap.end]):
        return False
    frame = replace(heading, start=gap.start, members=[])
    now.frames = [frame]
    join(scene, now, frame, gap.c)
    return True


def goes_on(scene: Scene, before: Block | None, block: Block, c: Cited) -> bool:
    """Whether a line of the preamble goes on the grounds of the line before: "…; | Nghị định số B …;"."""
    if before is None or before.index + 1 != block.index or scene.regions.of(block.start) != "front":
        return False
    return c.start == block.body and scene.low[before.end - 1] in ",;"


def is_ground(scene: Scene, block: Block) -> bool:
    """Whether a block opens a ground of this text."""
    return scene.regions.grounds(block.start) and bool(wording().ground.match(" " + scene.low[block.body : block.end]))
