"""Our vocabulary as Turtle: classes, properties, the SKOS schemes, and what vbpl.vn calls ours; made of the model.

``python -m graph.formats.vocabulary`` writes ``graph/vocabulary.ttl`` and ``graph/shapes.ttl`` anew.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from graph.formats import iris, meaning
from graph.model import Term, model
from graph.registry import table

_HOLDS = {"text": "xsd:string", "number": "xsd:integer", "truth": "xsd:boolean"}
# What an edge always means in another vocabulary.
_SUPER = {
    "CITES": "eli:cites",
    "HAS_SOURCE": "prov:hadPrimarySource",
    "MEMBER_OF": "org:memberOf",
    "ISSUED_BY": "dcterms:creator",
}
_SCHEMES = {
    "kinds": ("kind/", "Loại văn bản", "Kinds of document"),
    "roles": ("role/", "Vai trò", "Roles in a task"),
    "modes": ("mode/", "Cách giao nhiệm vụ", "Ways to give a task"),
    "statuses": ("status/", "Tình trạng văn bản", "Statuses of a document"),
}
_VBPL = f"{iris.BASE}vbpl/"


@cache
def properties() -> Mapping[str, Mapping[str, str]]:
    """The properties of nodes and edges by name, as ``terms.toml`` tells them."""
    table: dict[str, Any] = tomllib.loads(files("graph.formats").joinpath("terms.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = table["properties"]
    return found


def vocabulary() -> str:
    """The whole vocabulary, the same at each run."""
    parts = (_head(), _classes(), _edges(), _relations(), _properties(), _schemes(), _vbpl())
    return head() + "\n".join(block for part in parts for block in part)


def head() -> str:
    """The prefixes, in order."""
    return "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(iris.PREFIXES.items())) + "\n"


def block(subject: str, kind: str, *lines: str) -> str:
    """One thing with what is said of it; empty lines are left out.

    >>> print(block("danchieu:x", "owl:Class", "", 'rdfs:label "x"@en'), end="")
    danchieu:x a owl:Class ;
        rdfs:label "x"@en .
    """
    return " ;\n    ".join([f"{subject} a {kind}", *filter(None, lines)]) + " .\n"


def _labels(term: Term | Mapping[str, str], word: str = "rdfs:label") -> str:
    vi, en = (term.vi, term.en) if isinstance(term, Term) else (term["vi"], term["en"])
    return f'{word} "{vi}"@vi, "{en}"@en'


def _head() -> Iterator[str]:
    yield block(
        f"<{iris.VOCABULARY.removesuffix('#')}>",
        "owl:Ontology",
        'dcterms:title "Từ vựng dẫn chiếu văn bản chính sách"@vi, "A vocabulary of Vietnamese policy references"@en',
        'dcterms:description "Which document cites, implements and changes which, and who must do what by when; '
        'each with the words it was read in. Made from the model of danchieu."@en',
        "dcterms:license <http://www.apache.org/licenses/LICENSE-2.0>",
        '<http://purl.org/vocab/vann/preferredNamespacePrefix> "danchieu"',
        f'<http://purl.org/vocab/vann/preferredNamespaceUri> "{iris.VOCABULARY}"',
    )


def _classes() -> Iterator[str]:
    for name, term in model().labels.items():
        above = ", ".join(map(short, meaning.TYPES.get(name, ())))
        yield block(f"danchieu:{name}", "owl:Class", above and f"rdfs:subClassOf {above}", _labels(term))
    for term in model().kinds.values():
        yield block(f"danchieu:{term.label}", "owl:Class", "rdfs:subClassOf danchieu:Document", _labels(term))


def _edges() -> Iterator[str]:
    for name, term in model().edges.items():
        yield block(
            f"danchieu:{name.lower()}",
            "owl:ObjectProperty",
            _SUPER.get(name, "") and f"rdfs:subPropertyOf {_SUPER[name]}",
            f"rdfs:domain {_either(term.starts)}",
            f"rdfs:range {_either(term.ends)}",
            _labels(term),
            *_matches(name),
        )
    yield block(
        "danchieu:planned_depends_on",
        "owl:ObjectProperty",
        'rdfs:label "sẽ phụ thuộc"@vi, "is planned to depend on"@en',
        'rdfs:comment "Ordered and not yet issued. Under no property of ELI: nothing has happened."@en',
    )


def _relations() -> Iterator[str]:
    for name, term in model().relations.items():
        above, exact = _eli(term)
        yield block(
            f"danchieu:{name.lower()}",
            "owl:ObjectProperty",
            "rdfs:subPropertyOf danchieu:depends_on" + (f", {above}" if above else ""),
            _labels(term),
            f'danchieu:family "{term.family}"',
            exact and f"rdfs:seeAlso {exact}",
            *_matches(name),
            *_without(term),
        )
        yield block(
            f"danchieu:planned_{name.lower()}",
            "owl:ObjectProperty",
            "rdfs:subPropertyOf danchieu:planned_depends_on",
            f'rdfs:label "sẽ {term.vi}"@vi, "planned: {term.en}"@en',
            f'danchieu:family "{term.family}"',
        )


def _eli(term: Term) -> tuple[str, str]:
    """The ELI property that is always true where a relation is, and the one that is only sometimes."""
    if term.eli == "repeals":  # in ELI: of the whole; a part that is repealed is a change
        return "eli:changes", "eli:repeals"
    if term.eli == "ensures_implementation_of":  # from law to law alone
        return "", f"eli:{term.eli}"
    return term.eli and f"eli:{term.eli}", ""


def _properties() -> Iterator[str]:
    for name, term in properties().items():
        holds = _HOLDS.get(term["holds"])
        yield block(
            f"danchieu:{name}",
            "owl:DatatypeProperty" if holds else "rdf:Property",
            f"rdfs:subPropertyOf {term['super']}" if "super" in term else "",
            f"rdfs:range {holds or 'rdf:List'}",
            _labels(term),
        )


def _schemes() -> Iterator[str]:
    for part, (path, vi, en) in _SCHEMES.items():
        scheme = f"<{iris.BASE}{path}>"
        yield block(scheme, "skos:ConceptScheme", f'skos:prefLabel "{vi}"@vi, "{en}"@en')
        terms: dict[str, Term] = getattr(model(), part)
        for name, term in terms.items():
            yield block(
                f"<{iris.BASE}{path}{name}>",
                "skos:Concept" + (", eli:ResourceType, eli:WorkType" if part == "kinds" else ""),
                f"skos:topConceptOf {scheme}",
                f"skos:inScheme {scheme}",
                f'skos:notation "{name}"',
                _labels(term, "skos:prefLabel"),
                term.label and f"rdfs:seeAlso danchieu:{term.label}",
            )


def _matches(name: str) -> Iterator[str]:
    """The kinds of relation on vbpl.vn that a relation or edge is like."""
    for row in table("vbpl")["row"]:
        if row["relation"] == name:
            yield f"skos:{row['match']}Match <{_VBPL}{row['code']}>"


def _without(term: Term) -> Iterator[str]:
    """Why a relation is like none on vbpl.vn, and like none of ELI."""
    reasons = {"vbpl.vn": table("vbpl")["without"].get(term.name), "ELI": term.why}
    for where, why in reasons.items():
        if why:
            yield f"rdfs:comment {_text(f'No match in {where}: {why}')}@en"


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _vbpl() -> Iterator[str]:
    """The kinds of relation on vbpl.vn, by number: what heads those that act, and what they act on."""
    told = table("vbpl")
    sources = ", ".join(f"<{source['where']}>" for source in told["sources"].values())
    yield block(
        f"<{_VBPL}>",
        "skos:ConceptScheme",
        'skos:prefLabel "Quan hệ giữa các văn bản trên vbpl.vn"@vi, "Relations between documents on vbpl.vn"@en',
        "rdfs:seeAlso <https://vbpl.vn/>",
        f"dcterms:source {sources}",
    )
    for row in sorted(told["row"], key=lambda row: int(row["code"])):
        others = [name for name in (row["on"], *row.get("were", ())) if name != row["by"]]
        yield block(
            f"<{_VBPL}{row['code']}>",
            "skos:Concept",
            f"skos:inScheme <{_VBPL}>",
            f'skos:notation "{row["code"]}"',
            f"skos:prefLabel {_text(row['by'])}@vi",
            f"skos:altLabel {', '.join(f'{_text(other)}@vi' for other in others)}",
        )


def _either(labels: tuple[str, ...]) -> str:
    names = " ".join(f"danchieu:{label}" for label in labels)
    return names if len(labels) == 1 else f"[ owl:unionOf ( {names} ) ]"


def short(iri: str) -> str:
    """An IRI by its prefix.

    >>> short("http://www.w3.org/ns/org#Organization")
    'org:Organization'
    """
    prefix, namespace = next((p, ns) for p, ns in iris.PREFIXES.items() if iri.startswith(ns))
    return f"{prefix}:{iri.removeprefix(namespace)}"


if __name__ == "__main__":
    from pathlib import Path

    from graph.formats.shapes import shapes

    room = Path(str(files("graph")))
    (room / "vocabulary.ttl").write_text(vocabulary(), encoding="utf-8")
    (room / "shapes.ttl").write_text(shapes(), encoding="utf-8")
