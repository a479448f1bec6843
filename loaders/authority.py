"""Which body issued a document: read above its number, in its title, in its enacting words, in its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from loaders.found import Span
from loaders.frame import Frame
from loaders.letterhead import units
from loaders.mentions.documents.issuers import Issuer, issuer
from loaders.mentions.documents.numbers import Number
from loaders.mentions.letters import UPPER
from loaders.mentions.places import area
from loaders.signature import Signature
from loaders.text import Text

Named: TypeAlias = tuple[Span, str]  # where a body is named, and its words

_ABOVE = 200  # code points above the number of a text certified at its end, in which its body is named
_OF = re.compile(r" *(?:CỦA|của) +")
_TOGETHER = re.compile(r"T/?M\.? +")
_ACTS = re.compile(
    r",? +(?:ban hành|kết luận|hướng dẫn|quyết định|quy định|thông báo|xây dựng|trả lời|có ý kiến|nhận được"
    r"|trân trọng|đề nghị"
    r"|yêu cầu|báo cáo|đã có|điện|quyết nghị)(?!\w)|(?: *quyết định)? *[:|]?(?= {2}|$)"
)
_ENACTS = re.compile(r" +(?:kết luận|yêu cầu|ban hành|hướng dẫn|quyết định|quyết nghị|chỉ thị|thông báo)(?!\w)")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_BRANCH = "ĐẢNG BỘ"
_COMMITTEES = ("TW", "TU", "HU", "QU", "TXU", "ĐU")
_LINE = re.compile(rf"(?:^|(?<=[\n|]))[*_ ]*(?=[{UPPER}])")


def authority(text: Text, frame: Frame, number: Number | None, signed: Signature, *, notice: bool) -> Named | None:
    """Where the issuing body is named, and its words.

    A Party committee has one code and one letter head for itself, its standing board and its secretariat, so there
    the title, the enacting words and the signature go before the head; a notice is issued by who sends it, whoever's
    conclusion its title names.
    """
    column = _column(text, frame, number)
    titled, behalf = _titled(text, frame), _behalf(text, signed)
    shared = number is not None and number.groups[-1] in _COMMITTEES
    order: tuple[Named | None, ...]
    enacting = _enacting(text, frame)
    if notice:
        order = (column, behalf)
    elif shared and column and behalf and column[1].startswith(f"{behalf[1].upper()} "):
        order = (titled, column)  # "T/M ĐẢNG ỦY" under "ĐẢNG ỦY BỘ XÂY DỰNG"
    elif shared:
        order = (titled, _acting(text, frame, 0), enacting, behalf, column)
    else:
        order = (column, titled, behalf)
    ending = max(frame.opens, frame.closes - 500)
    return next(filter(None, order), None) or _acting(text, frame, 0) or enacting or _acting(text, frame, ending)


def above(text: Text, frame: Frame) -> Iterator[Issuer]:
    """The bodies of the letter head."""
    for _, words in units(text, frame.head):
        if found := issuer(words, words.lower(), 0):
            yield found
        elif words.startswith(_BRANCH) and (branch := area(words, words.lower(), len(_BRANCH))):
            yield Issuer(branch.end, branch.level, "party", branch.province)


def _column(text: Text, frame: Frame, number: Number | None) -> Named | None:
    """The last body named above the number."""
    headed = number is not None and number.start < frame.head
    if number and not headed and number.kind == "consolidated":
        return next(reversed(units(text, number.start, max(0, number.start - _ABOVE))), None)
    if frame.title is None and not headed and frame.kind != "letter":
        return None
    return next(reversed(units(text, number.start if number and headed else frame.head)), None)


def _titled(text: Text, frame: Frame) -> Named | None:
    """ "KẾT LUẬN CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ" """
    of = _OF.match(text.flat, frame.kind_end) if frame.title is not None else None
    found = issuer(text.flat, text.low, of.end()) if of else None
    return _told(text, of.end(), found.end) if of and found else None


def _behalf(text: Text, signed: Signature) -> Named | None:
    """The body in whose name it was signed: "TM. ỦY BAN NHÂN DÂN", "T/M BAN BÍ THƯ"."""
    mark = signed.behalf and _TOGETHER.match(text.flat, signed.behalf[0])
    found = issuer(text.flat, text.low, mark.end()) if mark else None
    if not (mark and found and signed.behalf):
        return None
    # A name of which only the first word is known would run on into the posts below it.
    return _told(text, mark.end(), found.end if found.level or found.system else min(found.end, signed.behalf[1]))


def _acting(text: Text, frame: Frame, start: int) -> Named | None:
    """A body that begins a line and acts: "Chính phủ ban hành …", "BỘ TRƯỞNG BỘ TÀI CHÍNH", "Cục Thuế trả lời …"."""
    stop = max(frame.opens, frame.kind_end) + 300 if start == 0 else frame.closes
    for line in _LINE.finditer(text.lines, max(start, frame.kind_end), stop):
        found = issuer(text.flat, text.low, line.end())
        if found and found.level and _ACTS.match(text.low, found.end):
            return _told(text, line.end(), found.end)
    return None


def _enacting(text: Text, frame: Frame) -> Named | None:
    """The body before the verb that opens the document: "… sau khi thảo luận, Thành ủy kết luận:"."""
    begin = max(frame.kind_end, frame.opens - 160)
    for verb in _ENACTS.finditer(text.low, begin, frame.opens):
        for word in _CAPITAL.finditer(text.flat, max(begin, verb.start() - 90), verb.start()):
            found = issuer(text.flat, text.low, word.start())
            if found and found.level and found.end == verb.start():
                return _told(text, word.start(), found.end)
    return None


def _told(text: Text, start: int, end: int) -> Named:
    return (start, end), " ".join(text.flat[start:end].split())
