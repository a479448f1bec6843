"""Which of the documents that a citation may mean it can mean after all, before it is called ambiguous."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TypeAlias

from graph.elements import Node
from graph.identity.named import NATIONAL
from graph.statements import DocumentMention, Reading
from queries.dates import later
from queries.lint import changed
from queries.lint.known import Known, keyed
from queries.lint.meant import Meant
from queries.lint.series import one_series
from queries.names import value

Candidate: TypeAlias = Node | DocumentMention


def choice(reading: Reading, cited: Meant, known: Known) -> list[Candidate]:
    """The documents that a citation may mean: those still in force, and of the witnesses of one document the best.

    A law called by its name alone is the last of that name: it took the place of those before it. Several that bear one
    number of one series are one document, of which some text prints a wrong date.
    """
    day = reading.document.date
    gone = {e.target for e in changed.ended(known, {n.id for n in cited.nodes}, day)}
    left: list[Candidate] = [*(n for n in cited.nodes if n.id not in gone), *cited.others]
    left = left or list(cited.nodes)
    if cited.first.type in NATIONAL and not any(c.isdigit() for c in cited.first.place.quote):
        passed = [c for c in left if not later(_day(c), day or "")]
        return [max(passed, key=_day)] if passed else left
    if _one(left):
        return left[:1]
    best = weightiest(cited.nodes, known) if cited.first.type in NATIONAL and not cited.others else None
    return [best] if best else left


def _day(candidate: Candidate) -> str:
    """The date of a document, or the year of its number."""
    told = keyed(candidate)
    date = value(candidate, "date") if isinstance(candidate, Node) else candidate.date
    return date or (told.year if told else None) or ""


def weightiest(nodes: Sequence[Node], known: Known) -> Node | None:
    """The one that is loaded, or that more other documents cite than all others together."""
    loaded = [n for n in nodes if value(n, "status") == "loaded"]
    if len(loaded) == 1:
        return loaded[0]
    weights = {n.id: len(known.citing(n.id)) for n in nodes}
    best = max(nodes, key=lambda n: (weights[n.id], n.id))
    return best if weights[best.id] > sum(weights.values()) - weights[best.id] else None


def _one(candidates: Iterable[Candidate]) -> bool:
    keys = [keyed(c) for c in candidates]
    return all(a is not None and b is not None and one_series(a, b) for a, b in combinations(keys, 2))
