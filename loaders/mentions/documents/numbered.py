"""Citations by number: the word before it, the number, and what follows; lists with one word for several."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited
from loaders.mentions import kinds
from loaders.mentions.documents.numbers import Number
from loaders.mentions.documents.tails import Tail, tail
from loaders.mentions.lexicon import whole
from loaders.text import Text

_REACH = 130  # code points before a number in which the word for its kind may stand
_GAP = 70  # code points between a word and the "số" that it may stand apart from
_SO = r"(?:(?:số|so|só|sô|sổ|sồ) *:? *)*"
_JOINT = re.compile(r"[ ,;:]*(?:(?:và|hoặc|hay|cùng|đến) +)?(?:(?:các|với) +)?(?P<so>số *:? *)?")
_ENDS_SO = re.compile(r"số(?<!\wsố) *:? *$")
_CLAUSE = re.compile(r"[.;:()|\"“”]|(?<!\w)(?:này|đó|trên|theo|tại)(?!\w)")
_ADDRESS = re.compile(r"https?:|www\.|[?&=%/]\S*$")


@dataclass(frozen=True, slots=True)
class Called:
    """The word for a number's kind: where the citation begins, its type, and whether a word was printed."""

    start: int
    type: str
    worded: bool


@cache
def before() -> re.Pattern[str]:
    """A word for a kind with nothing but "số" between it and the number."""
    return re.compile(rf"(?P<word>{whole(kinds.words())}) *:? *{_SO}$")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(rf"{whole(kinds.words())}(?!\w)")


@cache
def _shortened() -> re.Pattern[str]:
    marks = "|".join(sorted(kinds.patterns("kinds")["short"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<mark>{marks})\.? *(?:số *:? *)?$")


@cache
def _no_document() -> re.Pattern[str]:
    words = whole(kinds.patterns("citations")["numbers"]["not_before"])
    return re.compile(rf"{words}(?: +(?:số|[a-z]{{1,2}}))* *[:.]? *(?:số *:? *)?\w{{0,2}}$")


@cache
def _copies() -> frozenset[str]:
    return frozenset(kinds.patterns("citations")["numbers"]["copies"])


def called(text: Text, number: Number, floor: int, last: Cited | None) -> Called | None:
    """What a number is called, or None where it is no document's."""
    flat, low = text.flat, text.low
    begin = max(floor, number.start - _REACH)
    window = low[begin : number.start]
    if found := before().search(window):
        return _worded(number, begin + found.start(), " ".join(found["word"].split()))
    if last is not None and last.end >= begin and (listed := _listed(window[last.end - begin :], number, last)):
        return listed
    if is_other(text, number):
        return None
    if mark := _shortened().search(flat, max(floor, number.start - 12), number.start):
        return Called(mark.start(), number.kind or kinds.patterns("kinds")["short"][mark["mark"]], True)
    return _misspelt(window, begin, number) or _apart(window, begin, number) or _bare(window, begin, number, last)


def is_other(text: Text, number: Number) -> bool:
    """Whether the words before a number, or the number itself, say that it is no document of policy."""
    at = number.start
    token = text.flat[text.flat.rfind(" ", 0, at) + 1 : at]
    before = _no_document().search(text.low, max(0, at - 40), at)
    return bool(before or _ADDRESS.search(token)) or number.groups[0] in _copies()


def _worded(number: Number, start: int, word: str) -> Called:
    """The word decides; of a word that may be any kind, and of two words in a row, the number does."""
    kind, told = kinds.words()[word].type, number.kind
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
    return "ordinance" if kind == "law" and number.groups[0] == "PL" else kind


def _listed(gap: str, number: Number, last: Cited) -> Called | None:
    """A later member of a list: nothing but a joint between the last citation and this number."""
    joint = _JOINT.fullmatch(gap) if gap.strip() else None
    if not joint:
        return None
    start = number.start - len(joint["so"] or "")
    same = number.kind in (None, last.type) or _kindred(last.type, number.kind)
    return Called(start, last.type if same else number.kind or last.type, False)


def _kindred(kind: str, told: str | None) -> bool:
    """Kinds that one symbol may stand for: QĐ is a decision or a regulation."""
    return {kind, told} <= {"decision", "regulation"} or {kind, told} <= {"notice", "conclusion"}


def _misspelt(window: str, begin: int, number: Number) -> Called | None:
    """A word for the number's own kind with its accents wrong: "Nghi định số", "Quyết dịnh số"."""
    so = _ENDS_SO.search(window)
    if so is None or number.kind is None:
        return None
    for kind in kinds.kinds():
        for word in kind.words if kind.type == number.kind else ():
            printed = window[: so.start()].rstrip()[-len(word) :]
            if bald(printed) == bald(word):
                return Called(begin + len(window[: so.start()].rstrip()) - len(word), kind.type, True)
    return None


def bald(words: str) -> str:
    """Words without accents."""
    plain = unicodedata.normalize("NFD", words.replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _apart(window: str, begin: int, number: Number) -> Called | None:
    """A word for the kind a few words before: "Báo cáo thẩm tra số", "Quyết định của Thủ tướng Chính phủ số"."""
    if number.kind is None and not lettered(number):
        return None
    told = number.kind or "letter"
    so = _ENDS_SO.search(window)
    end = so.start() if so else len(window)
    nearest = None
    for found in _anywhere().finditer(window, 0, end):
        if kinds.words()[" ".join(found[0].split())].type == told:
            nearest = found
    if nearest is None:
        return None
    gap = window[nearest.end() : end]
    if len(gap) > _GAP or _CLAUSE.search(gap) or not (so or gap.startswith(" của ")):
        return None
    return Called(begin + nearest.start(), told, True)


def _bare(window: str, begin: int, number: Number, last: Cited | None) -> Called | None:
    """A number without a word: its symbol must say what it is, or "số" and a known body that it is a letter."""
    so = _ENDS_SO.search(window)
    start = begin + so.start() if so else number.start
    known = number.issuer is not None
    if number.kind and (known or number.year):
        return Called(start, number.kind, False)
    for code, kind in (("QH", "law"), ("UBTVQH", "resolution")):
        if number.year and number.groups[0].startswith(code):
            same = last and last.number and f"/{code}" in last.number
            return Called(start, last.type if last and same else kind, False)
    return Called(start, "letter", False) if known and start < number.start and lettered(number) else None


def lettered(number: Number) -> bool:
    """Whether a number looks like a letter's: body and unit, no kind ("574/UBND-NC")."""
    return number.kind is None and len(number.groups) > 1 and number.year is None


def cite(text: Text, number: Number, name: Called) -> tuple[Cited, Tail]:
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
