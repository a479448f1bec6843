"""A citation that contradicts what is known of the document of its number, or of its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.elements import Node
from graph.identity.keys import Key
from graph.model import model
from graph.statements import DocumentMention
from queries.lint.certain import slipped
from queries.lint.choice import weightiest
from queries.lint.finding import Finding, Kind, finding
from queries.lint.known import Known, keyed
from queries.lint.meant import Meant
from queries.lint.renumbered import renumbered
from queries.lint.series import belied, one_series
from queries.lint.slips import Field, Slip, contradictions, misnames, prints
from queries.names import called, day, heading, value

_SAID: dict[Field, Kind] = {
    "date": "wrong_date",
    "type": "wrong_type",
    "issuer": "wrong_issuer",
    "number": "wrong_number",
}


def slips(cited: Meant, known: Known) -> list[Slip]:
    """What is certainly wrong with how a draft cites one document; empty where nothing is, or nothing is certain."""
    if cited.nodes:
        return list(_issuers(cited)) or list(_dates(cited, known))
    own = cited.key
    if own is None or not cited.sure:
        return []
    found = [Slip(f, n) for n in known.numbered(own.number) if (f := slipped(cited, own, n, known))]
    return _best(found) or _best(list(renumbered(cited, own, known)))


def findings(cited: Meant, found: Iterable[Slip]) -> Iterator[Finding]:
    """A finding at each place of the draft that prints what is wrong."""
    for slip in found:
        for m in [m for m in cited.mentions if prints(m, slip)]:
            yield finding(m.place, _SAID[slip.field], _message(m, slip), slip.node.id)


def _best(found: list[Slip]) -> list[Slip]:
    """The one document meant: where several may be, the one that is loaded; none where that does not tell."""
    if len(found) > 1:
        found = [s for s in found if value(s.node, "status") == "loaded"]
    return found if len(found) == 1 else []


def _issuers(cited: Meant) -> Iterator[Slip]:
    """Issuers that share a number's symbol, or contradict it, and so are none of identity's business."""
    told = [n for n in cited.nodes if value(n, "issuer")]
    if cited.sure and told and any(all(misnames(m, n) for n in told) for m in cited.mentions):
        yield Slip("issuer", told[0])


def _dates(cited: Meant, known: Known) -> Iterator[Slip]:
    """A date that only a lesser witness shares: a loaded text, or most that cite the document, give another."""
    own = cited.key
    if own is None or own.day is None:
        return
    if belied(own):  # identity believes the number
        others = sorted((n for n in cited.nodes if _dated(n) not in (None, own.day)), key=_doubtful)
        yield from (Slip("date", n) for n in others[:1])
        return
    ours = {n.id for n in cited.nodes}
    rivals = [n for n in known.numbered(own.number) if n.id not in ours and _rival(own, n)]
    best = weightiest([*cited.nodes, *rivals], known) if rivals else None
    if best is not None and best.id not in ours:
        yield Slip("date", best)


def _dated(node: Node) -> str | None:
    theirs = keyed(node)
    return theirs.day if theirs else None


def _doubtful(node: Node) -> bool:
    """Whether the date of a known document is not of its number's year either."""
    theirs = keyed(node)
    return theirs is None or belied(theirs)


def _rival(own: Key, node: Node) -> bool:
    theirs = keyed(node)
    if theirs is None or contradictions(own, theirs) != ["date"]:
        return False
    return one_series(own, theirs) and not (belied(theirs) and not belied(own))


def _message(m: DocumentMention, slip: Slip) -> str:
    right, name = slip.node, called(slip.node)
    if slip.field == "date":
        says, do = ("is", "Correct") if value(right, "status") == "loaded" else ("is elsewhere", "Check")
        return f"{heading(right)} {says} of {day(value(right, 'date'))}, not of {day(str(m.date))}. {do} the date."
    if slip.field == "type":
        return f"This number is {name}, no {model().kinds[m.type].vi.lower()}. Correct the kind."
    if slip.field == "issuer":
        whose = value(right, "issuer") or value(right, "jurisdiction")
        return f"{name} was issued by {' '.join(whose.split())}. Correct the issuer."
    return f"No document of this number is known; of this day there is {name}. Correct the number."
