"""The export held to the shapes that ship with the vocabulary (SHACL), by pyshacl where it is installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from graph.elements import Graph
from graph.errors import CannotAnswer
from queries.check import Fault

if TYPE_CHECKING:
    import rdflib


def broken(g: Graph) -> list[Fault]:
    """What the shapes have against the RDF of a graph. Raises CannotAnswer where pyshacl is missing."""
    try:
        import pyshacl
    except ImportError as error:
        told = "The shapes cannot be checked without pyshacl."
        raise CannotAnswer(told, hint='Install it: pip install "danchieu[check]"') from error
    from graph.formats.rdf import triples

    told_by = triples(g)
    _, results, _ = pyshacl.validate(told_by, shacl_graph=_known("shapes.ttl"), ont_graph=_known("vocabulary.ttl"))
    return sorted(_faults(results), key=lambda f: (f.place, f.message))


def _known(name: str) -> rdflib.Graph:
    from importlib.resources import files

    import rdflib

    return rdflib.Graph().parse(data=files("graph").joinpath(name).read_text(encoding="utf-8"), format="turtle")


def _faults(results: Any) -> Iterator[Fault]:
    from rdflib import RDF, SH

    from graph.formats.iris import identifier

    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus, path, shown = (results.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
        message = " ".join(str(results.value(result, SH.resultMessage) or "does not conform").split())
        about = f" ({path}: {shown})" if path is not None else f" ({shown})" if shown not in (None, focus) else ""
        yield Fault("error", "shape", f"{message}{about}.", identifier(str(focus)) or str(focus))
