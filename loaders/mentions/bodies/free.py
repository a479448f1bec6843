"""Bodies whose names run on in small letters: "Ban Quản lý dự án đầu tư xây dựng", "Vụ Kế hoạch, Tài chính"."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.mentions.bodies.areas import is_several
from loaders.mentions.bodies.bodywords import JOIN, body_words, opens
from loaders.mentions.bodies.runs import run, skip
from loaders.mentions.places import provinces
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
    stop, aside, _ = run(flat, found.end(), end)
    if stop == found.end() and found[0] not in _NAMELESS:
        return None
    if found[0] in words.listing and (more := _fields(flat, stop, end)) > stop:
        stop = aside = more
    one = " ".join(found[0].lower().split()) in words.single
    many = (not one and _CLASSY.search(flat, at, stop) is not None) or is_several(flat, found.end(), stop)
    return Free(stop, aside, many, found[0])


def _fields(flat: str, at: int, end: int) -> int:
    """The end of a name that lists its fields: "Vụ Kế hoạch, Tài chính", "Cục Quản lý, giám sát kế toán, kiểm toán"."""
    managing = flat.endswith("Quản lý", 0, at)
    while comma := _COMMA.match(flat, at, end):
        begin = comma.end()
        if not (flat[begin].isupper() or managing) or _is_other(flat, begin, end):
            break
        stop = run(flat, _word(flat, begin, end), end).stop
        if not (JOIN.match(flat, stop, end) or starts(flat, skip(flat, stop), end)):
            break
        at = stop
    return at


def _is_other(flat: str, at: int, end: int) -> bool:
    """Whether another body, a class or a place begins, and no field of work."""
    words = body_words()
    if opens(flat, at, end) or provinces().at(flat[at : at + 40].lower(), 0):
        return True
    return words.classes.match(flat, at, end) is not None and not words.others.match(flat, at, end)


def _word(flat: str, at: int, end: int) -> int:
    while at < end and flat[at].isalnum():
        at += 1
    return at
