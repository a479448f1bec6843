"""The queue: uncertain mentions, disagreements, tasks without a doer, orders that seem to be carried out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import Any

from graph.elements import Node
from graph.identity.titles import subject
from graph.names import plain
from graph.statements import DocumentMention
from queries.names import value
from queries.review.case import Case, Where
from queries.tickets import shortest, ticket

# What is asked of each kind of item; the order is that of the queue.
KINDS = {
    "ambiguous": "several documents fit: which one is meant?",
    "unmatched": "the text says too little: which document is meant, or none?",
    "dates": "one number with two dates: a misprint, or two documents?",
    "disagreement": "texts disagree on a document: which one is right?",
    "contradiction": "the text contradicts itself: which document is meant?",
    "date": "there is no such day: which one is meant?",
    "planned": "a document was ordered: is it one of those issued since?",
    "fulfilled": "the document that a task ordered has been issued: is the task done?",
    "no_doer": "nobody is named: who is to do it?",
    "decision": "this decision finds its place no more: undo it, or decide again",
}
_ALIKE, _WORDS = 0.6, 4  # the share of a title's weight, and how many words of it, that make it look like another
_NUMBER = re.compile(r"\d[-/]\w")


@dataclass(frozen=True, slots=True)
class Candidate:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: what a text prints, and what may be meant by it.

    `id` is that of the node, or for a doubt of its own one made of its place; `where` is the mention that a decision is
    anchored in, `alike` are all that the text prints the same; `times` is how many.
    """

    kind: str
    id: str
    document: str
    where: Where | None = None
    quote: str = ""
    sentence: str = ""
    start: int = 0
    end: int = 0
    candidates: tuple[Candidate, ...] = ()
    message: str = ""
    alike: tuple[Where, ...] = ()

    @property
    def times(self) -> int:
        return max(1, len(self.alike))

    @property
    def number(self) -> str:
        return ticket(self.id)


@dataclass(frozen=True)
class Queue:
    """The items of a case, in the order of `KINDS`, then of the texts."""

    case: Case
    items: list[Item] = field(default_factory=list)

    @classmethod
    def of(cls, case: Case) -> Queue:
        found = [*_mentions(case), *_doubts(case), *_planned(case), *_tasks(case)]
        ranks = list(KINDS)
        found.sort(key=lambda i: (ranks.index(i.kind), case.name(i.document), i.start, i.id))
        return cls(case, found)

    @cached_property
    def tasks(self) -> list[str]:
        """The ids of all tasks, in the queue or not."""
        return [n.id for n in self.case.g.labelled("Task")]

    @cached_property
    def numbers(self) -> dict[str, str]:
        """What people type for an item or a task, by its id."""
        return shortest([*(i.id for i in self.items), *self.tasks])

    def told(self) -> list[dict[str, Any]]:
        """The rows of `danchieu review --format json`."""
        return [self._row(i) for i in self.items]

    def _row(self, item: Item) -> dict[str, Any]:
        source = item.where[0] if item.where else None
        return {
            "number": self.numbers[item.id],
            "kind": item.kind,
            "document": item.document or None,
            "source": source,
            "start": item.start if source else None,
            "end": item.end if source else None,
            "quote": item.quote,
            "sentence": item.sentence,
            "times": item.times,
            "candidates": [{"n": n, "id": c.id, "name": c.name} for n, c in enumerate(item.candidates, 1)],
            "message": item.message or KINDS[item.kind],
            "id": item.id,
        }


def _item(case: Case, kind: str, id: str, where: Where, **told: Any) -> Item:
    place = case.mentions[where].place
    return Item(
        kind=kind,
        id=id,
        document=case.identity.own(where[0]) or "",
        where=where,
        quote=place.quote,
        sentence=place.sentence or place.quote,
        start=place.start,
        end=place.end,
        **told,
    )


def _candidates(case: Case, ids: Any) -> tuple[Candidate, ...]:
    return tuple(Candidate(i, case.name(i)) for i in ids)


def _mentions(case: Case) -> Iterator[Item]:
    """Mentions that are no one document; those that a text prints alike are one item."""
    alike: dict[tuple[object, ...], list[Where]] = {}
    for where in case.identity.open:
        verdict, m = case.identity.verdicts[where], case.mentions.get(where)
        if isinstance(m, DocumentMention) and (verdict.candidates or where not in case.identity.ruled):
            told = (m.type, m.number, m.name, m.date, m.issuer, m.term, verdict)
            alike.setdefault((where[0], *told), []).append(where)
    for wheres in alike.values():
        wheres.sort(key=lambda w: case.mentions[w].place)
        first, verdict = wheres[0], case.identity.verdicts[wheres[0]]
        candidates = _candidates(case, verdict.candidates)
        yield _item(case, verdict.status, case.identity.open[first], first, candidates=candidates, alike=tuple(wheres))


def _doubts(case: Case) -> Iterator[Item]:
    """What reading and identity did not believe, at the mention it is about; and decisions without effect."""
    for issue in dict.fromkeys(case.issues):
        where = case.at(issue.source, issue.start, issue.end)
        if issue.kind == "decision":
            yield Item("decision", f"issue/decision/{issue.message}", "", message=issue.message)
        elif issue.kind in KINDS and where is not None and where not in case.decided:
            name = f"{issue.source}/{issue.kind}/{issue.start}/{issue.message}"
            candidates = _candidates(case, _meant(case, issue.kind, where))
            yield _item(case, issue.kind, name, where, candidates=candidates, message=issue.message)


def _meant(case: Case, kind: str, where: Where) -> list[str]:
    """The documents that a doubt is between: of two dates the other one, of a disagreement the document itself."""
    target = case.identity.target(*where)
    if target is None:
        return []
    if kind != "dates":
        return [target]
    base = target.rsplit("/", 1)[0]
    return [i for i in case.identity.documents if i != target and i.rsplit("/", 1)[0] == base]


def _planned(case: Case) -> Iterator[Item]:
    """Documents still to come that look like one that is loaded."""
    documents = list(case.g.labelled("Document"))
    loaded = [n for n in documents if n.properties.get("status") == "loaded"]
    titles = Titles(value(n, "title") for n in documents)
    for document in case.identity.documents.values():
        first = case.best(document) if document.status == "planned" else None
        if first is None:
            continue
        one, order = case.g.nodes[document.id], case.g.nodes.get(case.identity.own(first[0]) or "")
        near = (n for n in loaded if n is not order and (first, n.id) not in case.denied and _may_be(one, n, order))
        like = [n.id for n in near if titles.alike(value(one, "title"), value(n, "title"))]
        if like:
            yield _item(case, "planned", document.id, first, candidates=_candidates(case, like))


def _may_be(planned: Node, loaded: Node, order: Node | None) -> bool:
    """Whether a loaded document is of the kind and place of one that was ordered, and no older than the order."""
    if planned.properties.get("type") != loaded.properties.get("type"):
        return False
    wheres = {value(n, "jurisdiction") for n in (planned, loaded)} - {""}
    day, ordered = value(loaded, "date", "held"), value(order, "date", "held") if order else ""
    return len(wheres) < 2 and not (day and ordered and day < ordered[: len(day)])


class Titles:
    """Titles compared by their words, a word that many of them have counting little.

    >>> titles = Titles(["Quy hoạch cảng cá", "Đề án nhà ở xã hội", "Đề án nhà ở xã hội giai đoạn 2026 - 2030"])
    >>> titles.alike("Đề án nhà ở xã hội", "Đề án nhà ở xã hội giai đoạn 2026 - 2030")
    True
    >>> titles.alike("Đề án nhà ở xã hội", "Quy hoạch cảng cá")
    False
    """

    def __init__(self, titles: Iterable[str]) -> None:
        told = [_words(t) for t in titles if t]
        self._all = len(told)
        self._have = Counter(w for words in told for w in words)

    def alike(self, ordered: str, issued: str) -> bool:
        """Whether both name the same documents or, naming none, share most of what the shorter one says."""
        words, others = _words(ordered), _words(issued)
        if numbers := {w for w in words if _NUMBER.search(w)}:
            return numbers <= others
        least = min(words, others, key=len)
        return len(least) >= _WORDS and self._weight(words & others) >= _ALIKE * self._weight(least)

    def _weight(self, words: set[str]) -> float:
        return sum(log(1 + self._all / (self._have[w] or 1)) for w in words)


def _words(title: str) -> set[str]:
    return {plain(w) for w in subject(title)}


def _tasks(case: Case) -> Iterator[Item]:
    """Open tasks that nobody is given, and those whose ordered document has been issued."""
    given = {e.source for e in case.g.typed("ASSIGNED_TO")}
    for task in case.g.labelled("Task"):
        where = next(iter(case.named.get(task.id, ())), None)
        if where is None or task.properties.get("state") != "open":
            continue
        if by := task.properties.get("fulfilled_by"):
            yield _item(case, "fulfilled", task.id, where, candidates=_candidates(case, by))
        elif task.id not in given:
            yield _item(case, "no_doer", task.id, where)
