"""A block read clause by clause: which phrase governs each document, and what the clause states."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.found import Cited, Own, Related
from loaders.mentions.relations.frames import Frame, Sentence
from loaders.mentions.relations.phrases import Said, phrases
from loaders.mentions.relations.ranks import family
from loaders.mentions.relations.sources import Sources
from loaders.mentions.relations.speakers import Speakers
from loaders.mentions.relations.telling import Telling
from loaders.mentions.relations.wording import wording
from loaders.segment import Block, Tree

OTHERS = re.compile(r"có +căn +cứ +ban +hành(?: +như +sau)?[\s:“\"]*")
_SENTENCE = re.compile(r"[.!?…,;](?:(?<=[,;])”|(?<![,;])(?:(?<=\.)/\.)?[”\"’')\]]*) +(?=[“\"‘(\[]?[^\W\d_a-zà-ỹđ])")
_ALIAS = re.compile(r"\((?:[^()]{0,30}(?:gọi|viết)[^()]{0,30} (?:là|gọn|tắt)\s*)?[“\"]?$")
_OWN_PART = re.compile(r"(?<![^\W\d_])này\s*(?:đã\s*)?$")
_WORDS = re.compile(r"(?<![^\W\d_])(?:cụm +)?từ(?: +ngữ)?[\s:]*$")
_AMENDING = re.compile(r"luật +sửa +đổi")
_CLOSES = re.compile(r"\s*”")
_GROUND = "Căn cứ "
_ATTACHED = frozenset(
    ["programme", "plan", "scheme", "rules", "regulation", "charter", "masterplan", "guidance", "report", "other"]
)
_CARRIERS = frozenset({"decision", "resolution", "decree", "circular", "regulation", "directive"})
_TAIL = 400  # code points behind the last document of a sentence


class Clauses:
    """The reader of one text's blocks; `coming` are planned documents and programmes in printed order."""

    def __init__(self, tree: Tree, own: Own, coming: list[Cited]) -> None:
        self.tree = tree
        self.flat = tree.text.flat
        self.low = tree.text.low
        self.own = own
        self.coming = coming
        self.speakers = Speakers(tree, own)
        self.regions = self.speakers.regions
        self._sources = Sources(self.speakers, coming)
        self._told = Telling(own, self.regions, coming)
        self._now = Sentence(Block(0, 0, 0, 0, "", "", 0, None))
        self._before: Cited | None = None
        self._grounds: Block | None = None

    def block(self, block: Block, cited: list[Cited], heading: Frame | None) -> list[Related]:
        """The relations that a block states; `heading` is what rules a list that the block is an item of."""
        self._now = Sentence(block, self._row(block))
        goes_on = self._goes_on(block, cited[0])
        at = block.body
        for c in cited:
            if self._worded(c, block):
                continue
            if self._alias(c):
                self._now.returned(c)
                at = max(at, c.end)
                continue
            if (cut := self._cut(at, c.start)) is not None:
                self._finish(at, cut)
                at = cut
            if goes_on and c is cited[0]:
                self._grounded(c, block.body, c.start, c.start)
            else:
                self._step(c, at, heading if not self._now.seen and at == block.body else None)
            self._now.seen.append(c)
            at = max(at, c.end)
        self._finish(at, min(block.end, at + _TAIL))
        self._before = cited[-1]
        if goes_on or (
            self.regions.grounds(block.start) and wording().ground.match(" " + self.low[block.body : block.end])
        ):
            self._grounds = block
        return self._told.take()

    def _goes_on(self, block: Block, c: Cited) -> bool:
        """Whether a line of the preamble goes on the grounds of the line before: "…; | Nghị định số B …;"."""
        before = self._grounds
        if before is None or before.index + 1 != block.index or self.regions.of(block.start) != "front":
            return False
        return c.start == block.body and self.low[before.end - 1] in ",;"

    def _row(self, block: Block) -> Cited | None:
        """The document whose name fills the end of the block before: "Nghị định số A | Quy định chi tiết …"."""
        before = self._before
        if before is None or block.kind != "paragraph" or not self.flat[block.body : block.body + 2].istitle():
            return None
        return None if self.flat[before.end : block.start].strip(" |") else before

    def _cut(self, start: int, end: int) -> int | None:
        """Where the last sentence before a document begins, if one ends in the stretch."""
        # the next sentence may begin with the document itself, which the pattern has to see
        ends = [m.end() for m in _SENTENCE.finditer(self.flat, start, min(end + 1, len(self.flat)))]
        if self.regions.of(start) == "front":
            ends += [m.end() for m in wording().aim.finditer(self.flat, start, end)]
        return max(ends, default=None)

    def _alias(self, c: Cited) -> bool:
        """A document's short name in brackets behind its full one."""
        if not self._now.seen or not _ALIAS.search(self.low, max(0, c.start - 80), c.start):
            return False
        if self.flat[c.end : c.end + 2].lstrip('”" ')[:1] != ")":
            return False
        before = self.low[max(0, c.start - 40) : c.start]
        return "gọi" in before or "viết" in before or any(s.number == c.number for s in self._now.seen if s.number)

    def _worded(self, c: Cited, block: Block) -> bool:
        """A document inside words that are changed: "Sửa đổi cụm từ “Điều 5 Nghị định số A” tại Nghị định số B"."""
        quote = self.regions.quote(c.start)
        return (
            quote is not None and block.start < quote[0] and _WORDS.search(self.low, block.start, quote[0]) is not None
        )

    def head(self, c: Cited, low: int) -> int:
        """Where a citation begins with its pinpoint."""
        span = c.pinpoint_span
        if span and low <= span[0] < c.start and phrases().near(self.low, span[1], c.start):
            return span[0]
        return c.start

    def _step(self, c: Cited, start: int, heading: Frame | None) -> None:
        """Reads the gap ``start:c`` and what it says of a document."""
        now = self._now
        if c.start < start:
            return self._inside(c)
        end = self.head(c, start)
        start = self._unquoted(self._tailed(start, end))
        first = not now.frames
        if first and (effect := wording().effect.match(self.low, start, end)):
            start, now.effect = effect.end(), True
        if not first and now.frames[0].heard and c.type in wording().reports:
            return self._join(now.frames[0], c)
        if not first and phrases().joined(self.low, start, end):
            return self._coordinate(c, start, end, direct=True)
        if self._amending(c, start, end) or self._quoting(c, start, end, heading):
            return None
        ground = self._ground(start, end, first)
        if ground is not None and wording().heard.search(self.low, start, ground):
            return self._grounded(c, start, ground, end)
        for group in phrases().governing(self.low, ground or start, end):
            own = ground is not None and self.low.startswith("căn cứ", group[0].start)
            if not own and self._apply(group, c, start, end):
                return None
        if ground is not None:
            return self._grounded(c, start, ground, end)
        return self._open(c, start, end, heading) if first else self._coordinate(c, start, end, direct=False)

    def _unquoted(self, start: int) -> int:
        """Where the gap begins behind the quotation mark that ends a document's subject: its phrases end with it."""
        if not self._now.seen or (end := _CLOSES.match(self.low, start)) is None:
            return start
        opened = self.low.rfind("“", self._now.block.body, start)
        self._now.unquoted(opened)
        return end.end()

    # -- what a phrase does --------------------------------------------------------------------------------------

    def _apply(self, group: list[Said], c: Cited, start: int, end: int) -> bool:
        """Takes a phrase for what governs a document; False where it cannot be."""
        phrase = group[-1].phrase
        if not phrase.relations:
            self._silence(c, start)
            return True
        match phrase.voice:
            case "tail":
                return False
            case "attached":
                return self._attach(group[0], c, start)
            case "passive":
                self._suffer(group[0], c, start)
                return True
            case _:
                self._act(group, c, start, end)
                return True

    def _act(self, group: list[Said], c: Cited, start: int, end: int) -> None:
        found = self._sources.find(group, c, start, self._now)
        if found is None:
            self._silence(c, start)
            return
        (sources, planned), begin = found
        relations = self._relations(group, end)
        if not c.number:
            relations = tuple(r for r in relations if r != "PROMULGATES")
        if not relations:
            self._silence(c, start)
            return
        frame = Frame(relations, sources, planned, begin)
        last = self._now.last
        if last is not None and last.handle in sources:
            self._now.frames.append(frame)
        else:
            self._now.frames = [frame]
        self._join(frame, c, self._part(self._object(group[-1]), c))

    def _object(self, said: Said) -> int:
        """Where a phrase's object begins: its own words may hold it ("thay thế cụm từ") behind the first."""
        return said.start + len(self.low[said.start : said.end].split(" ")[0])

    def _relations(self, group: list[Said], end: int) -> tuple[str, ...]:
        said = list(dict.fromkeys(r for s in group for r in s.phrase.relations))
        if {"AMENDS", "REPLACES"} <= set(said) and self.low[group[-1].end : end].lstrip().startswith("một số"):
            said.remove("REPLACES")  # "sửa đổi, bổ sung, thay thế một số nội dung của X" amends it
        return tuple(said)

    def _attach(self, said: Said, c: Cited, start: int) -> bool:
        """A numbered document that another one carries: "Chương trình số A ban hành kèm theo Quyết định số B"."""
        prev = self._now.last
        if prev is None or not prev.number or self.low[start : said.start].strip(" (,"):
            return False
        if prev.type not in _ATTACHED or c.type not in _CARRIERS:
            return False
        self._told.emit(Frame(("PROMULGATES",), (c.handle,), start=prev.start), prev, c.end, self._now)
        self._silence(c, start)
        return True

    def _suffer(self, said: Said, c: Cited, start: int) -> None:
        """A passive phrase: the document behind it acts on one before it, or on a part of this text."""
        lead = self.low[start : said.start]
        if len(lead) < 120 and _OWN_PART.search(lead):
            frame = Frame(said.phrase.relations, fixed="self", start=start, members=[c])
            self._now.frames = [frame]
            own = phrases().part(self.low, start, said.start) or (start, said.start)
            self._told.amended(frame.relations, c, start, _plain(self.flat[own[0] : own[1]]))
            return
        target = self._changed(c)
        if target is None:
            self._silence(c, start)
            return
        frame = Frame(said.phrase.relations, fixed=target.handle, part=target.pinpoint, start=target.start)
        self._now.frames.append(frame)
        self._join(frame, c)

    def _changed(self, c: Cited) -> Cited | None:
        """What a passive phrase speaks of: the nearest document of the family of the one that acts, or the nearest."""
        seen = self._now.seen if self._now.frames else []
        found = [s for s in seen if family(s) == family(c)] or seen
        return found[-1] if found else None

    def _amending(self, c: Cited, start: int, end: int) -> bool:
        """ "Luật sửa đổi, bổ sung một số điều" cited as a name, then "của Luật X số …"."""
        prev = self._now.last
        if prev is None or not c.number or self.low[start:end].strip() != "của":
            return False
        if not _AMENDING.match(self.low, prev.start, prev.end):
            return False
        frame = Frame(("AMENDS",), (prev.handle,), start=prev.start)
        self._now.frames.append(frame)
        self._join(frame, c)
        return True

    def _inside(self, c: Cited) -> None:
        """A law named, with its number, in the name of the law that amends it."""
        outer = self._now.last
        if outer is None or not c.number or outer.end < c.end or c.start == outer.start:
            return
        if any(s.phrase.relations == ("AMENDS",) for s in phrases().find(self.low, outer.start, c.start)):
            self._told.emit(Frame(("AMENDS",), (outer.handle,), start=outer.start), c, c.end, self._now)

    # -- grounds, first documents, joined documents --------------------------------------------------------------

    def _quoting(self, c: Cited, start: int, end: int, heading: Frame | None) -> bool:
        """A ground of another document whose preamble is quoted below its name."""
        if heading is None or heading.relations != ("BASED_ON",):
            return False
        if not wording().ground.match(" " + self.low[start:end]):
            return False
        frame = replace(heading, start=start, members=[])
        self._now.frames = [frame]
        self._join(frame, c)
        return True

    def _ground(self, start: int, end: int, first: bool) -> int | None:
        """Where the words end that open a ground of this text."""
        if not self.regions.grounds(start) and not (self._now.seen and OTHERS.search(self.low, start, end)):
            return None
        gap = " " + self.low[start:end] if first else self.low[start:end]
        found = max((m.end() for m in wording().ground.finditer(gap)), default=None)
        if found is not None:
            return start + found - first
        if (printed := self.flat.rfind(_GROUND, start, end)) >= 0:
            return printed + len(_GROUND)  # behind a title that no full stop ends
        heard = wording().heard.search(self.low, start, end) if first else None
        return heard.end() if heard else None

    def _grounded(self, c: Cited, start: int, ground: int, end: int) -> None:
        heard = wording().heard.search(self.low, start, ground) is not None
        told = OTHERS.search(self.low, start, ground) if self._now.seen else None
        sources = (self._now.seen[0].handle,) if told else ("self",)
        frame = Frame(("BASED_ON",), sources, start=told.end() if told else start, heard=heard)
        self._now.frames = [frame]
        if not heard or c.type in wording().reports or not self.low[ground:end].strip():
            self._join(frame, c)
        else:
            frame.members.append(c)

    def _open(self, c: Cited, start: int, end: int, heading: Frame | None) -> None:
        """The first document of a sentence that no phrase governs: an item of a list, a subject, or neither."""
        p = phrases()
        plain = p.joined(self.low, start, end) or p.near(self.low, start, end) or p.over(self.low, start, end)
        if heading is None or not plain or heading.relations == ("BASED_ON",):
            self._now.frames = [Frame(start=start, subject=plain, members=[c], part=self._part(start, c))]
            return
        frame = replace(heading, start=start, members=[])
        self._now.frames = [frame]
        self._join(frame, c, self._part(start, c))

    def _coordinate(self, c: Cited, start: int, end: int, *, direct: bool) -> None:
        frame = self._now.partner(c, self.low, start, end, direct=direct)
        if frame is None:
            self._silence(c, start)
            return
        self._now.inside(frame)
        self._join(frame, c)

    def _join(self, frame: Frame, c: Cited, part: str | None = None) -> None:
        self._told.join(frame, c, self._now, part)

    def _part(self, start: int, c: Cited) -> str | None:
        """What is printed before a document as the part of it that is meant: "Danh mục … ban hành kèm theo X"."""
        part = phrases().part(self.low, start, c.start)
        return _plain(self.flat[part[0] : part[1]]) if part else None

    def _silence(self, c: Cited, start: int) -> None:
        """A document of which nothing is said."""
        self._now.frames.append(Frame(start=start, members=[c]))

    # -- what stands behind its object ---------------------------------------------------------------------------

    def _tailed(self, start: int, end: int) -> int:
        """Where the gap begins behind a clause that ends in it: "X hết hiệu lực kể từ ngày … ; Y"."""
        if not self._now.frames or not self._now.frames[0].subject:
            return start
        return self._tail(start, end) or start

    def _finish(self, start: int, end: int) -> None:
        self._tailed(start, end)
        self._now = Sentence(self._now.block)

    def _tail(self, start: int, end: int) -> int | None:
        frame = self._now.frames[0]
        for said in phrases().find(self.low, start, end):
            own = self._now.effect or wording().this.search(self.low, said.end, min(end, said.end + 160))
            quoted = self.regions.quoted(said.start)
            voiced = self.speakers.quoting(said.start) if quoted else (("self",), False)
            if said.phrase.voice != "tail" or not own or voiced is None:
                continue
            frame.relations, frame.sources = said.phrase.relations, voiced[0]
            for member in frame.members:
                part = frame.part if member is frame.members[0] else None
                self._told.emit(frame, member, said.end, self._now, part)
            self._now.frames = [Frame(start=start)]
            return said.end
        return None


def _plain(printed: str) -> str:
    return " ".join(printed.split()).strip(" ,;:-")
