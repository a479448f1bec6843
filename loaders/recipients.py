"""To whom a document went: the items behind "Nơi nhận"."""

from __future__ import annotations

import re

from loaders.found import Span
from loaders.frame import RECIPIENTS, Frame, starts_line
from loaders.signature import Signature
from loaders.text import Text

_NEAR = 12  # code points of form between a signature and the recipients behind it
_REACH = 3000  # code points behind the heading: no list of recipients is longer
_LONGEST = 300  # code points of one recipient
_ITEM = re.compile(r"(?:^|[;.,\n]|(?<=:)) *[-–•+] *(?=[^\s\d-])")
_FILED = "Lưu"  # the copies that stay in the house


def recipients(text: Text, frame: Frame, signed: Signature) -> list[Span]:
    """The span of each recipient, in printed order."""
    head = RECIPIENTS.match(text.flat, _begin(text, frame, signed))
    if not head:
        return []
    end = _end(text, head, signed)
    marks = list(_ITEM.finditer(text.lines, head.end(), end))
    stops = [*(mark.start() for mark in marks[1:]), end]
    found = []
    for mark, stop in zip(marks, stops, strict=False):
        words = text.flat[mark.end() : stop].rstrip(" ;.,")
        if not words.startswith(_FILED) and 2 < len(words) < _LONGEST:
            found.append((mark.end(), mark.end() + len(words)))
    return found


def _begin(text: Text, frame: Frame, signed: Signature) -> int:
    """Where the recipients begin: they end the body, or stand right behind the name of who signed."""
    if signed.span is None or RECIPIENTS.match(text.flat, frame.closes):
        return frame.closes
    behind = RECIPIENTS.search(text.flat, signed.span[1], signed.span[1] + _NEAR)
    return behind.start() if behind and starts_line(text, behind.start()) else frame.closes


def _end(text: Text, head: re.Match[str], signed: Signature) -> int:
    """Where the recipients end: with their cell, or where the signature begins."""
    begin, reach = head.end(), min(len(text.flat), head.start() + _REACH)
    bar = text.flat.find("|", begin, reach)
    end = bar if bar >= 0 else reach
    for span in (signed.behalf, signed.span):
        if span and begin < span[0] < end:
            return span[0]
    return end
