"""Which document acts in a clause: one named before the phrase, one to come, or this text."""

from __future__ import annotations

import re
from bisect import bisect_left

from loaders.found import Cited
from loaders.mentions.relations.frames import Sentence
from loaders.mentions.relations.phrases import Phrase, Said
from loaders.mentions.relations.reach import joined
from loaders.mentions.relations.speakers import Speakers, Voiced
from loaders.mentions.relations.wording import wording

TITLE = 400  # code points: a document's subject is no longer
_PROPOSALS = frozenset({"submission", "report"})
_CHANGES = frozenset({"AMENDS", "REPLACES", "REPEALS", "SUSPENDS", "CORRECTS"})
_VERB = re.compile(r"(?:[,;]|(?<![^\W\d_])(?:và|đồng thời))[\s,]*$")
_ASIDE = re.compile(r"[”\"\s]*\)\s*(?:$|(?:của|về|quy|hướng)(?![^\W\d_]))")
_PURPOSE = re.compile(r"[\s,]*(?:để|nhằm)(?![^\W\d_])")
_ABOUT = re.compile(r"(?:(?:về|v/v)\s+(?:việc\s+)?)?$")
_DRAFT = re.compile(r"dự +(?:thảo|án) +$")
_DRAFTED = re.compile(r"dự +thảo +(?:[^\W\d_]+ *){1,3}$")
_SUBJECT = re.compile(r"\s*“[^“”]*$")
_TURN = re.compile(r"(?<![^\W\d_])(?:thì|mà|gắn với|theo|trước ngày|sau khi)(?![^\W\d_])")


class Sources:
    """Finds who acts; `coming` are planned documents and programmes in printed order."""

    def __init__(self, speakers: Speakers, coming: list[Cited]) -> None:
        self.speakers = speakers
        self.coming = coming
        self._starts = [p.start for p in coming]
        self.flat = speakers.tree.text.flat
        self.low = speakers.low

    def find(self, group: list[Said], c: Cited, start: int, sentence: Sentence) -> tuple[Voiced, int] | None:
        """Who acts by a phrase on a document, and where the clause begins; `start` is where the gap before it does."""
        said, phrase = group[0].start, group[0].phrase
        prev = sentence.last if sentence.frames else None
        between = self.low[start:said]
        if (this := self._this(start, said, phrase)) is not None:
            quoted = self.speakers.regions.quoted(said)
            draft = _DRAFT.search(self.low, max(0, this - 16), this) is not None
            voiced = self.speakers.quoting(said) if quoted else (("self",), draft)
            return (voiced, this) if voiced else None
        if (plan := self._named(start, said, "planned")) is not None:
            return ((plan.handle,), plan.planned), plan.start
        if prev is not None:
            if self._proposes(prev, c, phrase):
                return None
            if phrase.bare and self._carried(sentence, between):
                return (sentence.frames[0].sources, sentence.frames[0].planned), said
            if (aside := self._aside(sentence, prev, between)) is not None:
                return ((aside.handle,), False), aside.start
            if wording().named.search(self.low[prev.start : prev.end] + between):
                return None
            if self._titled(between, said, phrase):
                return (self._listed(sentence), False), prev.start
        if (programme := self._named(start, said, "programme")) is not None:
            return ((programme.handle,), programme.planned), programme.start
        if sentence.frames and sentence.frames[0].relations and joined(self.low, start, said):
            frame = sentence.frames[-1]
            return ((frame.sources, frame.planned), said) if frame.fixed is None else None
        if prev is not None and sentence.frames[0].relations == ("BASED_ON",):
            return ((self._listed(sentence), False), prev.start) if self._within(between) else None
        titled = phrase.bare or phrase.relations == ("GUIDES",)
        if (
            sentence.row is not None
            and titled
            and not sentence.seen
            and _ABOUT.match(self.low[sentence.block.body : said])
        ):
            return ((sentence.row.handle,), False), said
        voiced = self.speakers.judge(phrase, start, said, sentence.block, c)
        return (voiced, said) if voiced else None

    @staticmethod
    def _proposes(prev: Cited, c: Cited, phrase: Phrase) -> bool:
        """A change that a document only proposes: "Tờ trình số A về dự thảo Nghị quyết sửa đổi Nghị quyết số B"."""
        return prev.type in _PROPOSALS and c.type not in _PROPOSALS and not _CHANGES.isdisjoint(phrase.relations)

    def _this(self, start: int, said: int, phrase: Phrase) -> int | None:
        """Where "Nghị định này" stands, if it is what acts: "Nghị định này có hiệu lực … và thay thế"."""
        this = list(wording().this.finditer(self.low, start, said))
        if not this:
            return None
        rest = self.low[this[-1].end() : said]
        if ";" in rest and not (phrase.bare and not rest.rpartition(";")[2].strip()):
            return None
        if wording().told.search(rest) or _TURN.search(rest) or (not phrase.bare and len(rest) > 60):
            return None
        return this[-1].start()

    def _named(self, start: int, said: int, part: str) -> Cited | None:
        """The planned document or programme that begins last in a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, said)
        return next((p for p in reversed(self.coming[low:high]) if p.part == part), None)

    @staticmethod
    def _carried(sentence: Sentence, between: str) -> bool:
        """A further verb of the sentence: "thay thế Thông tư A về …, bãi bỏ Điều 2 Thông tư B"."""
        frame = sentence.frames[0]
        changing = bool(_CHANGES.intersection(frame.relations)) and frame.fixed is None
        return changing and _VERB.search(between) is not None

    def _aside(self, sentence: Sentence, prev: Cited, between: str) -> Cited | None:
        """The document before an aside: "Nghị định A (được sửa đổi bởi Nghị định B) quy định chi tiết"."""
        if not _ASIDE.match(between):
            return None
        opened = self.low.rfind("(", max(0, prev.start - TITLE), prev.start)
        return next((c for c in reversed(sentence.seen) if c.end <= opened), None) if opened >= 0 else None

    def _titled(self, between: str, said: int, phrase: Phrase) -> bool:
        """Whether a phrase belongs to the subject of the document before it."""
        w = wording()
        guides = phrase.relations[0] == "GUIDES"
        if len(between) > TITLE or (";" in between and not guides):
            return False
        if w.clause.search(between) or w.generic.search(between) or w.another.search(between):
            return False
        if phrase.bare and _PURPOSE.match(between):
            return False  # "rà soát Luật A để sửa đổi Luật B"
        if _SUBJECT.match(between):
            return True  # “Một số vấn đề cụ thể thi hành Điều lệ Đảng”
        if between.strip() and self.flat[said : said + 2].istitle():
            return False  # a line that begins anew
        return guides or w.title.match(between) is not None

    @staticmethod
    def _within(between: str) -> bool:
        """Whether a stretch of a ground can be the subject of its document: nobody else speaks there."""
        w = wording()
        free = len(between) < TITLE and ";" not in between
        drafted = _DRAFTED.search(between) is not None
        return free and not drafted and not w.clause.search(between) and not w.generic.search(between)

    def _listed(self, sentence: Sentence) -> tuple[str, ...]:
        """The last document and those of its list: "số 115/2024/NĐ-CP, số 225/2025/NĐ-CP quy định chi tiết …"."""
        found = [sentence.seen[-1]]
        for c in reversed(sentence.seen[:-1]):
            last = found[-1]
            if self.flat[last.start].isupper() and not self.low.startswith("số", last.start):
                break
            if c.type != last.type or not joined(self.low, c.end, last.start):
                break
            found.append(c)
        return tuple(c.handle for c in reversed(found))
