"""How lines begin and end that go on with the sentence above them, or do not: the words of ``patterns/lines.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.phrases import Endings, Openings

_CLOSERS = "”\"’')]"
_STOPS = ".:;!?…"


@dataclass(frozen=True, slots=True)
class Signs:
    """Each field is the entry of the table that bears its name."""

    must: Endings
    may: Endings
    new: Openings
    begins: Openings
    forms: Openings
    papers: Openings
    recipients: Openings
    title: re.Pattern[str]
    reference: tuple[str, ...]
    inside: tuple[str, ...]


@cache
def signs() -> Signs:
    words = patterns("lines")
    title, further, titles = ("|".join(words[k]) for k in ("title", "further", "titles"))
    return Signs(
        must=Endings(words["must"]),
        may=Endings(words["may"]),
        new=Openings(words["new"]),
        begins=Openings(words["begins"], r"(?!\w)"),
        forms=Openings(words["forms"], r"(?!\w)"),
        papers=Openings(words["papers"], r"(?!\w)"),
        recipients=Openings(words["recipients"]),
        title=re.compile(rf"(?:(?:{title})(?: (?:{further}))*|{titles})\W*$"),
        reference=tuple(words["reference"]),
        inside=tuple(words["inside"]),
    )


def ends(words: str) -> bool:
    """Whether a line, which has words, ends as a sentence, an item or an announcement does."""
    last = words[-1]
    return last in _STOPS or (last in _CLOSERS and words.rstrip(_CLOSERS).endswith(tuple(_STOPS)))


def closes(words: str) -> bool:
    """Whether a line is the heading of the recipients."""
    return signs().recipients.open(words)
