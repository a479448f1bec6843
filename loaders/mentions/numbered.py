"""Citations by number: the word before it, the number, and what follows; lists with one word for several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited
from loaders.mentions import kinds
from loaders.mentions.lexicon import spaced
from loaders.mentions.numbers import Number
from loaders.mentions.tails import Tail, tail
from loaders.text import Text

_REACH = 130  # code points before a number in which the word for its kind may stand
_SO = r"(?:(?:số|so|só|sô|sổ|sồ) *:? *)*"
_JOINT = re.compile(r"[ ,;:]*(?:(?:và|hoặc|hay|cùng|đến) +)?(?:(?:các|với) +)?(?P<so>số *:? *)?$")
_SEVERAL = re.compile(r"[;,:(|-] *(?:và +)?(?P<so>số *:? *)$|(?:và|hoặc) +(?P<so2>số *:? *)$")
_PLAIN = re.compile(r"(?P<so>(?<!\w)số *:? *)?$")
_NO_DOCUMENT = re.compile(
    r"(?<!\w)(?:mẫu|biểu|phụ +lục|phiếu|tờ +khai|ký +hiệu|tài +khoản|mã|bảng|hồ +sơ|tcvn|qcvn|tiêu +chuẩn|quy +chuẩn|hợp +đồng"
    r"|giấy +chứng +nhận|chứng +chỉ|hóa +đơn|bản +đồ|lô|thửa|tờ|đơn|dự +án|keyword=\S*|itemid=\S*)(?: +(?:số|[a-z]{1,2}))*"
    r" *[:.]? *(?:số *:? *)?[\w]{0,2}$"
)
_ADDRESS = re.compile(r"(?:https?:|www\.|[?&=%/]\S*$)")


@dataclass(frozen=True, slots=True)
class Called:
    """The word for a number's kind: where the citation begins, its type, and whether a word was printed."""

    start: int
    type: str
    worded: bool


@cache
def _before() -> re.Pattern[str]:
    """A word for a kind with nothing but "số" between it and the number."""
    longest_first = "|".join(spaced(w) for w in sorted(kinds.words(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<word>{longest_first}) *{_SO}$")


@cache
def _apart() -> re.Pattern[str]:
    """Words for kinds, with a few words behind them that may stand before "số"."""
    longest_first = "|".join(spaced(w) for w in sorted(kinds.words(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")


@cache
def _shortened() -> re.Pattern[str]:
    marks = "|".join(sorted(kinds.patterns("kinds")["short"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<mark>{marks})\.? *(?:số *:? *)?$")


def called(text: Text, number: Number, floor: int, last: Cited | None) -> Called | None:
    """What a number is called, or None where it is no document's."""
    flat, low = text.flat, text.low
    begin = max(floor, number.start - _REACH)
    window = low[begin : number.start]
    if found := _before().search(window):
        return _worded(number, begin + found.start(), " ".join(found["word"].split()))
    if last is not None and last.end >= begin and (listed := _listed(window, begin, number, last)):
        return listed
    if _NO_DOCUMENT.search(window[-40:]) or _ADDRESS.search(flat[flat.rfind(" ", 0, number.start) + 1 : number.start]):
        return None
    if mark := _shortened().search(flat, max(floor, number.start - 12), number.start):
        return Called(mark.start(), number.kind or kinds.patterns("kinds")["short"][mark["mark"]], True)
    return _loose(window, begin, number) or _bare(window, begin, number, last)


def _worded(number: Number, start: int, word: str) -> Called:
    """The word decides; of a word that may be any kind, and of two words in a row, the number does."""
    kind = kinds.words()[word].type
    told = number.kind
    if told and kind != told:
        if kind == "letter":
            return Called(start, told, True)
        for cut in range(1, len(word.split())):
            inner = " ".join(word.split()[cut:])
            if inner in kinds.words() and kinds.words()[inner].type == told:
                return Called(start + len(word) - len(inner), told, True)
    return Called(start, _refined(kind, number), True)


def _refined(kind: str, number: Number) -> str:
    if kind == "circular" and number.kind == "joint_circular":
        return "joint_circular"
    if kind == "law" and number.groups[0] == "PL":
        return "ordinance"
    return kind


def _listed(window: str, begin: int, number: Number, last: Cited) -> Called | None:
    """A later member of a list: nothing but a joint between the last citation and this number."""
    gap = window[last.end - begin :]
    joint = _JOINT.fullmatch(gap) if gap.strip() else None
    if not joint:
        return None
    start = number.start - len(joint["so"]) if joint["so"] else number.start
    same = number.kind is None or last.type == number.kind or _kindred(last.type, number.kind)
    return Called(start, last.type if same else number.kind or last.type, False)


def _kindred(kind: str, told: str) -> bool:
    """Kinds that one symbol may stand for: QĐ is a decision or a regulation."""
    return {kind, told} <= {"decision", "regulation"} or {kind, told} <= {"notice", "conclusion"}


def _loose(window: str, begin: int, number: Number) -> Called | None:
    """A word for the kind a few words before: "Báo cáo thẩm tra số", "Quyết định của Thủ tướng Chính phủ số"."""
    so = re.search(r"số *:? *$", window)
    if not so or number.kind is None and not _lettered(number):
        return None
    told = number.kind or "letter"
    nearest = None
    for found in _apart().finditer(window, 0, so.start()):
        if kinds.words()[" ".join(found[0].split())].type == told:
            nearest = found
    if nearest is None:
        return None
    gap = window[nearest.end() : so.start()]
    if re.search(r"[.;:()|\"“”]|(?<!\w)(?:này|đó|trên|theo|tại)(?!\w)", gap) or len(gap) > 70:
        return None
    return Called(begin + nearest.start(), told, True)


def _bare(window: str, begin: int, number: Number, last: Cited | None) -> Called | None:
    """A number without a word: its symbol must say what it is, or "số" and a known body that it is a letter."""
    plain = _PLAIN.search(window)
    start = begin + plain.start("so") if plain and plain["so"] else number.start
    known = number.issuer is not None
    if number.kind and (known or number.year):
        return Called(start, number.kind, False)
    if number.groups[0].startswith("QH") and number.year:
        return Called(start, last.type if last and last.number and "/QH" in last.number else "law", False)
    if number.groups[0].startswith("UBTVQH") and number.year:
        return Called(start, last.type if last and last.number and "UBTVQH" in last.number else "resolution", False)
    if known and start < number.start and _lettered(number):
        return Called(start, "letter", False)
    return None


def _lettered(number: Number) -> bool:
    """Whether a number looks like a letter's: body and unit, no kind ("574/UBND-NC")."""
    return number.kind is None and len(number.groups) > 1 and number.year is None


def cite(text: Text, number: Number, name: Called, floor: int) -> tuple[Cited, Tail]:
    """The citation of a number, and what follows it."""
    behind = tail(text.flat, text.low, number.end, joint=name.type == "joint_circular")
    cited = Cited(name.start, behind.end, name.type, number=number.text, form="full" if name.worded else "list")
    fill(cited, text, behind)
    cited.term = cited.term or number.term
    return cited, behind


def fill(cited: Cited, text: Text, behind: Tail) -> None:
    """Date, issuer and term of a citation, from what follows it."""
    cited.end = behind.end
    if behind.dated:
        cited.date = behind.dated.iso
    if behind.body:
        cited.issuer = " ".join(text.flat[behind.of : behind.body.end].split())
        cited.level, cited.system, cited.jurisdiction = behind.body.level, behind.body.system, behind.body.jurisdiction
    cited.term = behind.term
