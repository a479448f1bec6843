"""The words of an order to bring a document about, compiled: a reading of ``patterns/planned.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either


@dataclass(frozen=True, slots=True)
class Orders:
    """Patterns of small letters. Those with a kind name it `kind`, and `does` or `about` what follows it.

    `verb` orders, `object` is what stands right behind it, `more` a further object; `row` is a row or an item that
    begins with a document to come; `told` stands before a verb that orders nothing; `ends` ends a title.
    """

    verb: re.Pattern[str]
    hoped: frozenset[str]
    object: re.Pattern[str]
    more: re.Pattern[str]
    row: re.Pattern[str]
    told: re.Pattern[str]
    ends: re.Pattern[str]
    kinds: dict[str, str]


@cache
def orders() -> Orders:
    """The one table of this program."""
    t = patterns("planned")
    kind = rf"(?P<kind>{either(t['kinds'])})"
    does = rf"(?:(?P<does>{either(t['does'])})|(?P<about>{either(t['about'])}))(?!{LETTER})"
    issuer = r"(?P<issuer> +của +[^,;.:()]{3,90}?)?"
    noun = rf"{kind}(?!{LETTER})(?: +mới)?{issuer} +{does}"
    return Orders(
        verb=re.compile(rf"(?<!{LETTER}){either([*t['verbs'], *t['hoped']])}(?= )"),
        hoped=frozenset(t["hoped"]),
        object=re.compile(
            rf"[ ,]*(?:{either(t['between'])}[ ,]+)*(?:các +(?={either(t['plural'])}(?!{LETTER})))?{noun}"
        ),
        more=re.compile(rf" *(?:[;,]|và)+ +{noun}"),
        row=re.compile(rf"[\s“\"]*{kind}(?!{LETTER}){issuer} +(?P<does>{either(t['changes'])})(?!{LETTER})"),
        told=re.compile(rf"(?<!{LETTER}){either(t['told'])} *$"),
        ends=re.compile(
            rf"[;.:…|(]|,? +{either(t['ends'])}(?!{LETTER})"
            rf"| +(?:trước|trong) +(?:ngày|tháng|quý|năm)(?!{LETTER})"
        ),
        kinds=t["kinds"],
    )
