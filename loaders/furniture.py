"""Page furniture: what printers, gazettes and websites add to a text and nobody wrote.

Running heads of the gazette, stamps of digital signatures, page numbers and the credits of web pages stand in the
middle of sentences. They keep their offsets; the twin shows blanks in their place, and segmentation steps over them.
"""

from __future__ import annotations

import re
from collections import Counter

from loaders.found import Span
from loaders.text import Text

# A gazette's running head ("CÔNG BÁO/Số 272/Ngày 14-05-2026", with or without the page number), the lines of a
# signature stamp, what the web page around a text says of itself, and a number alone.
_LINE = re.compile(
    r"""\n(?:[\ #>|]*+(?:
        \d{0,4}\ *CÔNG\ BÁO\ ?/\ ?Số\ [\d+\ ]+/\ ?Ngày\ [\d-]+\ *+\d{0,4}
      | (?:Người\ ký|Ký\ bởi)\ ?:\ *(?:CỔNG|Cổng|CÔNG\ BÁO|Công\ báo|VĂN\ PHÒNG|Văn\ phòng).*
      | Email\ ?:\ *thongtinchinhphu@chinhphu\.vn
      | Cơ\ quan\ ?:\ *(?:VĂN\ PHÒNG\ CHÍNH\ PHỦ|Văn\ phòng\ Chính\ phủ)
      | (?:Thời\ gian|Ngày)\ ký\ ?:\ *\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\ .*
      | (?:Link\ bài\ viết\ gốc|Ngày\ giờ\ đăng\ bài\ viết\ gốc)\ ?:.*
      | Theo\ Cổng\ Thông\ tin\ điện\ tử\ Chính\ phủ
      | \[daky\]
      | Trang\ \d{1,4}(?:\ ?/\ ?\d{1,4})?
    )|\ *+-?\ *+(?P<number>\d{1,4})\ *+-?)\ *+(?=\n|\Z)""",
    re.VERBOSE,
)
_LONGEST = 120  # code points of a line of furniture ...
_NARROWEST = 14  # ... and of a page number's
_PAGE = 700  # code points: page numbers stand no closer to each other
_RUN = 3  # so many pages in a row make a number of lines page numbers
_BREAK = "\f"  # where a printed page ends
_BREAKS = re.compile(r"(?<!\s)[^\S\f]*+\f\s*+(?=\S)")
_DIGITS = 4
_FOOT = 20  # code points: no line that is repeated on each page is shorter


def furniture(text: Text) -> list[Span]:
    """The twin's spans of lines that are page furniture, in order."""
    spans: list[Span] = []
    numbers: list[tuple[int, Span]] = []
    above, end = "", 0  # what the last line of either kind was, and where it ended
    for found in _LINE.finditer("\n" + text.rows):
        span = (found.start(), found.end() - 1)
        # A page number is the next thing that is printed after a running head or before it.
        near = above if not text.lines[end : span[0]].strip() else ""
        above, end = "", span[1]
        size = span[1] - span[0]
        if found["number"] is None and size <= _LONGEST:
            if near == "number":
                spans.append(numbers[-1][1])
            spans.append(span)
            above = "head" if "CÔNG BÁO" in found[0] else ""
        elif found["number"] and near == "head" and size < _NARROWEST:
            spans.append(span)
        elif found["number"] and size < _NARROWEST:
            numbers.append((int(found["number"]), span))
            above = "number"
    if "|" not in text.flat:
        spans += _pages(numbers, {s for s, _ in spans})
    if _BREAK in text.lines:
        spans += _edges(text)
    return sorted(set(spans))


def _edges(text: Text) -> list[Span]:
    """First and last lines of printed pages that are the page's number, or the same on most pages."""
    breaks = list(_BREAKS.finditer(text.lines))
    tops = [_line(text, found.end()) for found in breaks]
    feet = [_line(text, found.start() - 1) for found in breaks]
    spans = [span for page, span in enumerate(tops, 2) if 2 <= _number(text, span) <= page]
    spans += [span for page, span in enumerate(feet, 1) if _number(text, span) == page]
    for edge in (tops, feet):
        printed = Counter(text.flat[slice(*span)].strip() for span in edge)
        often = {words for words, times in printed.items() if len(words) > _FOOT and times >= max(_RUN, len(edge) / 2)}
        spans += [span for span in edge if text.flat[slice(*span)].strip() in often]
    return spans


def _line(text: Text, at: int) -> Span:
    """The line around an offset; an empty span where it is longer than any furniture, or there is none."""
    at = max(at, 0)
    begin, end = text.rows.rfind("\n", max(0, at - _LONGEST), at) + 1, text.rows.find("\n", at, at + _LONGEST)
    return (begin, end) if end > begin and (begin or at < _LONGEST) else (0, 0)


def _number(text: Text, span: Span) -> int:
    """The number that is alone on a line, 0 where there is none."""
    words = text.flat[slice(*span)].strip(" -")
    return int(words) if words.isdecimal() and len(words) <= _DIGITS else 0


def _pages(numbers: list[tuple[int, Span]], known: set[int]) -> list[Span]:
    """Numbers alone on a line that count pages: one more each time, a page's length apart."""
    best: dict[int, list[Span]] = {}
    for value, span in numbers:
        if span[0] in known:
            continue
        run = best.get(value - 1, [])
        if run and span[0] - run[-1][0] < _PAGE:
            continue
        best[value] = [*run, span]
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) >= _RUN else []
