"""Citations of what bodies live by, by name: charters, the Party's platform, working rules."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.found import Cited
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.meetings import TERM
from loaders.mentions.documents.printed import plain
from loaders.mentions.documents.tails import fill, issued, tail
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import UPPER
from loaders.mentions.lexicon import anyof
from loaders.text import Text

_PLATFORM = re.compile(
    r" +xây +dựng +đất +nước +trong +thời +kỳ +quá +độ +lên +(?:chủ +nghĩa +xã +hội|cnxh)"
    r"(?: +năm +\d{4}| *\( *bổ +sung, +phát +triển +năm +\d{4} *\))?"
)
_TERMED = re.compile(r"khóa|nhiệm +kỳ|\d{4}")
_RULES = re.compile(r" +làm +việc +của +")
_ANOTHER = re.compile(rf"(?: *,| +và) +(?=[{UPPER}])")


@cache
def _charters() -> re.Pattern[str]:
    return re.compile(rf" +{anyof(patterns('citations')['charters']['of'])}(?!\w)")


def charter(text: Text, start: int, end: int) -> list[Cited]:
    """The charter of the Party, the Front or a mass organisation."""
    found = _charters().match(text.low, end)
    if not found:
        return []
    term = TERM.match(text.low, found.end())
    whole = term is not None and term[0].count("(") == term[0].count(")")  # not "(khóa XI, bổ sung năm 2011)"
    cited = plain(text, start, term.end() if term and whole else found.end(), "charter")
    cited.term = term["term"].upper() if term else None
    cited.level = "central"
    cited.system = "party" if "đảng" in found[0] else "front"
    return [cited]


def platform(text: Text, start: int, end: int) -> list[Cited]:
    """The Party's platform of 1991, and as it was developed in 2011."""
    found = _PLATFORM.match(text.low, end)
    return [plain(text, start, found.end(), "other")] if found else []


def rules(text: Text, start: int, end: int) -> list[Cited]:
    """The working rules of a body with its term: "Quy chế làm việc của Ban Chấp hành Trung ương khóa XIII".

    Without the term they are known by their subject only: each term makes its own.
    """
    of = _RULES.match(text.low, end)
    body = issuer(text.flat, text.low, of.end()) if of else None
    if of is None or body is None or body.level is None:
        return []
    stop = body.end
    while more := _ANOTHER.match(text.flat, stop):
        other = issuer(text.flat, text.low, more.end())
        if other is None or other.level != body.level:
            break
        stop = other.end
    behind = tail(text.flat, text.low, stop)
    if not _TERMED.search(text.low, of.end(), behind.end):
        return []
    cited = plain(text, start, behind.end, "rules")
    fill(cited, text, behind)
    issued(cited, text, of.end(), replace(body, end=stop))
    return [cited]
