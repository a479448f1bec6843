"""Sentences that say nothing but that tasks follow: "thực hiện một số nhiệm vụ trọng tâm sau:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.found import Span
from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Doer
from loaders.mentions.kinds import patterns

_ANY_DAY = "0001-01-01"  # before every date
_ASIDE = re.compile(r" *\([^()]{1,160}\)")
_WORD = re.compile(r"\w+")
# "căn cứ Danh mục nêu tại Điều 1 Quyết định này | có trách nhiệm:"
_GROUND = re.compile(
    r"^\W*(?:căn cứ|trên cơ sở) [^;.:]{3,220}?(?= (?:(?:có|chịu) trách nhiệm|(?:tổ chức |triển khai )?thực hiện"
    r" (?:các|những|một số) (?:\w+,? ){1,3}sau(?: đây)?)\W*$)"
)
_ADVISES = re.compile(r"tham mưu(?:,? giúp)?(?: cho)? +")


def unadvised(flat: str, start: int, end: int) -> int:
    """Where a sentence ends, without whom the doers are to advise: "…, tham mưu cho Ủy ban nhân dân tỉnh:"."""
    advising = _ADVISES.search(flat, start, end)
    phrase = bodies(flat, advising.end(), end) if advising else None
    return advising.start() if advising and phrase and end - phrase.end <= 2 else end


def announced(flat: str, start: int, end: int, helpers: Sequence[Doer] = ()) -> bool:
    """Whether words say nothing but that tasks follow, partners and deadlines aside."""
    aside: list[Span] = [(d.actor.start, d.actor.end) for d in helpers]
    aside += [(d.start, d.end) for d in deadlines(flat, start, end, _ANY_DAY)]
    text = flat[start:end]
    for s, e in aside:
        text = text[: s - start] + " " * (e - s) + text[e - start :]
    return all(word.lower() in _announcing() for word in _WORD.findall(_GROUND.sub("", _ASIDE.sub("", text))))


@cache
def _announcing() -> frozenset[str]:
    return frozenset(patterns("duties")["announcing"].split())
