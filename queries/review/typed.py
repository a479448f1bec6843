"""What somebody means by what was typed: an item by its number, a mention by its place, a task, a document.

Several are listed, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import CannotAnswer
from graph.lookup import lookup
from graph.names import plain
from graph.statements import DocumentMention, TaskMention
from queries.names import called, short
from queries.review.case import Case, Where
from queries.review.items import Candidate, Item, Queue
from queries.tickets import ticket

_LIST = "danchieu review lists what there is to decide, with its numbers."
_LEAST, _LISTED = 3, 8  # digits that are enough to look for a number; how many answers are listed


def item(queue: Queue, ref: str) -> Item:
    """The item of the queue with this number or id, or the mention at a place ("ket-luan.txt:5233")."""
    found, where = _queued(queue, ref), _placed(queue.case, ref)
    if found is None and where is not None:
        found = next((i for i in queue.items if i.where == where), None) or _mention(queue.case, ref, where)
    if found is None:
        raise CannotAnswer(f"Nothing to decide has the number {ref!r}.", hint=_LIST)
    return found


def mentions(queue: Queue, ref: str) -> tuple[Where, ...]:
    """The mentions to be corrected: those of an item, one at a place, a task, or a loaded document's own header."""
    found, placed = _queued(queue, ref), _placed(queue.case, ref)
    if found is not None and found.where is not None:
        return found.alike or (found.where,)
    if placed is not None:
        return (placed,)
    if (named := _task(queue, ref)) is not None:
        return (queue.case.named[named][0],)
    id_ = document(queue.case, ref)
    best = queue.case.best(queue.case.identity.documents[id_])
    if best is None or best[1] != "self":
        told = f"{queue.case.name(id_)} is not loaded, only mentioned."
        raise CannotAnswer(told, hint="Name a mention of it: a number of the queue, or its place as PATH:START.")
    return (best,)


def task(queue: Queue, ref: str) -> str:
    """The id of a task by its number, its id, or words that it alone has."""
    found = _task(queue, ref)
    if found is None:
        raise CannotAnswer(f"No task answers to {ref!r}.", hint="danchieu tasks lists them, with their numbers.")
    return found


def document(case: Case, words: str) -> str:
    """The id of the one document that the words mean."""
    found = lookup(case.g.labelled("Document"), words)
    if not found:
        raise CannotAnswer(
            f"No document answers to {words!r}.", hint="Load one that names it first: danchieu load PATH."
        )
    if len(found) > 1:
        some = _some(f"{n.id} ({called(n)})" for n in found)
        raise CannotAnswer(f"{len(found)} documents answer to {words!r}: {some}.", hint="Give one of these ids.")
    return found[0].id


def candidate(case: Case, of: Item, chosen: str | None) -> str:
    """The document that somebody chose for an item: the only one, one by its number in the list, or any by its name."""
    if chosen is None and len(of.candidates) == 1:
        return of.candidates[0].id
    if chosen is None:
        some = _some(f"{n} {c.name}" for n, c in enumerate(of.candidates, 1))
        told = f"{len(of.candidates)} documents may be meant: {some}." if some else "No document is near at hand."
        raise CannotAnswer(told, hint="Say which: its number in this list, or a document as you would type it.")
    if chosen.isdecimal() and 0 < int(chosen) <= len(of.candidates):
        return of.candidates[int(chosen) - 1].id
    return document(case, chosen)


def _queued(queue: Queue, ref: str) -> Item | None:
    items = {i.id: i for i in queue.items}
    found = ref if ref in items else _numbered(ref, items)
    return items[found] if found else None


def _numbered(ref: str, ids: Iterable[str]) -> str | None:
    """The one id whose number begins with these digits."""
    if not ref.isdecimal() or len(ref) < _LEAST:
        return None
    found = sorted(i for i in ids if ticket(i).startswith(ref))
    if len(found) > 1:
        some = _some(ticket(i) for i in found)
        raise CannotAnswer(f"{len(found)} numbers begin with {ref}: {some}.", hint="Type more of its digits.")
    return found[0] if found else None


def _placed(case: Case, ref: str) -> Where | None:
    """The document or task that is mentioned at ``PATH:START`` or ``SOURCE:START``."""
    text, _, start = ref.rpartition(":")
    if not text or not start.isdecimal():
        return None
    found = [
        where
        for where, m in case.mentions.items()
        if m.place.start == int(start) and isinstance(m, DocumentMention | TaskMention) and _is(case, m.source, text)
    ]
    sources = sorted({source for source, _ in found})
    if len(sources) > 1:
        some = _some(case.texts.path(s) or s for s in sources)
        raise CannotAnswer(f"{len(sources)} texts answer to {text!r}: {some}.", hint="Give more of its path.")
    return found[0] if found else None


def _is(case: Case, source: str, text: str) -> bool:
    path = case.texts.path(source)
    return path == text or path.endswith(f"/{text}") or (len(text) > _LEAST and source.startswith(text))


def _mention(case: Case, ref: str, where: Where) -> Item:
    """A mention that waits for nothing, as an item; the document that it is taken for is its candidate."""
    place, target = case.mentions[where].place, case.identity.target(*where)
    is_document = target is not None and target in case.identity.documents
    candidates = (Candidate(target, case.name(target)),) if target and is_document else ()
    return Item("mention", ref, "", where, place.quote, place.sentence, place.start, place.end, candidates)


def _task(queue: Queue, ref: str) -> str | None:
    if ref in queue.tasks:
        return ref
    if ref.isdecimal():
        return _numbered(ref, queue.tasks)
    words, quotes = plain(ref), {i: str(queue.case.g.nodes[i].properties["quote"]) for i in queue.tasks}
    found = [i for i, quote in quotes.items() if words and words in plain(quote)]
    if len(found) > 1:
        some = _some(f"{queue.numbers[i]} {short(quotes[i], 50)}" for i in found)
        raise CannotAnswer(f"{len(found)} tasks have these words: {some}.", hint="Give the number of one.")
    return found[0] if found else None


def _some(names: Iterable[str]) -> str:
    told = list(names)
    return "; ".join(told[:_LISTED]) + (f"; and {len(told) - _LISTED} more" if len(told) > _LISTED else "")
