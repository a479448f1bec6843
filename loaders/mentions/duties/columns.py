"""The columns of a table of tasks, or the labels of a task's particulars: which says what, who, with whom, by when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from loaders.found import Actor, Duty, Span
from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.terms import Deadline
from loaders.mentions.kinds import patterns

KINDS = ("coordinate", "lead", "due", "task")  # in the order in which a heading is asked
_SHORT = 10  # code points: a "STT", or the marks behind a name, are no longer
_HEADING = 60  # code points: no heading of a column is longer
_NAME = 140  # code points: a cell longer than this is no name of a body
_LIST = 560  # ... and one longer than this no list of them
_BETWEEN = re.compile(r"[\s,;.+-]*(?:và +)?")
_WORDS = re.compile(r"\w+\W+\w+\W+\w")
_NUMBERING = re.compile(r"[\W_]*(?:S?TT|SỐ TT|Số TT|Stt)[\W_]*")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has what: column numbers. Without a column for who leads this is said above the rows."""

    task: int
    lead: int | None
    width: int
    coordinate: int | None = None
    due: int | None = None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    return {k: re.compile(v.replace(" ", " +"), re.I) for k, v in patterns("duties")["columns"].items()}


def kind_of(heading: str) -> str | None:
    """What stands below a heading: one of `KINDS`, or None.

    >>> kind_of("Cơ quan chủ trì"), kind_of("Cơ quan phối hợp"), kind_of("Ghi chú")
    ('lead', 'coordinate', None)
    """
    return next((k for k in KINDS if _forms()[k].search(heading)), None)


def is_procedure(heading: str) -> bool:
    """Whether a heading makes a table one of procedures or of texts, which give no tasks."""
    return _forms()["none"].search(heading) is not None


def columns(printed: Iterable[str]) -> Columns | None:
    """What the heading row of a table says of its columns; None where it is no table of tasks."""
    where: dict[str, int] = {}
    width = 0
    headings = [" ".join(h.split()) for h in printed]
    if not any(map(_forms()["task"].search, headings)):
        return None
    for number, heading in enumerate(headings):
        kind = kind_of(heading) if len(heading) < _HEADING else None
        if kind:
            where.setdefault(kind, number)
        width = number + 1
    if "task" not in where or not ("lead" in where or "due" in where) or where["task"] > where.get("lead", width):
        return None
    if any(map(is_procedure, headings)):
        return None
    return Columns(where["task"], where.get("lead"), width, where.get("coordinate"), where.get("due"))


def is_numbering(flat: str, row: Sequence[Span]) -> bool:
    """Whether a row is a heading by its first cell, "STT"."""
    start, end = row[0] if row else (0, 0)
    return 0 < end - start <= _SHORT and _NUMBERING.fullmatch(flat, start, end) is not None


def named(flat: str, cell: Span) -> list[Actor]:
    """The bodies that a cell names, all of them known as such."""
    phrase = bodies(flat, *cell) if cell[0] < cell[1] else None
    return list(phrase.actors) if phrase and cell[1] - phrase.end < _SHORT else []


def listed(flat: str, cell: Span) -> list[Actor]:
    """The bodies that a cell lists, by commas, semicolons or mere lines; an unknown name is one as it stands."""
    at, end = cell
    if end <= at or end - at > _LIST:
        return []
    found: list[Actor] = []
    while at < end:
        gap = _BETWEEN.match(flat, at, end)
        at = gap.end() if gap else at
        phrase = bodies(flat, at, end)
        if phrase is None:
            break
        found += phrase.actors
        at = phrase.end
    if not found and end - cell[0] < _NAME and flat[cell[0]].isupper() and says(flat, cell):
        return [Actor(*cell, " ".join(flat[slice(*cell)].split()).strip(" .;,"))]
    return found


def says(flat: str, task: Span) -> bool:
    """Whether a cell has the words of a task."""
    return _WORDS.search(flat, *task) is not None


def given(task: Span, leads: Sequence[Actor], helpers: Sequence[Actor], deadline: Deadline | None) -> list[Duty]:
    """The duties of a row: one for each body."""
    due = deadline.due if deadline else None
    stated = deadline and (deadline.due or deadline.recurs or _DIGIT.search(deadline.text))
    text = deadline.text if deadline and stated else None
    recurs = deadline.recurs if deadline else None
    roles = [*((a, "lead") for a in leads), *((a, "coordinate") for a in helpers)]
    return [Duty(*task, a, role, "assign", True, due, text, recurs) for a, role in roles]
