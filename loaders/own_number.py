"""The number that a document gives itself: in its header, where it is certified, or where an annex names it."""

from __future__ import annotations

import re

from loaders.frame import Frame, starts_line
from loaders.mentions import kinds
from loaders.mentions.documents.numbers import Number, numbers
from loaders.text import Text

_NUMBER = re.compile(r"(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) +số|Số|SỐ) *: *|(?:Luật +s|S)ố +(?=\d)")
_CONSOLIDATED = re.compile(r"VBHN")
_ENTITLED = re.compile(r"[# *]*(?:TOÀN VĂN *:? *)?")
_CONTINUED = re.compile(r"\( *Tiếp +theo +Công +báo")
_ATTACHED = re.compile(r"\( *(?:Ban hành +|Phụ lục +)?[Kk]èm +(?:theo +)?")
_FAR = 60  # code points behind what announces a number
_OPENING = 80  # code points in which a page without a header names what it shows
_PART = 2500  # code points in which a later part in the gazette says what it is a part of


def own_number(text: Text, frame: Frame, *, spoken: str | None, consolidated: bool) -> Number | None:
    """The number of a text that speaks of itself as the kind `spoken`."""
    found = headed(text, frame)
    if found or consolidated:
        return found or _certified(text)
    return _entitled(text) or _continued(text) or _attached(text, spoken)


def headed(text: Text, frame: Frame) -> Number | None:
    """The number in the header."""
    return _printed(text, 0, frame.head)


def _printed(text: Text, start: int, end: int) -> Number | None:
    for mark in _NUMBER.finditer(text.flat, start, end):
        if starts_line(text, mark.start()):
            found = _behind(text, mark.end())
            if found and found.start <= mark.end() + 2:
                return found
    return None


def _behind(text: Text, at: int) -> Number | None:
    """The first number behind an offset."""
    return next(numbers(text.flat, at, min(at + _FAR, len(text.flat))), None)


def _certified(text: Text) -> Number | None:
    """A consolidated text of the gazette has its number at its end, where it is certified."""
    for mark in _CONSOLIDATED.finditer(text.flat):
        found = _printed(text, max(0, mark.start() - 20), mark.start())
        if found and found.kind == "consolidated":
            return found
    return None


def _entitled(text: Text) -> Number | None:
    """A web page that opens with "TOÀN VĂN: KẾT LUẬN 155-KL/TW CỦA …"."""
    at = _ENTITLED.match(text.flat)
    start = at.end() if at else 0
    found = next(numbers(text.flat, start, min(start + _OPENING, len(text.flat))), None)
    if found and _word_before(text, start, found) in kinds.words() and text.flat[start : found.start].isupper():
        return found
    return None


def _continued(text: Text) -> Number | None:
    """A later part in the gazette begins with what it is a part of, and "(Tiếp theo Công báo số …)"."""
    mark = _CONTINUED.search(text.flat, 0, _PART)
    for found in numbers(text.flat, 0, mark.start()) if mark else ():
        line = max(text.lines.rfind("\n", 0, found.start), 0)
        if _word_before(text, line, found) in kinds.words():
            return found
    return None


def _attached(text: Text, spoken: str | None) -> Number | None:
    """Without a header, the number that an annex of the text gives: "(Kèm theo Quyết định số 3999/QĐ-BTC …)"."""
    for mark in _ATTACHED.finditer(text.flat):
        found = _behind(text, mark.end())
        word = _word_before(text, mark.end(), found) if found else ""
        if word in kinds.words() and kinds.words()[word].type == spoken:
            return found
    return None


def _word_before(text: Text, start: int, found: Number) -> str:
    return " ".join(text.low[start : found.start].split()).removesuffix(":").removesuffix(" số")
