"""Citations by a bare number: "Nghị quyết 57", "Nghị quyết số 35 của Quốc hội", "Đề án 06", "các Quy định 57, 75"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.found import Cited
from loaders.mentions.anchors import anchors
from loaders.mentions.documents.tails import fill, tail
from loaders.mentions.kinds import Kind, patterns
from loaders.mentions.letters import LOWER
from loaders.mentions.lexicon import anyof
from loaders.text import Text

_NUMBER = re.compile(
    r"(?P<so> +số *:?)? +(?P<serial>\d{1,4}/(?:19|20)\d\d(?!\d)|\d{1,5}[a-zđ]?)"
    r"(?![\w%]|[.,:/]\d| ?[-/] ?[\dA-ZĐa-zđ]| +/|/)"
)
_MORE = re.compile(r"(?P<joint> *, *| +và +)(?P<so>số +)?(?P<serial>\d{1,5}[a-zđ]?)(?![\w%]|[.,:/]\d|/| *-)")
_DATED = re.compile(r" *,? *(?:ngày +\d|năm +(?:19|20)\d\d(?!\d))")
_SENTENCE = re.compile(rf" *(?:[.,;:)\]|”\"/(]|$|[{LOWER}])")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf" *{anyof(patterns('citations')['shorts']['units'])}(?!\w)")


@cache
def _marks() -> re.Pattern[str]:
    marks = "|".join(patterns("citations")["shorts"]["marks"])
    return re.compile(rf"(?P<mark>{marks}) ?(?P<serial>\d{{2,4}})(?![\w%]|[.,:/-]\d| ?[-/] ?[A-ZĐ])")


@cache
def _counted() -> frozenset[str]:
    return frozenset(patterns("citations")["shorts"]["counted"])


def short(text: Text, start: int, end: int, kind: Kind) -> list[Cited]:
    """The citations that begin with a word for a kind at ``start:end`` and bare numbers behind it."""
    found = _NUMBER.match(text.flat, end)
    if not found or not _names(text, start, found, kind):
        return []
    behind = tail(text.flat, text.low, found.end(), named=True)
    cited = Cited(start, behind.end, kind.type, number=found["serial"], form="short")
    fill(cited, text, behind)
    if found["so"] and len(found["serial"]) < 2 and cited.date is None and cited.issuer is None:
        return []
    return [cited, *_more(text, cited, kind)]


def marked(text: Text, known: frozenset[tuple[str, str]]) -> Iterator[Cited]:
    """ "QĐ 66", "NQ57": bare numbers behind an abbreviation, of documents (type and serial) that the text cites."""
    for at in anchors(text.flat, "mark") if known else ():
        if (found := _marks().match(text.flat, at)) is None:
            continue
        kind, serial = patterns("kinds")["short"][found["mark"]], found["serial"]
        apart = found.start() == 0 or text.flat[found.start() - 1] in " (|,;"
        if apart and (kind, serial.lstrip("0")) in known and not _counts(text, found.end()):
            yield Cited(found.start(), found.end(), kind, number=serial, form="short")


def _names(text: Text, start: int, found: re.Match[str], kind: Kind) -> bool:
    """Whether the number names a document rather than counts something, dates it, or numbers a row."""
    serial = found["serial"]
    if "/" in serial:  # a number that lost its letters: "Thông tư 132/2018 của Bộ Tài chính"
        return kind.type not in _counted()
    digits = serial.rstrip("abcdđ")
    if not found["so"] and _is_year(digits):
        return False
    if _counts(text, found.end()):
        return False
    if found["so"]:
        return kind.short or kind.type not in _counted()
    if not kind.short or len(digits) < 2 or text.flat[start : start + 6].isupper():
        return False
    sure = serial.startswith("0") or len(digits) > 2 or serial != digits
    if kind.type in _counted() and not sure:
        return False
    return sure or _SENTENCE.match(text.flat, found.end()) is not None


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _more(text: Text, last: Cited, kind: Kind) -> list[Cited]:
    """Later members of a list of bare numbers."""
    listed: list[Cited] = []
    while (found := _MORE.match(text.flat, last.end)) and _member(text, found):
        start = found.start("so") if found["so"] else found.start("serial")
        behind = tail(text.flat, text.low, found.end())
        last = Cited(start, behind.end, kind.type, number=found["serial"], form="list")
        fill(last, text, behind)
        listed.append(last)
    return listed


def _member(text: Text, found: re.Match[str]) -> bool:
    digits = found["serial"].rstrip("abcdđ")
    return len(digits) > 1 and not _is_year(digits) and not _counts(text, found.end())


def _counts(text: Text, at: int) -> bool:
    """Whether a unit follows, so that the number counts: "5 năm", not "ngày 5/5/2020" or "năm 2024"."""
    return _units().match(text.low, at) is not None and not _DATED.match(text.low, at)
