"""Citations of laws that amend others, and of those that they amend."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.found import Cited
from loaders.mentions.documents.amending import Amending
from loaders.mentions.documents.told import cited, told
from loaders.text import Text

_ENACTS = re.compile(r"(?:quốc +hội|thường +vụ +quốc +hội) +ban +hành *$")
_DRAFT = re.compile(r"(?:dự +án|dự +thảo) +(?=(?:bộ +luật|luật|pháp +lệnh) )")
_SAID = 8  # words by which two titles are compared
_SIGNS = re.compile(r"\W+$")
_TITLE = 100  # code points in which those words stand
_BEFORE = 50  # code points before a law in which the Assembly is said to enact it


def whole(text: Text, start: int, title: Amending, kind: str) -> Cited:
    """A law that amends others: one citation, unless its targets carry numbers of their own."""
    found = Cited(start, title.end, kind, form="name", name=title.name)
    if title.numbered and (_enacts(text, start) or len(title.numbered) > 1 or title.numbered[0] < title.end):
        # "… của Luật A số 1/2024/QH15, Luật B số …": the numbers are theirs, and they are citations of their own.
        found.end = title.own_end
        return found
    return told(text, found)


def is_coming(text: Text, law: Cited) -> bool:
    """Whether a law that amends others is still to be made: the text calls it a draft, here or elsewhere."""
    if law.number or law.date:
        return False
    return tuple(text.low[law.start : law.end].split()[:_SAID]) in _drafts(text.low)


@lru_cache(maxsize=1)
def _drafts(low: str) -> frozenset[tuple[str, ...]]:
    """The first words of every law that a text calls a draft."""
    return frozenset(
        tuple(_SIGNS.sub("", low[f.end() : f.end() + _TITLE]).split()[:_SAID]) for f in _DRAFT.finditer(low)
    )


def amended(text: Text, title: Amending) -> list[Cited]:
    """The existing laws that the title of a law to come names."""
    return [cited(text, start, named, kind) for start, kind, named in title.targets]


def enacted(text: Text, law: Cited) -> bool:
    """Whether a law's name is the one that the Assembly enacts with this very text."""
    return _enacts(text, law.start)


def _enacts(text: Text, at: int) -> bool:
    return _ENACTS.search(text.low, max(0, at - _BEFORE), at) is not None
