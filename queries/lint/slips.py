"""One thing that a draft says otherwise than a known document is, and where its words say so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from graph.elements import Node
from graph.identity.keys import Key, agree, prefixes
from graph.identity.symbols import number
from graph.model import model
from graph.names import fold, place
from graph.statements import DocumentMention
from queries.dates import printed
from queries.lint.issuers import differ
from queries.names import value

Field = Literal["date", "type", "issuer", "number"]


@dataclass(frozen=True, slots=True)
class Slip:
    """The field that is wrong, and the document that is meant."""

    field: Field
    node: Node


def contradictions(a: Key, b: Key) -> list[Field]:
    """In what two keys of one number contradict each other."""
    found: list[Field] = []
    if not prefixes(a.date, b.date) or (a.term and b.term and a.term != b.term):
        found.append("date")
    if a.type and b.type and a.type != b.type:
        found.append("type")
    if not agree(replace(a, date=None, term=None, type=None), replace(b, date=None, term=None, type=None)):
        found.append("issuer")
    return found


def misnames(m: DocumentMention, node: Node) -> bool:
    """Whether a mention prints an issuer that is certainly not that of a known document."""
    found, known = number(m.number) if m.number else None, value(node, "issuer")
    return bool(found and known and m.issuer and _says(m, m.issuer) and differ(m.issuer, known, found))


def prints(m: DocumentMention, slip: Slip) -> bool:
    """Whether the very words of a mention say what is wrong, and it is not only known from another mention."""
    if slip.field == "date":
        return bool(m.date) and printed(m.place.quote, str(m.date)) and not prefixes(m.date, value(slip.node, "date"))
    if slip.field == "issuer":
        elsewhere = place(m.jurisdiction) != place(value(slip.node, "jurisdiction"))
        return misnames(m, slip.node) or (elsewhere and bool(m.issuer) and _says(m, str(m.issuer)))
    if slip.field == "type":
        return m.type != value(slip.node, "type") and _named(m)
    return bool(m.number)


def _named(m: DocumentMention) -> bool:
    """Whether a mention says its kind as a name; a small "quy định" is any rule."""
    return _says(m, model().kinds[m.type].vi) and m.place.quote[:1].isupper()


def _says(m: DocumentMention, words: str) -> bool:
    return fold(words) in fold(m.place.quote)
