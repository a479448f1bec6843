"""What vbpl.vn and ELI call our relations: each is mapped, or says why not; and where a user finds it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
import rdflib
from rdflib import RDF, RDFS, SKOS, Literal, Namespace, URIRef

from graph.formats import iris
from graph.model import Term, model
from graph.registry import table
from queries.questions import questions

OURS, VBPL = Namespace(iris.VOCABULARY), Namespace(f"{iris.BASE}vbpl/")
ROWS: list[dict[str, Any]] = table("vbpl")["row"]
RELATIONS = [pytest.param(t, id=t.name) for t in model().relations.values()]
ROW = [pytest.param(row, id=str(row["code"])) for row in ROWS]


@cache
def vocabulary() -> rdflib.Graph:
    return rdflib.Graph().parse(data=files("graph").joinpath("vocabulary.ttl").read_text(encoding="utf-8"))


def mapped(name: str) -> list[dict[str, Any]]:
    return [row for row in ROWS if row["relation"] == name]


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_has_a_number_on_vbpl_or_says_why_not(relation: Term) -> None:
    assert bool(mapped(relation.name)) != bool(table("vbpl")["without"].get(relation.name))


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_has_a_property_in_eli_or_says_why_not(relation: Term) -> None:
    assert bool(relation.eli) != bool(relation.why)


def test_nothing_is_mapped_that_the_model_does_not_know() -> None:
    known = {*model().relations, "CITES"}
    assert {row["relation"] for row in ROWS} | set(table("vbpl")["without"]) == known
    codes = [row["code"] for row in ROWS]
    assert len(set(codes)) == len(codes)
    assert all(re.match(r"https://github\.com/[^/]+/[^/]+/blob/[0-9a-f]{40}/", s["where"]) for s in sources())


def sources() -> list[dict[str, str]]:
    return list(table("vbpl")["sources"].values())


@pytest.mark.parametrize("row", ROW)
def test_a_row_is_whole_and_the_words_tell_it_from_its_twin(row: dict[str, Any]) -> None:
    assert {"relation", "code", "on", "by", "match", "example"} <= set(row)
    twins = [other for other in mapped(row["relation"]) if _takes(other, row["example"])]
    assert twins == [row]


def _takes(row: dict[str, Any], clause: str) -> bool:
    said, unsaid = row.get("said", ""), row.get("unsaid", "")
    return said in clause.lower() and not (unsaid and unsaid in clause.lower())


@pytest.mark.parametrize("row", ROW)
def test_the_vocabulary_shows_it(row: dict[str, Any]) -> None:
    read, kind = vocabulary(), VBPL[str(row["code"])]
    assert (OURS[row["relation"].lower()], SKOS[f"{row['match']}Match"], kind) in read
    assert (kind, SKOS.notation, Literal(str(row["code"]))) in read
    assert (kind, SKOS.prefLabel, Literal(row["by"], "vi")) in read
    assert (kind, SKOS.altLabel, Literal(row["on"], "vi")) in read
    assert (kind, RDF.type, SKOS.Concept) in read


@pytest.mark.parametrize("relation", RELATIONS)
def test_the_vocabulary_shows_why_not(relation: Term) -> None:
    told = [str(c) for c in vocabulary().objects(OURS[relation.name.lower()], RDFS.comment)]
    for where, why in (("vbpl.vn", table("vbpl")["without"].get(relation.name)), ("ELI", relation.why)):
        assert (f"No match in {where}: {why}" in told) is bool(why)
    matches = set(vocabulary().objects(OURS[relation.name.lower()], SKOS.closeMatch))
    matches |= set(vocabulary().objects(OURS[relation.name.lower()], SKOS.narrowMatch))
    assert matches == {URIRef(VBPL[str(row["code"])]) for row in mapped(relation.name)}


@pytest.mark.parametrize("row", ROW)
def test_the_question_that_draws_the_diagram_has_the_same_rows(row: dict[str, Any]) -> None:
    told = [row["relation"], row["code"], row.get("said", ""), row.get("unsaid", ""), row["on"], row["by"]]
    keys = ("relation", "code", "said", "unsaid", "active", "passive")
    quoted = [str(v) if isinstance(v, int) else f"'{v}'" for v in told]
    question = questions()["diagram"]
    assert "{" + ", ".join(f"{k}: {v}" for k, v in zip(keys, quoted, strict=True)) + "}" in question.cypher
    assert f"({' '.join(quoted)})" in question.sparql


def test_the_question_has_no_other_rows() -> None:
    question = questions()["diagram"]
    assert question.cypher.count("relation: '") == len(ROWS)
    assert len(re.findall(r"^    \('", question.sparql, re.MULTILINE)) == len(ROWS)
