"""The part of a document that is meant: "khoản 2 Điều 5 của Luật X"."""

from __future__ import annotations

import re

from loaders.found import Span

_REACH = 240  # code points before a citation in which its pinpoint may begin
_UNIT = r"(?:các +)?(?:điểm|khoản|điều|chương|tiểu +mục|mục|phần|phụ +lục|mẫu|biểu|tiết)(?: +số)?"
_LABEL = r"(?:[ivxlc]+(?:\.\d+)*|\d+[a-zđ]?(?:\.\d+)*[a-zđ]?|[a-zđ]\d?)(?![^\W_])(?: ?\([a-zđ\d]\)|\))?"
_LABELS = rf"{_LABEL}(?:(?: *, *| +và +| *- *| +đến +){_LABEL})*"
_ONE = rf"(?:{_UNIT} +{_LABELS}|(?:các +)?phụ +lục)"
_SEQUENCE = rf"{_ONE}(?:(?: *[,;] *(?:và +)?| +và +| +hoặc +| +đến +| +(?:của +|thuộc +)?){_ONE})*"
_JOINT = r"(?: *,)?(?: +(?:của|tại|trong|thuộc|theo|được|đã|quy +định|ban +hành|kèm|và +các|các))*"
_BEFORE = re.compile(rf"(?<!\w)(?P<pin>{_SEQUENCE}){_JOINT} *$")
_AFTER = re.compile(rf" *\( *(?:tại +)?(?P<pin>{_SEQUENCE}) *\)")
_HINT = re.compile(r"điểm|khoản|điều|chương|mục|phần|phụ +lục|mẫu|biểu|tiết")


def before(low: str, start: int, floor: int = 0) -> Span | None:
    """The span of the pinpoint that leads to a citation at an offset."""
    begin = max(floor, start - _REACH)
    window = low[begin:start]
    if not _HINT.search(window, max(0, len(window) - 60)):
        return None
    found = _BEFORE.search(window)
    return (begin + found.start("pin"), begin + found.end("pin")) if found else None


def after(low: str, end: int) -> Span | None:
    """The span of a pinpoint in brackets behind a citation."""
    found = _AFTER.match(low, end)
    return found.span("pin") if found else None
