"""What a sentence has said so far: its phrases and the documents each of them governs."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.found import Cited, Related
from loaders.segment import Block


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
class Told:
    """What a block states. `later` holds only of documents that are not said to have acted on another one."""

    now: list[Related] = field(default_factory=list)
    later: list[Related] = field(default_factory=list)

    def all(self) -> list[Related]:
        acting = {r.source for r in self.now}
        return self.now + [r for r in self.later if r.source not in acting]


@dataclass(slots=True)
class Sentence:
    """The frames of a sentence, the outermost first, and the documents it has named, in printed order.

    `effect`: it began "Kể từ ngày Thông tư này có hiệu lực,". `row`: the document that the cell or line before it
    names, and no more: a table's or a list's next column is its title.
    """

    block: Block
    told: Told
    row: Cited | None = None
    frames: list[Frame] = field(default_factory=list)
    seen: list[Cited] = field(default_factory=list)
    effect: bool = False

    @property
    def last(self) -> Cited | None:
        return self.seen[-1] if self.seen else None

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


@dataclass(frozen=True, slots=True)
class Gap:
    """The stretch ``start:end`` of a sentence before a document `c` and its pinpoint."""

    c: Cited
    start: int
    end: int
