"""How the queue and the decisions are shown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.decisions.decision import Anchor, Decision
from queries.cli.say import plain, safe
from queries.cli.screen import width
from queries.names import day, short
from queries.review import typed
from queries.review.case import Case
from queries.review.items import Queue

_QUOTE = 70  # code points of a quote in a line that says what was decided


def filtered(queue: Queue, kinds: Sequence[str], document: str | None) -> list[dict[str, Any]]:
    """The rows of the queue, of some kinds or of one document alone."""
    id_ = typed.document(queue.case, document) if document else None
    return [r for r in queue.told() if (not kinds or r["kind"] in kinds) and id_ in (None, r["document"])]


def items(rows: Sequence[Mapping[str, Any]], queue: Queue) -> str:
    """The queue for people: what is asked, the sentence with the quote in «», and the candidates with their numbers."""
    return safe("\n\n".join("\n".join(_item(row, queue)) for row in rows))


def _item(row: Mapping[str, Any], queue: Queue) -> Iterator[str]:
    where = queue.case.name(row["document"]) if row["document"] else ""
    times = f" ({row['times']} times)" if row["times"] > 1 else ""
    yield f"{row['number']:<7} {row['kind']}  {where}{times}".rstrip()
    if row["sentence"]:
        yield from _folded(_marked(row["sentence"], row["quote"]))
    yield from _folded(row["message"])
    for candidate in row["candidates"]:
        yield from _folded(f"{candidate['n']}  {candidate['name']}")


def _marked(sentence: str, quote: str) -> str:
    """A sentence with its quote in «»."""
    sentence, quote = plain(sentence), plain(quote)
    before, found, behind = sentence.partition(quote)
    return f"{before}«{quote}»{behind}" if found else f"«{quote}»"


def _folded(text: str) -> list[str]:
    return textwrap.wrap(plain(text), max(width(), 40), initial_indent=" " * 8, subsequent_indent=" " * 8)


def decisions(case: Case) -> list[dict[str, Any]]:
    """All decisions, as `danchieu review --decided --format json` prints them."""
    stands = {d.n for d in case.standing}
    undone = {d.undoes: d.n for d in case.decisions if d.kind == "undo"}
    return [
        {
            "n": d.n,
            "kind": d.kind,
            "who": d.who,
            "when": d.when,
            "why": d.why or None,
            "quote": (anchor := d.about or d.edge) and anchor.quote,
            "means": d.means.quote if d.means else None,
            "fields": d.fields or None,
            "on": d.on or None,
            "undoes": d.undoes or None,
            "stands": d.n in stands,
            "undone_by": undone.get(d.n) if d.n not in stands else None,
            "told": told(d, case),
        }
        for d in case.decisions
    ]


def listed(rows: Sequence[Mapping[str, Any]]) -> str:
    """The decisions for people: what, who, when and why."""
    return safe("\n\n".join("\n".join(_listed(row)) for row in rows))


def _listed(row: Mapping[str, Any]) -> Iterator[str]:
    undone = f"  (undone by {row['undone_by']})" if row["undone_by"] else ""
    yield f"{row['n']:<7} {day(row['when'][:10])}  {plain(row['who'])}{undone}"
    yield from _folded(row["told"].partition(": ")[2])
    if row["why"]:
        yield from _folded(f"because: {row['why']}")


def told(decision: Decision, case: Case) -> str:
    """One line that says what a decision does."""
    said = _edge(decision) if decision.edge else _SAID[decision.kind]
    if decision.kind == "reject" and decision.means is None and decision.edge is None:
        said = "{it} names nothing"
    anchor = decision.about or decision.edge
    fields = ", ".join(f"{name} {value!r}" if value else f"{name} unknown" for name, value in decision.fields.items())
    return f"decision {decision.n}: " + said.format(
        it=f"«{short(anchor.quote, _QUOTE)}»{_in(case, anchor.source)}" if anchor else "",
        means=_document(case, decision.means) if decision.means else "",
        fields=fields,
        on=decision.on,
        undoes=decision.undoes,
    )


_SAID = {
    "accept": "{it} means {means}",
    "reject": "{it} does not mean {means}",
    "correct": "of {it}: {fields}",
    "done": "{it} was done on {on}",
    "reopen": "{it} is open again",
    "same": "{it} and {means} are one document",
    "apart": "{it} and {means} are two documents",
    "undo": "decision {undoes} stands no longer",
}


def _edge(decision: Decision) -> str:
    assert decision.edge is not None
    relation, end = decision.edge.relation or decision.edge.type, short(decision.edge.end.quote, _QUOTE)
    return f"{{it}} does not say {relation} of «{_lit(end)}»"


def _lit(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _in(case: Case, source: str) -> str:
    """In which document something is printed."""
    own = case.identity.own(source)
    return f" in {case.name(own)}" if own else ""


def _document(case: Case, anchor: Anchor) -> str:
    """The document that an anchor means, as far as it is known."""
    found = case.texts.find(anchor)
    target = case.identity.target(found.source, found.handle) if found else None
    return case.name(target) if target else f"«{short(anchor.quote, _QUOTE)}»"
