"""SPARQL only reads, and only here: what is refused, that nothing is called, and the shape of rows."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from typing import Any

import pyoxigraph
import pytest
from town import town

from graph.errors import CannotAnswer
from graph.stores.triples import Triples

ALL = "SELECT * WHERE { ?s ?p ?o }"


@pytest.fixture(scope="module")
def store() -> Iterator[Triples]:
    held = Triples()
    held.publish(town())
    yield held
    held.close()


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server on loopback, and what was sent to it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(10)

        def listen() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    heard.append(connection.recv(64))
                    connection.sendall(b"HTTP/1.1 500 no\r\ncontent-length: 0\r\n\r\n")

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", heard
        server.shutdown(socket.SHUT_RDWR)
    thread.join(10)


REACHING = {
    "plain": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "silent": "SELECT * { ?s ?p ?o SERVICE SILENT <URL> { ?s ?p ?o } }",
    "without blanks": "SELECT*{?s ?p ?o.SERVICE<URL>{?s ?p ?o}}",
    "in small letters": "select * { service <URL> { ?s ?p ?o } }",
    "a variable": "SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "a prefixed name": "PREFIX x: <URL> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "glued to a name": "PREFIX : <URL> SELECT * { SERVICE:a{ ?s ?p ?o } }",
    "in a filter": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "in a subquery": "SELECT * { { SELECT ?s { OPTIONAL { SERVICE <URL> { ?s ?p ?o } } } } }",
    "in a minus": "SELECT * { ?s ?p ?o MINUS { { ?s ?p ?o } UNION { SERVICE <URL> { ?s ?p ?o } } } }",
    "asking": "ASK { SERVICE <URL> { ?s ?p ?o } }",
    "constructing": "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "describing": "DESCRIBE ?s WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "behind a carriage return": "SELECT * { ?s ?p ?o # \r SERVICE <URL> { ?s ?p ?o }\n}",
    "spelt by code points": "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "in a string for one parser": 'SELECT * { FILTER("\\u0022" != "x") SERVICE <URL> {?s ?p ?o} } # """',
    "in a comment for one parser": 'SELECT * { ?s ?p ?a, ?b FILTER(?a<?b#> """\n) SERVICE <URL> {?s ?p ?o} #"""\n}',
    "split by a comment": "SELECT * { SERVICE # <x>\n <URL> { ?s ?p ?o } }",
}


@pytest.mark.parametrize("trick", REACHING)
def test_no_other_server_is_asked(store: Triples, listener: tuple[str, list[bytes]], trick: str) -> None:
    url, heard = listener
    with pytest.raises(CannotAnswer):
        store.sparql(REACHING[trick].replace("URL", url))
    assert heard == []


def test_the_listener_would_hear_it(listener: tuple[str, list[bytes]]) -> None:
    url, heard = listener
    with pytest.raises(OSError, match="500"):
        list(pyoxigraph.Store().query(REACHING["plain"].replace("URL", url)))  # type: ignore[call-overload]
    assert len(heard) == 1


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "LOAD <http://127.0.0.1/>",
        "PREFIX a: <a:> INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        f"{ALL} ; CLEAR ALL",
        "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_what_writes_or_reads_elsewhere_is_refused(store: Triples, text: str) -> None:
    before = store.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    with pytest.raises(CannotAnswer):
        store.sparql(text)
    assert store.sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before != [{"n": 0}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("SELECT * {\n  ?s ?p\n}", "line 3, column 2"),
        ("SELCT * { ?s ?p ?o }", "line 1"),
        ("SELECT * { ?s nobody:knows ?o }", "no such prefix"),
        ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "no SPARQL"),
        ("", "no SPARQL"),
        ("SELECT * { ?s ?p 'a\\qb' }", "no escape"),
        ("SELECT * { ?s ?p 'open }", "no SPARQL"),
        ("SELECT * {" + "{" * 4000, "CannotAnswer"),
    ],
)
def test_what_is_no_sparql_is_said_with_its_place(store: Triples, text: str, told: str) -> None:
    with pytest.raises(CannotAnswer) as error:
        store.sparql(text)
    assert told in f"{error.type.__name__}: {error.value}"
    assert "\n" not in str(error.value)


def test_words_that_only_look_forbidden_are_free(store: Triples) -> None:
    text = """
    # SERVICE, INSERT and FROM in a comment
    SELECT ?from ?load WHERE {
      ?d danchieu:title ?from . ?d danchieu:number ?load   # clear
      FILTER(CONTAINS(?from, 'Chỉ thị') && !CONTAINS(?from, "INSERT { SERVICE <x> } # FROM"))
    }"""
    assert store.sparql(text) == [{"from": "Chỉ thị về du lịch", "load": "07-CT/TU"}]


def test_the_shape_of_rows(store: Triples) -> None:
    text = """SELECT ?i ?f ?d ?b ?t ?s ?u ?day ?none WHERE { BIND(1 AS ?i) BIND(1.5 AS ?d) BIND(2e0 AS ?f)
      BIND(true AS ?b) BIND("á"@vi AS ?t) BIND("x\\ny" AS ?s) BIND(eli:Work AS ?u)
      BIND("2023-11-30"^^xsd:date AS ?day) }"""
    work = "http://data.europa.eu/eli/ontology#Work"
    row: dict[str, Any] = {
        "i": 1,
        "f": 2.0,
        "d": 1.5,
        "b": True,
        "t": "á",
        "s": "x\ny",
        "u": work,
        "day": "2023-11-30",
        "none": None,
    }
    (found,) = store.sparql(text)
    assert found == row
    assert {key: type(value) for key, value in found.items()} == {key: type(value) for key, value in row.items()}
    assert list(found) == list(row)


def test_a_yes_or_no_and_triples_are_rows_too(store: Triples) -> None:
    assert store.sparql("ASK { ?s a eli:LegalResource }") == [{"answer": True}]
    assert store.sparql("CONSTRUCT { ?s skos:note 'x' } WHERE { ?s danchieu:id 't/tổng-kết' }") == [
        {
            "subject": "https://w3id.org/danchieu/id/t/t%E1%BB%95ng-k%E1%BA%BFt",
            "predicate": "http://www.w3.org/2004/02/skos/core#note",
            "object": "x",
        }
    ]


@pytest.mark.parametrize(
    "value", ['a"b', "a'b", "a\\b", "a\nb\r\t", "\\u0022", "$other", "# no comment", "1", True, 7, -2, 0.5]
)
def test_what_is_bound_comes_back_as_it_was(store: Triples, value: Any) -> None:
    assert store.sparql("SELECT ?x { BIND($value AS ?x) }", {"value": value}) == [{"x": value}]


def test_a_name_without_a_place_is_refused(store: Triples) -> None:
    with pytest.raises(CannotAnswer, match=r"no place for \$x"):
        store.sparql(ALL, {"x": 1})
