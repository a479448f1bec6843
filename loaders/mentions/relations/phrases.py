"""The words that state a relation, found in a stretch of text: a reading of ``patterns/relations.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from loaders.found import Span
from loaders.mentions.kinds import patterns
from loaders.mentions.lexicon import whole

Voice = Literal["active", "passive", "tail", "attached"]

_NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mười lăm|hai mươi)"
_LETTER = r"[^\W\d_]"
_NEAR = 400  # code points: a list of articles may be long
_FAR = 600
_PLACES = r"(?:[\divxlc]{1,6}+|[a-zđ])(?:[./][\divxlc]{1,3}+)*+[a-zđ]?+"
_JOIN = re.compile(r"[\s,]*(?:và|hoặc)?\s*")
_OPENS = re.compile(rf"(?P<first>{_LETTER}+)(?: (?P<second>{_LETTER}+))?")
_SECOND = re.compile(rf"{_LETTER}+(?: {_LETTER}| ?[^\w ])")
_MARKS = r"[\s,:;“”\"'()\-–/]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the table, which explains `far` and all below it; `relations` may be empty."""

    relations: tuple[str, ...]
    voice: Voice
    far: bool
    bare: bool
    order: bool
    subject: bool
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase at ``start:end`` of the small-letter twin."""

    phrase: Phrase
    start: int
    end: int


def spell(words: str, slots: dict[str, str]) -> str:
    """The pattern of a phrase: [ ] may be missing, {name} is one of a slot's words.

    >>> bool(re.fullmatch(spell("sửa đổi[, bổ sung] {by}", {"by": "(?:bởi|tại)"}), "sửa đổi tại"))
    True
    """
    out = []
    for piece in re.split(r"(\[|\]|\{\w+\}| )", words):
        match piece:
            case "[":
                out.append("(?:")
            case "]":
                out.append(")?")
            case " ":
                out.append(" +")
            case _ if piece.startswith("{"):
                out.append(slots[piece[1:-1]])
            case _:
                out.append(re.escape(piece))
    return "".join(out)


def _starts(words: str) -> set[tuple[str, str]]:
    """The first two words that a phrase may have; the second is "" where more than a word in letters may follow.

    >>> sorted(_starts("[tạm ]ngưng[ việc] áp dụng"))
    [('ngưng', 'việc'), ('ngưng', 'áp'), ('tạm', 'ngưng')]
    """
    return {(m["first"], m["second"] or "") for spelled in _spellings(words) if (m := _OPENS.match(spelled))}


def _spellings(words: str) -> Iterator[str]:
    """The beginnings of a phrase with and without what may be missing in them."""
    fixed, optional, rest = words.partition("[")
    if not optional or _SECOND.match(fixed):
        yield fixed
        return
    inside, _, after = rest.partition("]")
    yield from _spellings(fixed + inside + after)
    yield from _spellings(fixed + after)


def either(words: Iterable[str]) -> str:
    """One pattern for any of several words, the longest first."""
    return "(?:" + "|".join(re.escape(w).replace("\\ ", " +") for w in sorted(words, key=len, reverse=True)) + ")"


_Rows = tuple[tuple[re.Pattern[str], Phrase], ...]
_NONE: _Rows = ()
_ORDER = {"passive": 1, "attached": 2, "tail": 3, "active": 4}


class Phrases:
    """The table, compiled: which phrase governs the document that a stretch of text leads to."""

    def __init__(self, table: dict[str, Any]) -> None:
        words = table["words"]
        slots = {"n": _NUMBER, "by": either(words["by"]), "of": either(words["of"])}
        self._rows: dict[str, dict[str, _Rows]] = {}  # by the first word, then the second
        rows = sorted(table["phrase"], key=lambda r: bool(r["relations"]) and _ORDER[r.get("voice", "active")])
        known = [
            (_starts(w), (re.compile(spell(w, slots) + rf"(?!{_LETTER})"), self._phrase(row)))
            for row in rows
            for w in row["words"]
        ]
        for first, second in {start for starts, _ in known for start in starts}:
            fits = {(first, second), (first, "")}
            self._rows.setdefault(first, {})[second] = tuple(e for starts, e in known if not fits.isdisjoint(starts))
        self._any = re.compile(
            rf"(?P<first>{whole(self._rows, bar=_LETTER)})(?!{_LETTER})(?: +(?P<second>{_LETTER}+))?"
        )
        part = either(words["parts"])
        self._between = re.compile(rf"(?:{_MARKS}|(?:{either(words['between'])}|{_PLACES})(?!{_LETTER}))*+")
        self._joins = re.compile(rf"(?:{_MARKS}|(?:{either(words['joins'])}|{_PLACES})(?!{_LETTER}))*+")
        self._part = re.compile(rf"[\s,:(\d]*(?:[“\"]|{part}(?!{_LETTER}))")
        self._named = re.compile(rf"(?<!{_LETTER}){either(words['named'])}(?!{_LETTER})")
        self._break = re.compile(
            rf";(?!\s*(?:{part}|{_PLACES})(?!{_LETTER}))|\.\s|^\s*\(|(?<!{_LETTER}){either(words['bars'])}(?!{_LETTER})"
        )
        self._ends = re.compile(rf"(?<!{_LETTER}){either(words['ends'])}\s*(?:{either(words['joins'])}\s*)*$")
        of = (w for w in words["ends"] if w != "số")  # "một số điều" is a part
        self._owned = re.compile(
            rf"(?<!{_LETTER})(?:(?:được +)?{either(words['held'])} +)?{either(of)}\s*(?:{either(words['joins'])}\s*)*$"
        )

    @staticmethod
    def _phrase(row: dict[str, Any]) -> Phrase:
        return Phrase(
            relations=tuple(row["relations"]),
            voice=row.get("voice", "active"),
            far=row.get("reach") == "far",
            bare=row.get("bare", False),
            order=row.get("order") == "planned",
            subject=row.get("subject", False),
            unless=tuple(row.get("unless", ())),
        )

    def find(self, low: str, start: int, end: int) -> list[Said]:
        """All phrases of a stretch in printed order; of those that begin at one place the longest."""
        found: list[Said] = []
        at = start
        while (begun := self._any.search(low, at, end)) is not None:
            at = begun.end("first")
            best = None
            rows = self._rows[begun["first"]]
            for pattern, phrase in rows.get(begun["second"] or "", rows.get("", _NONE)):
                m = pattern.match(low, begun.start(), end)
                if m and (best is None or m.end() > best.end):
                    best = Said(phrase, m.start(), m.end())
            if best:
                found.append(best)
                at = best.end
        return found

    def near(self, low: str, start: int, end: int) -> bool:
        """Whether nothing but small words stands in a stretch."""
        return end - start <= _NEAR and self._between.fullmatch(low, start, end) is not None

    def joined(self, low: str, start: int, end: int) -> bool:
        """Whether a stretch does no more than join two documents: ", ", " và các ", "; khoản 2 "."""
        return end - start <= _NEAR and self._joins.fullmatch(low, start, end) is not None

    def over(self, low: str, start: int, end: int) -> bool:
        """Whether a stretch names a part of the document that follows it, and nothing else."""
        if not self._part.match(low, start, end):
            return False
        stretch = _unquoted(low[start:end])
        if len(stretch) > _FAR:
            return False
        return self._break.search(stretch) is None and (self._ends.search(stretch) is not None or self._pinned(stretch))

    def _pinned(self, stretch: str) -> bool:
        return re.search(rf"(?:điều|khoản|điểm|mục|phụ lục|chương|mẫu số) +{_PLACES}\s*$", stretch) is not None

    def part(self, low: str, start: int, end: int) -> Span | None:
        """The part of a document that is printed before it: "một số điều của X", "Danh mục … kèm theo X"."""
        found = self._named.search(low, start, min(end, start + _FAR))
        return (found.start(), self._ended(low, found.start(), end)) if found else None

    def _ended(self, low: str, start: int, end: int) -> int:
        """Where a part ends that is followed by "của", "tại", "ban hành kèm theo"."""
        joint = self._owned.search(low[start:end])
        return start + joint.start() if joint and joint.start() else end

    def governing(self, low: str, start: int, end: int) -> Iterator[list[Said]]:
        """The phrases that may govern a document at `end`, the nearest first; joined verbs come together."""
        said = self.find(low, start, end)
        for i in range(len(said) - 1, -1, -1):
            s = said[i]
            if s.phrase.far and (_inside_quotes(low, s.end, end) or low[s.end : end].lstrip().startswith("(")):
                continue  # “khoản 2 Điều 8 Nghị định số 63/2019/NĐ-CP” as a phrase that is replaced
            far = s.phrase.far and not any(w in low[s.end : end] for w in s.phrase.unless)
            if self.near(low, s.end, end) or (far and self.over(low, s.end, end)):
                yield self._group(low, said[: i + 1])

    def _group(self, low: str, said: list[Said]) -> list[Said]:
        i = len(said) - 1
        while i and said[i - 1].phrase.relations and said[i - 1].phrase.voice == said[i].phrase.voice:
            if not _JOIN.fullmatch(low, said[i - 1].end, said[i].start):
                break
            i -= 1
        return said[i:]


def _inside_quotes(low: str, start: int, end: int) -> bool:
    return low.count("“", start, end) > low.count("”", start, end)


def _unquoted(stretch: str) -> str:
    return re.sub(r"“[^”]*”|\"[^\"]*\"", "“”", stretch)


@cache
def phrases() -> Phrases:
    """The one table of this program."""
    return Phrases(patterns("relations"))
