"""The graph as RDF in memory: Oxigraph behind the rdflib API, asked in SPARQL, read-only and without network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from graph.elements import Edge, Graph, Node, Property, Scalar
from graph.errors import CannotAnswer
from graph.formats import iris, rdf
from graph.formats.facts import Fact
from graph.stores import rows, sparql
from graph.stores.difference import difference
from graph.stores.protocol import Changes

if TYPE_CHECKING:
    import pyoxigraph


class Triples:
    """A store in memory; `rdf` is the same as an rdflib graph.

    IRIs come back from SPARQL as they are; a query that wants our ids selects ``?x danchieu:id ?id``.
    """

    def __init__(self, *, base: str = iris.BASE) -> None:
        self.base = base
        self._empty()

    def _empty(self) -> None:
        import pyoxigraph

        self._held = pyoxigraph.Store()
        self.rdf = rdf.open_graph(self._held)
        self._last = Graph()
        self._node_marks: Mapping[str, str] = {}
        self._edge_marks: Mapping[str, str] = {}

    def publish(self, g: Graph) -> Changes:
        """Hold exactly this graph; the triples of what is the same in both stay untouched."""
        todo = difference(g, self._node_marks, self._edge_marks)
        nodes = {*(n.id for n in (*todo.new_nodes, *todo.changed_nodes)), *todo.gone_nodes}
        edges = {*(e.id for e in (*todo.new_edges, *todo.changed_edges)), *todo.gone_edges}
        # What an edge means to others depends on the nodes at its ends, and parallel edges share triples: so all
        # edges between two ends are written anew together.
        pairs = {_ends(one.edges[i]) for one in (self._last, g) for i in edges if i in one.edges}
        pairs.update(_ends(e) for one in (self._last, g) for i in nodes for e in one.near(i))
        for quad in rdf.quads(self._facts(self._last, nodes, pairs)):
            self._held.remove(quad)
        self._held.bulk_extend(rdf.quads(self._facts(g, nodes, pairs)))
        self._last, self._node_marks, self._edge_marks = g, todo.node_marks, todo.edge_marks
        return todo.changes

    def nodes(self) -> Iterator[Node]:
        """The nodes as the triples tell them, sorted by id."""
        for id_, iri in sorted(self._ids() - self._statements()):
            yield Node(id=id_, labels=self._labels(iri), properties=self._properties(iri, {"id"}))

    def edges(self) -> Iterator[Edge]:
        """The edges as their statements tell them, sorted by id."""
        names = {iri: id_ for id_, iri in self._ids()}
        for id_, iri in sorted(self._statements()):
            yield Edge(
                id=id_,
                type=str(self._one(iri, iris.term("edge"))),
                source=names[str(self._one(iri, f"{iris.RDF}subject"))],
                target=names[str(self._one(iri, f"{iris.RDF}object"))],
                properties=self._properties(iri, {"id", "edge"}),
            )

    def sparql(self, text: str, bindings: Mapping[str, Scalar] | None = None) -> list[dict[str, Any]]:
        """The rows of a query; ``$name`` in its text stands for what `bindings` say. Raises CannotAnswer."""
        whole = sparql.checked(text, bindings)
        try:
            return sparql.rows(self.rdf.query(whole))
        except SyntaxError as error:
            raise CannotAnswer(f"This is no SPARQL: {sparql.reason(error)}.") from error
        except (OSError, RuntimeError) as error:
            raise CannotAnswer(f"The query cannot be answered: {error}.") from error

    def close(self) -> None:
        """Forget everything; the memory is given back."""
        self._empty()

    def _facts(self, g: Graph, nodes: set[str], pairs: set[tuple[str, str]]) -> Iterator[Fact]:
        """What `g` says of some nodes, and of its edges between some ends, in the one graph that is asked."""
        for n in g.nodes.values():
            if n.id in nodes:
                yield from rdf.node_facts(n, base=self.base)
        for e in g.edges.values():
            if _ends(e) in pairs:
                yield from rdf.edge_facts(e, g.nodes.get(e.source), g.nodes.get(e.target), base=self.base)

    def _ids(self) -> set[tuple[str, str]]:
        """Of nodes and edges: (id, IRI)."""
        return {(q.object.value, q.subject.value) for q in self._quads(None, iris.term("id"))}

    def _statements(self) -> set[tuple[str, str]]:
        """Of edges alone: (id, IRI)."""
        statements = {q.subject.value for q in self._quads(None, iris.term("edge"))}
        return {(id_, iri) for id_, iri in self._ids() if iri in statements}

    def _labels(self, iri: str) -> tuple[str, ...]:
        found = {iris.name(q.object.value) for q in self._quads(iri, f"{iris.RDF}type")} - {None}
        return rows.ordered(map(str, found))

    def _properties(self, iri: str, but: set[str]) -> dict[str, Property]:
        """What is said of a thing in our own words: literals and lists, not its edges."""
        import pyoxigraph

        found: dict[str, Property] = {}
        for quad in self._quads(iri, None):
            key = iris.name(quad.predicate.value)
            if key is None or key in but:
                continue
            if isinstance(quad.object, pyoxigraph.Literal):
                found[key] = _python(quad.object)
            elif quad.object.value.startswith(f"{iri}#") or quad.object.value == f"{iris.RDF}nil":
                found[key] = self._list(quad.object.value)
        return dict(sorted(found.items()))

    def _list(self, cell: str) -> Any:
        values = []
        while cell != f"{iris.RDF}nil":
            values.append(_python(self._one(cell, f"{iris.RDF}first", literal=True)))
            cell = str(self._one(cell, f"{iris.RDF}rest"))
        return values

    def _one(self, subject: str, predicate: str, *, literal: bool = False) -> Any:
        found = next(self._quads(subject, predicate)).object
        return found if literal else found.value

    def _quads(self, subject: str | None, predicate: str | None) -> Iterator[Any]:
        named = [None if iri is None else _named(iri) for iri in (subject, predicate)]
        return self._held.quads_for_pattern(named[0], named[1], None)


def _named(iri: str) -> pyoxigraph.NamedNode:
    import pyoxigraph

    return pyoxigraph.NamedNode(iri)


def _ends(e: Edge) -> tuple[str, str]:
    return e.source, e.target


def _python(literal: pyoxigraph.Literal) -> Scalar:
    """A literal as the Python value it was written from."""
    kind = literal.datatype.value.removeprefix(iris.XSD)
    if kind == "boolean":
        return literal.value == "true"
    if kind == "integer":
        return int(literal.value)
    return float(literal.value) if kind == "double" else literal.value
