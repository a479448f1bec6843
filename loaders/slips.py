"""What a text plainly misprints of a document that it prints rightly elsewhere."""

from __future__ import annotations

import re
from collections import Counter

from loaders.found import Cited
from loaders.groups import key
from loaders.mentions.kinds import symbols

_PARTED = re.compile(r"(?P<serial>\d+)[-/](?P<letters>[^\W\d_]+)(?P<rest>[-/].+)")


def mend(cited: list[Cited]) -> None:
    """Sets right the kinds and letters of numbers, in place."""
    _kinds(cited)
    _letters(cited)


def _kinds(cited: list[Cited]) -> None:
    """A number printed without its kind takes the kind that it is called by elsewhere in the text."""
    called: dict[str, Counter[str]] = {}
    for c in cited:
        if c.number and c.form == "full":
            called.setdefault(key(c.number), Counter())[c.type] += 1
    for c in cited:
        if c.number and c.form == "list" and (kinds := called.get(key(c.number))) and len(kinds) == 1:
            c.type = next(iter(kinds))


def _letters(cited: list[Cited]) -> None:
    """A number whose letters belie its kind ("Quyết định số 347-CT/TW") has those of its kind, serial and date."""
    rows = [(c, m) for c in cited if c.number and c.date and (m := _PARTED.match(c.number))]
    right = {(c.type, m["serial"], c.date, m["rest"]): c.number for c, m in rows if _speaks(m["letters"], c.type)}
    for c, m in rows:
        if not _speaks(m["letters"], c.type):
            c.number = right.get((c.type, m["serial"], c.date, m["rest"]), c.number)


def _speaks(letters: str, kind: str) -> bool:
    """Whether the letters of a number may stand for a kind; QĐ is a decision or a regulation."""
    told = symbols().get(letters)
    return told is None or told.type == kind or {told.type, kind} <= {"decision", "regulation"}
