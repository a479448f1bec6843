"""Citations of documents that are no longer in force: replaced or repealed as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from graph.elements import Edge, Node
from graph.extent import whole
from graph.identity.named import NATIONAL, name
from graph.statements import DocumentMention, Reading
from queries.competence import acts
from queries.dates import later
from queries.lint.finding import Finding, Kind, finding
from queries.lint.known import Known, mention
from queries.lint.meant import Meant, Spoken
from queries.names import called, value

_ENDS: dict[str, Kind] = {"REPLACES": "replaced", "REPEALS": "repealed"}


def findings(reading: Reading, cited: Meant, spoken: Spoken, known: Known) -> Iterator[Finding]:
    """One finding where a document is cited as if it were in force; a draft that says itself that it is not knows."""
    if not cited.sure or not cited.nodes or _told(reading, cited):
        return
    edges = [e for e in ended(known, {n.id for n in cited.nodes}, reading.document.date) if e.source not in spoken.own]
    for edge in sorted(edges, key=lambda e: (e.properties["relation"] != "REPLACES", e.id)):
        by = known.at.nodes({edge.source})[edge.source]
        if places := _places(cited, by):
            kind = _ENDS[str(edge.properties["relation"])]
            yield finding(places[0].place, kind, _message(cited, edge, by, len(places) - 1), edge.target)
            return


def _places(cited: Meant, by: Node) -> list[DocumentMention]:
    """The mentions that are of what was ended: a law's bare name is that of the law which took its place and name."""
    heirs = cited.first.type in NATIONAL and any(_bear_one_name(n, by) for n in cited.nodes)
    return [m for m in cited.mentions if not heirs or any(c.isdigit() for c in m.place.quote)]


def _bear_one_name(a: Node, b: Node) -> bool:
    one, other = mention(a), mention(b)
    names = [m.name or m.title for m in (one, other)]
    return all(names) and name(one.type, str(names[0]), one).words == name(other.type, str(names[1]), other).words


def ended(known: Known, ids: set[str], day: str | None) -> list[Edge]:
    """What ended any of these documents as a whole, done and not planned, and known by a day, where one is given."""
    edges = [e for e in known.at.entering(ids, "DEPENDS_ON") if _ends(e) and known.elsewhere(e)]
    nodes = known.at.nodes({end for e in edges for end in (e.source, e.target)})
    return [e for e in edges if _acts(nodes[e.source], nodes[e.target], day) and whole(e, nodes[e.target])]


def _ends(edge: Edge) -> bool:
    return edge.properties.get("relation") in _ENDS and not edge.properties.get("planned")


def _acts(acting: Node, target: Node, day: str | None) -> bool:
    """Whether a document can have ended another one by a day: it is one that changes, and not older."""
    if not acts(acting):
        return False
    date = value(acting, "date")
    if not date:
        return day is None
    return not later(date, day or "") and not later(value(target, "date"), date)


def _told(reading: Reading, cited: Meant) -> bool:
    """Whether the draft itself says what became of the document, or looks back on it."""
    handles = {m.handle for m in cited.mentions}
    return any(
        c.object in handles
        and ((c.properties["relation"] in _ENDS and c.subject != "self") or c.properties["relation"] == "REVIEWS")
        for c in reading.claims("DEPENDS_ON")
    )


def _message(cited: Meant, edge: Edge, by: Node, more: int) -> str:
    what = called(next(n for n in cited.nodes if n.id == edge.target))
    done = "was replaced" if edge.properties["relation"] == "REPLACES" else "was repealed"
    advice = "Cite that one" if edge.properties["relation"] == "REPLACES" else "Leave it out"
    also = f" (cited in {more} more place{'s' * (more > 1)})" if more else ""
    return f"{what} {done} by {called(by)}{also}. {advice}, or say that it is no longer in force."
