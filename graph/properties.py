"""The properties of a document, where its mentions do not all say the same.

The document's own header first, then what most mentions say, then the smallest (source, start). A value that
contradicts the chosen one is an issue at the place it was read in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from graph.elements import Property
from graph.identify import Document
from graph.identity.keys import prefixes
from graph.identity.symbols import number, organ_named
from graph.identity.terms import term
from graph.model import model
from graph.names import fold, place
from graph.statements import DocumentMention, Issue

# What is told of a document, and when two values of it are no disagreement.
_FIELDS: dict[str, Callable[[str, str], bool]] = {
    "date": prefixes,
    "held": prefixes,
    "term": lambda a, b: term(a) == term(b),
    "signer": lambda a, b: fold(a) == fold(b),
    "issuer": lambda a, b: (one := organ_named(a)) is None or (other := organ_named(b)) is None or one == other,
    "jurisdiction": lambda a, b: place(a) == place(b),
    "level": lambda a, b: a == b,
    "system": lambda a, b: a == b,
    "secrecy": lambda a, b: fold(a) == fold(b),
    "title": lambda a, b: True,
}


def properties(document: Document) -> tuple[dict[str, Property], list[Issue]]:
    """The properties of a document's node, and the disagreements between its mentions."""
    told: dict[str, Property] = {"type": document.kind, "status": document.status}
    issues: list[Issue] = []
    for name, same in _FIELDS.items():
        values = [(m, v) for m in document.mentions if (v := getattr(m, name))]
        if values:
            told[name] = chosen = choose(values, same)
            issues += _disagreements(document, name, chosen, values, same)
    if document.number:
        told["number"] = document.number
    if "title" not in told and (names := [(m, m.name) for m in document.mentions if m.name]):
        told["title"] = choose(names, lambda a, b: True)
    told |= _filled(document, told)
    if "number" in told:
        told = _implied(str(told["number"])) | told
    if document.aliases:
        told["aliases"] = list(document.aliases)
    return told, issues


def _filled(document: Document, told: Mapping[str, Property]) -> dict[str, Property]:
    """What the registry of central documents adds to what texts tell, with its source and the names of what it adds."""
    entry = document.entry
    if entry is None:
        return {}
    known = {name: str(getattr(entry, name)) for name in ("number", "date", "issuer", "title")}
    given = {name: value for name, value in known.items() if value and name not in told}
    if entry.date.startswith(date := str(told.get("date", ""))) and len(date) < len(entry.date):
        given["date"] = entry.date
    return {**given, "origin": "registry", "act": entry.source, "filled": sorted(given)} if given else {}


def _implied(printed: str) -> dict[str, Property]:
    """What the symbol of a number leaves no doubt of: level and system of the organ, where no text tells them."""
    found = number(printed)
    if found is None or found.organ is None:
        return {}
    told: dict[str, Property] = {"system": found.organ.system}
    if found.organ.scope == "central":
        told |= {"level": "central", "jurisdiction": "trung ương"}
    elif found.organ.sole and found.organ.party:
        told["level"] = "provincial"
    return told


def choose(values: Sequence[tuple[DocumentMention, str]], same: Callable[[str, str], bool]) -> str:
    """One of the values that mentions (in order) give; of equal ones the fuller date, the fuller words."""
    headed = [v for m, v in values if m.part == "self"]
    if headed:
        return headed[0]
    votes = Counter(v for _, v in values)
    support = {v: sum(n for w, n in votes.items() if same(v, w)) for v in votes}
    places = {v: (m.source, m.place.start) for m, v in reversed(values)}
    best = max(support.values())
    leading = [v for v in votes if support[v] == best]
    dated = max(len(v) for v in leading) if same is prefixes else 0
    return min((v for v in leading if len(v) >= dated), key=lambda v: (-votes[v], places[v], v))


def _disagreements(
    document: Document,
    name: str,
    chosen: str,
    values: Sequence[tuple[DocumentMention, str]],
    same: Callable[[str, str], bool],
) -> Iterator[Issue]:
    for mention, value in values:
        if not same(chosen, value):
            message = f"{document.id}: the {name} is {value!r} here, and {chosen!r} elsewhere"
            yield Issue(
                kind="disagreement",
                message=message,
                source=mention.source,
                start=mention.place.start,
                end=mention.place.end,
            )


def carried(document: Document) -> str | None:
    """The kind that a notice carries, as a mention says: "thông báo kết luận" is a conclusion too."""
    for mention in document.mentions:
        if mention.carries in model().kinds:
            return mention.carries
        if document.kind == "notice" and mention.type == "conclusion":
            return "conclusion"
    return None
