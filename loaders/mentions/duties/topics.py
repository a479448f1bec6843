"""The topic that an item opens with: "Về bồi thường, hỗ trợ: | giao Sở Tài chính …"."""

from __future__ import annotations

import re

from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.orders import orders
from loaders.mentions.predicates import starts, verb

_TOPIC = re.compile(r"(?:(?:Về|Đối với|Liên quan|Riêng|Trong|Nội dung)\b[^:;]{3,420}|[^:;.]{3,160}): *")
_TITLE = re.compile(r"Về [^:;.]{3,200}? {2,}(?=[^\W\d_])")  # printed on lines of its own, in other letters
_STEERS = re.compile(r"(?:Trực tiếp )?[Cc]hỉ đạo +")
_ABOUT = ("Về ", "Đối với ", "Liên quan ")
_TOPICAL = 440  # code points: a topic ends in so many


def topic(flat: str, start: int, end: int) -> int:
    """Where an item's order begins behind what it is about; `start` where it opens with no topic.

    >>> topic("Về bồi thường, hỗ trợ: giao Sở Tài chính rà soát", 0, 48)
    23
    """
    title = _TITLE.match(flat, start, end)
    if title and verb(flat, title.end(), end):
        return title.end()
    if flat.find(":", start, start + _TOPICAL) < 0:
        return start
    found = _TOPIC.match(flat, start, end)
    if not found or found.end() >= end:
        return start
    said = flat.startswith(_ABOUT, start)
    if starts(flat, start, end) and not said:
        return start
    if orders(flat, start, found.end()) and not flat.startswith("Về ", start):
        return start
    if not said and (flat[found.end()].islower() or bodies(flat, start, found.end())):
        return start
    steered = _STEERS.match(flat, start, found.end())
    if steered and bodies(flat, steered.end(), found.end()):
        return start  # "Chỉ đạo các trạm y tế: Bảo đảm …"
    return found.end()
