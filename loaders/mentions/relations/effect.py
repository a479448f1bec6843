"""When something is said to be in force or no longer: the words, found once over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.days import LOSES, TAKES
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.relations import times
from loaders.mentions.relations.phrases import either

_ANCHOR = re.compile(r"hiệu +lực")
_LEAD = 30  # code points before it
_EXCEPT = re.compile(r"[\s,]*trừ +[^.;]{0,240}")


@dataclass(frozen=True, slots=True)
class Effect:
    """Words at ``start:end`` by which something takes or loses effect, and its first or last day."""

    event: str
    start: int
    end: int
    when: times.When


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of ``validity.toml``, compiled; what each is for is said there."""

    said: dict[str, str]
    leads: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _words() -> _Words:
    t = patterns("validity")
    said = {w: row["event"] for row in t["said"] for w in row["words"]}
    return _Words(
        said=said,
        leads=re.compile(rf"(?<!{LETTER}){either(said)} +$"),
        tail=re.compile(rf"{_ANCHOR.pattern}(?: +{either(t['tails']['words'])})?(?!{LETTER})"),
    )


def effects(low: str) -> Iterator[Effect]:
    """What a text in small letters says of beginnings and ends, in printed order; without a time it says nothing."""
    for anchor in _ANCHOR.finditer(low):
        found = _said(low, anchor.start())
        if found is not None:
            start, end, event = found
            yield from _timed(low, start, end, event)


def _said(low: str, at: int) -> tuple[int, int, str] | None:
    """The words around an anchor, and what they say."""
    lead = _words().leads.search(low, max(0, at - _LEAD), at)
    tail = _words().tail.match(low, at)
    if lead is None or tail is None:
        return None
    return lead.start(), tail.end(), _words().said[" ".join(lead[0].split())]


def _timed(low: str, start: int, end: int, event: str) -> Iterator[Effect]:
    told = times.when(low, end)
    if told is None:
        return
    closes = excepted(low, told.end)
    if event == LOSES:
        yield Effect(LOSES, start, closes, times.last(low, told))
        return
    last = times.until(low, told.end)
    yield Effect(TAKES, start, closes if last is None else excepted(low, last.end), told)
    if last is not None:
        yield Effect(LOSES, start, excepted(low, last.end), last)


def excepted(low: str, end: int) -> int:
    """Where a clause ends with what it excepts: ", trừ trường hợp quy định tại khoản 2 Điều này"."""
    found = _EXCEPT.match(low, end)
    return found.end() if found else end
