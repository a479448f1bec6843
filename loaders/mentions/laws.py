"""Laws, codes, ordinances and treaties by name: where a name begins, and where it truly ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.lexicon import Lexicon

_UNKNOWN = re.compile(r"[A-ZĐÀ-Ỹ][\w&]*(?: +[\w&]+){0,11}")
_NUMBERED = re.compile(r"(?P<name>[^.;:|()\[\]“”\"\d]{3,160}?) +(?:số *:? *)?(?=\d{1,3}/\d{4}/(?:QH|UBTVQH|PL))")
_BREAK = re.compile(
    r" +(?:và|được|đã|có|quy|số|năm|ngày|này|nêu|trên|để|theo|tại|thì|là|không|do|khi|ban hành|hoặc|cho|với|sau|sửa|từ|bằng"
    r"|gồm|như|nếu|phải|mà|của|về|hiện|vào|đến|trong|gắn|quán|hướng|nhằm|cũng|đang|sẽ|tiếp|bảo đảm|thay|bị|yêu|\d+)(?!\w)"
)
_AMENDS = re.compile(
    r"sửa +đổi(?:,? *bổ *sung|,? *bãi +bỏ|,? *thay +thế)*(?: +(?:một +số|các|những|\d+))?(?: +(?:điều|khoản|nội +dung|quy +định))?"
)
_SCOPE = re.compile(
    r"(?:[^.;:|()“”\"]{0,120}?)?(?: +của| +tại| +trong)? +(?=(?:các +)?(?:bộ +luật|luật|pháp +lệnh)(?!\w))"
)
_SEVERAL = re.compile(
    r" +của +\d+ +luật(?: +(?:có +liên +quan +đến +[\w ]{3,60}?(?= +(?:ngày|số|năm|được|thì|và)(?!\w)|[.;,)|]|$)))?"
)
_TARGET = re.compile(r"(?:,| +và)? *(?:các +)?(?P<word>bộ +luật|luật|pháp +lệnh) +(?!sửa +đổi)")
_ITS_NUMBER = re.compile(
    r" *,? *(?:số *:? *)?\d{1,3} ?/ ?\d{4} ?/ ?(?:qh|ubtvqh|pl-ubtvqh)\d{1,2}(?: *,? *ngày +[\d/.-]+| *,? *ngày +\d+ +tháng +\d+ +năm +\d{4})?"
)
_REVISED = re.compile(r" *\( *sửa +đổi *\)")
WORDS = {"luật": "law", "bộ luật": "code", "pháp lệnh": "ordinance"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name at an offset: where it ends, and how it is written today; `known` says that it stands in our tables."""

    end: int
    name: str
    known: bool


@cache
def _names(kind: str) -> Lexicon[str]:
    table = patterns("laws")
    part = {"law": ("laws",), "code": ("codes",), "ordinance": ("ordinances", "laws"), "treaty": ("treaties",)}[kind]
    return Lexicon((name, name) for key in part for name in table[key])


def law(flat: str, low: str, at: int, kind: str) -> Named | None:
    """The name of a law behind the word for its kind, or None where no name follows."""
    shown = flat[at : at + 1].isupper()
    known = _names(kind).at(low, at)
    numbered = _NUMBERED.match(flat, at) if shown else None
    if known:
        if numbered and numbered.end("name") > known[0] and _extends(low, known[0], numbered.end("name")):
            return _named(flat, at, numbered.end("name"))
        return Named(known[0], known[1], True)
    if numbered and not _foreign(low[at : numbered.end("name")]):
        return _named(flat, at, numbered.end("name"))
    free = _UNKNOWN.match(flat, at) if shown and not flat[at : at + 3].isupper() else None
    if free is None:
        return None
    stop = _BREAK.search(low, at, free.end())
    end = stop.start() if stop else free.end()
    return _named(flat, at, end) if end - at > 2 else None


def _named(flat: str, start: int, end: int) -> Named:
    words = " ".join(flat[start:end].split())
    return Named(start + len(flat[start:end].rstrip()), words.capitalize() if words.isupper() else words, False)


def _extends(low: str, start: int, end: int) -> bool:
    """Whether a longer name goes on behind a known one ("Quản lý" … "vốn nhà nước"), not another clause."""
    rest = low[start:end]
    return not _foreign(rest) and not _BREAK.match(rest) and not rest.lstrip().startswith(("(", ",")) and len(rest) < 80


def _foreign(words: str) -> bool:
    return bool(
        re.search(
            r"(?<!\w)(?:luật|nghị +(?:định|quyết)|thông +tư|quyết +định|pháp +lệnh|khoản|điều +\d|được|theo)(?!\w)",
            words,
        )
    )


@dataclass(frozen=True, slots=True)
class Amending:
    """The title of a law that amends others: where its own words end, its whole end, and the laws that it names.

    `numbered` are the ends of those that a number follows, the last of all among them or not.
    """

    own_end: int
    end: int
    name: str
    targets: int = 0
    numbered: tuple[int, ...] = ()


def amending(flat: str, low: str, at: int, word: str) -> Amending | None:
    """The title "sửa đổi, bổ sung một số điều của Luật A, Luật B và Luật C" behind the word for a law."""
    verb = _AMENDS.match(low, at)
    if not verb:
        return None
    if several := _SEVERAL.match(low, verb.end()):
        end = several.end()
        return Amending(verb.end(), end, f"{word} {_words(flat, at, end)}")
    scope = _SCOPE.match(low, verb.end(), verb.end() + 160)
    names: list[str] = []
    numbered: list[int] = []
    end, here = verb.end(), scope.end() if scope else -1
    while here >= 0 and (target := _TARGET.match(low, here)):
        named = law(flat, low, target.end(), WORDS[" ".join(target["word"].split())])
        if named is None:
            break
        names.append(f"{flat[target.start('word')].upper()}{low[target.start('word') + 1 : target.end()]}{named.name}")
        end = here = named.end
        if number := _ITS_NUMBER.match(low, named.end):
            numbered.append(named.end)
            here = number.end()
    start = scope.end() if scope else end
    title = " ".join([_words(flat, at, start), _listed(names)]).strip()
    return Amending(verb.end(), end, f"{word} {title}", len(names), tuple(numbered))


def _listed(names: list[str]) -> str:
    clean = [" ".join(n.split()) for n in names]
    return " và ".join([", ".join(clean[:-1]), clean[-1]] if len(clean) > 1 else clean)


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
