"""Page furniture: what printers, gazettes and websites add to a text and nobody wrote.

Running heads of the gazette, stamps of digital signatures, page numbers and the credits of web pages stand in the
middle of sentences. They keep their offsets; the twin shows blanks in their place, and segmentation steps over them.
"""

from __future__ import annotations

import re

from loaders.found import Span
from loaders.text import Text

# A gazette's running head ("CÔNG BÁO/Số 272/Ngày 14-05-2026", with or without the page number), the lines of a
# signature stamp, and what the web page around a text says of itself.
_LINE = re.compile(
    r"""^[\ #>|]*(?:
        \d{0,4}\ *CÔNG\ BÁO\ ?/\ ?Số\ [\d+\ ]+/\ ?Ngày\ [\d-]+\ *\d{0,4}
      | (?:Người\ ký|Ký\ bởi)\ ?:\ *(?:CỔNG|Cổng|CÔNG\ BÁO|Công\ báo|VĂN\ PHÒNG|Văn\ phòng).*
      | Email\ ?:\ *thongtinchinhphu@chinhphu\.vn
      | Cơ\ quan\ ?:\ *(?:VĂN\ PHÒNG\ CHÍNH\ PHỦ|Văn\ phòng\ Chính\ phủ)
      | (?:Thời\ gian|Ngày)\ ký\ ?:\ *\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\ .*
      | (?:Link\ bài\ viết\ gốc|Ngày\ giờ\ đăng\ bài\ viết\ gốc)\ ?:.*
      | Theo\ Cổng\ Thông\ tin\ điện\ tử\ Chính\ phủ
      | \[daky\]
      | Trang\ \d{1,4}(?:\ ?/\ ?\d{1,4})?
    )\ *$""",
    re.VERBOSE,
)
_HINT = re.compile(r"CÔNG BÁO|ký ?:|Ký bởi|Email|Cơ quan ?:|Link bài|Ngày giờ đăng|Theo Cổng|\[daky\]|Trang \d")
_NUMBER = re.compile(r"^ *[-–]? *(\d{1,4}) *[-–]? *$")
_PAGE = 700  # code points: page numbers stand no closer to each other
_RUN = 3  # so many pages in a row make a number of lines page numbers


def furniture(text: Text) -> list[Span]:
    """The twin's spans of lines that are page furniture, in order."""
    spans: list[Span] = []
    numbers: list[tuple[int, int, int]] = []
    head = -10  # the line on which the last running head stood
    row, at = -1, 0
    pending: tuple[int, Span] | None = None
    flat = text.flat
    for line in text.lines.split("\n"):
        begin, at = at, at + len(line) + 1
        if not line or line.isspace():
            continue
        row += 1  # blank lines do not count: a page number is the next thing printed after its running head
        if len(line) > 120:
            continue
        words = flat[begin : begin + len(line)]
        if _HINT.search(words) and _LINE.match(words):
            if pending and pending[0] == row - 1:
                spans.append(pending[1])
            spans.append((begin, begin + len(line)))
            head = row if "CÔNG BÁO" in words else head
        elif len(line) < 14 and (number := _NUMBER.match(words)):
            span = (begin, begin + len(line))
            if head == row - 1:
                spans.append(span)
            else:
                pending = (row, span)
                numbers.append((int(number[1]), *span))
    if "|" not in flat:
        spans += _pages(numbers, {s for s, _ in spans})
    return sorted(spans)


def _pages(numbers: list[tuple[int, int, int]], known: set[int]) -> list[Span]:
    """Numbers alone on a line that count pages: one more each time, a page's length apart."""
    best: dict[int, list[Span]] = {}
    for value, start, end in numbers:
        if start in known:
            continue
        run = best.get(value - 1, [])
        if run and start - run[-1][0] < _PAGE:
            continue
        best[value] = [*run, (start, end)]
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) >= _RUN else []
