"""The days behind words of validity: from which to which day, as printed, or so many days behind the document's own."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import cache

from graph.days import shifted
from loaders.mentions.documents.dates import day, iso, month, year
from loaders.mentions.kinds import patterns, words
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either

_NUMERAL = re.compile(r"(?P<d>\d{1,2}) *(?P<s>[/.-]) *(?P<m>\d{1,2}) *(?P=s) *(?P<y>(?:19|20)\d\d)(?!\d)")
_UNTIL = re.compile(r"[^.;,]{0,160}")
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
class _Words:
    """The lists of ``validity.toml`` that tell of days, compiled; what each is for is said there."""

    after: re.Pattern[str]
    opens: re.Pattern[str]
    issue: re.Pattern[str]
    ends: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _words() -> _Words:
    t = patterns("validity")
    kind = either([*words(), "văn bản"])
    joins = rf"[\s,]*(?:{either(t['ends']['joins'])}[\s,]*)?"
    return _Words(
        after=re.compile(
            r"[\s,:]*(?:sau|trong)? *(?P<n>\d{1,3})(?: *\([^)]*\))? +ngày,? *"
            r"(?:(?:kể +|tính +)?từ|sau)(?: +ngày| +khi)? +"
        ),
        opens=re.compile(rf"[\s,:]*{either(t['times']['from'])} +"),
        issue=re.compile(
            rf"(?:(?:ngày|khi|thời +điểm) +)?(?:{either(t['issue']['by'])} +)?{either(t['issue']['words'])}"
            rf"(?: +{kind}(?: +này)?)?"
            rf"(?=\W*$|\s*[.,;:/)]| +(?:và|đến|thay|bãi|trừ|đối|cho|đồng|các)(?!{LETTER}))"
        ),
        ends=re.compile(rf"{joins}(?P<to>{either([*t['ends']['whole'], *t['ends']['before']])}) +(?!khi)"),
        before=re.compile(either(t["ends"]["before"])),
    )


def when(low: str, at: int) -> When | None:
    """The time that follows at once."""
    told = _words()
    if after := told.after.match(low, at):
        issued = told.issue.match(low, after.end())
        start = _start(low, at)
        return When(start, issued.end(), days=int(after["n"])) if issued else _else(low, start, after.end())
    opens = told.opens.match(low, at)
    if opens is None:
        return None
    start = _start(low, at)
    if (found := _day(low, opens.end())) is not None:
        return When(start, found[1], date=found[0])
    if issued := told.issue.match(low, opens.end()):
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


def last(low: str, told: When) -> When:
    """The last day in force of what loses effect from a day on."""
    on = low.startswith(("vào", "sau"), told.start)
    return told if on or not told.date else When(told.start, told.end, date=shifted(told.date, -1))


def until(low: str, at: int) -> When | None:
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
        y, m = map(int, of_month.iso.split("-"))
        return f"{of_month.iso}-{calendar.monthrange(y, m)[1]}", of_month.end
    if (of_year := year(low, at)) and of_year.iso:
        return f"{of_year.iso}-12-31", of_year.end
    return None
