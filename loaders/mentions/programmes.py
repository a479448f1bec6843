"""Named programmes, schemes, masterplans and strategies that carry no number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited
from loaders.mentions.kinds import patterns
from loaders.mentions.phrases import either
from loaders.segment import Tree

_LETTER = r"[^\W\d_]"
_NAME = 300  # code points
_YEARS = r"(?:giai +đoạn|thời +kỳ|nhiệm +kỳ|đến +năm|năm)(?: +từ)?(?: +năm)? +(?:19|20)\d\d(?: *- *(?:năm +)?(?:19|20)?\d\d)?"
_PERIOD = re.compile(rf"(?<!{_LETTER}){_YEARS}(?:,? *(?:(?:và +)?(?:tầm +nhìn|định +hướng)(?: +đến)?(?: +năm)? +20\d\d|{_YEARS}))*")
_QUOTED = re.compile(r"[ :]*“([^“”]{8,280})”")
_PLACE = re.compile(rf"(?<!{_LETTER})(?:(?:tỉnh|thành phố|vùng|huyện|quận|khu kinh tế) +[A-ZĐÀ-Ỹ]|Thủ đô|thành phố(?= *(?:[,;.]|$)))")


@dataclass(frozen=True, slots=True)
class _Kind:
    type: str
    marks: frozenset[str]
    small: bool


@dataclass(frozen=True, slots=True)
class _Table:
    kinds: dict[str, _Kind]
    anchor: re.Pattern[str]
    national: re.Pattern[str]
    not_name: re.Pattern[str]
    ends: re.Pattern[str]
    goes_on: re.Pattern[str]
    coming: re.Pattern[str]


@cache
def _table() -> _Table:
    t = patterns("programmes")
    words = t["words"]
    found = {w: _Kind(row["type"], frozenset(row["marks"]), row.get("small", False)) for row in t["kind"] for w in row["words"]}
    return _Table(
        kinds=found,
        anchor=re.compile(rf"(?<!{_LETTER})(?P<kind>{either(found)})(?= )"),
        national=re.compile(rf"(?<!{_LETTER}){either(words['national'])}(?!{_LETTER})"),
        not_name=re.compile(rf" +(?:{either(words['not'])}(?!{_LETTER})|[\d“”.,;:()|-])"),
        ends=re.compile(rf"[;.:|(…”]| +{either(words['ends'])}(?!{_LETTER})"),
        goes_on=re.compile(rf", *{either(words['goes_on'])}(?!{_LETTER})"),
        coming=re.compile(rf"(?<!{_LETTER}){either(words['coming'])}(?: +(?:{either(words['coming'])}|và|,|dự thảo|hồ sơ))*[ ,]*$"),
    )


def programmes(tree: Tree, cited: list[Cited]) -> Iterator[Cited]:
    """The programmes that a text names, each at its first place; not what a citation or the text's title says."""
    t, low, flat = _table(), tree.text.low, tree.text.flat
    spans = iter(sorted((c.start, c.end) for c in cited))
    span = next(spans, None)
    done, seen = 0, set[str]()
    for m in t.anchor.finditer(low):
        while span is not None and span[1] <= m.start():
            span = next(spans, None)
        if m.start() < done or (span is not None and span[0] <= m.start()):
            continue
        kind = t.kinds[" ".join(m["kind"].split())]
        if not (kind.small or flat[m.start()].isupper()):
            continue
        limit = min(len(low), m.start() + _NAME)
        end = _name(low, flat, m, kind, limit, cited)
        if end is None:
            continue
        name = " ".join(flat[m.start() : end].split())
        done = end
        if name.lower() not in seen:
            seen.add(name.lower())
            yield Cited(
                m.start(), end, kind.type, part="programme", form="name", name=name, title=name,
                planned=t.coming.search(low, max(0, m.start() - 40), m.start()) is not None,
            )  # fmt: skip


def _name(low: str, flat: str, m: re.Match[str], kind: _Kind, limit: int, cited: list[Cited]) -> int | None:
    """The end of a programme's name, or None where it is none in particular."""
    t = _table()
    if (quoted := _QUOTED.match(flat, m.end(), limit)) is not None:
        return quoted.end() if "quoted" in kind.marks else None
    if t.not_name.match(low, m.end()) and not _PERIOD.match(low, m.end() + 1) and "hành động" not in m["kind"]:
        return None
    stop = t.ends.search(low, m.end(), limit)
    end = stop.start() if stop else limit
    acts = re.compile(r"hành +động[^;.:,]{0,80}? +(?:thực +hiện|triển +khai)[^;.:,]{0,30}? +$")
    if "acts" in kind.marks:
        for c in cited:
            if m.end() <= c.start < limit and acts.search(low, m.start(), c.start):
                return c.end if not (c.date and c.number) else _numbered(low, c)
    period = _PERIOD.search(low, m.end(), end)
    if period is not None and "period" in kind.marks:
        named = low[m.end() : period.start()].split()
        return _owned(low, flat, period.end(), limit) if named or "công tác" in m["kind"] or kind.small else None
    end = _comma(low, m.end(), end)
    name = flat[m.end() : end]
    national = t.national.search(low, m.start(), end)
    if national is not None and "national" in kind.marks:
        return end if len(flat[max(m.end(), national.end()) : end].split()) >= 2 else None
    if "place" in kind.marks and _PLACE.search(name):
        return end
    proper = re.search(r" [A-ZĐ][^\W\d_]*[a-zà-ỹđ]", name[1:])
    return end if "words" in kind.marks and proper and len(name.split()) >= 4 and end < limit else None


def _numbered(low: str, c: Cited) -> int:
    """The end of a citation's number: a programme's name does not say its date."""
    cut = re.search(r",? +ngày", low[c.start : c.end])
    return c.start + cut.start() if cut else c.end


def _owned(low: str, flat: str, end: int, limit: int) -> int:
    m = re.compile(r" +của +(?:Ban|Chính phủ|Thủ tướng|Ủy ban|Thành ủy|Tỉnh ủy|Bộ|Quốc hội)[^,;.:()|]{0,60}(?=[,;.])").match(flat, end, limit)
    return m.end() if m else end


def _comma(low: str, start: int, end: int) -> int:
    at = start
    while (comma := low.find(",", at, end)) >= 0:
        if not _table().goes_on.match(low, comma, end) and len(low[start:comma].split()) >= 4:
            return comma
        at = comma + 1
    return end
