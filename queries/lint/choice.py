"""Which of the documents that a citation may mean it can mean after all, before it is called ambiguous."""

from __future__ import annotations

from itertools import combinations

from graph.elements import Node
from graph.identity.named import NATIONAL
from graph.statements import Reading
from queries.lint import changed
from queries.lint.known import Known, keyed
from queries.lint.meant import Meant
from queries.lint.series import one_series
from queries.names import value


def choice(reading: Reading, cited: Meant, known: Known) -> list[Node]:
    """The documents that a citation may mean: those still in force, and of the witnesses of one document the best.

    A law called by its name alone is the last of that name: it took the place of those before it. Several that bear one
    number of one series are one document, of which some text prints a wrong date.
    """
    day = reading.document.date
    gone = {e.target for e in changed.ended(known, {n.id for n in cited.nodes}, day)}
    left = [n for n in cited.nodes if n.id not in gone] or list(cited.nodes)
    national = cited.first.type in NATIONAL
    if national and not (cited.first.date or cited.first.number):
        passed = [n for n in left if not day or value(n, "date") <= day]
        return [max(passed, key=lambda n: (value(n, "date"), n.id))] if passed else left
    if _one(left):
        return left[:1]
    best = weightiest(left, known)
    return [best] if national and best else left


def weightiest(nodes: list[Node], known: Known) -> Node | None:
    """The one that is loaded, or that more other documents cite than all others together."""
    loaded = [n for n in nodes if value(n, "status") == "loaded"]
    if len(loaded) == 1:
        return loaded[0]
    weights = {n.id: len(known.citing(n.id)) for n in nodes}
    best = max(nodes, key=lambda n: (weights[n.id], n.id))
    return best if weights[best.id] > sum(weights.values()) - weights[best.id] else None


def _one(nodes: list[Node]) -> bool:
    keys = [keyed(n) for n in nodes]
    return all(a is not None and b is not None and one_series(a, b) for a, b in combinations(keys, 2))
