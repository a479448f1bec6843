"""How far a phrase reaches: to a document right behind it, over a part of that document, or over a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Span
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import Said, either, phrases

_NEAR = 400  # code points: a list of articles may be long
_FAR = 600
_PLACES = r"(?:[\divxlc]{1,6}+|[a-zđ])(?:[./][\divxlc]{1,3}+)*+[a-zđ]?+"
_MARKS = r"[\s,:;“”\"'()\-–/]"
_JOIN = re.compile(r"[\s,]*(?:và|hoặc)?\s*")
_PINNED = re.compile(rf"(?:điều|khoản|điểm|mục|phụ lục|chương|mẫu số) +{_PLACES}\s*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of ``relations.toml`` under [words], compiled; what is meant by each is said there."""

    between: re.Pattern[str]
    joins: re.Pattern[str]
    parts: re.Pattern[str]
    named: re.Pattern[str]
    bars: re.Pattern[str]
    ends: re.Pattern[str]
    owned: re.Pattern[str]
    spoken: re.Pattern[str]


@cache
def _words() -> _Words:
    words = patterns("relations")["words"]
    part, joins = either(words["parts"]), rf"\s*(?:{either(words['joins'])}\s*)*$"
    of = either(w for w in words["ends"] if w != "số")  # "một số điều" is a part
    return _Words(
        between=re.compile(rf"(?:{_MARKS}|(?:{either(words['between'])}|{_PLACES})(?!{LETTER}))*+"),
        joins=re.compile(rf"(?:{_MARKS}|(?:{either(words['joins'])}|{_PLACES})(?!{LETTER}))*+"),
        parts=re.compile(rf"[\s,:(\d]*(?:[“\"]|{part}(?!{LETTER}))"),
        named=re.compile(rf"(?<!{LETTER}){either(words['named'])}(?!{LETTER})"),
        bars=re.compile(
            rf";(?!\s*(?:{part}|{_PLACES})(?!{LETTER}))|\.\s|^\s*\(|(?<!{LETTER}){either(words['bars'])}(?!{LETTER})"
        ),
        ends=re.compile(rf"(?<!{LETTER}){either(words['ends'])}{joins}"),
        spoken=re.compile(
            rf"\s*(?:nghiêm(?: +túc)? +)?(?:(?:các|những) +)?{either(words['sayings'])}(?!{LETTER})"
            rf"(?:[^,;.:()\d]{{0,120}}\s)?(?:nêu +)?(?:tại|trong)(?: +các)?\s*"
        ),
        owned=re.compile(rf"(?<!{LETTER})(?:(?:được +)?{either(words['held'])} +)?{of}{joins}"),
    )


def near(low: str, start: int, end: int) -> bool:
    """Whether nothing but small words stands in a stretch."""
    return end - start <= _NEAR and _words().between.fullmatch(low, start, end) is not None


def joined(low: str, start: int, end: int) -> bool:
    """Whether a stretch does no more than join two documents: ", ", " và các ", "; khoản 2 "."""
    return end - start <= _NEAR and _words().joins.fullmatch(low, start, end) is not None


def spoken(low: str, start: int, end: int) -> bool:
    """Whether a stretch is what somebody says in the document behind it: " chỉ đạo của Thủ tướng Chính phủ tại "."""
    return end - start <= _NEAR and _words().spoken.fullmatch(low, start, end) is not None


def over(low: str, start: int, end: int) -> bool:
    """Whether a stretch names a part of the document that follows it, and nothing else."""
    if not _words().parts.match(low, start, end):
        return False
    stretch = _QUOTED.sub("“”", low[start:end])
    if len(stretch) > _FAR or _words().bars.search(stretch) is not None:
        return False
    return _words().ends.search(stretch) is not None or _PINNED.search(stretch) is not None


def part(low: str, start: int, end: int) -> Span | None:
    """The part of a document that is printed before it: "một số điều của X", "Danh mục … kèm theo X"."""
    found = _words().named.search(low, start, min(end, start + _FAR))
    return (found.start(), _ended(low, found.start(), end)) if found else None


def _ended(low: str, start: int, end: int) -> int:
    """Where a part ends that is followed by "của", "tại", "ban hành kèm theo"."""
    joint = _words().owned.search(low[start:end])
    return start + joint.start() if joint and joint.start() else end


def governing(low: str, start: int, end: int) -> Iterator[list[Said]]:
    """The phrases that may govern a document at `end`, the nearest first; joined verbs come together."""
    said = phrases().find(low, start, end)
    for i in range(len(said) - 1, -1, -1):
        if _reaches(low, said[i], end):
            yield _group(low, said[: i + 1])


def _reaches(low: str, said: Said, end: int) -> bool:
    phrase, start = said.phrase, said.end
    if not phrase.far:
        return near(low, start, end) or (phrase.relations == ("IMPLEMENTS",) and spoken(low, start, end))
    if low.count("“", start, end) > low.count("”", start, end) or low[start:end].lstrip().startswith("("):
        return False  # “khoản 2 Điều 8 Nghị định số 63/2019/NĐ-CP” as a phrase that is replaced
    if near(low, start, end):
        return True
    return not any(low.find(word, start, end) >= 0 for word in phrase.unless) and over(low, start, end)


def _group(low: str, said: list[Said]) -> list[Said]:
    i = len(said) - 1
    while i and said[i - 1].phrase.relations and said[i - 1].phrase.voice == said[i].phrase.voice:
        if not _JOIN.fullmatch(low, said[i - 1].end, said[i].start):
            break
        i -= 1
    return said[i:]
