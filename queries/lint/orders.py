"""Tasks that a draft orders: a deadline without a doer, a doer without a deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.names import fold
from graph.registry import table
from graph.statements import Reading, TaskMention
from queries.lint.finding import Finding, finding


def findings(reading: Reading) -> Iterator[Finding]:
    given = {c.subject for c in reading.claims("ASSIGNED_TO")}
    for task in reading.statements:
        if not isinstance(task, TaskMention) or task.recurs:
            continue
        due = task.due_text or task.due
        if due and task.handle not in given:
            told = f"This is due ({' '.join(due.split())}), and nobody is told to do it. Name who does it."
            yield finding(task.place, "no_doer", told)
        elif task.handle in given and not due and not _lasting().match(fold(task.place.quote)):
            yield finding(task.place, "no_deadline", "Somebody is told to do this, and no deadline is set. Set one.")


@cache
def _lasting() -> re.Pattern[str]:
    """Duties that have no deadline by their nature."""
    return re.compile("|".join(f"(?:{w})" for w in table("duties")["lasting"]["words"]))
