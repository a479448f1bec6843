"""Which of a sentence's phrases one more document joins: "X sửa đổi A, B và C"."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.groups import year_of
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole
from loaders.mentions.relations.frames import Frame, Gap, Sentence
from loaders.mentions.relations.ranks import family, rank
from loaders.mentions.relations.reach import joined

_JOINT = re.compile(rf"(?:[,;]|{whole(['và', 'hoặc', 'cùng'], bar=LETTER)})[\s,]*(?:các\s*|các văn bản\s*)?$")
_OTHER = re.compile(r";\s*(?:và +)?của +[^;.:\d]{3,140}? +tại(?: +các)?\s*$")  # "của A tại X; của B tại Y"
_AND = re.compile(rf"(?<!{LETTER})(?:và|cùng)[\s,]*(?:các\s*)?$")
_BARE = re.compile(r"số|\d")
_UNNAMED = re.compile(r"(?:bộ +luật|luật|pháp +lệnh) +(?:số|\d)")
_LAST = re.compile(rf"(?:[,;]|(?<!{LETTER})(?:và|hoặc))[^,;]*$")


def partner(now: Sentence, gap: Gap, low: str, *, direct: bool) -> Frame | None:
    """The frame that a document joins: the innermost one across a mere "và", else one of its own family.

    `direct` says that the gap does no more than join it to the document before.
    """
    c, between = gap.c, low[gap.start : gap.end]
    hard = ";" in between
    if now.frames[0].relations == ("BASED_ON",) and _OTHER.match(between):
        return now.frames[0]
    if not (direct or _JOINT.search(between) or _listed(low, gap.start, between)):
        return None
    order = now.frames if hard else now.frames[::-1]
    alike = [f for f in order if any(family(m) == family(c) for m in f.members) and _plausible(now, f, c, low)]
    if direct and not hard:
        if (listed := _numbers(now, c, low)) is not None:
            return listed
        inner = now.frames[-1]
        return inner if _plausible(now, inner, c, low) else next(iter(alike), None)
    carried = now.frames[-1].relations == ("IMPLEMENTS",) and bool(c.number) and not hard and _AND.search(between)
    if carried and not (alike and alike[0].relations):
        return now.frames[-1]  # one carries out what another ordered, and a document of another kind
    if alike:
        return next((f for f in alike if _several(now, f, c)), alike[0])
    ours = now.frames[0].sources == ("self",) and _AND.search(between)
    return now.frames[0] if hard or ours else None


def _several(now: Sentence, frame: Frame, c: Cited) -> bool:
    """Whether a whole document is one more that a part changed: "Điều 2 của Thông tư A sửa đổi Thông tư B; …"."""
    if frame.relations != ("AMENDS",) or frame.fixed is not None or c.pinpoint:
        return False
    return any(s.handle in frame.sources and s.pinpoint for s in now.seen)


def _numbers(now: Sentence, c: Cited, low: str) -> Frame | None:
    """The list that a bare number goes on: "các Nghị định: số A sửa đổi Nghị định số B, số C"."""
    if not _BARE.match(low, c.start) or any(_BARE.match(low, m.start) for m in now.frames[-1].members):
        return None
    lists = (f for f in now.frames[::-1] if any(_BARE.match(low, m.start) for m in f.members))
    return next(lists, None)


def _listed(low: str, start: int, between: str) -> bool:
    joint = _LAST.search(between)
    return joint is not None and joined(low, start + joint.start(), start + len(between))


def _plausible(now: Sentence, frame: Frame, c: Cited, low: str) -> bool:
    """A guiding document stands below the guided one; an amending one is not below the amended."""
    if frame.relations not in (("GUIDES",), ("AMENDS",)) or "self" in frame.sources:
        return True
    if frame.fixed is not None:
        return frame.relations != ("AMENDS",) or _amends(now, frame, c, low)
    other = rank(c)
    by = next((rank(s) for s in now.seen if s.handle in frame.sources), None)
    if other is None or by is None:
        return True
    return by > other if frame.relations == ("GUIDES",) else by <= other


def _amends(now: Sentence, frame: Frame, c: Cited, low: str) -> bool:
    """Whether one more document amends: "được sửa đổi theo Luật số A và Luật số B, Luật Đất đai số C" ends at B."""
    if any(family(m) != family(c) for m in frame.members):
        return False
    target = next((s for s in now.seen if s.handle == frame.fixed), None)
    before, then = year_of(target.number) if target else None, year_of(c.number)
    if before and then and then < before:
        return False
    named = [_UNNAMED.match(low, m.start) is None for m in (*frame.members, c)]
    return not (named[-1] and not named[0])
