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
JOIN = re.compile(rf" *(?:, *(?:và +)?(?:các +đồng chí +)?|; *(?:và +)?|(?:và|cùng với|cùng) +)|/(?=[{CAPITAL}])")
ASIDE = re.compile(r" *\([^()]{1,120}\)")

# "các công ty | do Thủ tướng Chính phủ quyết định thành lập"
_FOUNDED = (
    r" +do +[^,;.:]{3,60}? +(?:(?:quyết +định +)?thành +lập|làm +chủ +sở +hữu|nắm +giữ[^,;.:]{0,40}?vốn(?: +điều +lệ)?)"
)
# "các cơ quan | quy định tại khoản 1 Điều này", "Ủy ban nhân dân các tỉnh | nêu tại Điều 1"
_PART = r"(?:\d{1,3}[a-zđ]?|[a-zđ]|[IVX]{1,4})(?!\w)"
_POINTED = (
    r" +(?:được +)?(?:quy +định|nêu|nói|ghi|đề +cập) +(?:tại|ở|trong)"
    r"(?: +(?:các +)?(?:điểm|khoản|[Đđ]iều|[Mm]ục|[Pp]hụ +lục|[Pp]hần|[Cc]hương)"
    rf"(?: +{_PART}(?:(?:,| và| đến) +{_PART})*)?)+(?: +(?:của +)?(?:\w+ +){{0,3}}?này(?!\w))?"
)
NAMED = ("whole", "fielded", "free")
_ACRONYM = r"[A-ZĐ]{3,5}(?!\w)(?= *(?:,|và|$))"


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Patterns by what they name: see the tables of the same names in ``bodies.toml``.

    `within` is what goes on with a name that runs on in small letters: one of its `tails` or of its `deeds`, who
    founded it, or where it is named in the document (`pointed`).
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
    within: re.Pattern[str]
    pointed: re.Pattern[str]
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
    words = patterns("bodies")
    fields = [n for row in patterns("issuers")["ministries"] for n in (row["name"], *row.get("aka", ()))]
    names = {part: [n for row in words[part] for n in row["names"]] for part in NAMED}
    tails, deeds = union(words["tails"], capital=None), union(words["deeds"], capital=False)
    return BodyWords(
        **{part: re.compile(union(names[part], capital=True)) for part in NAMED},
        **{part: re.compile(union(words[part], capital=True)) for part in ("posts", "false_heads")},
        **{part: re.compile(union(words[part], capital=None)) for part in ("classes", "others")},
        fields=re.compile(" +" + _noted(union(fields, capital=True))),
        tails=re.compile(f" +{tails}"),
        within=re.compile(rf" +(?:{deeds}|{tails})|{_POINTED}|{_FOUNDED}"),
        pointed=re.compile(_POINTED),
        front=re.compile(words["front"].replace(" ", " +")),
        family=re.compile(rf" *(?P<name>{union(words['families'], capital=True)}(?: +[{CAPITAL}]\w*){{1,3}})(?!\w)"),
        inside=re.compile(f" *(?:{union(words['inside'], capital=None)}|{_ACRONYM})"),
        papers=re.compile(union([w for k in kinds() for w in k.words], capital=True)),
        heads=re.compile(f"({union(words['plurals'], capital=True)})(, cơ quan)?(?= *:| )"),
        repeated=frozenset(words["repeated"]),
        bare=frozenset(words["bare"]),
        listing=frozenset(words["listing"]),
        ends=frozenset(words["ends"].split()),
        single=frozenset(n.lower() for n in words["single"]),
        facts=_facts(words),
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
