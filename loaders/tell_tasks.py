"""What a text orders: its tasks, their doers, what they concern, and whom the doers report to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from graph.statements import ProjectMention, Statement, TaskMention, Value
from loaders.found import Cited, Duty, Span, Work
from loaders.teller import Teller


def tasks(teller: Teller, ordered: Iterable[Duty], spoken: list[Cited], works: list[Work]) -> list[Statement]:
    """Projects, then each task with its claims; the bodies and persons named wait in the teller."""
    told: list[Statement] = [_project(teller, i, work) for i, work in enumerate(works)]
    named = _Named(spoken, works)
    handles: dict[tuple[int, int, str | None], str] = {}
    for duty in ordered:
        key, span = (duty.start, duty.end, duty.due_text), (duty.start, duty.end)
        if key not in handles:
            handles[key] = handle = f"t{len(handles)}"
            told.append(_task(teller, handle, duty))
            told.append(teller.claim("self", "ORDERS", handle, span))
            told += [teller.claim(handle, "CONCERNS", other, at) for other, at in named.inside(span)]
        told += _assigned(teller, handles[key], duty)
    return told


def _project(teller: Teller, index: int, work: Work) -> ProjectMention:
    place = teller.place(work.start, work.end)
    return ProjectMention(handle=f"w{index}", place=place, name=work.name, jurisdiction=work.jurisdiction)


def _task(teller: Teller, handle: str, duty: Duty) -> TaskMention:
    place = teller.place(duty.start, duty.end)
    return TaskMention(handle=handle, place=place, due=duty.due, due_text=duty.due_text, recurs=duty.recurs)


def _assigned(teller: Teller, handle: str, duty: Duty) -> list[Statement]:
    told: list[Statement] = []
    if a := duty.actor:
        span: Span = (duty.start, duty.end)
        found: dict[str, Value] = {"role": duty.role, "mode": duty.mode}
        if duty.inherited:
            body = teller.place(a.start, a.end)
            found |= {"body_start": body.start, "body_end": body.end, "body_quote": body.quote}
        else:
            span = (min(a.start, duty.start), max(a.end, duty.end))
        told.append(teller.claim(handle, "ASSIGNED_TO", teller.actor(a), span, **found))
    told += [teller.claim(handle, "REPORTS_TO", teller.actor(r), (r.start, r.end)) for r in duty.reports]
    return told


class _Named:
    """The documents and projects that a text names, by where they stand."""

    def __init__(self, spoken: list[Cited], works: list[Work]) -> None:
        named = [(c.start, c.end, c.handle) for c in spoken]
        named += [(w.start, w.end, f"w{i}") for i, w in enumerate(works)]
        self._named = sorted((start, order, end, handle) for order, (start, end, handle) in enumerate(named))
        self._starts = [start for start, *_ in self._named]

    def inside(self, span: Span) -> list[tuple[str, Span]]:
        """Handle and place of what stands inside a span, documents first."""
        first, behind = bisect_left(self._starts, span[0]), bisect_right(self._starts, span[1])
        found = sorted((order, handle, (start, end)) for start, order, end, handle in self._named[first:behind])
        return [(handle, at) for _, handle, at in found if at[1] <= span[1]]
