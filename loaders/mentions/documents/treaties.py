"""International treaties by name."""

from __future__ import annotations

import re
from functools import cache

from loaders.found import Cited
from loaders.mentions.documents import laws
from loaders.mentions.documents.printed import plain
from loaders.mentions.documents.tails import tail
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LOWER, UPPER
from loaders.mentions.lexicon import anyof
from loaders.text import Text

_SMALL_WORD = re.compile(rf" +\w*[{LOWER}]{{2}}")
_OPEN = re.compile(r"(?<!\w)(?:và|giữa|của|với|về)$")
_COUNTRY = re.compile(r" +của +nước +cộng +hòa +xã +hội +chủ +nghĩa +việt +nam")
_SIGNED = re.compile(r",? +(?:được +)?ký +(?:kết +)?(?:tại +[^\d,;.()]{2,40} +)?(?=ngày +\d)")
_TREATY = 220  # code points: no treaty's name is longer


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf" +(?=[{UPPER}]|{anyof(patterns('citations')['treaties']['opens'])} |về +[{UPPER}])")


@cache
def _ends() -> re.Pattern[str]:
    table = patterns("citations")["treaties"]
    return re.compile(
        rf"[.;:()|\"“”\[\]!?\d]| {{3,}}|, (?!{anyof(table['goes_on'])})| +{anyof(table['ends'])}(?!\w)"
        r"| +(?:điều|phần|chương|mục) +[\divx]",
        re.IGNORECASE,
    )


def treaty(text: Text, start: int, end: int) -> list[Cited]:
    """An international treaty by name."""
    flat, low = text.flat, text.low
    begun = _opens().match(flat, end)
    if not begun:
        return []
    known = laws.treaty(low, begun.end())
    limit = min(len(flat), begun.end() + _TREATY)
    here = known or _end(text, begun.end(), limit)
    if here is None or (here - begun.end() < 3 and not known):
        return []
    if flat[begun.end()].islower() and low[max(0, start - 4) : start] == "các ":
        return []
    if country := _COUNTRY.match(low, here):
        here = country.end()
    words = flat[start:here].rstrip(" ,").removesuffix(" năm").removesuffix(" và")
    cited = plain(text, start, start + len(words), "other")
    if low[end : cited.end].strip() in patterns("citations")["treaties"]["generic"]:
        return []
    signed = _SIGNED.match(low, cited.end)
    behind = tail(flat, low, signed.end() - 1 if signed else cited.end, named=True)
    if behind.dated:
        cited.end, cited.date = behind.end, behind.dated.iso
    return [cited]


def _end(text: Text, begin: int, limit: int) -> int | None:
    """Where a treaty's name ends; the end of a line or page furniture in its middle is none."""
    if text.flat[begin:limit].split(" ", 1)[0].isupper() and text.flat[begin - 2].isupper():
        lower = _SMALL_WORD.search(text.flat, begin, limit)  # a title in capitals ends where they end
        limit = lower.start() if lower else limit
    for stop in _ends().finditer(text.low, begin, limit):
        blank = not stop[0].strip()
        if not (_wraps(text, *stop.span()) if blank else stop[0].endswith("các") and text.flat[stop.end() - 3] == "C"):
            return stop.start()
    return limit if limit < begin + _TREATY else None


def _wraps(text: Text, start: int, end: int) -> bool:
    """Whether a name goes on behind a run of blanks in the twin: over one line's end, or over page furniture."""
    printed = text.lines[start:end]
    if not printed.strip(" *\n\r\t"):
        return printed.count("\n") == 1
    return text.flat[end : end + 1].islower() or _OPEN.search(text.low, max(0, start - 8), start) is not None
