"""The lists of ``validity.toml`` that tell of whom it is said from when it is in force, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns, words
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either

_PART = rf"(?:điều|khoản|điểm|chương|mục|phụ +lục|và|các|\d+|[ivxlc]+|[a-zđ])(?!{LETTER})"
_ISSUER = 140  # code points of date and issuer before a title


@dataclass(frozen=True, slots=True)
class ForceWords:
    """One pattern for each list; all are matched against lowered text."""

    this: re.Pattern[str]
    bare: re.Pattern[str]
    opening: re.Pattern[str]
    part: re.Pattern[str]
    cases: re.Pattern[str]
    also: re.Pattern[str]
    between: re.Pattern[str]
    titled: re.Pattern[str]
    suffered: re.Pattern[str]
    grounds: re.Pattern[str]
    acts: re.Pattern[str]
    undergone: re.Pattern[str]


@cache
def force_words() -> ForceWords:
    t = patterns("validity")
    kind = either([*words(), "văn bản"])
    acts = either(t["titles"]["acts"])
    heads = rf"(?:{either(t['heads']['words'])}[\s.:]+)*"
    return ForceWords(
        this=re.compile(rf"(?<!{LETTER})(?P<kind>{kind})(?: +hợp +nhất| +liên +tịch)? +này(?!{LETTER})"),
        bare=re.compile(rf"[\W\d]*(?P<kind>{kind}) *$"),
        opening=re.compile(rf"[\W\d]*(?:điều +\d+[a-z]?\W+)?{heads}[\W\d]*"),
        part=re.compile(rf"[\W\d]*(?:{either(t['parts']['before'])} +)?{either(t['parts']['words'])}(?!{LETTER})"),
        cases=re.compile(rf"(?<!{LETTER}){either(t['parts']['not'])}(?!{LETTER})"),
        also=re.compile(
            rf" +{either(t['also']['words'])}(?!{LETTER})[^;]*(?<!{LETTER}){either(t['also']['joins'])} *$"
        ),
        between=re.compile(rf"[\s,”\")]*(?:{either(t['between']['words'])}[\s,]+)*"),
        titled=re.compile(rf"[^;]{{0,{_ISSUER}}}?(?<!{LETTER}){either(t['titles']['words'])}(?!{LETTER})"),
        grounds=re.compile(rf"[\W\d]*{either(t['grounds']['words'])} *(?:{_PART}[\s,]+)*(?:của +|tại +)?"),
        acts=re.compile(rf"(?<!{LETTER}){acts}(?!{LETTER})"),
        undergone=re.compile(rf"(?<!{LETTER})(?:được|bị) +{acts}(?:(?: *,| +và)? +{acts})*"),
        suffered=re.compile(rf"(?<!{LETTER}){either(t['titles']['not'])}(?!{LETTER})"),
    )
