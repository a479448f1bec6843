"""What a number is called: the word before it, the list that it goes on, or what its own letters say."""

from __future__ import annotations

import re
from functools import cache

from loaders.found import Cited
from loaders.mentions.documents.apart import loosely
from loaders.mentions.documents.explained import behind, said
from loaders.mentions.documents.kindwords import Called, directly
from loaders.mentions.documents.numbers import Number
from loaders.mentions.kinds import patterns, words
from loaders.text import Text

_REACH = 130  # code points before a number in which the word for its kind may stand
_MARK = 12  # code points before a number in which an abbreviation of its kind may stand
_JOINT = re.compile(r"[ ,;:]*(?:(?:và|hoặc|hay|cùng|đến) +)?(?:(?:các|với) +)?(?P<so>số *:? *)?")
# Symbols that stand for several kinds; the kind that may be called like another one.
_DOUBTFUL = frozenset(("decision", "regulation", "notice", "conclusion"))
_ALSO = {"joint_circular": "circular", "ordinance": "law"}
_ANY = "văn bản"  # "công văn" is a letter, whatever its number says: "Công văn số 5435/CT-NVT" of a tax department
_ADDRESS = re.compile(r"https?:|www\.|[?&=%/]\S*$")


@cache
def _shortened() -> re.Pattern[str]:
    marks = "|".join(sorted(patterns("kinds")["short"], key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<mark>{marks})\.? *(?:số *:? *)?$")


@cache
def _no_document() -> re.Pattern[str]:
    return re.compile(behind(said("before")))


@cache
def _no_symbols() -> frozenset[str]:
    return frozenset(said("letters"))


def called(text: Text, number: Number, floor: int, last: Cited | None) -> Called | None:
    """What a number is called, or None where it is no document's; `last` is the citation before it."""
    begin = max(floor, number.start - _REACH)
    if word := directly(text.low, begin, number.start):
        return _worded(text, number, *word)
    if last is not None and last.end >= begin and (listed := _listed(text.low, number, last)):
        return listed
    if is_other(text, number, floor):
        return None
    if mark := _shortened().search(text.flat, max(floor, number.start - _MARK), number.start):
        return Called(mark.start(), number.kind or patterns("kinds")["short"][mark["mark"]], True)
    return loosely(text.low, begin, number, last)


def is_other(text: Text, number: Number, floor: int) -> bool:
    """Whether the words before a number, or the number itself, say that it is no document of policy."""
    at = number.start
    token = text.flat[max(floor, text.flat.rfind(" ", 0, at)) + 1 : at]
    before = _no_document().search(text.low, max(0, at - 40), at)
    return bool(before or _ADDRESS.search(token)) or number.groups[0] in _no_symbols()


def _worded(text: Text, number: Number, start: int, word: str) -> Called:
    """The word decides; of a word that may be any kind, of two words in a row and of a verb, the number does."""
    kind, told = words()[word].type, number.kind
    if told and kind != told:
        if word.startswith(_ANY):
            return Called(start, told, True)
        if _is_verb(text, number, start, word):
            return Called(number.start, told, False)
        for cut in range(1, len(word.split())):
            inner = " ".join(word.split()[cut:])
            if inner in words() and words()[inner].type == told:
                return Called(start + len(word) - len(inner), told, True)
    return Called(start, _refined(kind, number), True)


def _is_verb(text: Text, number: Number, start: int, word: str) -> bool:
    """Whether a word is none for the number right behind it, which says its own kind: "quy định 15/2026/TT-BCT"."""
    sure = number.kind not in _DOUBTFUL and (number.issuer is not None or number.year is not None)
    apart = text.flat[start + len(word) : number.start].isspace()
    return sure and apart and text.flat[start].islower() and words()[word].type != _ALSO.get(number.kind or "")


def _refined(kind: str, number: Number) -> str:
    if kind == "circular" and number.kind == "joint_circular":
        return "joint_circular"
    return "ordinance" if kind == "law" and number.groups[0] == "PL" else kind


def _listed(low: str, number: Number, last: Cited) -> Called | None:
    """A later member of a list: nothing but a joint between the last citation and this number."""
    joint = _JOINT.fullmatch(low, last.end, number.start)
    if not joint or not joint[0].strip():
        return None
    start = number.start - len(joint["so"] or "")
    same = number.kind in (None, last.type) or _kindred(last.type, number.kind)
    return Called(start, last.type if same else number.kind or last.type, False)


def _kindred(kind: str, told: str | None) -> bool:
    """Kinds that one symbol may stand for: QĐ is a decision or a regulation."""
    return {kind, told} <= {"decision", "regulation"} or {kind, told} <= {"notice", "conclusion"}
