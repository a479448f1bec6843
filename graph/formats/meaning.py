"""What a graph means in the vocabularies that others read: ELI, Dublin Core, ORG, FOAF, PROV-O.

These facts stand beside our own and are written out, not left to a reasoner. They never say more than the graph
does: only a normative act of the State is an `eli:LegalResource`; a planned relation is under no ELI property; a
repeal of a part is no `eli:repeals`, which means the whole; a membership that has ended is no `org:subOrganizationOf`.
The days in force are those of legal resources, as their domain in ELI wants; there is no `eli:in_force`, since whether
something is in force hangs on the day on which somebody asks, and a graph is the same on every day.
Why `eli:title` and `eli:passed_by` are rare here: their domains in ELI are expressions and legal resources, so that
on a Party document they would let a reasoner conclude what is not so. Dublin Core says it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.elements import Edge, Node
from graph.formats import iris
from graph.formats.facts import Fact, Iri, Typed
from graph.model import model

TYPES = {
    "Document": (f"{iris.ELI}Work",),
    "Source": (f"{iris.PROV}Entity",),
    "Project": (f"{iris.FOAF}Project",),
    "Body": (f"{iris.ORG}Organization",),
    "Person": (f"{iris.FOAF}Person",),
    "Task": (f"{iris.PROV}Plan",),
}
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), f"{iris.XSD}date"),
    (re.compile(r"\d{4}-\d\d"), f"{iris.XSD}gYearMonth"),
    (re.compile(r"\d{4}"), f"{iris.XSD}gYear"),
)
_BEGINS = "TAKES_EFFECT"


def of_node(n: Node, base: str = iris.BASE) -> Iterator[Fact]:
    """What a node is to others, and the names they may call it by."""
    subject = iris.node(n.id, base)
    label = next((str(n.properties[k]) for k in ("title", "name", "number", "quote") if k in n.properties), n.id)
    yield Fact(subject, f"{iris.RDFS}label", Typed(label, language="vi"))
    for label in n.labels:
        for iri in TYPES.get(label, ()):
            yield Fact(subject, f"{iris.RDF}type", Iri(iri))
    if "Document" in n.labels:
        yield from _document(n, subject)
    if ("Body" in n.labels or "Person" in n.labels) and "name" in n.properties:
        yield Fact(subject, f"{iris.FOAF}name", str(n.properties["name"]))
    if "Body" in n.labels and "name" in n.properties:
        yield Fact(subject, f"{iris.SKOS}prefLabel", Typed(str(n.properties["name"]), language="vi"))


def _document(n: Node, subject: str) -> Iterator[Fact]:
    kind = n.properties.get("type")
    if legal(n):
        yield Fact(subject, f"{iris.RDF}type", Iri(f"{iris.ELI}LegalResource"))
    if kind in model().kinds:
        concept = Iri(iris.kind(str(kind)))
        yield Fact(subject, f"{iris.TERMS}type", concept)
        yield Fact(subject, iris.ELI + ("type_document" if legal(n) else "work_type"), concept)
    for key, standard in (("number", f"{iris.ELI}number"), ("number", f"{iris.ELI}id_local")):
        if key in n.properties:
            yield Fact(subject, standard, str(n.properties[key]))
    if "title" in n.properties:
        yield Fact(subject, f"{iris.TERMS}title", Typed(str(n.properties["title"]), language="vi"))
    yield from _dates(n, subject)


def _dates(n: Node, subject: str) -> Iterator[Fact]:
    """Whole days for ELI, whose dates are days; a year or a month as far as known for Dublin Core."""
    days = {"date_document": str(n.properties.get("date", ""))}
    if legal(n):
        days["first_date_entry_in_force"] = _first(n)
        days["date_no_longer_in_force"] = str(n.properties.get("in_force_to", ""))
    for standard, told in days.items():
        day = _dated(told)
        if day and day.datatype.endswith("#date"):
            yield Fact(subject, iris.ELI + standard, day)
    issued = _dated(str(n.properties.get("date", "")))
    if issued:
        yield Fact(subject, f"{iris.TERMS}issued", issued)


def _first(n: Node) -> str:
    """The first day on which any part is in force, as ELI means it; some parts may be so before the whole."""
    lists = [n.properties.get(name, []) for name in ("events", "event_dates")]
    names, dates = (told if isinstance(told, list) else [] for told in lists)
    part = f"{model().events[_BEGINS].en} in part"
    parts = [str(d) for name, d in zip(names, dates, strict=True) if name == part and _DATES[0][0].fullmatch(str(d))]
    whole = n.properties.get("in_force_from")
    return min([*parts, str(whole)]) if whole else ""


def _dated(text: str) -> Typed | None:
    return next((Typed(text, datatype) for pattern, datatype in _DATES if pattern.fullmatch(text)), None)


def of_edge(e: Edge, source: Node | None, target: Node | None, base: str = iris.BASE) -> Iterator[Fact]:
    """What an edge means in other vocabularies, given the nodes at its ends."""
    if source is None or target is None:
        return
    subject, object_ = iris.node(e.source, base), Iri(iris.node(e.target, base))
    for predicate in _predicates(e, source, target):
        yield Fact(subject, predicate, object_)


def _predicates(e: Edge, source: Node, target: Node) -> Iterator[str]:
    if e.type == "CITES":
        yield f"{iris.ELI}cites"
    elif e.type == "DEPENDS_ON" and e.properties.get("planned") is not True:
        yield from _depends(e, source, target)
    elif e.type == "ISSUED_BY":
        yield f"{iris.TERMS}creator"
        if legal(source):
            yield f"{iris.ELI}passed_by"
    elif e.type == "HAS_SOURCE":
        yield f"{iris.PROV}hadPrimarySource"
    elif e.type == "MEMBER_OF":
        yield f"{iris.ORG}memberOf"
    elif e.type == "PART_OF" and "valid_to" not in e.properties:
        yield f"{iris.ORG}subOrganizationOf"


def _depends(e: Edge, source: Node, target: Node) -> Iterator[str]:
    """ELI relates works: not projects, not what is ambiguous, and nothing that is still to be issued."""
    relation = model().relations.get(str(e.properties.get("relation")))
    if relation is None or not relation.eli or not (_issued(source) and _issued(target)):
        return
    if relation.eli == "ensures_implementation_of":
        if source.properties.get("system") == "state" and legal(target):
            yield iris.ELI + relation.eli
    elif relation.eli == "repeals" and e.properties.get("pinpoints"):
        yield f"{iris.ELI}changes"
    else:
        yield iris.ELI + relation.eli


def legal(n: Node) -> bool:
    """Whether a node is a normative act of the State that has been issued: a legal resource in the sense of ELI."""
    kind = model().kinds.get(str(n.properties.get("type")))
    return bool(kind and kind.normative and n.properties.get("system") == "state" and _issued(n))


def _issued(n: Node) -> bool:
    return "Document" in n.labels and n.properties.get("status") != "planned"
