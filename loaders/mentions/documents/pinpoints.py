"""The part of a document that is meant: "khoản 2 Điều 5 của Luật X"."""

from __future__ import annotations

import re

from loaders.found import Span
from loaders.mentions.lexicon import anyof, whole

_REACH = 240  # code points before a citation in which its pinpoint may begin
_UNITS = ("điểm", "khoản", "điều", "chương", "tiểu mục", "mục", "phần", "phụ lục", "mẫu", "biểu", "tiết")
_UNIT = rf"(?:các +)?{anyof(_UNITS)}(?: +số)?"
_LABEL = r"(?:[ivxlc]+(?:\.\d+)*|\d+[a-zđ]?(?:\.\d+)*[a-zđ]?|[a-zđ]\d?)(?![^\W_])(?: ?\([a-zđ\d]\)|\))?"
_LABELS = rf"{_LABEL}(?:(?: *, *| +và +| *- *| +đến +){_LABEL})*"
_ONE = rf"(?:{_UNIT} +{_LABELS}|(?:các +)?phụ +lục)"
_SEQUENCE = rf"{_ONE}(?:(?: *[,;] *(?:và +)?| +và +| +hoặc +| +đến +| +(?:của +|thuộc +)?){_ONE})*"
_JOINT = r"(?: *,)?(?: +(?:của|tại|trong|thuộc|theo|được|đã|quy +định|ban +hành|kèm|và +các|các))*"
_BEFORE = re.compile(rf"(?P<pin>{_SEQUENCE}){_JOINT} *$")
_BEGINS = re.compile(whole(["các", *_UNITS]))
_AFTER = re.compile(rf" *\( *(?:tại +)?(?P<pin>{_SEQUENCE}) *\)")
_HINT = re.compile(anyof(_UNITS))
_NEAR = 60  # code points before a citation in which its pinpoint must show


def before(low: str, start: int, floor: int = 0) -> Span | None:
    """The span of the pinpoint that leads to a citation at an offset."""
    begin = max(floor, start - _REACH)
    if not _HINT.search(low, max(begin, start - _NEAR), start):
        return None
    for unit in _BEGINS.finditer(low, begin, start):
        if (found := _BEFORE.match(low, unit.start(), start)) is not None:
            return found.span("pin")
    return None


def after(low: str, end: int) -> Span | None:
    """The span of a pinpoint in brackets behind a citation."""
    found = _AFTER.match(low, end)
    return found.span("pin") if found else None
