"""The topic that an item opens with: "Về bồi thường, hỗ trợ: | giao Sở Tài chính …"."""

from __future__ import annotations

import re

from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.orders import orders
from loaders.mentions.duties.pieces import behind_joint
from loaders.mentions.predicates import starts, told, verb

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
    if _numbered_doer(flat, start, found.end(), end):
        return found.end()
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


def _numbered_doer(flat: str, start: int, behind: int, end: int) -> bool:
    """Whether the first of numbered doers stands behind a topic that names none: "Ban hành chiến lược: (1) Bộ Y tế"."""
    at = behind_joint(flat, behind, end)
    if not flat.startswith("(1)", behind) or at == behind or orders(flat, start, behind):
        return False
    first = bodies(flat, at, end)
    return first is not None and told(flat, first.end, end) is not None and bodies(flat, start, behind) is None
