"""When something is said to be in force or no longer: the words, found once over the text, and the days behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from loaders.mentions.documents.dates import day, iso, month, year
from loaders.mentions.kinds import patterns
from loaders.mentions.kinds import words as kinds
from loaders.mentions.relations.phrases import either

TAKES, LOSES = "TAKES_EFFECT", "LOSES_EFFECT"
_LETTER = r"[^\W\d_]"
_ANCHOR = re.compile(r"hiệu +lực")
_LEAD = 30  # code points before it
_NUMERAL = re.compile(r"(?P<d>\d{1,2}) *(?P<s>[/.-]) *(?P<m>\d{1,2}) *(?P=s) *(?P<y>(?:19|20)\d\d)(?!\d)")
_UNTIL = re.compile(r"[^.;,]{0,160}")
_EXCEPT = re.compile(r"[\s,]*trừ +[^.;]{0,240}")
_BLANK = re.compile(r"[\s._…/-]*(?:tháng|năm|$)")


@dataclass(frozen=True, slots=True)
class When:
    """A day as a clause tells it at ``start:end``: an ISO date; or so many days behind the document's own; or neither,
    where it hangs on something else."""

    start: int
    end: int
    date: str | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Words at ``start:end`` by which something takes or loses effect, and its first or last day."""

    event: str
    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of ``validity.toml``, compiled; what each is for is said there."""

    said: dict[str, str]
    leads: re.Pattern[str]
    tail: re.Pattern[str]
    after: re.Pattern[str]
    opens: re.Pattern[str]
    issue: re.Pattern[str]
    ends: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _words() -> _Words:
    t = patterns("validity")
    kind = either([*kinds(), "văn bản"])
    said = {w: row["event"] for row in t["said"] for w in row["words"]}
    joins = rf"[\s,]*(?:{either(t['ends']['joins'])}[\s,]*)?"
    return _Words(
        said=said,
        leads=re.compile(rf"(?<!{_LETTER}){either(said)} +$"),
        tail=re.compile(rf"{_ANCHOR.pattern}(?: +{either(t['tails']['words'])})?(?!{_LETTER})"),
        after=re.compile(
            r"[\s,:]*(?:sau|trong)? *(?P<n>\d{1,3})(?: *\([^)]*\))? +ngày,? *"
            r"(?:(?:kể +|tính +)?từ|sau)(?: +ngày| +khi)? +"
        ),
        opens=re.compile(rf"[\s,:]*{either(t['times']['from'])} +"),
        issue=re.compile(
            rf"(?:(?:ngày|khi|thời +điểm) +)?(?:{either(t['issue']['by'])} +)?{either(t['issue']['words'])}"
            rf"(?: +{kind}(?: +này)?)?"
            rf"(?=\W*$|\s*[.,;:/)]| +(?:và|đến|thay|bãi|trừ|đối|cho|đồng|các)(?!{_LETTER}))"
        ),
        ends=re.compile(rf"{joins}(?P<to>{either([*t['ends']['whole'], *t['ends']['before']])}) +(?!khi)"),
        before=re.compile(either(t["ends"]["before"])),
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
    when = _when(low, end)
    if when is None:
        return
    closes = excepted(low, when.end)
    if event == LOSES:
        yield Effect(LOSES, start, closes, _last(low, when, end))
        return
    last = _until(low, when.end)
    yield Effect(TAKES, start, closes if last is None else excepted(low, last.end), when)
    if last is not None:
        yield Effect(LOSES, start, excepted(low, last.end), last)


def excepted(low: str, end: int) -> int:
    """Where a clause ends with what it excepts: ", trừ trường hợp quy định tại khoản 2 Điều này"."""
    found = _EXCEPT.match(low, end)
    return found.end() if found else end


def _when(low: str, at: int) -> When | None:
    """The time that follows at once."""
    words = _words()
    if after := words.after.match(low, at):
        issued = words.issue.match(low, after.end())
        start = _start(low, at)
        return When(start, issued.end(), days=int(after["n"])) if issued else _else(low, start, after.end())
    opens = words.opens.match(low, at)
    if opens is None:
        return None
    start = _start(low, at)
    if (found := _day(low, opens.end())) is not None:
        return When(start, found[1], date=found[0])
    if issued := words.issue.match(low, opens.end()):
        return When(start, issued.end(), days=0)
    return _else(low, start, opens.end())


def _start(low: str, at: int) -> int:
    while at < len(low) and low[at] in " ,:":
        at += 1
    return at


def _else(low: str, start: int, at: int) -> When | None:
    """A time that hangs on something else; a blank that somebody has yet to fill in is none."""
    rest = low[at : at + 5] == "ngày "
    if _BLANK.match(low, at + 5 if rest else at):
        return None
    found = _UNTIL.match(low, at)
    end = at + len(low[at : found.end()].rstrip()) if found else at
    return When(start, end) if end > at else None


def _day(low: str, at: int) -> tuple[str | None, int] | None:
    """A day, with or without "ngày": its ISO form, None where the calendar has no such day, and where it ends."""
    if found := day(low, at):
        return found.iso, found.end
    if m := _NUMERAL.match(low, at):
        return iso(m["y"], m["m"], m["d"]), m.end()
    return None


def _last(low: str, when: When, at: int) -> When:
    """The last day in force of what loses effect from a day on."""
    on = low.startswith(("vào", "sau"), when.start)
    return when if on or not when.date else When(when.start, when.end, date=shifted(when.date, -1))


def _until(low: str, at: int) -> When | None:
    """The last day, where it is told behind the first: "đến hết ngày 31 tháng 12 năm 2027"."""
    found = _words().ends.match(low, at)
    if found is None:
        return None
    told = _ending(low, found.end())
    if told is None or told[0] is None:
        return None
    early = _words().before.fullmatch(found["to"]) is not None
    return When(_start(low, at), told[1], date=shifted(told[0], -1) if early else told[0])


def _ending(low: str, at: int) -> tuple[str | None, int] | None:
    """A day, or the last one of a month or a year."""
    if (found := _day(low, at)) is not None:
        return found
    if (of_month := month(low, at)) and of_month.iso:
        return shifted(f"{_next(of_month.iso)}-01", -1), of_month.end
    if (of_year := year(low, at)) and of_year.iso:
        return f"{of_year.iso}-12-31", of_year.end
    return None


def _next(of: str) -> str:
    y, m = map(int, of.split("-"))
    return f"{y + m // 12}-{m % 12 + 1:02}"


def shifted(day: str, days: int) -> str:
    """A day so many days later.

    >>> shifted("2027-03-01", -1)
    '2027-02-28'
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
