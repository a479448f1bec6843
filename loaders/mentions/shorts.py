"""Citations by a bare number: "Nghị quyết 57", "Nghị quyết số 35 của Quốc hội", "Đề án 06", "các Quy định 57, 75"."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.kinds import Kind
from loaders.mentions.numbered import fill
from loaders.mentions.tails import tail
from loaders.text import Text

_NUMBER = re.compile(r"(?P<so> +số *:?)? +(?P<serial>\d{1,5}[a-zđ]?)(?![\w%]|[.,:/]\d| ?[-/] ?[\dA-ZĐa-zđ]| +/)")
_MORE = re.compile(r"(?P<joint> *, *| +và +)(?P<so>số +)?(?P<serial>\d{1,5}[a-zđ]?)(?![\w%]|[.,:/]\d|/| *-)")
_UNIT = re.compile(
    r" *(?:năm|tháng|ngày|quý|tuần|giờ|phút|lần|bản|bộ|triệu|tỷ|nghìn|ngàn|đồng|người|trường +hợp|điểm|khoản|điều|chương|mục|phần"
    r"|huyện|xã|tỉnh|cấp|loại|nhóm|nội +dung|nhiệm +vụ|đơn +vị|dự +án|cơ +quan|công +trình|mẫu|biểu|thành +viên|cán +bộ|đảng +viên"
    r"|doanh +nghiệp|giai +đoạn +\d|m2|km|ha|kg|tấn|usd|%|chỉ +tiêu|văn +bản|bước|vị +trí|hồ +sơ|khu|căn|hộ|suất|trang|dòng)(?!\w)"
)
_SENTENCE = re.compile(r" *(?:[.,;:)\]|”\"/(]|$|[a-zà-ỹđ])")
_COUNTED = {"programme", "scheme", "plan", "report", "notice", "guidance"}


def short(text: Text, start: int, end: int, kind: Kind) -> list[Cited]:
    """The citations that begin with a word for a kind at ``start:end`` and bare numbers behind it."""
    found = _NUMBER.match(text.flat, end)
    if not found or not _names(text, found, kind):
        return []
    behind = tail(text.flat, text.low, found.end(), named=True)
    cited = Cited(start, behind.end, kind.type, number=found["serial"], form="short")
    fill(cited, text, behind)
    if found["so"] and len(found["serial"]) < 2 and cited.date is None and cited.issuer is None:
        return []
    return [cited, *_more(text, cited, kind)]


def _names(text: Text, found: re.Match[str], kind: Kind) -> bool:
    """Whether the number names a document rather than counts something, dates it, or numbers a row."""
    serial = found["serial"]
    digits = serial.rstrip("abcdđ")
    if len(digits) == 4 and digits[:2] in ("19", "20") and not found["so"]:
        return False
    if _UNIT.match(text.low, found.end()):
        return False
    if found["so"]:
        return kind.type not in _COUNTED or kind.short
    if not kind.short or len(digits) < 2:
        return False
    sure = serial.startswith("0") or len(digits) > 2 or serial != digits
    if kind.type in _COUNTED and not sure:
        return False
    return sure or bool(_SENTENCE.match(text.flat, found.end()))


def _more(text: Text, first: Cited, kind: Kind) -> list[Cited]:
    """Later members of a list of bare numbers."""
    listed: list[Cited] = []
    last = first
    while (found := _MORE.match(text.flat, last.end)) and _member(text, found):
        start = found.start("so") if found["so"] else found.start("serial")
        behind = tail(text.flat, text.low, found.end())
        last = Cited(start, behind.end, kind.type, number=found["serial"], form="list")
        fill(last, text, behind)
        listed.append(last)
    return listed


def _member(text: Text, found: re.Match[str]) -> bool:
    digits = found["serial"].rstrip("abcdđ")
    year = len(digits) == 4 and digits[:2] in ("19", "20")
    return len(digits) > 1 and not year and not _UNIT.match(text.low, found.end())
