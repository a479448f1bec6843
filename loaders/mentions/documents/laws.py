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
_AMENDS = re.compile(
    r"sửa +đổi(?:,? *bổ *sung|,? *bãi +bỏ|,? *thay +thế)*"
    r"(?: +(?:một +số|các|những|\d+))?(?: +(?:điều|khoản|nội +dung|quy +định))?"
)
_SCOPE = re.compile(
    r"(?:[^.;:|()“”\"]{0,120}?)?(?: +của| +tại| +trong)? +(?=(?:các +)?(?:bộ +luật|luật|pháp +lệnh)(?!\w))"
)
_SEVERAL = re.compile(
    r" +của +\d+ +luật(?: +(?:có +liên +quan +đến|trong +lĩnh +vực) +[\w ]{3,60}?"
    r"(?= +(?:ngày|số|năm|được|thì|và +điều|phù)(?!\w)|[.;,)|]|$))?"
)
# A name in a list that goes on beyond the one that is known ("Luật Đầu tư công theo phương thức …, Luật …").
_GOES_ON = re.compile(r"(?: {1,2}[^\W\d_]+){1,9}(?=(?:,| +và) *(?:các +)?(?:bộ +luật|luật|pháp +lệnh)(?!\w))")
_TARGET = re.compile(r"(?:,| +và)? *(?:các +)?(?P<word>bộ +luật|luật|pháp +lệnh) +(?!sửa +đổi)")
_ITS_NUMBER = re.compile(
    r" *,? *(?:số *:? *)?\d{1,3} ?/ ?\d{4} ?/ ?(?:qh|ubtvqh|pl-ubtvqh)\d{1,2}"
    r"(?: *,? *ngày +[\d/.-]+| *,? *ngày +\d+ +tháng +\d+ +năm +\d{4})?"
)
_REVISED = re.compile(r" *\( *sửa +đổi *\)")


@dataclass(frozen=True, slots=True)
class Named:
    """A name at an offset: where it ends, and how it is written today; `known` says that it stands in our tables."""

    end: int
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class Amending:
    """The title of a law that amends others: where its own words end, its whole end, and its name.

    `numbered` are the ends of the names of those laws that a number of their own follows, `targets` the
    laws that it amends, each from the word for it.
    """

    own_end: int
    end: int
    name: str
    numbered: tuple[int, ...] = ()
    targets: tuple[tuple[int, str, Named], ...] = ()


@cache
def _names(kind: str) -> Lexicon[str]:
    table = patterns("laws")
    parts = {"law": ("laws",), "code": ("codes",), "ordinance": ("ordinances", "laws"), "treaty": ("treaties",)}
    return Lexicon((name, name) for part in parts[kind] for name in table[part])


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


def _named(flat: str, start: int, end: int) -> Named:
    words = " ".join(flat[start:end].split())
    return Named(start + len(flat[start:end].rstrip()), words.capitalize() if words.isupper() else words, False)


def _extends(rest: str) -> bool:
    """Whether a longer name goes on behind a known one, rather than another clause."""
    if _foreign().search(rest) or _ends().match(rest):
        return False
    return not rest.lstrip().startswith(("(", ",")) and len(rest) < 80


def amending(flat: str, low: str, at: int, word: str) -> Amending | None:
    """The title "sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C" behind the word for a law."""
    verb = _AMENDS.match(low, at)
    if not verb:
        return None
    if several := _SEVERAL.match(low, verb.end()):
        return Amending(verb.end(), several.end(), f"{word} {_words(flat, at, several.end())}")
    scope = _SCOPE.match(low, verb.end(), verb.end() + 160)
    if scope is None:
        return Amending(verb.end(), verb.end(), f"{word} {_words(flat, at, verb.end())}")
    targets, numbered = _targets(flat, low, scope.end())
    names = _listed([f"{LABELS[kind]} {named.name}" for _, kind, named in targets])
    title = f"{word} {_words(flat, at, scope.end())} {names}".strip()
    return Amending(verb.end(), targets[-1][2].end if targets else verb.end(), title, numbered, targets)


def _targets(flat: str, low: str, here: int) -> tuple[tuple[tuple[int, str, Named], ...], tuple[int, ...]]:
    """The laws that an amending title names (start, kind, name), and the ends of those with numbers of their own."""
    found: list[tuple[int, str, Named]] = []
    numbered: list[int] = []
    while target := _TARGET.match(low, here):
        kind = WORDS[" ".join(target["word"].split())]
        named = law(flat, low, target.end(), kind)
        if named is None:
            break
        named = _longer(flat, low, target.end(), named)
        found.append((target.start("word"), kind, named))
        here = named.end
        if number := _ITS_NUMBER.match(low, here):
            numbered.append(here)
            here = number.end()
    return tuple(found), tuple(numbered)


def _longer(flat: str, low: str, start: int, named: Named) -> Named:
    """A name that goes on beyond the known one, up to the next law of the list."""
    more = _GOES_ON.match(low, named.end)
    if more is None or _foreign().search(more[0].replace(" theo", "")) or _ends().match(more[0].replace(" theo", "")):
        return named
    return _named(flat, start, more.end())


def _listed(names: list[str]) -> str:
    return " và ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _words(flat: str, start: int, end: int) -> str:
    words = " ".join(flat[start:end].split())
    return words.lower() if words.isupper() else words


def revised(low: str, at: int) -> int:
    """Where "(sửa đổi)" behind a law's name ends, or the offset itself."""
    found = _REVISED.match(low, at)
    return found.end() if found else at


def treaty(low: str, at: int) -> int | None:
    """Where a known treaty's name at an offset ends."""
    found = _names("treaty").at(low, at)
    return found[0] if found else None
