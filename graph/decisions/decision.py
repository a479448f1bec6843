"""One decision: its kinds, what each of them needs, and which decisions stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, get_args

import msgspec

from graph.model import model

Kind = Literal["accept", "reject", "correct", "done", "reopen", "same", "apart", "undo"]
What = Literal["document", "body", "person", "project", "task"]
KINDS: tuple[str, ...] = get_args(Kind)
# What can be corrected of a mention; an empty text says that the text does not tell.
FIELDS = {
    "document": (
        *("type", "number", "date", "held", "issuer", "term", "name", "title"),
        *("signer", "jurisdiction", "level", "system"),
    ),
    "task": ("due", "body", "role"),
}
_NEEDS: dict[str, tuple[str, ...]] = {
    "accept": ("about", "means"),
    "reject": (),
    "correct": ("about", "fields"),
    "done": ("about", "on"),
    "reopen": ("about",),
    "same": ("about", "means"),
    "apart": ("about", "means"),
    "undo": ("undoes",),
}


class Anchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, order=True):
    """A mention by what its text prints: the `occurrence`-th (from 1) of those of its kind with this quote.

    `source` is the text that it was read in, `path` where that lay, `sentence` what stands around it: they find the
    mention again in a text that has been edited. `own` is the text's mention of itself, whatever its header prints.
    """

    source: str
    quote: str
    what: What = "document"
    occurrence: int = 1
    path: str = ""
    sentence: str = ""
    own: bool = False


class EdgeAnchor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, order=True):
    """What a text says of two mentions: the clause, the type of the edge, its relation or role, and both ends."""

    source: str
    quote: str
    type: str
    start: Anchor
    end: Anchor
    relation: str = ""
    planned: bool = False
    path: str = ""


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What somebody decided, when and why; `n` is its number in the file, never given twice.

    ``accept``: the mention `about` means the document that the mention `means` means. ``reject``: it does not; without
    `means` the mention names nothing, and with `edge` what that clause was read to say is wrong. ``correct``: `fields`
    of the mention are these. ``done`` (`on` a day) and ``reopen``: the task. ``same``, ``apart``: the documents of two
    mentions are one, are two. ``undo``: the decision `undoes` stands no longer.
    """

    n: int
    kind: Kind
    who: str
    when: str
    why: str = ""
    about: Anchor | None = None
    edge: EdgeAnchor | None = None
    means: Anchor | None = None
    fields: dict[str, str] = {}
    on: str = ""
    undoes: int = 0


def standing(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later one undoes, in the order they were made; an undone undo counts as none."""
    undone: set[int] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.n in undone:
            continue
        if decision.kind == "undo":
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]


def faults(decision: Decision, known: Iterable[int]) -> list[str]:
    """What is wrong with a decision that follows those of the numbers `known`; empty where nothing is."""
    earlier = set(known)
    wrong = [
        f"a decision {decision.kind!r} needs {name!r}" for name in _NEEDS[decision.kind] if not _has(decision, name)
    ]
    if decision.n < 1 or decision.n in earlier:
        wrong.append(f"the number {decision.n} is taken" if decision.n in earlier else "numbers begin with 1")
    if not decision.who.strip():
        wrong.append("it does not say who decided")
    if decision.kind == "reject" and (decision.about is None) == (decision.edge is None):
        wrong.append("a decision 'reject' needs either 'about' or 'edge'")
    if decision.kind == "undo" and decision.undoes and decision.undoes not in earlier:
        wrong.append(f"no decision {decision.undoes} stands before it")
    if decision.kind in ("done", "reopen") and decision.about and decision.about.what != "task":
        wrong.append(f"a decision {decision.kind!r} is about a task")
    return [*wrong, *_dates(decision), *_fields(decision)]


def _has(decision: Decision, name: str) -> bool:
    return bool(getattr(decision, name))


def _dates(decision: Decision) -> list[str]:
    told = [("when", decision.when[:10]), ("on", decision.on)]
    told += [(name, decision.fields.get(name, "")) for name in ("due",)]
    return [f"{name!r} is no day: {day!r}" for name, day in told if day and not _is_day(day)] + (
        [] if decision.when else ["it does not say when"]
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fields(decision: Decision) -> list[str]:
    if decision.about is None:
        return []
    known = FIELDS.get(decision.about.what, ())
    wrong = [
        f"{name!r} of a {decision.about.what} cannot be corrected" for name in decision.fields if name not in known
    ]
    kind, role = decision.fields.get("type"), decision.fields.get("role")
    if kind is not None and kind not in model().kinds:
        wrong.append(f"{kind!r} is no kind of document")
    if role is not None and (role not in model().roles or not decision.fields.get("body")):
        wrong.append(f"{role!r} is no role" if role not in model().roles else "a role needs a body")
    dates = [(name, decision.fields[name]) for name in ("date", "held") if decision.fields.get(name)]
    return wrong + [f"{name!r} is no date: {when!r}" for name, when in dates if not _is_date(when)]


def _is_date(text: str) -> bool:
    """Whether a text is a day, or a month or year alone."""
    return len(text) in (4, 7, 10) and _is_day(f"{text}{'-01-01'[: 10 - len(text)] if len(text) < 10 else ''}"[:10])
