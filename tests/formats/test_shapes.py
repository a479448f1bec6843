"""The vocabulary and the shapes are those of the model; an export conforms, and a broken graph does not."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files

import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Literal, Namespace, URIRef
from town import town

from graph.elements import Edge, Graph, Node, Property
from graph.formats import iris
from graph.formats.rdf import triples
from graph.formats.shapes import shapes
from graph.formats.vocabulary import properties, vocabulary
from graph.model import Term, model

OURS, ELI = Namespace(iris.VOCABULARY), Namespace(iris.ELI)


@cache
def known(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=files("graph").joinpath(name).read_text(encoding="utf-8"), format="turtle")


def broken(g: rdflib.Graph) -> str:
    """What pyshacl has against a graph; nothing where it conforms."""
    conforms, _, told = pyshacl.validate(g, shacl_graph=known("shapes.ttl"), ont_graph=known("vocabulary.ttl"))
    return "" if conforms else told


@pytest.mark.parametrize(("name", "made"), [("vocabulary.ttl", vocabulary), ("shapes.ttl", shapes)])
def test_the_files_are_those_of_the_model(name: str, made: Callable[[], str]) -> None:
    """After a change of the model: python -m graph.formats.vocabulary."""
    assert files("graph").joinpath(name).read_text(encoding="utf-8") == made()


class TestVocabulary:
    @pytest.mark.parametrize("term", [pytest.param(t, id=t.name) for t in model().kinds.values()])
    def test_a_kind_is_a_class_and_a_concept_in_two_languages(self, term: Term) -> None:
        read, concept = known("vocabulary.ttl"), URIRef(iris.kind(term.name))
        both = {Literal(term.vi, "vi"), Literal(term.en, "en")}
        assert set(read.objects(concept, SKOS.prefLabel)) == both
        assert (concept, SKOS.inScheme, URIRef(iris.KINDS)) in read
        assert set(read.objects(OURS[term.label], RDFS.label)) == both
        assert (OURS[term.label], RDFS.subClassOf, OURS.Document) in read

    @pytest.mark.parametrize("term", [pytest.param(t, id=t.name) for t in model().relations.values()])
    def test_a_relation_is_below_eli_only_where_it_is_always_so(self, term: Term) -> None:
        read = known("vocabulary.ttl")
        above = {p for p in read.objects(OURS[term.name.lower()], RDFS.subPropertyOf) if str(p).startswith(iris.ELI)}
        exact = {"IMPLEMENTS": set(), "REPLACES": {ELI.changes}, "REPEALS": {ELI.changes}}
        assert above == exact.get(term.name, {ELI[term.eli]} if term.eli else set())

    def test_nothing_planned_is_below_eli(self) -> None:
        read = known("vocabulary.ttl")
        planned = [p for p in set(read.subjects(RDF.type, OWL.ObjectProperty)) if "#planned_" in str(p)]
        assert len(planned) == len(model().relations) + 1
        for p in planned:
            assert not [q for q in read.transitive_objects(p, RDFS.subPropertyOf) if str(q).startswith(iris.ELI)]

    def test_all_that_a_graph_says_in_our_words_is_explained(self) -> None:
        read = known("vocabulary.ttl")
        used = {t for triple in triples(town()) for t in triple if str(t).startswith(iris.VOCABULARY)}
        assert {t for t in used if read.value(t, RDFS.label) is None} == set()

    def test_no_word_means_two_things(self) -> None:
        words = [*properties(), *(e.lower() for e in model().edges), *(r.lower() for r in model().relations)]
        assert len(words) == len(set(words))


class TestShapes:
    def test_an_export_conforms(self) -> None:
        assert broken(triples(town())) == ""

    @pytest.mark.parametrize("said", ["amends", "repeals", "changes", "cites", "based_on"])
    def test_a_planned_change_that_eli_takes_for_done_does_not(self, said: str) -> None:
        g = triples(town())
        (ends,) = g.subject_objects(OURS.planned_amends)
        g.add((ends[0], ELI[said], ends[1]))
        assert "what is only planned" in broken(g)

    def test_planned_once_and_done_since_conforms(self) -> None:
        g = town()
        (planned,) = (e for e in g.typed("DEPENDS_ON") if e.properties["relation"] == "AMENDS")
        done = Edge(
            id="done", type=planned.type, source="sông-la/decision/40", target=planned.target,
            properties={**planned.properties, "planned": False},
        )  # fmt: skip
        again = Edge(
            id="again", type=planned.type, source=done.source, target=done.target, properties=planned.properties
        )
        assert broken(triples(Graph(g.nodes.values(), [*g.edges.values(), done, again]))) == ""

    @pytest.mark.parametrize(
        ("node", "change", "told"),
        [
            pytest.param("t/đề-án", {"due": "30/11/2023"}, "due", id="a day that is no ISO date"),
            pytest.param("t/đề-án", {"quote": 7}, "quote", id="a number for a text"),
            pytest.param("sông-la/plan/101", {"type": "plans"}, "type", id="a kind of no model"),
            pytest.param("sông-la/plan/101", {"status": "lost"}, "status", id="a status of no model"),
            pytest.param("sông-la/plan/101", {"date": "2023-1"}, "date", id="a month of one digit"),
            pytest.param("m/08", {"status": "resolved"}, "status", id="a resolved mention"),
        ],
    )
    def test_a_node_that_is_wrong(self, node: str, change: dict[str, Property], told: str) -> None:
        g = town()
        one = g.nodes[node]
        wrong = Node(id=node, labels=one.labels, properties={**one.properties, **change})
        report = broken(triples(Graph([*(n for n in g.nodes.values() if n.id != node), wrong], g.edges.values())))
        assert f"Result Path: danchieu:{told}" in report

    @pytest.mark.parametrize(
        ("type", "change", "told"),
        [
            pytest.param("CITES", {"end": 11}, "as long as their place", id="a place shorter than its words"),
            pytest.param("CITES", {"end": 9}, "danchieu:start", id="a place that ends before it begins"),
            pytest.param("CITES", {"origin": "heard"}, "danchieu:origin", id="an origin of no model"),
            pytest.param("ORDERS", {"source": "ff" * 32}, "oa:hasSource", id="a text that is not there"),
            pytest.param("ASSIGNED_TO", {"role": "boss"}, "danchieu:role", id="a role of no model"),
            pytest.param("DEPENDS_ON", {"relation": "LIKES"}, "danchieu:relation", id="a relation of no model"),
        ],
    )
    def test_an_edge_that_is_wrong(self, type: str, change: dict[str, Property], told: str) -> None:
        g = town()
        one = next(e for e in g.typed(type) if "quotes" not in e.properties)
        wrong = Edge(
            id=one.id, type=type, source=one.source, target=one.target, properties={**one.properties, **change}
        )
        report = broken(triples(Graph(g.nodes.values(), [*(e for e in g.edges.values() if e is not one), wrong])))
        assert told in report

    @pytest.mark.parametrize(
        ("type", "source", "target"), [("CITES", "t/đề-án", "sông-la/plan/101"), ("ORDERS", "p/cảng", "t/đề-án")]
    )
    def test_an_edge_between_the_wrong_things(self, type: str, source: str, target: str) -> None:
        g = town()
        wrong = Edge(id="x", type=type, source=source, target=target, properties={"origin": "derived"})
        assert "OrConstraint" in broken(triples(Graph(g.nodes.values(), [*g.edges.values(), wrong])))

    @pytest.mark.parametrize("part", ["source", "start", "end", "quote"])
    def test_a_text_edge_without_its_place(self, part: str) -> None:
        g = triples(town())
        statement = next(s for s in g.subjects(OURS.edge, Literal("CITES")))
        g.remove((statement, OURS[part], None))
        assert broken(g) != ""

    def test_a_statement_that_is_not_said(self) -> None:
        g = triples(town())
        g.remove((None, OURS.succeeded_by, None))
        assert "not written out" in broken(g)

    def test_a_party_paper_is_no_legal_resource(self) -> None:
        g = triples(town())
        g.add((URIRef(iris.node("sông-la/directive/07")), RDF.type, ELI.LegalResource))
        assert "danchieu:system" in broken(g)

    def test_two_numbers_for_one_document(self) -> None:
        g = triples(town())
        g.add((URIRef(iris.node("sông-la/directive/07")), OURS.number, Literal("8-CT/TU", datatype=XSD.string)))
        assert "danchieu:number" in broken(g)
