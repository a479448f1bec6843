"""What a name is of: the area or the level behind it, one or a class of them, or a list of places."""

from __future__ import annotations

import re

from loaders.mentions.bodies.runs import opens
from loaders.mentions.places import provinces
from loaders.mentions.predicates import starts
from loaders.mentions.words import AREA, NAME
from loaders.sentences import CAPITAL

_LEVELS = re.compile(
    rf"(?: +các)? +cấp +(?:tỉnh|huyện|xã|cơ sở)(?:,? +(?:và +)?(?:cấp +)?(?:tỉnh|huyện|xã)(?!\w))*"
    rf"|(?: +các)? +{AREA}(?:(?: *,| +và) *{AREA})+(?! +[{CAPITAL}])| +các +{AREA}| +các +địa +phương"
    r"| +(?:các|hai|2) +cấp| +cùng cấp"
)
_SEAT = re.compile(rf" +{AREA}(?: +{NAME})?(?:, *(?:tỉnh|thành phố) +{NAME})?| +khu vực +[\dIVX]+")
_CENTRAL = re.compile(r" +trực thuộc(?: +[Tt]rung ương)?")
_LISTED = re.compile(rf" *: *(?P<first>{NAME})(?:(?: *,| +và) *(?:và +)?{NAME})*")
_LISTED_END = re.compile(r" *(?:[,;.)]| và |$)")


def area(flat: str, at: int, end: int) -> tuple[int, bool]:
    """The end of the area behind a name, the same offset where there is none; whether it makes a class of the name."""
    if levels := _LEVELS.match(flat, at, end):
        return places(flat, central(flat, levels.end(), end), end), True
    if seat := _SEAT.match(flat, at, end):
        stop = places(flat, seat.end(), end)
        return stop, stop > seat.end()
    return at, False


def central(flat: str, at: int, end: int) -> int:
    """Behind "trực thuộc Trung ương"; the same offset where it does not stand there."""
    found = _CENTRAL.match(flat, at, end)
    return found.end() if found else at


def places(flat: str, at: int, end: int) -> int:
    """The end of a list of places behind a colon: "các tỉnh: Lào Cai, Đồng Nai"; what is to be done is none."""
    found = _LISTED.match(flat, at, end)
    if not found:
        return at
    begin = found.start("first")
    small = flat[begin].lower() + flat[begin + 1 : end]
    if starts(small, 0, end - begin) or opens(flat, begin, end):
        return at
    known = provinces().at(flat[begin : min(end, begin + 40)].lower(), 0) is not None
    return found.end() if known or _LISTED_END.match(flat, found.end("first"), end) else at
