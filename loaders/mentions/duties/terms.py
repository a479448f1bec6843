"""What a deadline is, and the words and dates that make one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from loaders.mentions.duties.periods import POINT
from loaders.mentions.kinds import patterns
from loaders.mentions.words import inside, union

_HOUR = r" *\d{1,2} *(?:giờ|h)(?: *\d{1,2})?(?: *phút)?,?"  # before an hour of a day is on that day


class Deadline(msgspec.Struct, frozen=True):
    """A deadline at ``start:end`` of the twin: `due` is ISO or None, `recurs` its rhythm, `text` its words.

    `reports` says that it is the date of a report; `finishes` that it closes all that the item says before it.
    """

    start: int
    end: int
    text: str
    due: str | None = None
    recurs: str | None = None
    reports: bool = False
    finishes: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Patterns by the tables of the same names in ``deadlines.toml``.

    `dating` finds where `dated` may match: a word such as "trước", "chậm nhất", then a date; `loose` is a date alone.
    """

    dating: re.Pattern[str]
    dated: re.Pattern[str]
    loose: re.Pattern[str]
    rhythm: re.Pattern[str]
    relative: re.Pattern[str]
    names: re.Pattern[str]
    reporting: re.Pattern[str]
    finishing: re.Pattern[str]


@cache
def terms() -> Terms:
    """The patterns, compiled at the first call."""
    table = patterns("deadlines")
    before, until = (union(table[k], capital=None) for k in ("before", "until"))
    dating = inside([*table["before"], *table["until"]])
    relative = "|".join(table["relative"]).replace(" ", " +")
    return Terms(
        dating=re.compile(dating),
        dated=re.compile(
            rf"(?:(?P<before>{before})|(?P<until>{until}))(?: +(?:là|vào|lúc))?(?P<hour>{_HOUR})?"
            rf" +(?:hết +)?{POINT}"
        ),
        loose=re.compile(rf"(?<!\w){POINT}"),
        rhythm=re.compile(rf"{inside(table['rhythms'])}(?: *\([^()]{{3,60}}\))?"),
        relative=re.compile(rf"(?<!\w)(?i:{relative})"),
        names=re.compile(rf"{union(table['names'], capital=None)}[^.;:]{{0,90}}$", re.I),
        reporting=re.compile(rf"{union(table['reporting'], capital=None)}[^.;]{{0,160}}$"),
        finishing=re.compile(rf"{union(table['finishing'], capital=None)}[^.,;]{{0,60}}$"),
    )


def plain(words: str) -> str:
    """Words with their blanks folded."""
    return " ".join(words.split())
