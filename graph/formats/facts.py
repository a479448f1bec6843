"""A graph as facts: subject, predicate, object, in no library's terms.

Everything that a node or an edge carries is said in our own vocabulary, so that a graph can be read back whole
(`graph.stores.triples` does): labels are classes, properties are literals with their Python type, lists are RDF
lists in order. An edge is said twice: as one triple between its ends, and reified as ``rdf:Statement`` (RDF 1.1),
which carries its id and properties. No blank nodes: the cells of a list have IRIs, so that the same graph is the
same bytes. What the same facts mean to others is said in `graph.formats.meaning` and `graph.formats.evidence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias
from urllib.parse import quote

from graph.elements import Edge, Node, Property
from graph.formats import iris


class Iri(str):
    """A string that is an IRI, not a literal."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """A literal that Python has no type for: a date, a text in a language."""

    text: str
    datatype: str = ""
    language: str = ""


Object: TypeAlias = Iri | Typed | str | int | float


class Fact(NamedTuple):
    """One triple; `graph` is the IRI of the named graph that TriG puts it in, "" for the default one."""

    subject: str
    predicate: str
    object: Object
    graph: str = ""


def of_node(n: Node, base: str = iris.BASE) -> Iterator[Fact]:
    """A node's id, labels and properties."""
    subject = iris.node(n.id, base)
    yield Fact(subject, iris.term("id"), n.id)
    for label in n.labels:
        yield Fact(subject, f"{iris.RDF}type", Iri(iris.term(label)))
    yield from _properties(subject, n.properties)


def of_edge(e: Edge, base: str = iris.BASE) -> Iterator[Fact]:
    """An edge as a triple between its ends, and the statement that carries its id, type and properties."""
    subject, source, target = iris.edge(e.id, base), iris.node(e.source, base), iris.node(e.target, base)
    predicate = iris.term(iris.predicate(e))
    yield Fact(source, predicate, Iri(target))
    yield Fact(subject, f"{iris.RDF}type", Iri(f"{iris.RDF}Statement"))
    yield Fact(subject, f"{iris.RDF}subject", Iri(source))
    yield Fact(subject, f"{iris.RDF}predicate", Iri(predicate))
    yield Fact(subject, f"{iris.RDF}object", Iri(target))
    yield Fact(subject, iris.term("id"), e.id)
    yield Fact(subject, iris.term("edge"), e.type)
    yield from _properties(subject, e.properties)


def _properties(subject: str, properties: Mapping[str, Property]) -> Iterator[Fact]:
    for key, value in properties.items():
        predicate = iris.term(key)
        if isinstance(value, list | tuple):
            head = Iri(f"{subject}#{quote(key, safe='')}.0") if value else Iri(f"{iris.RDF}nil")
            yield Fact(subject, predicate, head)
            yield from _cells(head, value)
        else:
            yield Fact(subject, predicate, value)


def _cells(head: str, values: Iterable[str | int]) -> Iterator[Fact]:
    """An RDF list whose first cell is `head`, "…#name.0"."""
    stem = head.removesuffix("0")
    before = ""
    for i, value in enumerate(values):
        cell = f"{stem}{i}"
        if before:
            yield Fact(before, f"{iris.RDF}rest", Iri(cell))
        yield Fact(cell, f"{iris.RDF}first", value)
        before = cell
    if before:
        yield Fact(before, f"{iris.RDF}rest", Iri(f"{iris.RDF}nil"))
