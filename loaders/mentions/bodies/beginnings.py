"""Where the name of a body, a post or a class may begin."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from graph.registry import table
from loaders.mentions.bodies.bodywords import MANY, NAMED, body_words
from loaders.mentions.kinds import patterns
from loaders.mentions.places import provinces
from loaders.mentions.words import union
from loaders.sentences import CAPITAL

_FIELD = re.compile(rf" +[{CAPITAL}]")
_BEFORE = ("cho", "các", "những", "toàn thể", "tất cả", "mỗi", "từng", "đồng chí", "ông", "bà", "đ/c")

Beginning = Literal["name", "before", "kind"]


def begins(flat: str, at: int, end: int) -> Beginning | None:
    """What may begin at an offset: a name or a post, what stands before them ("các", "đồng chí"), a kind of body.

    The one look that most places get, since most words begin none.
    """
    found = _beginnings().match(flat, at, end)
    return cast("Beginning", found.lastgroup) if found else None


def opens(flat: str, at: int, end: int) -> bool:
    """Whether a capital or a plural begins another body and does not go on with a name."""
    words = body_words()
    fielded = words.fielded.match(flat, at, end)
    if fielded and _FIELD.match(flat, fielded.end(), end):  # else "Trung Bộ"
        return True
    if any(p.match(flat, at, end) for p in (words.whole, words.posts, MANY)):
        return True
    return words.free.match(flat, at, end) is not None and words.false_heads.match(flat, at, end) is None


def is_other(flat: str, at: int, end: int) -> bool:
    """Whether another body, a class of them or a place begins, and no field of work."""
    words = body_words()
    if opens(flat, at, end) or provinces().at(flat[at : at + 40].lower(), 0):
        return True
    return words.classes.match(flat, at, end) is not None and not words.others.match(flat, at, end)


@cache
def _beginnings() -> re.Pattern[str]:
    words = patterns("bodies")
    heads = [n for part in NAMED for row in words[part] for n in row["names"]] + words["posts"]
    known = table("provinces")
    names = [*known["spelled"], *known["now"], *(n for row in known["now"].values() for n in row["from"])]
    places = [word[0] for name in names if (word := re.match(r"\w+", name))]
    named = union([*heads, *places, "MTTQ"], capital=True)
    before, kinds_ = union(_BEFORE, capital=None), union(words["classes"], capital=None)
    return re.compile(f"(?P<before>{before})|(?P<name>{named})|(?P<kind>{kinds_})")


def skip(flat: str, at: int) -> int:
    """Over blanks."""
    while flat.startswith(" ", at):
        at += 1
    return at
