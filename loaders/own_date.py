"""The day of a document: beside the place where it was signed, where it was passed, or of the meeting it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from loaders.found import Doubt
from loaders.frame import Frame, starts_line
from loaders.mentions.documents.dates import day
from loaders.mentions.documents.numbers import Number
from loaders.mentions.letters import UPPER
from loaders.text import Text

WORD = rf"[{UPPER}](?:[^\W_]|\.)*"  # of a name
_PLACE = rf"(?P<place>(?:(?:Thành|THÀNH) +(?:phố|PHỐ) +)?{WORD}(?:(?: {{1,2}}| *- *){WORD}){{0,4}})"
_DATED = re.compile(rf"{_PLACE} *,? *(?=(?:ngày|Ngày) *\d)")
_DAY = re.compile(r"[nN]gày *\d")
# The same on one line or in one column of it, whatever line stands above.
_DATED_LINE = re.compile(rf"{_PLACE}(?:,\s*|\s+)(?=(?:ngày|Ngày)\s*\d)")
_DAY_LINE = re.compile(r"[nN]gày\s*\d")
_REACH = 200  # code points before a day in which the place is named
_MONTH = re.compile(r",? *ngày[ .…]*tháng +(\d{1,2}) +năm +(\d{4})")
_BEHIND = re.compile(r"[^\d|]{0,200}?(?=ngày +\d)")
_PASSED = re.compile(r"thông qua +(?=ngày)")
_BY_VOTE = ("law", "code", "resolution", "ordinance", "charter", "constitution")
_HELD = re.compile(
    r"(?:họp|hội nghị|phiên|cuộc|làm việc|tổ chức|kiểm tra)[^.;]{0,200}?(?=(?<!đến )ngày +\d)"
    r"|^[ |]*(?:(?:sáng|chiều|tối|trong|vào) +){0,2}(?=ngày +\d)"
    r"|(?<=\d, )(?=ngày +\d[^.;]{5,160}?(?<!\w)(?:họp|làm +việc|hội +nghị)(?!\w))"
)
_HEAD = 6000  # code points: no header is longer
_OPENING = 800  # code points of a conclusion in which its meeting is told


@dataclass(frozen=True, slots=True)
class Signed:
    """`date` is ISO as far as known, `place` as printed beside it; `doubt` where there is no such day."""

    date: str | None = None
    place: str | None = None
    doubt: Doubt | None = None


def signed_on(text: Text, frame: Frame, number: Number | None, kind: str, *, consolidated: bool) -> Signed:
    """When and where a document was signed; of one that was passed by vote, when."""
    if signed := _beside(text, frame):
        return signed
    date = _month(text, frame)
    if date is None and number and (consolidated or _bracketed(text, number)):
        date = _behind(text, number)
    if date is None and kind in _BY_VOTE:
        date = _passed(text, frame)
    return Signed(date)


def held_on(text: Text, frame: Frame, titled: int) -> str | None:
    """The day of the meeting that a conclusion comes from; `titled` is where its title ends."""
    start = max(titled, frame.kind_end)
    found = _HELD.search(text.low[start : max(frame.opens, start + _OPENING)])
    dated = day(text.low, start + found.end()) if found else None
    return dated.iso if dated else None


def _beside(text: Text, frame: Frame) -> Signed | None:
    """The day behind the name of a place that begins a line of the header: "Hải Phòng, ngày 19 tháng 10 năm 2023"."""
    head = min(frame.head, _HEAD)
    for found in chain(_places(_DATED_LINE, _DAY_LINE, text.lines, head), _places(_DATED, _DAY, text.flat, head)):
        dated = day(text.low, found.end())
        if dated and _alone(text, found.start()):
            place = " ".join(text.flat[found.start("place") : found.end("place")].split())
            doubt = None if dated.iso else Doubt("date", "There is no such day.", found.end(), dated.end)
            return Signed(dated.iso, place, doubt)
    return None


def _places(dated: re.Pattern[str], days: re.Pattern[str], words: str, head: int) -> Iterator[re.Match[str]]:
    """The places before a day. Days are rarer than capitals, so they are looked for first."""
    end = 0
    for at in days.finditer(words, 0, head):
        found = dated.search(words, max(end, at.start() - _REACH), at.end())
        if found:
            end = found.end()
            yield found


def _alone(text: Text, at: int) -> bool:
    """Whether an offset begins a line, or a column of one."""
    return starts_line(text, at) or text.lines[max(0, at - 3) : at] == "   "


def _month(text: Text, frame: Frame) -> str | None:
    """A month whose day was left blank: "ngày … tháng 10 năm 2023"."""
    blank = _MONTH.search(text.flat, 0, frame.head)
    return f"{blank[2]}-{int(blank[1]):02}" if blank else None


def _bracketed(text: Text, number: Number) -> bool:
    """Whether a number was read in brackets, in an annex."""
    return text.flat.rfind("(", max(0, number.start - 60), number.start) >= 0


def _behind(text: Text, number: Number) -> str | None:
    """A date right behind a number that does not stand in the header."""
    found = _BEHIND.match(text.flat, number.end)
    dated = day(text.low, found.end()) if found else None
    return dated.iso if dated else None


def _passed(text: Text, frame: Frame) -> str | None:
    """Laws are dated where they were passed: "… kỳ họp thứ 9 thông qua ngày 25 tháng 6 năm 2025"."""
    date = None
    for start, end in (
        (frame.kind_end, frame.opens),
        (max(0, frame.closes - 3000), min(len(text.low), frame.closes + 800)),
    ):
        for found in _PASSED.finditer(text.low, start, end):
            if dated := day(text.low, found.end()):
                date = dated.iso
    return date
