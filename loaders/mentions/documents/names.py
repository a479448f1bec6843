"""Citations of laws by name, and of the Constitution."""

from __future__ import annotations

import re
from functools import cache

from loaders.found import Cited
from loaders.mentions.documents import laws
from loaders.mentions.documents.amended import amended, is_coming, whole
from loaders.mentions.documents.amending import amending
from loaders.mentions.documents.tails import fill, tail
from loaders.mentions.documents.told import cited, told
from loaders.mentions.kinds import patterns
from loaders.mentions.lexicon import anyof
from loaders.text import Text

_PLURAL = re.compile(r"các *$")
_ITEM = re.compile(r"(?:,|;| +và|:) *")
_CONSTITUTION = re.compile(r"(?: +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam)?(?! +của +các)")


@cache
def _to_come() -> re.Pattern[str]:
    return re.compile(rf"{anyof(patterns('citations')['laws']['to_come'])}(?: +(?:các|về))? *$")


@cache
def _other_word(part: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){anyof(patterns('citations')['laws'][part])} *$")


def law(text: Text, start: int, end: int, word: str) -> list[Cited]:
    """Laws by name behind the word for them at ``start:end``, each with what tells it apart."""
    flat, low = text.flat, text.low
    end = _behind_blanks(low, end)
    if flat[start].islower() and not flat[end : end + 1].isupper():
        return []
    if _is_other(text, start):
        return []
    kind = laws.WORDS[word]
    title = amending(flat, low, end, laws.LABELS[kind])
    if _to_come().search(low, max(0, start - 30), start):
        return [] if title is None else amended(text, title)
    if title:
        found = whole(text, start, title, kind)
        return amended(text, title) if is_coming(text, found) else [found]
    several = _PLURAL.search(low, max(0, start - 6), start) is not None
    if several and low[end : end + 1] == ":":
        end = _behind_blanks(low, end + 1)
    named = laws.law(flat, low, end, kind)
    if named is None or (flat[start].islower() and not named.known):
        return []
    first = cited(text, start, named, kind)
    return [first, *_listed(text, first, kind)] if several else [first]


def _is_other(text: Text, start: int) -> bool:
    """Whether "luật" here is a part of another word, or of the name of a school or a firm."""
    before = (text.low, max(0, start - 14), start)
    compound = text.flat[start : start + 4] in ("luật", "LUẬT")
    return bool(_other_word("firms").search(*before) or (compound and _other_word("compounds").search(*before)))


def _behind_blanks(low: str, at: int) -> int:
    while low[at : at + 1] == " ":
        at += 1
    return at


def _listed(text: Text, last: Cited, kind: str) -> list[Cited]:
    """Names behind "các Luật" that share the word: "các Luật: Đất đai, Nhà ở"."""
    found: list[Cited] = []
    while item := _ITEM.match(text.low, last.end):
        named = laws.law(text.flat, text.low, item.end(), kind)
        if named is None or not named.known or not text.flat[item.end()].isupper():
            break
        last = cited(text, item.end(), named, kind)
        last.form = "list"
        found.append(last)
    return found


def code(text: Text, start: int, end: int) -> list[Cited]:
    """A code by an abbreviation: "BLDS 2015"."""
    name = patterns("laws")["short"]["whole"][text.flat[start:end]]
    return [told(text, Cited(start, end, "code", form="name", name=name))]


def constitution(text: Text, start: int, end: int) -> list[Cited]:
    """The Constitution, with or without its full name and year."""
    found = _CONSTITUTION.match(text.low, end)
    if found is None:
        return []
    cited = Cited(start, found.end(), "constitution", form="name", name="Hiến pháp")
    fill(cited, text, tail(text.flat, text.low, found.end(), named=True))
    if cited.date:
        cited.name = f"Hiến pháp năm {cited.date[:4]}"
    return [cited]
