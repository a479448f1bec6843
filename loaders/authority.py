"""Which body issued a document: read above its number, in its title, in its enacting words, in its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from loaders.found import Span
from loaders.frame import Frame
from loaders.mentions import kinds
from loaders.mentions.documents.issuers import Issuer, issuer
from loaders.mentions.documents.numbers import Number
from loaders.mentions.letters import UPPER
from loaders.mentions.places import area
from loaders.signature import Signature
from loaders.text import Text

Named: TypeAlias = tuple[Span, str]  # where a body is named, and its words

_FORM = " -_.*#\t|"
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
_UNIT = re.compile(
    r"(?:ỦY BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|VĂN PHÒNG|QUỐC HỘI|BỘ|CỤC|TỔNG CỤC|SỞ|BAN|THÀNH ỦY|TỈNH ỦY"
    r"|HUYỆN ỦY|QUẬN ỦY|ĐẢNG ỦY|THỊ ỦY|TRUNG TÂM|CHỦ TỊCH|NGÂN HÀNG|THANH TRA|VIỆN|TÒA ÁN|KIỂM TOÁN|BẢO HIỂM|TRƯỜNG"
    r"|ĐẢNG BỘ|CHI CỤC|THUẾ|KHO BẠC|ĐẠI HỘI|QUÂN ỦY|MẶT TRẬN|CÔNG AN|TỔNG CÔNG TY|HỘI|LIÊN)(?!\w)"
)
_DASHED = re.compile(r" *-[ *]*\n")  # "BỘ LAO ĐỘNG - / THƯƠNG BINH VÀ XÃ HỘI"
_BROKEN = re.compile(r"(?:VĂN|ỦY|CHÍNH|QUỐC|THỦ|HỘI|BAN)$")  # the first word of a name that a line break split
# What a body's name cannot end with: the next line goes on with it.
_OPEN = re.compile(
    r"(?:^|\s)(?:THỦ TƯỚNG|VĂN PHÒNG|VĂN|THỦ|QUỐC|ỦY|HỘI ĐỒNG NHÂN|ỦY BAN NHÂN|HỘI ĐỒNG|ỦY BAN|CỦA|VÀ|PHỤC VỤ|QUẢN LÝ"
    r"|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN CHỈ ĐẠO|CHỦ TỊCH|CHỦ NHIỆM|BỘ TRƯỞNG|CỤC TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC)$|^CHÍNH$"
)


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


@cache
def _mottos() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(m).replace(r"\ ", " +") for m in kinds.patterns("posts")["mottos"]))


def _unadorned(text: Text, end: int) -> str:
    """The twin up to `end` with the mottos blanked: printed in two columns they stand between the words of a name."""
    return _mottos().sub(lambda m: " " * len(m[0]), text.flat[:end])


def units(text: Text, end: int, start: int = 0) -> list[tuple[Span, str]]:
    """The bodies that a letter head names, each with its span and its words.

    "ỦY BAN NHÂN DÂN / TỈNH NGHỆ AN" is one, whatever the column beside it says between its lines.
    """
    found: list[tuple[Span, str]] = []
    going, at = False, start
    flat = _unadorned(text, end)
    for piece in re.split(r"(\n|\||  {3,})", text.lines[start:end]):
        begin, at = at, at + len(piece)
        words = " ".join(flat[begin:at].strip(_FORM).split())
        if not words:
            going = going and "|" not in piece
            continue
        start, stop = at - len(flat[begin:at].lstrip(_FORM)), begin + len(flat[begin:at].rstrip(_FORM))
        said = found[-1][1] if found and going else ""
        if not words.isupper() or words.startswith(("SỐ", "LUẬT", "XÁC THỰC")):
            going = False
        elif (_UNIT.match(words) and not _OPEN.search(said)) or (not going and _BROKEN.match(words)):
            found.append(((start, stop), words))
            going = True
        elif going:
            dash = " -" if _DASHED.match(text.lines, found[-1][0][1], start) else ""
            found[-1] = ((found[-1][0][0], stop), f"{said}{dash} {words}")
    return found
