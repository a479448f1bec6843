"""What an export in RDF says, read by a parser that knows nothing of us."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, XSD, BNode, Literal, Namespace, URIRef
from town import SOURCE, depends, town

from graph.elements import Edge, Graph, Node, Property
from graph.formats import iris, write
from graph.formats.rdf import encoded, triples
from graph.model import model
from graph.stores.triples import Triples

ELI = Namespace(iris.ELI)
OURS = Namespace(iris.VOCABULARY)
OA = Namespace(iris.OA)
ORG = Namespace(iris.ORG)
PROV = Namespace(iris.PROV)
TERMS = Namespace(iris.TERMS)


def iri(identifier: str) -> URIRef:
    return URIRef(iris.node(identifier))


KL, DECISION = iri("sông-la/conclusion/88"), iri("sông-la/decision/40")
OLD, TO_COME = iri("sông-la/decision/15"), iri("sông-la/planned/decision")
PROGRAMME, PLAN, NQ30 = iri("sông-la/programme/12"), iri("sông-la/plan/102"), iri("tw/resolution/30-NQ-TW")
DECREE, PART, LAW = iri("tw/decree/10-2020"), iri("tw/decree/24-2014"), iri("tw/law/33-2024")


@pytest.fixture(scope="module")
def read() -> rdflib.Graph:
    return rdflib.Graph().parse(data=encoded(town(), "turtle"), format="turtle")


class TestELI:
    def test_normative_acts_of_the_state_alone_are_legal_resources(self, read: rdflib.Graph) -> None:
        legal = set(read.subjects(RDF.type, ELI.LegalResource))
        assert legal == {DECREE, PART, LAW, OLD, DECISION}
        works = set(read.subjects(RDF.type, ELI.Work))
        assert works == set(read.subjects(RDF.type, OURS.Document)) > legal

    def test_what_is_planned_amends_nothing(self, read: rdflib.Graph) -> None:
        assert list(read.subject_objects(ELI.amends)) == list(read.subject_objects(OURS.amends)) == []
        assert list(read.subject_objects(OURS.planned_amends)) == [(TO_COME, OLD)]
        eli = [p for p in read.predicates(TO_COME, OLD) if str(p).startswith(iris.ELI)]
        assert eli == []

    def test_the_whole_is_repealed_and_a_part_only_changed(self, read: rdflib.Graph) -> None:
        assert set(read.subject_objects(ELI.repeals)) == {(DECISION, OLD)}
        assert set(read.subject_objects(ELI.changes)) == {(DECREE, PART), (LAW, DECREE)}
        assert (DECREE, OURS.repeals, PART) in read

    def test_implementation_is_ensured_from_state_to_state_alone(self, read: rdflib.Graph) -> None:
        assert set(read.subject_objects(ELI.ensures_implementation_of)) == {(PLAN, DECREE), (DECISION, DECREE)}
        assert (PROGRAMME, OURS.implements, NQ30) in read
        assert not list(read.subject_objects(ELI.implements))

    def test_only_a_document_is_based_on_one(self, read: rdflib.Graph) -> None:
        assert set(read.subject_objects(ELI.based_on)) == {(DECISION, LAW)}
        assert (iri("p/cảng"), OURS.based_on, DECISION) in read

    def test_every_citation_is_one_for_others_too(self, read: rdflib.Graph) -> None:
        assert set(read.subject_objects(ELI.cites)) == set(read.subject_objects(OURS.cites))
        assert len(set(read.subject_objects(ELI.cites))) == 4

    def test_days_are_days_and_what_is_less_says_so(self, read: rdflib.Graph) -> None:
        assert read.value(DECISION, ELI.date_document) == Literal("2024-05-20", datatype=XSD.date)
        assert read.value(OLD, ELI.date_document) is None
        assert read.value(OLD, TERMS.issued) == Literal("2021-02", datatype=XSD.gYearMonth)

    def test_the_first_day_of_any_part_and_the_last_day_of_the_whole(self, read: rdflib.Graph) -> None:
        first, last = ELI.first_date_entry_in_force, ELI.date_no_longer_in_force
        assert read.value(LAW, first) == Literal("2024-08-01", datatype=XSD.date)
        assert read.value(OLD, first) == Literal("2021-03-01", datatype=XSD.date)
        assert read.value(OLD, last) == Literal("2024-05-31", datatype=XSD.date)
        assert read.value(PART, last) is None
        assert not list(read.subject_objects(ELI.in_force))

    def test_in_force_is_said_in_eli_of_acts_of_the_state_alone(self, read: rdflib.Graph) -> None:
        assert read.value(NQ30, OURS.in_force_from) == Literal("2022-11-23")
        assert set(read.subjects(ELI.first_date_entry_in_force)) == {DECREE, PART, LAW, OLD, DECISION}

    def test_who_passed_a_law_and_who_made_another_paper(self, read: rdflib.Graph) -> None:
        assert list(read.subject_objects(ELI.passed_by)) == [(DECISION, iri("sông-la/sở-tài-chính"))]
        assert (KL, TERMS.creator, iri("sông-la/các-sở")) in read

    @pytest.mark.parametrize("relation", [r for r, term in model().relations.items() if term.eli])
    @pytest.mark.parametrize("planned", [False, True])
    def test_each_relation_between_two_laws(self, relation: str, planned: bool) -> None:
        ends = [
            Node(id=i, labels=("Document", "Law"), properties={"type": "law", "system": "state", "status": "cited"})
            for i in "ab"
        ]
        found = triples(Graph(ends, [depends("a", relation, "b", planned=planned)]))
        between = set(found.predicates(iri("a"), iri("b")))
        own = OURS[f"planned_{relation.lower()}" if planned else relation.lower()]
        assert between == ({own} if planned else {own, ELI[model().relations[relation].eli]})


class TestOthers:
    def test_bodies_people_and_sources(self, read: rdflib.Graph) -> None:
        board, group, nam = iri("sông-la/sở-du-lịch"), iri("sông-la/các-sở"), iri("sông-la/nam")
        assert (board, RDF.type, ORG.Organization) in read
        assert (board, ORG.memberOf, group) in read
        assert (nam, URIRef(iris.FOAF + "name"), Literal("Lê Văn Nam")) in read
        assert (KL, PROV.hadPrimarySource, iri(SOURCE)) in read

    def test_what_has_ended_is_part_of_nothing(self, read: rdflib.Graph) -> None:
        board, group = iri("sông-la/sở-du-lịch"), iri("sông-la/các-sở")
        assert (board, OURS.part_of, group) in read
        assert set(read.subject_objects(ORG.subOrganizationOf)) == {(iri("sông-la/sở-tài-chính"), group)}


class TestEvidence:
    def test_each_place_has_its_words_and_where_they_stand(self, read: rdflib.Graph) -> None:
        rows = read.query(
            """SELECT ?text ?words ?start ?end { ?e rdf:predicate eli_cites: ; rdf:object ?new ; oa:hasTarget ?place .
               ?place oa:hasSource ?text ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?words ],
               [ a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end ] } ORDER BY ?start""",
            initNs={"rdf": RDF, "oa": OA, "eli_cites": OURS.cites},
            initBindings={"new": iri("sông-la/resolution/08/2022")},
        )
        told = [tuple(term.toPython() for term in row) for row in rows]  # type: ignore[union-attr]
        assert [(str(text), *rest) for text, *rest in told] == [
            (str(iri(SOURCE)), "Nghị quyết 08", 10, 23),
            (str(iri(SOURCE)), "Nghị quyết 08", 70, 83),
        ]

    def test_an_inherited_doer_keeps_its_place(self, read: rdflib.Graph) -> None:
        (statement,) = read.subjects(OURS.body_quote, Literal("các sở"))
        selectors = [s for place in read.objects(statement, OA.hasTarget) for s in read.objects(place, OA.hasSelector)]
        words = {str(w) for s in selectors for w in read.objects(s, OA.exact)}
        assert words == {"các sở", 'rà soát "điểm nghẽn"\nvề thủ tục'}

    def test_every_edge_is_a_statement_that_is_also_said(self, read: rdflib.Graph) -> None:
        statements = set(read.subjects(RDF.type, RDF.Statement))
        assert len(statements) == len(town().edges)
        for statement in statements:
            s, p, o = (read.value(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object))
            assert (s, p, o) in read

    def test_derived_edges_have_no_evidence(self, read: rdflib.Graph) -> None:
        for statement in read.subjects(OURS.origin, Literal("derived")):
            assert (statement, RDF.type, OA.Annotation) not in read


class TestBytes:
    @pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
    @pytest.mark.parametrize(("format", "known"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")])
    def test_every_format_says_the_same(self, read: rdflib.Graph, format: str, known: str) -> None:
        assert set(rdflib.Graph().parse(data=encoded(town(), format), format=known)) == set(read)

    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    def test_trig_keeps_what_a_text_says_apart(self, read: rdflib.Graph) -> None:
        whole = rdflib.Dataset(default_union=True).parse(data=encoded(town(), "trig"), format="trig")
        room = whole.get_context(iri(SOURCE)) if isinstance(whole, rdflib.Dataset) else None
        assert room is not None
        assert set(whole.triples((None, None, None))) == set(read)
        quoted = set(read.subjects(OURS.source, Literal(SOURCE)))
        assert set(room.subjects(RDF.type, RDF.Statement)) == quoted

    @pytest.mark.parametrize("format", ["turtle", "ntriples", "jsonld", "trig"])
    def test_the_order_of_a_graph_is_not_in_its_bytes(self, format: str) -> None:
        g = town()
        turned = Graph(list(g.nodes.values())[::-1], [_turned(e) for e in list(g.edges.values())[::-1]])
        assert encoded(turned, format) == encoded(g, format)

    def test_no_blank_nodes(self, read: rdflib.Graph) -> None:
        assert not [term for triple in read for term in triple if isinstance(term, BNode)]

    def test_another_base_moves_the_things_and_not_the_words(self) -> None:
        base = "https://example.org/van-ban/"
        found = triples(town(), base=base)
        assert (URIRef(iris.node("t/đề-án", base)), RDF.type, OURS.Task) in found
        assert not [s for s in found.subjects() if not str(s).startswith(base)]
        held = Triples(base=base)
        held.publish(town())
        assert Graph(held.nodes(), held.edges()) == town()

    def test_it_is_written_whole(self, tmp_path: Path, read: rdflib.Graph) -> None:
        target = tmp_path / "sub" / "g.ttl"
        assert write(town(), "turtle", target) == [target]
        assert set(rdflib.Graph().parse(target)) == set(read)
        assert [p.name for p in target.parent.iterdir()] == ["g.ttl"]


@pytest.mark.parametrize(
    "id", ["a b", "hải-phòng/ủy/08-NQ-TU", "100%", "a#b?c", "..", "a/../b", "<x>\"'", "a%20b", "dấu\u0323", "€\n"]
)
def test_an_iri_is_made_from_an_id_and_back(id: str) -> None:
    assert iris.identifier(iris.node(id)) == iris.identifier(iris.edge(id)) == id
    assert set(iris.node(id)) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%/:")
    held = Triples()
    held.publish(Graph([Node(id=id, labels=("Body",), properties={})]))
    assert [n.id for n in held.nodes()] == [id]


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,9}", fullmatch=True).filter(lambda key: key not in ("id", "edge")),
        st.one_of(
            st.text(),
            st.booleans(),
            st.integers(),
            st.floats(allow_nan=False, allow_infinity=False),
            st.lists(st.text(), max_size=3),
            st.lists(st.integers(), max_size=3),
        ),
        max_size=5,
    ),
    st.text(min_size=1),
)
def test_whatever_is_said_comes_back_with_its_type(told: dict[str, Property], id: str) -> None:
    ends = [
        Node(id=id, labels=("Document", "Plan"), properties=told),
        Node(id=f"{id}/", labels=("Body",), properties={}),
    ]
    g = Graph(ends, [Edge(id=id, type="SENT_TO", source=id, target=f"{id}/", properties=told)])
    held = Triples()
    held.publish(g)
    back = Graph(held.nodes(), held.edges())
    assert back == g
    for key, value in told.items():
        assert type(back.nodes[id].properties[key]) is type(back.edges[id].properties[key]) is type(value)
    whole = rdflib.Graph().parse(data=encoded(g, "ntriples"), format="nt")
    assert len(whole) == len(held.rdf)


def test_a_change_of_a_node_changes_what_its_edges_mean() -> None:
    def law(system: str) -> Node:
        told = {"type": "law", "system": system, "status": "cited"}
        return Node(id="l", labels=("Document", "Law"), properties=told)

    plan = Node(id="p", labels=("Document", "Plan"), properties={"type": "plan", "system": "state", "status": "loaded"})
    edge = depends("p", "IMPLEMENTS", "l")
    held = Triples()
    held.publish(Graph([law("state"), plan], [edge]))
    assert held.sparql("ASK { ?p eli:ensures_implementation_of ?l }") == [{"answer": True}]
    held.publish(Graph([law("party"), plan], [edge]))
    assert held.sparql("ASK { ?p eli:ensures_implementation_of ?l }") == [{"answer": False}]
    assert set(held.rdf) == set(triples(Graph([law("party"), plan], [edge])))


def test_parallel_edges_share_a_triple_until_the_last_goes() -> None:
    body = Node(id="b", labels=("Body",), properties={"name": "Sở"})
    paper = Node(id="d", labels=("Document", "Plan"), properties={"type": "plan", "status": "loaded"})
    both = [
        Edge(id=i, type="ASSIGNS", source="d", target="b", properties={"task": i, "origin": "derived"}) for i in "xy"
    ]
    held = Triples()
    for left in (both, both[:1], []):
        held.publish(Graph([body, paper], left))
        assert held.sparql("ASK { ?d danchieu:assigns ?b }") == [{"answer": bool(left)}]
        assert set(held.rdf) == set(triples(Graph([body, paper], left)))


def _turned(e: Edge) -> Edge:
    return Edge(
        id=e.id, type=e.type, source=e.source, target=e.target, properties=dict(reversed(list(e.properties.items())))
    )
