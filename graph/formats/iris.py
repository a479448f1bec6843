"""The IRIs of a graph in RDF, and the short names that people write for them.

`BASE` is the one setting: everything of ours begins with it. An id becomes an IRI by percent-encoding (its slashes
stay), so that ``identifier(node("hai-phong/…"))`` is the id again, whatever letters it has.
"""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import quote, unquote

from graph.elements import Edge

BASE = "https://w3id.org/danchieu/"
VOCABULARY = f"{BASE}vocabulary#"
KINDS = f"{BASE}kind/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
ELI = "http://data.europa.eu/eli/ontology#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TERMS = "http://purl.org/dc/terms/"
SHACL = "http://www.w3.org/ns/shacl#"

PREFIXES = {
    "danchieu": VOCABULARY,
    "kind": KINDS,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "owl": OWL,
    "eli": ELI,
    "org": ORG,
    "foaf": FOAF,
    "prov": PROV,
    "oa": OA,
    "skos": SKOS,
    "dcterms": TERMS,
    "sh": SHACL,
}


def node(identifier: str, base: str = BASE) -> str:
    """The IRI of a node.

    >>> node("hải phòng/08-NQ-TU")
    'https://w3id.org/danchieu/id/h%E1%BA%A3i%20ph%C3%B2ng/08-NQ-TU'
    """
    return f"{base}id/{_encoded(identifier)}"


def edge(identifier: str, base: str = BASE) -> str:
    """The IRI of the statement that an edge is reified as."""
    return f"{base}edge/{_encoded(identifier)}"


def identifier(iri: str, base: str = BASE) -> str | None:
    """The id that `node` or `edge` made an IRI from; None for any other IRI."""
    for room in ("id/", "edge/"):
        if iri.startswith(base + room):
            return unquote(iri.removeprefix(base + room))
    return None


@cache
def term(name: str) -> str:
    """The IRI of a label, property, edge type or relation in our vocabulary."""
    return VOCABULARY + quote(name, safe="")


def name(iri: str) -> str | None:
    """What `term` was given, or None where the IRI is not of our vocabulary."""
    return unquote(iri.removeprefix(VOCABULARY)) if iri.startswith(VOCABULARY) else None


def kind(name: str) -> str:
    """The IRI of a kind of document in the SKOS scheme of kinds."""
    return KINDS + quote(name, safe="")


def predicate(e: Edge) -> str:
    """The name of the property that an edge is in RDF; what is only planned has a property of its own.

    >>> to_come = {"relation": "AMENDS", "planned": True}
    >>> predicate(Edge(id="1", type="DEPENDS_ON", source="a", target="b", properties=to_come))
    'planned_amends'
    """
    relation = e.properties.get("relation")
    word = str(relation if e.type == "DEPENDS_ON" and relation else e.type).lower()
    return f"planned_{word}" if e.properties.get("planned") is True else word


@lru_cache(maxsize=65536)
def _encoded(identifier: str) -> str:
    """Percent-encoded, slashes kept; a segment of dots alone would be resolved away and is encoded as well."""
    parts = (quote(part, safe="") for part in identifier.split("/"))
    return "/".join(part.replace(".", "%2E") if part in (".", "..") else part for part in parts)
