"""Named programmes, schemes, masterplans and strategies that carry no number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.found import Cited, Own
from loaders.mentions.anchors import anchors
from loaders.mentions.kinds import patterns
from loaders.mentions.relations.phrases import either
from loaders.mentions.relations.speakers import OPERATIVE
from loaders.segment import Tree

_LETTER = r"[^\W\d_]"
_RULES = OPERATIVE - {"resolution", "decision"}
_NAME = 300  # code points
_YEAR = r"(?:19|20)\d\d"
_YEARS = (
    r"(?:giai +đoạn|thời +kỳ|nhiệm +kỳ|đến +năm|năm)(?: +từ)?(?: +năm)? +"
    rf"{_YEAR}(?: *- *(?:năm +)?(?:19|20)?\d\d)?"
)
_SPAN = rf"{_YEAR} *- *{_YEAR}(?!\d)"
_VISION = rf"(?:và +)?(?:tầm +nhìn|định +hướng)(?: +đến)?(?: +năm)? +{_YEAR}"
_PERIOD = re.compile(rf"(?<!{_LETTER})(?:{_YEARS}|{_SPAN})(?:,? *(?:{_VISION}|{_YEARS}))*")
_QUOTED = re.compile(r"[ :]*(?:“[^“”]{8,280}”|\"[^\"“”]{8,280}\")")
_PLACE = re.compile(
    rf"(?<!{_LETTER})(?:(?:tỉnh|thành phố|vùng|huyện|quận|khu kinh tế) +[A-ZĐÀ-Ỹ]|Thủ đô|thành phố(?= *(?:[,;.]|$)))"
)
_ACTS = re.compile(r"hành +động[^;.:,]{0,80}? +(?:thực +hiện|triển +khai)[^;.:,]{0,30}? +$")
_WHOLE = re.compile(r"công +tác|quốc +gia")  # a kind that needs no more than its years
_MANY = re.compile(r"(?<![^\W\d_])(?:các|những|\d+|hai|ba) +$")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH = re.compile(r"tháng +\d+ +$")
_DATE = re.compile(r",? +ngày")
_PROPER = re.compile(r" [A-ZĐ][^\W\d_]*[a-zà-ỹđ]")
_ISSUER = re.compile(r" +của +(?:Ban|Chính phủ|Thủ tướng|Ủy ban|Thành ủy|Tỉnh ủy|Bộ|Quốc hội)[^,;.:()|]{0,60}(?=[,;.])")


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


def _kind(row: dict[str, Any]) -> _Kind:
    return _Kind(row["type"], frozenset(row["marks"]), row.get("small", False))


def _printed(kinds: dict[str, _Kind]) -> Iterator[str]:
    """How a name begins in print: with a capital or in capitals. A pattern that begins with letters is fast."""
    for word, kind in kinds.items():
        yield from (word, word.capitalize(), word.upper()) if kind.small else (word.capitalize(), word.upper())


@cache
def _table() -> _Table:
    t = patterns("programmes")
    words = t["words"]
    found = {w: _kind(row) for row in t["kind"] for w in row["words"]}
    order = either(words["coming"])
    return _Table(
        kinds=found,
        anchor=re.compile(rf"(?P<kind>{either(_printed(found))})(?= )"),
        national=re.compile(rf"(?<!{_LETTER}){either(words['national'])}(?!{_LETTER})"),
        not_name=re.compile(rf" +(?:{either(words['not'])}(?!{_LETTER})|[\d“”.,;:()|-])"),
        ends=re.compile(rf"[;.:|(…”]| +(?!{either(words['places'])}(?!{_LETTER})){either(words['ends'])}(?!{_LETTER})"),
        goes_on=re.compile(rf", *{either(words['goes_on'])}(?!{_LETTER})"),
        coming=re.compile(rf"(?<!{_LETTER}){order}(?: +(?:{order}|và|,|dự thảo|hồ sơ))*[ ,]*$"),
    )


def programmes(tree: Tree, own: Own, cited: list[Cited]) -> Iterator[Cited]:
    """The programmes that a text names, each at its first place; not what a citation says.

    General rules speak of schemes in general: there a name needs more than words.
    """
    loose = frozenset({"words"}) if own.cited.type in _RULES else frozenset()
    t, low, flat = _table(), tree.text.low, tree.text.flat
    known = sorted(cited, key=lambda c: c.start)
    starts, ends = [c.start for c in known], [c.end for c in known]
    done, seen = 0, set[str]()
    for at in anchors(flat, "programme"):
        if at < done or (m := t.anchor.match(flat, at)) is None:
            continue
        done = m.end()
        kind = t.kinds[" ".join(m["kind"].lower().split())]
        if m.start() < own.opens and kind.type == own.cited.type:
            continue  # the title of this text itself
        before = bisect_left(starts, m.start() + 1) - 1
        if before >= 0 and ends[before] > m.start():
            continue
        limit = min(len(low), m.start() + _NAME)
        inside = known[bisect_left(starts, m.end()) : bisect_left(starts, limit)]
        end = _name(low, flat, m, replace(kind, marks=kind.marks - loose), limit, inside)
        if end is None:
            continue
        done = end
        name = " ".join(flat[m.start() : end].split())
        if name.lower() not in seen:
            seen.add(name.lower())
            yield _programme(m.start(), end, kind, name, low)


def _programme(start: int, end: int, kind: _Kind, name: str, low: str) -> Cited:
    coming = _table().coming.search(low, max(0, start - 40), start) is not None
    return Cited(start, end, kind.type, part="programme", form="name", name=name, title=name, planned=coming)


def _name(low: str, flat: str, m: re.Match[str], kind: _Kind, limit: int, cited: list[Cited]) -> int | None:
    """The end of a programme's name, or None where it is none in particular; `cited` are the citations behind it."""
    if (quoted := _QUOTED.match(flat, m.end(), limit)) is not None:
        return quoted.end() if "quoted" in kind.marks else None
    if (
        _table().not_name.match(low, m.end())
        and not _PERIOD.match(low, m.end() + 1)
        and "hành động" not in m["kind"].lower()
    ):
        return None
    if "acts" in kind.marks:
        for c in cited:
            if _ACTS.search(low, m.start(), c.start):
                return _numbered(low, c)
    stop = _table().ends.search(low, m.end(), limit)
    end = stop.start() if stop else limit
    period = next((p for p in _PERIOD.finditer(low, m.end(), end) if not _MONTH.search(low, m.end(), p.start())), None)
    if period is not None and "period" in kind.marks:
        named = low[m.end() : period.start()].split()
        whole = _WHOLE.search(m["kind"].lower()) is not None and not _MANY.search(
            low, max(0, m.start() - 12), m.start()
        )
        return _owned(flat, period.end(), limit) if named or whole or kind.small else None
    return _marked(low, flat, m, kind, _comma(low, m.end(), end), limit)


def _marked(low: str, flat: str, m: re.Match[str], kind: _Kind, end: int, limit: int) -> int | None:
    """The end of a name without years that is national, of a place, or of words enough."""
    again = low.find(" ".join(m["kind"].lower().split()), m.end(), end)
    end = again if again >= 0 else end
    name = flat[m.end() : end]
    national = _table().national.search(low, m.start(), end)
    if national is not None and "national" in kind.marks:
        return end if len(_WORD.findall(flat, max(m.end(), national.end()), end)) >= 2 else None
    if "place" in kind.marks and _PLACE.search(name):
        return end
    words = "words" in kind.marks and _PROPER.search(name[1:]) is not None and len(name.split()) >= 4
    return end if words and end < limit else None


def _numbered(low: str, c: Cited) -> int:
    """The end of a citation's number: a programme's name does not say its date."""
    cut = _DATE.search(low, c.start, c.end) if c.number else None
    return cut.start() if cut else c.end


def _owned(flat: str, end: int, limit: int) -> int:
    """Behind the issuer of a programme, where it is named."""
    issuer = _ISSUER.match(flat, end, limit)
    return issuer.end() if issuer else end


def _comma(low: str, start: int, end: int) -> int:
    """The first comma behind four words of a name that does not go on with its years."""
    at = start
    while (comma := low.find(",", at, end)) >= 0:
        if not _table().goes_on.match(low, comma, end) and len(low[start:comma].split()) >= 4:
            return comma
        at = comma + 1
    return end
