"""What an export promises, as SHACL: made of the model, so that it never says less or more than the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.formats.vocabulary import block, head, properties
from graph.model import model

_HOLDS = {"text": "sh:datatype xsd:string", "number": "sh:datatype xsd:integer", "truth": "sh:datatype xsd:boolean"}
_ONE = "sh:minCount 1 ; sh:maxCount 1"
_PREFIXES = "danchieu:prefixes"


def shapes() -> str:
    """All shapes as Turtle, the same at each run."""
    parts = (_prefixes(), _nodes(), _ends(), _properties(), _statements(), _evidence(), _eli(), _rules())
    return head() + "\n".join(shape for part in parts for shape in part)


def _shape(name: str, *lines: str) -> str:
    return block(f"danchieu:{name}Shape", "sh:NodeShape", *lines)


def _property(path: str, *said: str) -> str:
    return f"sh:property [ sh:path {path} ; {' ; '.join(said)} ]"


def _in(values: Iterable[str]) -> str:
    return "sh:in ( " + " ".join(f'"{value}"' for value in values) + " )"


def _either(labels: Iterable[str]) -> str:
    classes = [f"[ sh:class danchieu:{label} ]" for label in labels]
    return f"sh:or ( {' '.join(classes)} )"


def _rule(name: str, message: str, where: str) -> str:
    """A rule for the whole graph, looked at once: it is broken by each ?value that the pattern finds."""
    select = f'sh:select """SELECT $this ?value WHERE {{ {where} }}"""'
    constraint = f'sh:sparql [ sh:prefixes {_PREFIXES} ; sh:message "{message}" ; {select} ]'
    return _shape(name, f"sh:targetNode {_PREFIXES}", constraint)


def _prefixes() -> Iterator[str]:
    wanted = ("danchieu", "eli", "rdf", "oa")
    lines = (line.split(maxsplit=2) for line in head().splitlines() if line.startswith("@prefix"))
    declared = [
        f'sh:declare [ sh:prefix "{prefix[:-1]}" ; sh:namespace "{iri[1:-3]}"^^xsd:anyURI ]'
        for _, prefix, iri in lines
        if prefix[:-1] in wanted
    ]
    yield block(_PREFIXES, "owl:Ontology", *declared)


def _nodes() -> Iterator[str]:
    """What each node has, by its label."""
    needed = {"Body": ("name",), "Person": ("name",), "Project": ("name",), "Task": ("quote",), "Source": ("format",)}
    for label in model().labels:
        has = [_property(f"danchieu:{name}", _ONE) for name in ("id", *needed.get(label, ()))]
        if label == "Document":
            has.append(_property("danchieu:type", _ONE))
            has.append(_property("danchieu:status", _ONE, _in(model().statuses)))
        if label == "Mention":
            has.append(_property("danchieu:status", _ONE, _in(("ambiguous", "unmatched"))))
        yield _shape(label, f"sh:targetClass danchieu:{label}", *has)


def _ends() -> Iterator[str]:
    """Between what an edge may run; a relation, done or planned, as DEPENDS_ON."""
    edges = [(name.lower(), term) for name, term in model().edges.items()]
    depends = model().edges["DEPENDS_ON"]
    edges += [(f"{planned}{name.lower()}", depends) for name in model().relations for planned in ("", "planned_")]
    for name, term in edges:
        yield _shape(f"{name}_from", f"sh:targetSubjectsOf danchieu:{name}", _either(term.starts))
        yield _shape(f"{name}_to", f"sh:targetObjectsOf danchieu:{name}", _either(term.ends))


def _properties() -> Iterator[str]:
    """What a property holds, once; from which words, where the model lists them."""
    for name, term in properties().items():
        said = ["sh:maxCount 1", _HOLDS.get(term["holds"], "sh:nodeKind sh:IRI")]
        if "of" in term:
            said.append(_in(getattr(model(), term["of"])))
        if "pattern" in term:
            escaped = term["pattern"].replace("\\", "\\\\")
            said.append(f'sh:pattern "{escaped}"')
        yield _shape(f"{name}_property", f"sh:targetSubjectsOf danchieu:{name}", _property(f"danchieu:{name}", *said))


def _statements() -> Iterator[str]:
    """An edge names its ends and its origin; one that was read in a text has a place, and is an annotation."""
    ends = [_property(f"rdf:{part}", _ONE, "sh:nodeKind sh:IRI") for part in ("subject", "predicate", "object")]
    read = " ; ".join(_property(f"danchieu:{part}", _ONE) for part in ("source", "start", "end", "quote"))
    other = '[ sh:not [ sh:property [ sh:path danchieu:origin ; sh:hasValue "text" ] ] ]'
    yield _shape(
        "Statement",
        "sh:targetClass rdf:Statement",
        *ends,
        _property("danchieu:id", _ONE),
        _property("danchieu:edge", _ONE),
        _property("danchieu:origin", _ONE, _in(("text", "registry", "analyst", "derived"))),
        _property("danchieu:start", "sh:lessThan danchieu:end"),
        f"sh:or ( {other} [ sh:class oa:Annotation ; {read} ] )",
    )


def _evidence() -> Iterator[str]:
    """A place is in a text that is known, has both selectors, and is as long as its words."""
    yield _shape("Annotation", "sh:targetClass oa:Annotation", _property("oa:hasTarget", "sh:minCount 1"))
    yield _shape(
        "Place",
        "sh:targetClass oa:SpecificResource",
        _property("oa:hasSource", _ONE, "sh:class danchieu:Source"),
        _property("oa:hasSelector", "sh:minCount 2", "sh:maxCount 2"),
        _property("( oa:hasSelector oa:exact )", _ONE, "sh:datatype xsd:string"),
        _property("( oa:hasSelector oa:start )", _ONE),
        _property("( oa:hasSelector oa:end )", _ONE),
    )


def _eli() -> Iterator[str]:
    """A legal resource is a normative act of the State; only such acts ensure the implementation of one another."""
    yield _shape(
        "LegalResource",
        "sh:targetClass eli:LegalResource",
        _property("danchieu:system", 'sh:hasValue "state"'),
        _property("danchieu:type", _in(name for name, kind in model().kinds.items() if kind.normative)),
        'sh:not [ sh:property [ sh:path danchieu:status ; sh:hasValue "planned" ] ]',
    )
    yield _shape(
        "ensures_implementation_of_from",
        "sh:targetSubjectsOf eli:ensures_implementation_of",
        _property("danchieu:system", 'sh:hasValue "state"'),
    )
    yield _shape(
        "ensures_implementation_of_to",
        "sh:targetObjectsOf eli:ensures_implementation_of",
        "sh:class eli:LegalResource",
    )


def _rules() -> Iterator[str]:
    yield _rule(
        "Said",
        "the triple of an edge is not written out",
        "?value rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . FILTER NOT EXISTS { ?s ?p ?o }",
    )
    yield _rule(
        "Planned",
        "what is only planned stands under a property of ELI, or under that of what has happened",
        "?value danchieu:planned true ; rdf:subject ?s ; rdf:predicate ?own ; rdf:object ?o . ?s ?p ?o ."
        " FILTER(?p != ?own)"
        " FILTER NOT EXISTS { ?done rdf:subject ?s ; rdf:object ?o FILTER NOT EXISTS { ?done danchieu:planned true } }",
    )
    yield _rule(
        "Length",
        "the words are not as long as their place",
        "?value oa:hasSelector/oa:exact ?words ; oa:hasSelector/oa:start ?start ; oa:hasSelector/oa:end ?end ."
        " FILTER(STRLEN(?words) != ?end - ?start)",
    )
