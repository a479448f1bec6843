"""The questions and the RDF of a graph that is built from real texts: the examples of this project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib

from graph import build
from graph.elements import Graph
from graph.formats.rdf import encoded, triples
from graph.formats.vocabulary import properties
from graph.stores.embedded import Embedded
from graph.stores.triples import Triples
from loaders import load
from queries.ask import ask, filled
from queries.questions import questions

ROOT = Path(__file__).parents[2]
GIVEN: dict[str, list[Mapping[str, str]]] = {
    "cites": [{"document": "35-CTr/TU"}, {"document": "18-CT/TU"}],
    "cited_by": [{"document": "91-NQ/TW"}],
    "diagram": [{"document": "14/2021/QĐ-UBND"}, {"document": "91-NQ/TW"}],
    "in_force_on": [{"date": "2021-05-10"}, {"date": "2024-05-25"}],
    "due_before": [{"date": "2024-01-01"}, {"date": "2030-01-01"}],
    "overdue": [{"date": "2024-06-01"}],
    "implementation_chains": [{}, {"kind": "directive"}],
    "implementation_pairs": [{}, {"kind": "", "of": ""}],
    "implements_resolution": [{"document": "91-NQ/TW"}],
    "timeline": [{"document": "91-NQ/TW"}, {"document": "14/2021/QĐ-UBND"}],
    "who_is_assigned": [{}, {"body": "Sở Du lịch"}, {"body": "Sở Tài chính"}],
}


@cache
def built() -> Graph:
    files = sorted(p for p in (ROOT / "examples/lam-trieu").iterdir() if p.suffix in (".txt", ".md"))
    return build([s for file in files for s in load(file).statements])


@pytest.fixture(scope="module")
def held() -> Iterator[Triples]:
    store = Triples()
    store.publish(built())
    yield store
    store.close()


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Embedded]:
    with Embedded(tmp_path_factory.mktemp("examples") / "store", write=True) as store:
        store.publish(built())
        yield store


@pytest.mark.parametrize("name", questions())
def test_both_languages_give_the_same_rows(held: Triples, embedded: Embedded, name: str) -> None:
    for given in GIVEN.get(name, [{}]):
        told = ask(embedded, name, **given)
        assert told == held.sparql(questions()[name].sparql, filled(questions()[name], given))
        assert told or name in ("unassigned_tasks", "who_is_assigned")


def test_the_directive_implements_the_central_resolution_through_the_programme() -> None:
    numbers = {id: n.properties.get("number") for id, n in built().nodes.items()}
    links = {
        (numbers[r["source"]], numbers[r["target"]]) for r in ask(built(), "implementation_chains", kind="directive")
    }
    assert {("18-CT/TU", "35-CTr/TU"), ("35-CTr/TU", "91-NQ/TW")} <= links
    pairs = {(numbers[r["document"]], numbers[r["implements"]]) for r in ask(built(), "implementation_pairs")}
    assert ("18-CT/TU", "91-NQ/TW") in pairs


def test_what_went_into_rdf_comes_back(held: Triples) -> None:
    assert Graph(held.nodes(), held.edges()) == built()


def test_the_export_conforms_to_the_shapes() -> None:
    conforms, _, told = pyshacl.validate(
        triples(built()),
        shacl_graph=rdflib.Graph().parse(ROOT / "graph/shapes.ttl"),
        ont_graph=rdflib.Graph().parse(ROOT / "graph/vocabulary.ttl"),
    )
    assert conforms, told


def test_every_property_of_the_graph_is_in_the_vocabulary() -> None:
    used = {key for element in (*built().nodes.values(), *built().edges.values()) for key in element.properties}
    assert used <= set(properties())


def test_planned_amendments_amend_nothing_for_others() -> None:
    eli = rdflib.Namespace("http://data.europa.eu/eli/ontology#")
    ours = rdflib.Namespace("https://w3id.org/danchieu/vocabulary#")
    read = rdflib.Graph().parse(data=encoded(built(), "turtle"), format="turtle")
    planned = set(read.subject_objects(ours.planned_amends))
    assert planned
    assert planned.isdisjoint(read.subject_objects(eli.amends))
    # An amendment of what is ambiguous is ours alone.
    assert set() != set(read.subject_objects(eli.amends)) <= set(read.subject_objects(ours.amends))
