"""What a cited document is about: the words behind its number that are its title ("về …", "quy định …")."""

from __future__ import annotations

import re

from loaders.found import Cited, Span
from loaders.text import Text

_OPENS = re.compile(
    r" *,? *[“\"]? *(?=(?:về|v/v|quy +định|hướng +dẫn|ban +hành|phê +duyệt|sửa +đổi|công +bố|điều +chỉnh"
    r"|thông +qua)(?!\w))"
)
# What ends a subject, whichever stands first. Each begins with signs of its own, for which the engine looks fast.
_ENDS = (
    re.compile(r"[;|”).,](?:(?<=[;|”)])|(?<=\.)(?: *\d|(?= |$))|(?<=,) +(?:đã +)?(?:được|có +hiệu|hết +hiệu))"),
    re.compile(r"\( *(?:sau|được|đã|gọi|có|nay|từ)"),
    re.compile(r"   "),
    re.compile(r"đã(?<= đã) +được +(?:sửa|bổ)"),
    re.compile(r"được(?<= được) +(?:sửa|bổ)"),
    re.compile(r"và(?<= và) +(?:nghị|thông|quyết|luật|chỉ +thị|kết +luận)(?!\w)"),
)
_REACH = 400  # code points: a longer title is a sentence whose end was not seen


def subject(text: Text, cited: Cited) -> Span | None:
    """The span of a citation's subject, where one follows it.

    With a pinpoint the words behind are what that part says, not what the document is called.
    """
    if cited.pinpoint_span is not None and cited.pinpoint_span[1] <= cited.start:
        return None
    opens = _OPENS.match(text.low, cited.end)
    if not opens:
        return None
    limit = min(len(text.low), opens.end() + _REACH)
    end = limit
    for pattern in _ENDS:
        if (found := pattern.search(text.low, opens.end(), end)) is not None:
            end = found.start()
    if end == limit < len(text.low):
        return None
    end = opens.end() + len(text.flat[opens.end() : end].rstrip(" ,:"))
    return (opens.end(), end) if end - opens.end() > 7 else None
