"""Where the name of an unnumbered programme ends, and whether it names one in particular."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.letters import LETTER
from loaders.mentions.plans.programmewords import Kind, words

_YEAR = r"(?:19|20)\d\d"
_YEARS = (
    r"(?:giai +đoạn|thời +kỳ|nhiệm +kỳ|đến +năm|năm)(?: +từ)?(?: +năm)? +"
    rf"{_YEAR}(?: *- *(?:năm +)?(?:19|20)?\d\d)?"
)
_SPAN = rf"{_YEAR} *- *{_YEAR}(?!\d)"
_VISION = rf"(?:và +)?(?:tầm +nhìn|định +hướng)(?: +đến)?(?: +năm)? +{_YEAR}"
PERIOD = re.compile(rf"(?<!{LETTER})(?:{_YEARS}|{_SPAN})(?:,? *(?:{_VISION}|{_YEARS}))*")
_QUOTED = re.compile(r"[ :]*(?:“[^“”]{8,280}”|\"[^\"“”]{8,280}\")")
_PLACE = re.compile(
    rf"(?<!{LETTER})(?:(?:tỉnh|thành phố|vùng|huyện|quận|khu kinh tế) +[A-ZĐÀ-Ỹ]|Thủ đô|thành phố(?= *(?:[,;.]|$)))"
)
_ACTS = re.compile(r"hành +động[^;.:,]{0,80}? +(?:thực +hiện|triển +khai)[^;.:,]{0,30}? +$")
_WHOLE = re.compile(r"công +tác|quốc +gia")  # a kind that needs no more than its years
_MANY = re.compile(rf"(?<!{LETTER})(?:các|những|\d+|hai|ba) +$")
_WORD = re.compile(rf"{LETTER}+")
_MONTH = re.compile(r"tháng +\d+ +$")
_DATE = re.compile(r",? +ngày")
_PROPER = re.compile(rf" [A-ZĐ]{LETTER}*[a-zà-ỹđ]")
_ISSUER = re.compile(r" +của +(?:Ban|Chính phủ|Thủ tướng|Ủy ban|Thành ủy|Tỉnh ủy|Bộ|Quốc hội)[^,;.:()|]{0,60}(?=[,;.])")
_BEFORE = 12  # code points before a kind
_NATIONAL, _ENOUGH = 2, 4  # words of a name


def name_end(low: str, flat: str, m: re.Match[str], kind: Kind, limit: int, cited: list[Cited]) -> int | None:
    """The end of a programme's name, or None where it is none in particular; `cited` are the citations behind it."""
    if (quoted := _QUOTED.match(flat, m.end(), limit)) is not None:
        return quoted.end() if "quoted" in kind.marks else None
    if _is_general(low, m):
        return None
    acts = (c for c in cited if _ACTS.search(low, m.start(), c.start)) if "acts" in kind.marks else iter(())
    if (target := next(acts, None)) is not None:
        return _numbered(low, target)
    stop = words().ends.search(low, m.end(), limit)
    end = stop.start() if stop else limit
    periods = PERIOD.finditer(low, m.end(), end) if "period" in kind.marks else iter(())
    period = next((p for p in periods if not _MONTH.search(low, m.end(), p.start())), None)
    if period is not None:
        return owned(flat, period.end(), limit) if _is_dated(low, m, kind, period) else None
    return _marked(low, flat, m, kind, _comma(low, m.end(), end), limit)


def _is_general(low: str, m: re.Match[str]) -> bool:
    """Whether what follows the kind speaks of a programme known before or of none in particular."""
    if PERIOD.match(low, m.end() + 1) or "hành động" in m["kind"].lower():
        return False
    return words().not_name.match(low, m.end()) is not None


def _is_dated(low: str, m: re.Match[str], kind: Kind, period: re.Match[str]) -> bool:
    """Whether years are enough for a name: with words between, or of a kind that needs none."""
    if low[m.end() : period.start()].strip() or kind.small:
        return True
    many = _MANY.search(low, max(0, m.start() - _BEFORE), m.start())
    return _WHOLE.search(m["kind"].lower()) is not None and not many


def _marked(low: str, flat: str, m: re.Match[str], kind: Kind, end: int, limit: int) -> int | None:
    """The end of a name without years that is national, of a place, or of words enough."""
    again = low.find(" ".join(m["kind"].lower().split()), m.end(), end)
    end = again if again >= 0 else end
    name = flat[m.end() : end]
    national = words().national.search(low, m.start(), end) if "national" in kind.marks else None
    if national is not None:
        return end if len(_WORD.findall(flat, max(m.end(), national.end()), end)) >= _NATIONAL else None
    if "place" in kind.marks and _PLACE.search(name):
        return end
    enough = "words" in kind.marks and _PROPER.search(name[1:]) is not None and len(name.split()) >= _ENOUGH
    return end if enough and end < limit else None


def _numbered(low: str, c: Cited) -> int:
    """The end of a citation's number: a programme's name does not say its date."""
    cut = _DATE.search(low, c.start, c.end) if c.number else None
    return cut.start() if cut else c.end


def owned(flat: str, end: int, limit: int) -> int:
    """Behind the issuer of a programme, where it is named."""
    issuer = _ISSUER.match(flat, end, limit)
    return issuer.end() if issuer else end


def _comma(low: str, start: int, end: int) -> int:
    """The first comma behind four words of a name that does not go on with its years."""
    at = start
    while (comma := low.find(",", at, end)) >= 0:
        if not words().goes_on.match(low, comma, end) and len(low[start:comma].split()) >= _ENOUGH:
            return comma
        at = comma + 1
    return end
