"""A graph in RDF 1.1: as an rdflib graph on Oxigraph, or written to a file as Turtle, N-Triples, JSON-LD or TriG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.elements import Edge, Graph, Node
from graph.formats import evidence, facts, iris, meaning
from graph.formats.facts import Fact, Iri, Typed

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

FORMATS = {"turtle": "TURTLE", "ntriples": "N_TRIPLES", "jsonld": "JSON_LD", "trig": "TRIG"}


def write(g: Graph, format: str, path: str | Path) -> None:
    """Write a graph into a file, as `graph.formats.write` does."""
    from graph.formats import write

    write(g, format, path)


def triples(g: Graph, *, base: str = iris.BASE) -> rdflib.Graph:
    """All that a graph says, as an rdflib graph held by an in-memory Oxigraph."""
    import pyoxigraph

    held = pyoxigraph.Store()
    held.bulk_extend(quads(all_facts(g, base=base)))
    return open_graph(held)


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    """One file. See `encoded`."""
    return {path: encoded(g, format)}


def encoded(g: Graph, format: str, *, base: str = iris.BASE) -> bytes:
    """A graph as ``turtle``, ``ntriples``, ``jsonld`` or ``trig``: the same graph is the same bytes.

    TriG puts what a text says into a graph named after its source, so that it can be taken away with it.
    """
    import pyoxigraph

    told = all_facts(g, base=base, rooms=format == "trig")
    kind = getattr(pyoxigraph.RdfFormat, FORMATS[format])
    prefixes = iris.PREFIXES if format in ("turtle", "trig") else {}
    written = pyoxigraph.serialize(_stated(told, format), format=kind, prefixes=prefixes)
    assert written is not None
    return _same_head(written, len(prefixes))


def _stated(told: Iterable[Fact], format: str) -> Iterator[pyoxigraph.Quad] | Iterator[pyoxigraph.Triple]:
    """Facts in order, each once, as triples where the format has no named graphs."""
    found = quads(sorted(set(told), key=_order))
    return (quad.triple for quad in found) if format in ("turtle", "ntriples") else found


def _same_head(written: bytes, lines: int) -> bytes:
    """The prefixes come in an order of their own at each run: sorted, so that the same graph is the same bytes."""
    *head, rest = written.split(b"\n", lines)
    return b"\n".join([*sorted(head), rest])


def all_facts(g: Graph, *, base: str = iris.BASE, rooms: bool = False) -> Iterator[Fact]:
    """All facts of a graph, some perhaps twice: node by node, then edge by edge.

    With `rooms`, the statement of an edge that was read in a text stands in the named graph of that text.
    """
    for n in g.nodes.values():
        yield from node_facts(n, base=base)
    for e in g.edges.values():
        told = edge_facts(e, g.nodes.get(e.source), g.nodes.get(e.target), base=base)
        yield from _in_room(e, told, base) if rooms else told


def node_facts(n: Node, *, base: str = iris.BASE) -> Iterator[Fact]:
    return chain(facts.of_node(n, base), meaning.of_node(n, base))


def edge_facts(e: Edge, source: Node | None, target: Node | None, *, base: str = iris.BASE) -> Iterator[Fact]:
    """The facts of an edge, given the nodes at its ends."""
    return chain(facts.of_edge(e, base), meaning.of_edge(e, source, target, base), evidence.of_edge(e, base))


def _in_room(e: Edge, told: Iterable[Fact], base: str) -> Iterator[Fact]:
    statement, text = iris.edge(e.id, base), e.properties.get("source")
    room = iris.node(str(text), base) if text else ""
    return (Fact(*fact[:3], room) if fact.subject.startswith(statement) else fact for fact in told)


def quads(found: Iterable[Fact]) -> Iterator[pyoxigraph.Quad]:
    """Facts as Oxigraph holds them."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

    named = lru_cache(maxsize=4096)(NamedNode)
    default = DefaultGraph()
    for subject, predicate, value, room in found:
        said: NamedNode | Literal
        if isinstance(value, Iri):
            said = named(value)
        elif isinstance(value, Typed):
            datatype = None if value.language else named(value.datatype)
            said = Literal(value.text, language=value.language or None, datatype=datatype)
        else:
            said = Literal(value)
        yield Quad(named(subject), named(predicate), said, named(room) if room else default)


def open_graph(held: pyoxigraph.Store) -> rdflib.Graph:
    """The default graph of an Oxigraph store as an rdflib graph that knows our prefixes."""
    import rdflib
    from oxrdflib import OxigraphStore
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    class Plain(OxigraphStore):  # type: ignore[misc,unused-ignore]
        """Its strings are rdflib's plain ones, which rdflib does not take for equal to those of type xsd:string."""

        def triples(self, pattern: Any, context: Any = None) -> Iterator[Any]:
            for (s, p, o), contexts in super().triples(pattern, context):
                text = isinstance(o, rdflib.Literal) and o.datatype == rdflib.XSD.string
                yield (s, p, rdflib.Literal(str(o)) if text else o), contexts

    found = rdflib.Graph(Plain(store=held), DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, namespace in iris.PREFIXES.items():
        found.bind(prefix, namespace)
    return found


def _order(fact: Fact) -> tuple[str, str, bool, str, str, str]:
    """Subjects in order, what a thing is before what is said of it."""
    value = fact.object
    shown = (str(value), type(value).__name__)
    if isinstance(value, Typed):
        shown = (value.text, value.datatype + value.language)
    return fact.graph, fact.subject, fact.predicate != f"{iris.RDF}type", fact.predicate, *shown
