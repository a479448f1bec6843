"""A whole draft: each document that it cites, each that it changes, each task that it orders."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from graph.elements import Graph, Node
from graph.identity.told import dated
from graph.statements import DocumentMention, Reading
from graph.stores.protocol import Asked
from queries.competence import CHANGES, forbidden, standing
from queries.links import links
from queries.lint import changed, orders, wrong
from queries.lint.certain import alike
from queries.lint.choice import choice
from queries.lint.finding import Finding, finding
from queries.lint.known import Known
from queries.lint.meant import Meant, Spoken, meant
from queries.names import called


def lint(reading: Reading, g: Graph | Asked, *, apart: Collection[str] = ()) -> list[Finding]:
    """What to look at in a draft, in printed order, compared with a graph that it is not loaded into.

    What the draft itself said, if it was loaded, does not count, nor what the sources with the ids `apart` said (an
    earlier state of the draft). What agrees with the graph gives no finding.
    """
    known = Known(links(g), _spoken(reading), {reading.source.id, *apart})
    spoken = meant(reading, known)
    told = [*_cited(reading, spoken, known), *_changes(reading, spoken), *_misprints(reading)]
    found = [*told, *orders.findings(reading)]
    file = next(iter(reading.source.paths), "")
    return sorted((replace(f, file=file) for f in found), key=lambda f: (f.start, f.end, f.kind, f.target or ""))


def _spoken(reading: Reading) -> list[DocumentMention]:
    return [s for s in reading.statements if isinstance(s, DocumentMention)]


def _cited(reading: Reading, spoken: Spoken, known: Known) -> Iterator[Finding]:
    for cited in spoken.cited:
        wrongs = list(wrong.findings(cited, wrong.slips(cited, known)))
        yield from wrongs
        yield from changed.findings(reading, cited, spoken, known)
        if not wrongs:
            yield from _doubtful(reading, cited, known)


def _misprints(reading: Reading) -> Iterator[Finding]:
    """Dates that the draft itself prints otherwise elsewhere, and rightly."""
    said = {(issue.start, issue.end): issue.message for issue in reading.issues if issue.kind == "misprint"}
    for m in _spoken(reading):
        if (message := said.get((m.place.start, m.place.end))) is not None and dated(m):
            yield finding(m.place, "wrong_date", message)


def _doubtful(reading: Reading, cited: Meant, known: Known) -> Iterator[Finding]:
    """A citation that nothing or too much answers to."""
    place = cited.first.place
    if cited.sure and not cited.nodes:
        if not alike(cited, known):
            yield finding(place, "unknown", _unknown(cited, known))
    elif not cited.sure and not cited.nodes and not cited.others:
        yield finding(place, "unknown", "Too little is said to know which document this is. Give its number and date.")
    elif not cited.sure and len(names := _candidates(reading, cited, known)) > 1:
        yield finding(place, "ambiguous", f"This may be {len(names)} documents: {'; '.join(names)}. Give the date.")


def _candidates(reading: Reading, cited: Meant, known: Known) -> list[str]:
    """What the documents are called that a citation may mean."""
    found = choice(reading, cited, known)
    return [called(c) if isinstance(c, Node) else " ".join(c.place.quote.split()) for c in found]


def _unknown(cited: Meant, known: Known) -> str:
    own = cited.key
    near = known.numbered(own.number) if own else []
    if not near:
        return "No document that is loaded or cited in one is this. Check it, or load it."
    return f"Of this number only others are known: {'; '.join(called(n) for n in near[:4])}. Check it, or load it."


def _changes(reading: Reading, spoken: Spoken) -> Iterator[Finding]:
    """Where the draft changes what its issuer may not."""
    act = standing(reading.document)
    mentions = {m.handle: m for m in _spoken(reading)}
    done = set[str]()
    for claim in reading.claims("DEPENDS_ON"):
        if claim.subject != "self" or claim.properties.get("planned") or claim.properties["relation"] not in CHANGES:
            continue
        m, cited = mentions[claim.object], spoken.of(claim.object)
        told: Node | DocumentMention = cited.nodes[0] if cited and cited.sure and cited.nodes else m
        rule = forbidden(act, standing(told))
        key = told.id if isinstance(told, Node) else cited.first.handle if cited else m.handle
        if rule and key not in done:
            done.add(key)
            name = called(told) if isinstance(told, Node) else " ".join(m.place.quote.split())
            message = f"The issuer may not change {name}: {rule.says} ({rule.source})."
            yield finding(m.place, "no_competence", message, told.id if isinstance(told, Node) else None)
