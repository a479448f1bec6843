"""The word lists of ``relations.toml`` under [speakers], compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns, words
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either

_AND = r"(?:các +|những +|một +số +)?"


@dataclass(frozen=True, slots=True)
class Wording:
    """What is meant by each is said in the table. All patterns read small letters.

    `this`: "Nghị định này". `effect`: "Kể từ ngày Thông tư này có hiệu lực,". `besides`: a ground joined to what a
    text carries out. `enacts`, `issues`: the words that issue a document. `aim`: the end of a ground behind which a
    line says what the text is for. `purpose`: the heading of a section that does so (`aims`), or that demands something
    of others. `generic`, `another`: a document of no name speaks. `sentence`: a block of the front that is no title any
    more.
    """

    this: re.Pattern[str]
    ground: re.Pattern[str]
    besides: re.Pattern[str]
    heard: re.Pattern[str]
    orders: re.Pattern[str]
    told: re.Pattern[str]
    named: re.Pattern[str]
    title: re.Pattern[str]
    clause: re.Pattern[str]
    opening: re.Pattern[str]
    effect: re.Pattern[str]
    enacts: re.Pattern[str]
    generic: re.Pattern[str]
    another: re.Pattern[str]
    issues: re.Pattern[str]
    sentence: re.Pattern[str]
    reports: frozenset[str]
    aim: re.Pattern[str]
    purpose: re.Pattern[str]


@cache
def wording() -> Wording:
    """The one set of lists of this program."""
    table = patterns("relations")["speakers"]
    kind = either([*words(), "văn bản"])
    whole = {name: rf"(?<!{LETTER}){either(found)}(?!{LETTER})" for name, found in table.items()}
    this = rf"{kind}(?: +hướng +dẫn| +hợp +nhất| +liên +tịch)? +(?:này(?!{LETTER})|(?=có +hiệu +lực))"
    issues = r"(?:ban +hành|quyết +nghị|thông +qua|xây +dựng)"
    behind = r"(?: +(?:hành +động|của|về|việc|chính +phủ|nhằm|để|tổ +chức|công +tác))*[\s:,]*$"
    starts = either([*table["grounds"], *table["heard"], *table["starts"]])
    carried = r"công +bố|thi +hành|thực +hiện|triển +khai"
    unnamed = rf"(?:{carried}|các|những|và|hoặc|theo|của|khi|trong|tại|với|là|bằng|có|từ) +{_AND}{kind}[\s,]*$"
    return Wording(
        this=re.compile(this),
        ground=re.compile(rf"(?:^|[;.:,“\"(])[\s\-–+“\"(_]*{whole['grounds']}"),
        besides=re.compile(rf"(?<!{LETTER})và +{whole['grounds']}"),
        heard=re.compile(whole["heard"]),
        orders=re.compile(whole["orders"]),
        told=re.compile(whole["told"]),
        named=re.compile(rf"{whole['named']}[^;.]*$"),
        title=re.compile(rf"[\s,“\"(:]*(?:\([^)]*\)[\s,]*)?(?:{whole['titles']}|$)"),
        clause=re.compile(whole["clauses"]),
        opening=re.compile(rf"[\s\-–+“\"(\d.,*]*(?:{whole['opening']}[\s:,]*)*$"),
        effect=re.compile(rf"[\s\-–+\d.)]*(?:kể +)?từ +ngày +{this}[^;.]*hiệu +lực(?: +thi +hành)?[\s,:]*"),
        enacts=re.compile(rf"{issues}(?: +kèm +theo)?(?: +{kind} +này)?[\s:,“\"]+(?:{kind}){behind}"),
        issues=re.compile(rf"(?:ban +hành|quyết +nghị|thông +qua) +(?P<kind>{kind})(?!{LETTER})"),
        sentence=re.compile(rf"[\s\-–+“\"]*(?:{starts}(?!{LETTER})|(?!kính gửi).{{60,}}[.;:,]$)"),
        another=re.compile(
            rf"(?<!ban hành )(?<!phê duyệt )(?<!{LETTER}){kind}\s*$"
            rf"|^[^,;]{{0,60}}?(?<!{LETTER})(?<!ban hành )(?:và|cùng) +{_AND}{kind} +(?:hành +động +)?của(?!{LETTER})"
        ),
        generic=re.compile(rf"{kind} +số +\S+[^;.]*$|(?<!{LETTER}){unnamed}"),
        reports=frozenset(table["reports"]),
        purpose=re.compile(rf"(?P<aims>{whole['purposes']})|{whole['demands']}"),
        aim=re.compile(rf";\s+(?={either(w.capitalize() for w in table['aims'])} )"),
    )
