"""Titles: what a document is about, apart from its kind and issuer, and when two titles are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.model import model
from graph.names import fold

# So many words of a subject must be equal before a longer one counts as the same, filled in.
TELLING = 6
_MARKS = re.compile(r"[“”\"'.,;:()]")
_ISSUER = re.compile(r"(?:của|do) .*? (?=về )")
_ABOUT = re.compile(r"về (?:việc )?")


@cache
def heads() -> re.Pattern[str]:
    """The kinds of document, as they stand at the head of a folded title."""
    kinds = sorted((fold(k.vi) for k in model().kinds.values()), key=len, reverse=True)
    return re.compile(r"(?:" + "|".join(kinds) + r")\b[\s:]*")


@lru_cache(maxsize=16384)
def subject(title: str) -> tuple[str, ...]:
    """The words of what a title is about.

    >>> subject("Nghị quyết của Ban Thường vụ Thành uỷ về đào tạo nghề")
    ('đào', 'tạo', 'nghề')
    """
    words = heads().sub("", fold(title), count=1) if heads().match(fold(title)) else fold(title)
    if found := _ISSUER.match(words):
        words = words[found.end() :]
    if found := _ABOUT.match(words):
        words = words[found.end() :]
    return tuple(_MARKS.sub(" ", words).split())


def same_title(one: str, other: str) -> bool:
    """Whether two titles are about the same: the same words, or one goes on where the other, long enough, ends.

    >>> same_title("Nghị quyết về phát triển nhà ở xã hội", "phát triển nhà ở xã hội đến năm 2030")
    True
    """
    short, long = sorted((subject(one), subject(other)), key=len)
    return bool(short) and (short == long or (len(short) >= TELLING and long[: len(short)] == short))
