"""A block read clause by clause: which phrase governs each document, and who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders.found import Cited, Own, Related
from loaders.mentions.phrases import Phrase, Said, phrases
from loaders.mentions.speakers import Speakers, Voiced, lists, rank
from loaders.segment import Block, Tree

_SENTENCE = re.compile(r"(?:[.!?…]|\./\.)[”\"’')\]]* +(?=[“\"‘(\[]?[^\W\d_a-zà-ỹđ])")
_ALIAS = re.compile(r"\((?:[^()]{0,30}(?:gọi|viết)[^()]{0,30} (?:là|gọn|tắt)\s*)?[“\"]?$")
_LAWS = frozenset({"law", "code", "ordinance", "constitution"})
_CIRCULARS = frozenset({"circular", "joint_circular"})
_GUIDES = frozenset({"guidance", "circular", "joint_circular"})
_ATTACHED = frozenset({"programme", "plan", "scheme", "rules", "regulation", "charter", "masterplan", "guidance", "report", "other"})
_CARRIERS = frozenset({"decision", "resolution", "decree", "circular", "regulation", "directive"})
_CHANGES = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"})
_TITLE = 400  # code points: a document's subject is no longer
_TAIL = 400


@dataclass(slots=True)
class Frame:
    """A phrase and the documents it governs so far. `fixed` is the other end of a passive phrase.

    `heard`: reports reach it from within its sentence. `subject`: no phrase yet, but one may stand behind.
    `merged`: the document that a consolidated text was made of, together with those governed.
    """

    relations: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    planned: bool = False
    start: int = 0
    fixed: str | None = None
    heard: bool = False
    subject: bool = False
    merged: Cited | None = None
    members: list[Cited] = field(default_factory=list)


def family(cited: Cited) -> str:
    """Documents of one family change each other: laws and codes, circulars and joint circulars."""
    if cited.type in _LAWS or (cited.number and "/QH" in cited.number):
        return "law"
    return "circular" if cited.type in _CIRCULARS else cited.type


class Clauses:
    """The reader of one text's blocks; `block` yields what each states."""

    def __init__(self, tree: Tree, own: Own, coming: list[Cited]) -> None:
        self.tree = tree
        self.flat = tree.text.flat
        self.low = tree.text.low
        self.own = own
        self.speakers = Speakers(tree, own)
        self.coming = coming
        self._block = Block(0, 0, 0, 0, "", "", 0, None)
        self._frames: list[Frame] = []
        self._effect = False  # the sentence began "Kể từ ngày Thông tư này có hiệu lực,"
        self._seen: list[Cited] = []
        self._out: list[Related] = []
        self._later: list[tuple[Cited, Related]] = []

    def block(self, block: Block, cited: list[Cited], heading: Frame | None) -> list[Related]:
        """The relations that a block states; `heading` is what rules a list that the block is an item of."""
        self._block, self._out, self._later = block, [], []
        self._frames, self._seen, self._effect = [], [], False
        at = block.body
        for c in cited:
            if self._alias(c):
                self._return_to(c)
                at = max(at, c.end)
                continue
            if (cut := self._cut(at, c.start)) is not None:
                self._finish(at, cut)
                at = cut
            self._step(c, at, heading if not self._seen and at == block.body else None)
            self._seen.append(c)
            at = max(at, c.end)
        self._finish(at, min(block.end, at + _TAIL))
        acting = {r.source for r in self._out}
        self._out += [r for c, r in self._later if c.handle not in acting]
        return self._out

    def _cut(self, start: int, end: int) -> int | None:
        last = None
        for m in _SENTENCE.finditer(self.flat, start, end):
            last = m.end()
        return last

    def _alias(self, c: Cited) -> bool:
        """A document's short name in brackets behind its full one."""
        return bool(self._seen) and _ALIAS.search(self.low, max(0, c.start - 80), c.start) is not None and self.flat[c.end : c.end + 2].lstrip("”\" ")[:1] == ")" and self._same(c)

    def _same(self, c: Cited) -> bool:
        before = self.low[max(0, c.start - 40) : c.start]
        return "gọi" in before or "viết" in before or any(s.number and s.number == c.number for s in self._seen)

    def _return_to(self, alias: Cited) -> None:
        """A short name in brackets closes the subject of its document: what follows is joined to that one."""
        for i, frame in enumerate(self._frames):
            if any(m.number == alias.number and m.type == alias.type for m in frame.members):
                del self._frames[i + 1 :]
                return

    def head(self, c: Cited, low: int) -> int:
        """Where a citation begins with its pinpoint."""
        span = c.pinpoint_span
        if span and low <= span[0] < c.start and phrases().near(self.low, span[1], c.start):
            return span[0]
        return c.start

    def _step(self, c: Cited, start: int, heading: Frame | None) -> None:
        if c.start < start:
            self._inside(c)
            return
        end = self.head(c, start)
        start = self._tailed(start, end)
        first = not self._frames
        if first and (effect := lists().effect.match(self.low, start, end)):
            start, self._effect = effect.end(), True
        if self._frames and self._frames[0].heard and c.type in lists().reports:
            return self._join(self._frames[0], c)
        if self._frames and phrases().joined(self.low, start, end):
            return self._coordinate(c, start, end, direct=True)
        if self._amending(c, start, end):
            return None
        if heading is not None and heading.relations == ("BASED_ON",) and lists().ground.match(" " + self.low[start:end]):
            self._frames = [Frame(heading.relations, heading.sources, start=start)]
            return self._join(self._frames[0], c)
        ground = self._ground(start, end, first)
        if ground is not None and lists().heard.search(self.low, start, ground):
            return self._grounded(c, start, ground, end)
        for group in phrases().governing(self.low, ground or start, end):
            if ground is not None and self.low.startswith("căn cứ", group[0].start):
                continue
            if self._apply(group, c, start, end):
                return None
        if ground is not None:
            return self._grounded(c, start, ground, end)
        if first:
            return self._open(c, start, end, heading)
        return self._coordinate(c, start, end, direct=False)

    # -- what a phrase does --------------------------------------------------------------------------------------

    def _apply(self, group: list[Said], c: Cited, start: int, end: int) -> bool:
        phrase = group[-1].phrase
        if not phrase.relations:
            self._silence(c, start, group[0].start)
            return True
        match phrase.voice:
            case "tail":
                return False
            case "attached":
                return self._attach(group[0], c, start)
            case "passive":
                return self._suffer(group, c, start)
        voiced = self._speaker(group, c, start)
        if voiced is None:
            self._silence(c, start, group[0].start)
            return True
        (sources, planned), begin = voiced
        frame = Frame(self._relations(group, sources, end), sources, planned, begin)
        if self._seen and self._seen[-1].handle in sources:
            self._frames.append(frame)
        else:
            self._frames = [frame]
        self._join(frame, c)
        return True

    def _relations(self, group: list[Said], sources: tuple[str, ...], end: int) -> tuple[str, ...]:
        said = list(dict.fromkeys(r for s in group for r in s.phrase.relations))
        if "AMENDS" in said and "REPLACES" in said and self.low[group[-1].end : end].lstrip().startswith("một số"):
            said.remove("REPLACES")  # "sửa đổi, bổ sung, thay thế một số nội dung của X" amends it
        return tuple(said)

    def _speaker(self, group: list[Said], c: Cited, start: int) -> tuple[Voiced, int] | None:
        """The document before a phrase, or this text; with where its clause begins."""
        said = group[0].start
        prev = self._seen[-1] if self._seen and self._frames else None
        between = self.low[start:said]
        if (this := self._this(start, said, group[0].phrase)) is not None:
            return None if self.speakers.quoted(said) else ((("self",), False), this)
        if (plan := self._planned(start, said)) is not None:
            return ((plan.handle,), plan.planned), plan.start
        if prev is not None and group[0].phrase.bare and self._carried(between):
            return (self._frames[0].sources, self._frames[0].planned), said
        if prev is not None and (aside := self._aside(prev, between)) is not None:
            return ((aside.handle,), False), aside.start
        if prev is not None and self._titled(prev, between, said, group[0].phrase):
            return (self._listed(), False), prev.start
        if (programme := self._named(start, said)) is not None:
            return ((programme.handle,), programme.planned), programme.start
        if self._frames and self._frames[0].relations and phrases().joined(self.low, start, said):
            frame = self._frames[-1]
            return ((frame.sources, frame.planned), said) if frame.fixed is None else None
        if prev is not None and self._frames[0].relations == ("BASED_ON",):
            return ((self._listed(), False), prev.start) if self._within(between) else None
        voiced = self.speakers.judge(group[0].phrase, start, said, self._block, c)
        return (voiced, said) if voiced else None

    def _carried(self, between: str) -> bool:
        """A further verb of the sentence: "thay thế Thông tư A về …, bãi bỏ Điều 2 Thông tư B"."""
        frame = self._frames[0]
        changing = bool(_CHANGES.intersection(frame.relations)) and frame.fixed is None
        return changing and re.search(r"(?:[,;]|(?<![^\W\d_])(?:và|đồng thời))[\s,]*$", between) is not None

    def _within(self, between: str) -> bool:
        """Whether a stretch of a ground can be the subject of its document: nobody else speaks there."""
        w = lists()
        return len(between) < _TITLE and ";" not in between and not w.clause.search(between) and not w.generic.search(between)

    def _this(self, start: int, said: int, phrase: Phrase) -> int | None:
        """Where "Nghị định này" stands, if it is what acts: "Nghị định này có hiệu lực … và thay thế"."""
        this = list(lists().this.finditer(self.low, start, said))
        if not this:
            return None
        rest = self.low[this[-1].end() : said]
        if ";" in rest and not (phrase.bare and not rest.rpartition(";")[2].strip()):
            return None
        if lists().told.search(rest) or re.search(r"(?<![^\W\d_])(?:thì|mà|gắn với|theo|trước|sau)(?![^\W\d_])", rest):
            return None
        if not phrase.bare and len(rest) > 60:
            return None
        return this[-1].start()

    def _planned(self, start: int, said: int) -> Cited | None:
        return next((p for p in reversed(self._between(start, said)) if p.part == "planned"), None)

    def _named(self, start: int, said: int) -> Cited | None:
        return next((p for p in reversed(self._between(start, said)) if p.part == "programme"), None)

    def _between(self, start: int, said: int) -> list[Cited]:
        return [p for p in self.coming if start <= p.start < said]

    def _aside(self, prev: Cited, between: str) -> Cited | None:
        """The document before an aside that ends here: "Nghị định A (được sửa đổi bởi Nghị định B) quy định chi tiết"."""
        if not re.match(r"[”\"\s]*\)\s*(?:$|(?:của|về|quy|hướng)(?![^\W\d_]))", between):
            return None
        opened = self.low.rfind("(", max(0, prev.start - _TITLE), prev.start)
        return next((c for c in reversed(self._seen) if c.end <= opened), None) if opened >= 0 else None

    def _titled(self, prev: Cited, between: str, said: int, phrase: Phrase) -> bool:
        """Whether a phrase belongs to the subject of the document before it."""
        w = lists()
        guides = phrase.relations[0] == "GUIDES"
        if len(between) > _TITLE or (";" in between and not guides):
            return False
        if w.clause.search(between) or w.generic.search(between) or w.another.search(between) or w.named.search(self.low[prev.start : prev.end] + between):
            return False
        if phrase.bare and re.match(r"[\s,]*(?:để|nhằm)(?![^\W\d_])", between):
            return False  # "rà soát Luật A để sửa đổi Luật B"
        if between.strip() and self.flat[said : said + 2].istitle():
            return False  # a line that begins anew
        return guides or w.title.match(between) is not None

    def _listed(self) -> tuple[str, ...]:
        """The last document and those of its list: "số 115/2024/NĐ-CP, số 225/2025/NĐ-CP quy định chi tiết …"."""
        found = [self._seen[-1]]
        for c in reversed(self._seen[:-1]):
            last = found[-1]
            if self.flat[last.start : last.end][:1].isupper() and not self.low.startswith("số", last.start):
                break
            if c.type != last.type or not phrases().joined(self.low, c.end, last.start):
                break
            found.append(c)
        return tuple(c.handle for c in reversed(found))

    def _attach(self, said: Said, c: Cited, start: int) -> bool:
        prev = self._seen[-1] if self._seen else None
        if prev is None or not prev.number or self.low[start : said.start].strip(" (,"):
            return False
        if prev.type not in _ATTACHED or c.type not in _CARRIERS:
            return False
        frame = Frame(("PROMULGATES",), (c.handle,), start=prev.start)
        self._emit(frame, prev, c.end)
        self._silence(c, start, said.start)
        return True

    def _suffer(self, group: list[Said], c: Cited, start: int) -> bool:
        said = group[0]
        if self._part_of_self(start, said.start):
            frame = Frame(said.phrase.relations, fixed="self", start=start)
            self._frames = [frame]
            frame.members.append(c)
            for relation in frame.relations:
                self._later.append((c, Related(c.handle, relation, "self", start, c.end)))
            return True
        target = self._changed(c)
        if target is None:
            self._silence(c, start, said.start)
            return True
        frame = Frame(said.phrase.relations, fixed=target.handle, start=target.start)
        self._frames.append(frame)
        self._join(frame, c)
        return True

    def _part_of_self(self, start: int, end: int) -> bool:
        lead = self.low[start:end]
        return len(lead) < 120 and re.search(r"(?<![^\W\d_])này\s*(?:đã\s*)?$", lead) is not None

    def _changed(self, c: Cited) -> Cited | None:
        """What a passive phrase speaks of: the nearest document of the family of the one that acts, or the nearest."""
        if not self._frames:
            return None
        found = [s for s in self._seen if family(s) == family(c)] or self._seen
        return found[-1] if found else None

    def _amending(self, c: Cited, start: int, end: int) -> bool:
        """"Luật sửa đổi, bổ sung một số điều" cited as a name, then "của Luật X số …"."""
        prev = self._seen[-1] if self._seen else None
        if prev is None or not c.number or self.low[start:end].strip() != "của":
            return False
        if not re.match(r"luật +sửa +đổi", self.low[prev.start : prev.end]):
            return False
        frame = Frame(("AMENDS",), (prev.handle,), start=prev.start)
        self._frames.append(frame)
        self._join(frame, c)
        return True

    def _inside(self, c: Cited) -> None:
        """A law named, with its number, in the name of the law that amends it."""
        outer = self._seen[-1] if self._seen else None
        if outer is None or not c.number or outer.end < c.end or c.start == outer.start:
            return
        if any(s.phrase.relations == ("AMENDS",) for s in phrases().find(self.low, outer.start, c.start)):
            self._emit(Frame(("AMENDS",), (outer.handle,), start=outer.start), c, c.end)

    # -- grounds, first documents, joined documents --------------------------------------------------------------

    def _ground(self, start: int, end: int, first: bool) -> int | None:
        """Where the words end that open a ground of this text."""
        if not self.speakers.grounds(start):
            return None
        found = None
        for m in lists().ground.finditer(self.low[start:end] if not first else " " + self.low[start:end]):
            found = start + m.end() - (1 if first else 0)
        if found is None and (printed := self.flat.rfind("Căn cứ ", start, end)) >= 0:
            return printed + len("Căn cứ ")  # behind a title that no full stop ends
        if found is None and first and (heard := lists().heard.search(self.low, start, end)):
            return heard.end()
        return found

    def _grounded(self, c: Cited, start: int, ground: int, end: int) -> None:
        heard = lists().heard.search(self.low, start, ground) is not None
        frame = Frame(("BASED_ON",), ("self",), start=start, heard=heard)
        self._frames = [frame]
        if not heard or c.type in lists().reports or not self.low[ground:end].strip():
            self._join(frame, c)
        else:
            frame.members.append(c)

    def _open(self, c: Cited, start: int, end: int, heading: Frame | None) -> None:
        """The first document of a sentence that no phrase governs: an item of a list, a subject, or neither."""
        p = phrases()
        plain = p.joined(self.low, start, end) or p.near(self.low, start, end) or p.over(self.low, start, end)
        if heading is not None and plain and heading.relations != ("BASED_ON",):
            frame = replace(heading, start=start, members=[])
            self._frames = [frame]
            self._join(frame, c)
            return
        self._frames = [Frame(start=start, subject=plain, members=[c])]

    def _coordinate(self, c: Cited, start: int, end: int, *, direct: bool) -> None:
        frame = self._partner(c, start, end, direct)
        if frame is None:
            self._silence(c, start, end)
            return
        del self._frames[self._frames.index(frame) + 1 :]
        self._join(frame, c)

    def _partner(self, c: Cited, start: int, end: int, direct: bool) -> Frame | None:
        gap = self.low[start:end]
        hard = ";" in gap
        joined = direct or re.search(r"(?:[,;]|(?<![^\W\d_])(?:và|hoặc|cùng))[\s,]*(?:các\s*|các văn bản\s*)?$", gap[: len(gap)]) or phrases().joined(self.low, end - _joint(gap), end)
        if not joined:
            return None
        order = self._frames if hard else self._frames[::-1]
        alike = [f for f in order if any(family(m) == family(c) for m in f.members) and self._plausible(f, c)]
        if direct and not hard:
            inner = self._frames[-1]
            return inner if self._plausible(inner, c) else next(iter(alike), None)
        if alike:
            return alike[0]
        ours = self._frames[0].sources == ("self",) and re.search(r"(?<![^\W\d_])(?:và|cùng)[\s,]*(?:các\s*)?$", gap)
        return self._frames[0] if hard or ours else None

    def _plausible(self, frame: Frame, c: Cited) -> bool:
        """A guiding document stands below the guided one; an amending one is not below the amended."""
        if frame.relations not in (("GUIDES",), ("AMENDS",)) or "self" in frame.sources:
            return True
        other = rank(c)
        if frame.fixed is not None:
            return frame.relations != ("AMENDS",) or all(family(m) == family(c) for m in frame.members)
        by = next((rank(s) for s in self._seen if s.handle in frame.sources), None)
        if other is None or by is None:
            return True
        return by > other if frame.relations == ("GUIDES",) else by <= other

    def _silence(self, c: Cited, start: int, said: int) -> None:
        frame = Frame(start=start, members=[c])
        self._frames.append(frame)

    # -- what stands behind its object ---------------------------------------------------------------------------

    def _tailed(self, start: int, end: int) -> int:
        """A clause that ends before the next document: "X hết hiệu lực kể từ ngày … ; Y"."""
        if not self._frames or not self._frames[0].subject or end - start < 12:
            return start
        return self._tail(start, end) or start

    def _finish(self, start: int, end: int) -> None:
        if self._frames and self._frames[0].subject:
            self._tail(start, end)
        self._frames, self._seen, self._effect = [], [], False

    def _tail(self, start: int, end: int) -> int | None:
        frame = self._frames[0]
        for said in phrases().find(self.low, start, end):
            if said.phrase.voice != "tail":
                continue
            after = self.low[said.end : min(end, said.end + 160)]
            if (self._effect or lists().this.search(after)) and not self.speakers.quoted(said.start):
                frame.relations, frame.sources = said.phrase.relations, ("self",)
                for member in frame.members:
                    self._emit(frame, member, said.end)
                self._frames = [Frame(start=start)]
                return said.end
        return None

    # -- telling -------------------------------------------------------------------------------------------------

    def _join(self, frame: Frame, c: Cited) -> None:
        frame.members.append(c)
        if frame.merged is not None:
            self._out += [Related("self", "CONSOLIDATES", p.handle, p.start, p.end) for p in (frame.merged, c)]
        self._emit(frame, c, c.end)

    def _emit(self, frame: Frame, c: Cited, end: int) -> None:
        start = frame.start if end - frame.start <= 600 else self.head(c, frame.start)
        for relation in frame.relations:
            if frame.fixed is not None:
                self._out.append(Related(c.handle, relation, frame.fixed, start, end, frame.planned))
                continue
            for source in frame.sources:
                self._out.append(Related(source, self._guiding(relation, source, start), c.handle, start, end, frame.planned, c.pinpoint))

    def _guiding(self, relation: str, source: str, start: int) -> str:
        """A circular or a guidance "về thực hiện X" guides X."""
        if relation != "IMPLEMENTS":
            return relation
        if source == "self":
            named = start < self.speakers.titled and self.own.cited.type in _GUIDES
            return "GUIDES" if named else relation
        kind = next((s.type for s in [*self._seen, *self.coming] if s.handle == source), "")
        return "GUIDES" if kind in _GUIDES else relation


def _joint(gap: str) -> int:
    m = re.search(r"(?:[,;]|(?<![^\W\d_])(?:và|hoặc))[^,;]*$", gap)
    return len(gap) - m.start() if m else 0


def by_block(tree: Tree, cited: list[Cited]) -> Iterator[tuple[Block, list[Cited]]]:
    """The blocks that hold a citation, each with its citations in printed order."""
    group: list[Cited] = []
    current: Block | None = None
    for c in cited:
        block = tree.at(c.start)
        if block is None:
            continue
        if current is not None and block.index != current.index:
            yield current, group
            group = []
        current = block
        group.append(c)
    if current is not None:
        yield current, group
