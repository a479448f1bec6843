"""When what contradicts a known document must be a slip, and cannot be another document of the same number."""

from __future__ import annotations

from dataclasses import dataclass

from graph.elements import Node
from graph.identity.keys import Key
from queries.lint import series, subjects
from queries.lint.known import Known, keyed
from queries.lint.meant import Meant
from queries.lint.slips import Field, contradictions, misnames
from queries.names import value


@dataclass(frozen=True, slots=True)
class Pair:
    """What a draft says of a document, `own` the key of it, beside a known document of the same number."""

    cited: Meant
    own: Key
    node: Node
    theirs: Key
    known: Known

    @property
    def one_day(self) -> bool:
        return self.own.day is not None and self.own.day == self.theirs.day

    def same_subject(self, *, loosely: bool = False) -> bool:
        told = subjects.cited(self.known.citing(self.node.id))
        return subjects.same(self.cited.mentions, value(self.node, "title"), told, loosely=loosely)

    def other_subject(self) -> bool:
        told = subjects.cited(self.known.citing(self.node.id))
        return subjects.other(self.cited.mentions, (value(self.node, "title"), *told))


def slipped(cited: Meant, own: Key, node: Node, known: Known) -> Field | None:
    """The one field in which a draft contradicts a document of the same number, where it must be the same document."""
    theirs = keyed(node)
    fields = contradictions(own, theirs) if theirs else []
    if theirs is None or len(fields) != 1:
        return None
    pair = Pair(cited, own, node, theirs, known)
    certain = {"date": _date, "type": _type, "issuer": _issuer}[fields[0]](pair)
    return fields[0] if certain else None


def alike(cited: Meant, known: Known) -> bool:
    """Whether a document of this number is known, but for another name of its issuer or a date that cannot be right."""
    own = cited.key
    near = [k for n in known.numbered(own.number) if (k := keyed(n))] if own else []
    return own is not None and any(_alike(own, k) for k in near)


def _alike(a: Key, b: Key) -> bool:
    fields = contradictions(a, b)
    if fields == ["date"]:
        return series.belied(b) and not series.belied(a)
    one_place = a.place is None or b.place is None or a.place == b.place
    return a.day is not None and a.day == b.day and one_place and fields == ["issuer"]


def _date(pair: Pair) -> bool:
    if series.belied(pair.theirs) and not series.belied(pair.own):
        return False
    if series.one_series(pair.own, pair.theirs) or pair.same_subject(loosely=True):
        return True
    return series.slip(pair.own.date, pair.theirs.date) and not pair.other_subject()


def _type(pair: Pair) -> bool:
    """A kind that the symbol does not stand for is a slip; of two kinds of one symbol each has its own numbers."""
    stands_for = series.kinds(pair.own.number)
    if stands_for and pair.theirs.type not in stands_for:
        return False
    return pair.one_day or bool(stands_for and pair.own.type not in stands_for)


def _issuer(pair: Pair) -> bool:
    """Many places give out one number on one day, and an organ may have two names: subject or name must tell."""
    if not pair.one_day:
        return False
    if pair.own.place is not None and pair.theirs.place is not None and pair.own.place != pair.theirs.place:
        return pair.same_subject()
    return any(misnames(m, pair.node) for m in pair.cited.mentions)
