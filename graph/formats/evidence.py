"""Where an edge was read, as a Web Annotation: the text, the words, and the code points they stand at.

The statement of an edge is itself the annotation: its targets are the places, each an ``oa:SpecificResource`` with
an ``oa:TextQuoteSelector`` and an ``oa:TextPositionSelector``. ``text[start:end] == exact`` holds for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.elements import Edge
from graph.formats import iris
from graph.formats.facts import Fact, Iri, Typed

_TYPE = f"{iris.RDF}type"


def of_edge(e: Edge, base: str = iris.BASE) -> Iterator[Fact]:
    """The places of an edge, and the sources that it was derived from; nothing for an edge without evidence."""
    statement = iris.edge(e.id, base)
    places = [(f"place.{i}", place) for i, place in enumerate(_places(e))]
    inherited = _place(e, "body_")
    if inherited:
        places.append(("body", inherited))
    if places:
        yield Fact(statement, _TYPE, Iri(f"{iris.OA}Annotation"))
    for name, (source, start, end, quote) in places:
        target, text = f"{statement}#{name}", Iri(iris.node(source, base))
        yield Fact(statement, f"{iris.PROV}wasDerivedFrom", text)
        yield Fact(statement, f"{iris.OA}hasTarget", Iri(target))
        yield Fact(target, _TYPE, Iri(f"{iris.OA}SpecificResource"))
        yield Fact(target, f"{iris.OA}hasSource", text)
        yield from _selectors(target, start, end, quote)


def _selectors(target: str, start: int, end: int, quote: str) -> Iterator[Fact]:
    words, position = f"{target}.quote", f"{target}.position"
    yield Fact(target, f"{iris.OA}hasSelector", Iri(words))
    yield Fact(words, _TYPE, Iri(f"{iris.OA}TextQuoteSelector"))
    yield Fact(words, f"{iris.OA}exact", quote)
    yield Fact(target, f"{iris.OA}hasSelector", Iri(position))
    yield Fact(position, _TYPE, Iri(f"{iris.OA}TextPositionSelector"))
    yield Fact(position, f"{iris.OA}start", Typed(str(start), f"{iris.XSD}nonNegativeInteger"))
    yield Fact(position, f"{iris.OA}end", Typed(str(end), f"{iris.XSD}nonNegativeInteger"))


def _places(e: Edge) -> list[tuple[str, int, int, str]]:
    """All places that an edge was read at: its aligned lists where it has them, else its one place."""
    lists: list[Any] = [e.properties.get(key) for key in ("sources", "starts", "ends", "quotes")]
    if all(isinstance(one, list) for one in lists):
        return list(zip(*lists, strict=True))
    one = _place(e, "")
    return [one] if one else []


def _place(e: Edge, prefix: str) -> tuple[str, int, int, str] | None:
    values: list[Any] = [e.properties.get(prefix + key) for key in ("source", "start", "end", "quote")]
    if any(value is None for value in values):
        return None
    source, start, end, quote = values
    return str(source), int(start), int(end), str(quote)
