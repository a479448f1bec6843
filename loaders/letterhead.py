"""The bodies that a letter head names, in one column or two, each on as many lines as its name takes."""

from __future__ import annotations

import re
from functools import cache

from loaders.found import Span
from loaders.mentions import kinds
from loaders.text import Text

_FORM = " -_.*#\t|"
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
