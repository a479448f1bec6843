"""What a sentence has said so far: its phrases and the documents each of them governs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.found import Cited
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole
from loaders.mentions.relations.phrases import phrases
from loaders.mentions.relations.ranks import family, rank
from loaders.segment import Block

_JOINT = re.compile(rf"(?:[,;]|{whole(['và', 'hoặc', 'cùng'], bar=LETTER)})[\s,]*(?:các\s*|các văn bản\s*)?$")
_AND = re.compile(r"(?<![^\W\d_])(?:và|cùng)[\s,]*(?:các\s*)?$")
_BARE = re.compile(r"số|\d")
_UNNAMED = re.compile(r"(?:bộ +luật|luật|pháp +lệnh) +(?:số|\d)")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_LAST = re.compile(r"(?:[,;]|(?<![^\W\d_])(?:và|hoặc))[^,;]*$")


@dataclass(slots=True)
class Frame:
    """A phrase and the documents it governs so far. `fixed` is the other end of a passive phrase, `part` its pinpoint.

    `heard`: reports reach it from within its sentence. `subject`: no phrase yet, but one may stand behind.
    `merged`: the document that a consolidated text was made of, together with those governed.
    """

    relations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    planned: bool = False
    start: int = 0
    fixed: str | None = None
    part: str | None = None
    heard: bool = False
    subject: bool = False
    merged: Cited | None = None
    members: list[Cited] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """The frames of a sentence, the outermost first, and the documents it has named, in printed order.

    `effect`: it began "Kể từ ngày Thông tư này có hiệu lực,". `row`: the document that the cell or line before it
    names, and no more: a table's or a list's next column is its title.
    """

    block: Block
    row: Cited | None = None
    frames: list[Frame] = field(default_factory=list)
    seen: list[Cited] = field(default_factory=list)
    effect: bool = False

    @property
    def last(self) -> Cited | None:
        return self.seen[-1] if self.seen else None

    def partner(self, c: Cited, low: str, start: int, end: int, *, direct: bool) -> Frame | None:
        """The frame that a document joins: the innermost one across a mere "và", else one of its own family.

        `direct` says that ``start:end`` does no more than join it to the document before.
        """
        gap = low[start:end]
        hard = ";" in gap
        if not (direct or _JOINT.search(gap) or self._listed(low, start, end)):
            return None
        order = self.frames if hard else self.frames[::-1]
        alike = [f for f in order if any(family(m) == family(c) for m in f.members) and self.plausible(f, c, low)]
        if direct and not hard and (listed := self._numbers(c, low)) is not None:
            return listed
        if direct and not hard:
            inner = self.frames[-1]
            return inner if self.plausible(inner, c, low) else next(iter(alike), None)
        if alike:
            return next((f for f in alike if self._several(f, c)), alike[0])
        ours = self.frames[0].sources == ("self",) and _AND.search(gap)
        return self.frames[0] if hard or ours else None

    def _several(self, frame: Frame, c: Cited) -> bool:
        """Whether a whole document is one more that a part changed: "Điều 2 của Thông tư A sửa đổi Thông tư B; …"."""
        if frame.relations != ("AMENDS",) or frame.fixed is not None or c.pinpoint:
            return False
        return any(s.handle in frame.sources and s.pinpoint for s in self.seen)

    def _numbers(self, c: Cited, low: str) -> Frame | None:
        """The list that a bare number goes on: "các Nghị định: số A sửa đổi Nghị định số B, số C"."""
        if not _BARE.match(low, c.start) or any(_BARE.match(low, m.start) for m in self.frames[-1].members):
            return None
        lists = (f for f in self.frames[::-1] if any(_BARE.match(low, m.start) for m in f.members))
        return next(lists, None)

    @staticmethod
    def _listed(low: str, start: int, end: int) -> bool:
        joint = _LAST.search(low[start:end])
        return joint is not None and phrases().joined(low, start + joint.start(), end)

    def plausible(self, frame: Frame, c: Cited, low: str) -> bool:
        """A guiding document stands below the guided one; an amending one is not below the amended."""
        if frame.relations not in (("GUIDES",), ("AMENDS",)) or "self" in frame.sources:
            return True
        if frame.fixed is not None:
            return frame.relations != ("AMENDS",) or self._amends(frame, c, low)
        other = rank(c)
        by = next((rank(s) for s in self.seen if s.handle in frame.sources), None)
        if other is None or by is None:
            return True
        return by > other if frame.relations == ("GUIDES",) else by <= other

    def _amends(self, frame: Frame, c: Cited, low: str) -> bool:
        """Whether one more document amends: "được sửa đổi theo Luật số A và Luật số B, Luật Đất đai số C" ends at B."""
        if any(family(m) != family(c) for m in frame.members):
            return False
        target = next((s for s in self.seen if s.handle == frame.fixed), None)
        before, then = (_YEAR.search(d.number or "") if d else None for d in (target, c))
        if before and then and then[1] < before[1]:
            return False
        named = [_UNNAMED.match(low, m.start) is None for m in (*frame.members, c)]
        return not (named[-1] and not named[0])

    def inside(self, frame: Frame) -> None:
        """Closes the frames within one."""
        del self.frames[self.frames.index(frame) + 1 :]

    def unquoted(self, opened: int) -> None:
        """Closes the frames whose documents all stand behind a quotation mark that has found its end."""
        outer = [f for f in self.frames if not f.members or f.members[0].start < opened]
        self.frames = outer or self.frames

    def returned(self, alias: Cited) -> None:
        """A short name in brackets closes the subject of its document: what follows is joined to that one."""
        for i, frame in enumerate(self.frames):
            if any(m.number == alias.number and m.type == alias.type for m in frame.members):
                del self.frames[i + 1 :]
                return
