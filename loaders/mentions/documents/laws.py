"""Laws, codes, ordinances and treaties by name: where a name begins, and where it truly ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.letters import UPPER
from loaders.mentions.lexicon import Lexicon, anyof

WORDS = {"luật": "law", "bộ luật": "code", "pháp lệnh": "ordinance"}
LABELS = {"law": "Luật", "code": "Bộ luật", "ordinance": "Pháp lệnh"}

_UNKNOWN = re.compile(rf"[{UPPER}][\w&]*(?: {{1,2}}[\w&]+){{0,11}}")
_DOING = re.compile(  # a name that begins with a deed goes on behind its comma: "Phòng, chống …", "Quản lý, sử dụng …"
    r"(?:Phòng|Quản +lý|An +toàn|Trật +tự|Bảo +vệ|Hòa +giải|Ký +kết),(?: {1,2}[\w&]+){1,14}"
)
_NUMBERED = re.compile(
    r"(?P<name>[^.;:|()\[\]“”\"\d]{3,160}?) +(?:(?:số *:? *)?(?=\d{1,3}/\d{4}/(?:QH|UBTVQH|PL))|(?=ngày +\d))"
)
# A name in a list that goes on beyond the one that is known ("Luật Đầu tư công theo phương thức …, Luật …").
_GOES_ON = re.compile(r"(?: {1,2}[^\W\d_]+){1,9}(?=(?:,| +và) *(?:các +)?(?:bộ +luật|luật|pháp +lệnh)(?!\w))")
_GOES = re.compile(r" +[^\W\d_]")  # behind a known name: a word that may be one more of it
_REVISED = re.compile(r" *\( *sửa +đổi *\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at an offset: where it ends, and how it is written today; `known` says that it stands in our tables."""

    end: int
    name: str
    known: bool


@cache
def _names(kind: str) -> Lexicon[str]:
    table = patterns("laws")
    parts = {"law": ("laws",), "code": ("codes",), "ordinance": ("ordinances", "laws"), "treaty": ("treaties",)}
    full = [(name, name) for part in parts[kind] for name in table[part]]
    return Lexicon([*full, *(pair for part in parts[kind] for pair in table["short"].get(part, {}).items())])


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf" +(?:{anyof(patterns('citations')['laws']['ends'])}|\d+)(?!\w)")


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{anyof(patterns('citations')['laws']['foreign'])}|điều +\d)(?!\w)")


def law(flat: str, low: str, at: int, kind: str) -> Named | None:
    """The name of a law behind the word for its kind, or None where no name follows."""
    known = _names(kind).at(low, at)
    shown = flat[at : at + 1].isupper()
    if known and not (shown and _GOES.match(low, known[0])):
        return Named(known[0], known[1], True)
    numbered = _NUMBERED.match(flat, at) if shown else None
    if known:
        longer = numbered.end("name") if numbered and not low.startswith("ngày", numbered.end()) else 0
        if longer > known[0] and _extends(low[known[0] : longer]):
            return _named(flat, at, longer)
        return Named(known[0], known[1], True)
    if numbered and not _foreign().search(low, at, numbered.end("name")):
        return _named(flat, at, numbered.end("name"))
    free = _DOING.match(flat, at) or _UNKNOWN.match(flat, at) if shown and not flat[at : at + 3].isupper() else None
    if free is None:
        return None
    stop = _ends().search(low, at, free.end())
    end = stop.start() if stop else free.end()
    return _named(flat, at, end) if end - at > 2 else None


def listed(flat: str, low: str, at: int, kind: str) -> Named | None:
    """The same in a list, where a name may go on beyond the known one, up to the next law."""
    named = law(flat, low, at, kind)
    more = _GOES_ON.match(low, named.end) if named else None
    if more is None:
        return named
    words = more[0].replace(" theo", "")
    return named if _foreign().search(words) or _ends().match(words) else _named(flat, at, more.end())


def _named(flat: str, start: int, end: int) -> Named:
    words = " ".join(flat[start:end].split())
    return Named(start + len(flat[start:end].rstrip()), words.capitalize() if words.isupper() else words, False)


def _extends(rest: str) -> bool:
    """Whether a longer name goes on behind a known one, rather than another clause."""
    if _foreign().search(rest) or _ends().match(rest):
        return False
    return not rest.lstrip().startswith(("(", ",")) and len(rest) < 80


def revised(low: str, at: int) -> int:
    """Where "(sửa đổi)" behind a law's name ends, or the offset itself."""
    found = _REVISED.match(low, at)
    return found.end() if found else at


def treaty(low: str, at: int) -> int | None:
    """Where a known treaty's name at an offset ends."""
    found = _names("treaty").at(low, at)
    return found[0] if found else None
