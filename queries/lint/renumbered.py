"""A number that nothing bears, for one that a document of the same kind, day and organ bears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.elements import Node
from graph.identity.keys import Key
from graph.identity.symbols import Number, number, organ_named
from queries.lint import series, subjects
from queries.lint.known import Known, keyed
from queries.lint.meant import Meant
from queries.lint.slips import Slip, contradictions
from queries.names import value


def renumbered(cited: Meant, own: Key, known: Known) -> Iterator[Slip]:
    """The documents that a citation under a wrong number may mean; of one day, as without it nothing is certain."""
    found = number(own.number)
    if found is None or own.day is None or known.numbered(own.number):
        return
    for node in known.nodes.values():
        theirs = keyed(node)
        other = number(theirs.number) if theirs else None
        if theirs and other and theirs.day == own.day and theirs.type == own.type:
            if other.symbol == found.symbol:
                same = not contradictions(own, replace(theirs, number=own.number))
                certain = same and _serial(cited, found, node, other, known)
            else:
                certain = _symbol(cited, found, node, other)
            if certain:
                yield Slip("number", node)


def _serial(cited: Meant, found: Number, node: Node, right: Number, known: Known) -> bool:
    """Whether serial or year is a slip: what is given out on one day often begins alike, and follows one another."""
    if found.year != right.year:
        return found.serial == right.serial and right.year is not None
    title = value(node, "title") if value(node, "status") == "loaded" else ""
    told = list(subjects.cited(known.citing(node.id)))
    if subjects.same(cited.mentions, title, told if series.one_stroke(found.serial, right.serial) else ()):
        return True
    near = series.misspelt(found.serial, right.serial, party=found.party)
    return near and not subjects.other(cited.mentions, (title, *told))


def _symbol(cited: Meant, found: Number, node: Node, right: Number) -> bool:
    """Whether a symbol is a slip: serial, kind and day are right, and so is the issuer that is printed or the title."""
    if (found.serial, found.year) != (right.serial, right.year):
        return False
    issuer = next((m.issuer for m in cited.mentions if m.issuer), None)
    named = bool(issuer and right.organ and right.organ != found.organ and organ_named(issuer) == right.organ)
    return named or subjects.same(cited.mentions, value(node, "title"), ())
