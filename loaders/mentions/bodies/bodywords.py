"""The words of which the names of bodies, posts and classes are made, compiled once from ``bodies.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.mentions.kinds import kinds, patterns
from loaders.mentions.words import union
from loaders.sentences import CAPITAL

MANY = re.compile(r"(?:cho +)?(?:[Cc]ác|[Nn]hững|[Tt]oàn thể|[Tt]ất cả(?: các)?|[Mm]ỗi|[Tt]ừng)\b +")
JOIN = re.compile(r" *(?:, *(?:và +)?(?:các +đồng chí +)?|; *(?:và +)?|(?:và|cùng với|cùng) +)")
ASIDE = re.compile(r" *\([^()]{1,120}\)")

_NAMED = ("whole", "fielded", "free")
_ACRONYM = r"[A-ZĐ]{3,5}(?!\w)(?= *(?:,|và|$))"


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Patterns by what they name: see the tables of the same names in ``bodies.toml``.

    `papers` are the kinds of documents, which end a name; `facts` gives level, system and whether a body is local
    for a head noun in small letters.
    """

    whole: re.Pattern[str]
    fielded: re.Pattern[str]
    fields: re.Pattern[str]
    free: re.Pattern[str]
    posts: re.Pattern[str]
    classes: re.Pattern[str]
    others: re.Pattern[str]
    false_heads: re.Pattern[str]
    tails: re.Pattern[str]
    front: re.Pattern[str]
    family: re.Pattern[str]
    inside: re.Pattern[str]
    papers: re.Pattern[str]
    heads: re.Pattern[str]
    repeated: frozenset[str]
    bare: frozenset[str]
    listing: frozenset[str]
    ends: frozenset[str]
    single: frozenset[str]
    facts: dict[str, tuple[str | None, str | None, bool]]


@cache
def body_words() -> BodyWords:
    """The patterns, compiled at the first call."""
    table = patterns("bodies")
    fields = [n for row in patterns("issuers")["ministries"] for n in (row["name"], *row.get("aka", ()))]
    names = {part: [n for row in table[part] for n in row["names"]] for part in _NAMED}
    return BodyWords(
        **{part: re.compile(union(names[part], capital=True)) for part in _NAMED},
        **{part: re.compile(union(table[part], capital=True)) for part in ("posts", "false_heads")},
        **{part: re.compile(union(table[part], capital=None)) for part in ("classes", "others")},
        fields=re.compile(" +" + _noted(union(fields, capital=True))),
        tails=re.compile(" +" + union(table["tails"], capital=None)),
        front=re.compile(table["front"].replace(" ", " +")),
        family=re.compile(rf" *(?P<name>{union(table['families'], capital=True)}(?: +[{CAPITAL}]\w*){{1,3}})(?!\w)"),
        inside=re.compile(f" *(?:{union(table['inside'], capital=None)}|{_ACRONYM})"),
        papers=re.compile(union([w for k in kinds() for w in k.words], capital=True)),
        heads=re.compile(f"({union(table['plurals'], capital=True)})(, cơ quan)?(?= *:| )"),
        repeated=frozenset(table["repeated"]),
        bare=frozenset(table["bare"]),
        listing=frozenset(table["listing"]),
        ends=frozenset(table["ends"].split()),
        single=frozenset(n.lower() for n in table["single"]),
        facts=_facts(table),
    )


def _noted(words: str) -> str:
    """The mark of a footnote may be glued to a name: "Sở Nội vụ12"."""
    return words.removesuffix(r"(?!\w)") + r"(?:\d{1,2})?(?!\w)"


def _facts(table: dict[str, Any]) -> dict[str, tuple[str | None, str | None, bool]]:
    return {
        name.lower(): (row.get("level"), row.get("system"), row.get("local", False))
        for part in ("free", "fielded", "whole")
        for row in table[part]
        for name in row["names"]
    }
