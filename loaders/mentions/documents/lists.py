"""What the members of a list of numbers share: the issuer that its head or its end names."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.documents.codes import codes
from loaders.text import Text

_HEAD = re.compile(r"[^\d:;.]{4,60} +của +[^\d:;.]{3,90}?(?: *: *| +)(?:số *:? *)?\d")
_JOINT = re.compile(r"[ ,;]*(?:(?:và|hoặc|hay|cùng) +)?(?:các +)?")
_STOP = re.compile(r"\. +[A-ZĐ]|\.\n")
_LETTERS = re.compile(r"[-/. ]+")
_REACH = 4000  # code points: a list is no longer


def share(text: Text, cited: list[Cited]) -> None:
    """Gives members of lists the issuer of their list, in place; `cited` are citations by number in printed order.

    "các Quyết định của Thủ tướng Chính phủ: số A về …; số B": the head's; "số A và số B của Bộ Y tế": the last one's.
    Only those take it whose number has the same code of a body in it.
    """
    _from_heads(text, cited)
    _from_ends(text, cited)


def _from_heads(text: Text, cited: list[Cited]) -> None:
    head: Cited | None = None
    for c in cited:
        if c.form != "list":
            head = c if c.issuer and _HEAD.match(text.low, c.start, c.end) else head
        elif head is not None and c.issuer is None and _code(c) == _code(head) and _reaches(text, head, c):
            _take(c, head)


def _from_ends(text: Text, cited: list[Cited]) -> None:
    for before, c in zip(cited[-2::-1], cited[:0:-1], strict=True):
        joined = c.form == "list" and _JOINT.fullmatch(text.low, before.end, c.start) is not None
        if joined and c.issuer and before.issuer is None and _code(before) == _code(c):
            _take(before, c)


def _reaches(text: Text, head: Cited, c: Cited) -> bool:
    """Whether no sentence ends between the head of a list and a later member."""
    return c.start - head.start < _REACH and _STOP.search(text.flat, head.end, c.start) is None


def _code(c: Cited) -> frozenset[str]:
    """The codes of bodies in a number."""
    return frozenset(_LETTERS.split(c.number or "")) & codes().keys()


def _take(c: Cited, other: Cited) -> None:
    c.issuer, c.jurisdiction = other.issuer, other.jurisdiction
    c.level, c.system = other.level or c.level, other.system or c.system
