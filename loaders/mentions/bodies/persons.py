"""Named persons, and the posts that follow their names."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.mentions.bodies.bodywords import body_words
from loaders.mentions.bodies.runs import plain, run
from loaders.mentions.places import provinces
from loaders.sentences import CAPITAL

_POST = re.compile(rf"(?: *, *| *- *)(?=[{CAPITAL}])")
_POSTS = ("Ủy viên", "Phó", "Trưởng")


class Named(NamedTuple):
    """A person's name with where it ends, his posts behind it included, and these as printed."""

    stop: int
    name: str
    posts: str | None


def family(flat: str, at: int, end: int) -> re.Match[str] | None:
    """A person's name; a province may look like one ("Lâm Đồng", "Hồ Chí Minh")."""
    found = body_words().family.match(flat, at, end)
    return None if found is None or provinces().at(found["name"].lower(), 0) else found


def person(flat: str, at: int, end: int) -> Named | None:
    """A named person with the posts that follow: "đồng chí Lê Khắc Nam, Ủy viên Thành ủy, Phó Chủ tịch …"."""
    found = family(flat, at, end)
    if not found:
        return None
    words = body_words()
    stop, posts = found.end(), []
    while joined := _POST.match(flat, stop, end):
        begin = joined.end()
        known = words.posts.match(flat, begin, end) or words.whole.match(flat, begin, end)
        if not known and not flat.startswith(_POSTS, begin):
            break
        stop = run(flat, begin, end).stop
        posts.append(plain(flat[begin:stop]))
    return Named(stop, plain(found["name"]), ", ".join(posts) or None)
