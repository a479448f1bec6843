"""Bodies whose names run on in small letters: "Ban Quản lý dự án đầu tư xây dựng", "Vụ Kế hoạch, Tài chính"."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.mentions.bodies.areas import is_several
from loaders.mentions.bodies.beginnings import is_other, skip
from loaders.mentions.bodies.bodywords import JOIN, body_words
from loaders.mentions.bodies.longer import is_board, longer
from loaders.mentions.bodies.runs import run
from loaders.mentions.predicates import starts
from loaders.sentences import CAPITAL

_COMMA = re.compile(r" *, *(?=[^\W\d_])")
_PROPER = re.compile(rf" +(?:[{CAPITAL}\d]|(?:các|thuộc|của) )")
_CLASSY = re.compile(r"\b(?:các|những)\b|\bcấp (?:tỉnh|huyện|xã|cơ sở)\b|\b(?:các|cùng|hai|2) cấp\b")
_NAMELESS = ("Công ty", "Chủ đầu tư")  # bodies as they stand: the document says which


class Free(NamedTuple):
    """The end of a name, of an aside behind it, whether it means a class, and the noun that it begins with."""

    stop: int
    aside: int
    many: bool
    head: str


def free(flat: str, at: int, end: int) -> Free | None:
    """The name that runs on from an offset; None where none begins there."""
    words = body_words()
    found = words.free.match(flat, at, end)
    if not found or words.false_heads.match(flat, at, end):
        return None
    if " " not in found[0] and not _PROPER.match(flat, found.end(), end):
        return None  # "Ban hành", "Tổ chức", "Trường hợp": no name follows
    stop, aside, _ = run(flat, found.end(), end, one=True)
    if (more := longer(flat, found[0], found.end(), stop, end)) > stop:
        stop = aside = more
    if stop == found.end() and not _stands(flat, found[0], stop, end):
        return None
    if found[0] in words.listing and (more := _fields(flat, stop, end)) > stop:
        stop = aside = more
    one = " ".join(found[0].lower().split()) in words.single
    many = (not one and _CLASSY.search(flat, at, stop) is not None) or is_several(flat, found.end(), stop)
    return Free(stop, aside, many, found[0])


def _stands(flat: str, head: str, at: int, end: int) -> bool:
    """Whether a noun is a body as it stands, of which the document says elsewhere which one: "Ban Dân vận | và …"."""
    if head in _NAMELESS:
        return True
    if not (is_board(head) or head.startswith("Ban ")):
        return False
    joint = JOIN.match(flat, at, end)
    return starts(flat, skip(flat, at), end) or (joint is not None and is_other(flat, joint.end(), end))


def _fields(flat: str, at: int, end: int) -> int:
    """The end of a name that lists its fields: "Vụ Kế hoạch, Tài chính", "Cục Quản lý, giám sát kế toán, kiểm toán"."""
    managing = flat.endswith("Quản lý", 0, at)
    while comma := _COMMA.match(flat, at, end):
        begin = comma.end()
        if not (flat[begin].isupper() or managing) or is_other(flat, begin, end):
            break
        stop = run(flat, _word(flat, begin, end), end).stop
        if not (JOIN.match(flat, stop, end) or starts(flat, skip(flat, stop), end)):
            break
        at = stop
    return at


def _word(flat: str, at: int, end: int) -> int:
    while at < end and flat[at].isalnum():
        at += 1
    return at
