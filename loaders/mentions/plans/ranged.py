"""Plans of several years, and programmes in small letters: their years make a name of common words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Own, Span
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.plans.naming import PERIOD, owned
from loaders.mentions.plans.programmewords import words
from loaders.mentions.relations.phrases import either
from loaders.segment import Tree

_YEARS = re.compile(r"20\d\d(?= ?- ?(?:năm )?20\d\d(?!\d))")
_BAR = re.compile(r"[;.:|()“”]")
_MANY = re.compile(rf"(?<!{LETTER})(?:các|những) +$")
_SIGNS = re.compile(r"\W+")
_BEFORE = 40  # code points before the years in which their period may begin
_NAME = 200  # code points
_ENOUGH = 4  # words of a name, besides its years
_SAME = 5  # words in a row that tell the name of the text itself
_SHARE = 0.8  # of the words of a long name


@dataclass(frozen=True, slots=True)
class _Words:
    """What is meant by each is said in the table."""

    kind: re.Pattern[str]
    kinds: dict[str, str]
    bars: re.Pattern[str]
    begins: tuple[str, ...]


@cache
def _words() -> _Words:
    t = patterns("programmes")["ranged"]
    kind = either(t["kinds"])
    return _Words(
        kind=re.compile(rf"(?<!{LETTER})(?P<kind>{kind})(?= )"),
        kinds=t["kinds"],
        bars=re.compile(rf"(?:,|(?<!{LETTER})(?:và|kể +từ)) +(?:các +)?{kind} |(?:19|20)\d\d|{either(t['recurring'])}"),
        begins=tuple(f" {w}" for w in t["names"]),
    )


def ranged(tree: Tree, own: Own) -> Iterator[tuple[Span, str]]:
    """Span and type of each, in the order of their years; not the name of the text itself."""
    low, flat, seen = tree.text.low, tree.text.flat, 0
    title = _plain(own.cited.title or "")
    for found in _YEARS.finditer(low):
        if found.start() < seen:
            continue
        floor = max(seen, found.start() - _NAME)
        begin = max((bar.end() for bar in _BAR.finditer(low, floor, found.start())), default=floor)
        period = PERIOD.search(low, max(begin, found.start() - _BEFORE), min(len(low), found.end() + _NAME))
        if period is None or not period.start() <= found.start() < period.end():
            continue
        seen = period.end()
        named = next((k for k in _words().kind.finditer(low, begin, period.start()) if _names(tree, k, period)), None)
        if named is not None and not _is_own(_plain(low[named.end() : period.start()]), title):
            end = owned(flat, period.end(), min(len(low), period.end() + _NAME))
            yield (named.start(), end), _words().kinds[" ".join(named["kind"].split())]


def _names(tree: Tree, kind: re.Match[str], period: re.Match[str]) -> bool:
    """Whether the words between a kind and its years name one in particular.

    Of a kind in capitals only plans are named so; the others are read with less than a range of years. A plan that is
    to be made is a document to come.
    """
    low, flat, start, end = tree.text.low, tree.text.flat, kind.end(), period.start()
    if flat[kind.start()].isupper() and (kind["kind"] != "kế hoạch" or flat[kind.start() : end].isupper()):
        return False
    if words().not_name.match(low, start, end) and not low.startswith(_words().begins, start):
        return False
    if words().ends.search(low, start, end) or _words().bars.search(low, start, end):
        return False
    before = low, max(0, kind.start() - _BEFORE), kind.start()
    other = _MANY.search(*before) or (kind["kind"] == "kế hoạch" and words().coming.search(*before))
    return not other and len(low[start:end].split()) >= _ENOUGH


def _is_own(name: str, title: str) -> bool:
    """Whether a name begins or ends as the title of the text does, or has nearly no word that the title lacks."""
    said, own = name.split(), set(title.split())
    alike = len(said) > 2 * _SAME and sum(word in own for word in said) >= _SHARE * len(said)
    return alike or any(" ".join(part) in title for part in (said[:_SAME], said[-_SAME:]))


def _plain(words: str) -> str:
    return _SIGNS.sub(" ", words.lower()).strip()
