"""Every export: what it holds, that it is written whole, and that it is the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx
import pytest
from town import SOURCE, town

from graph.elements import Edge, Graph, Node
from graph.errors import CannotWrite
from graph.formats import FORMATS, write
from graph.formats.plain import decoded, encoded
from graph.stores.server import Server

HOSTILE = "=1+1 'a' \"b\" \\n \\u0041 \\\\ </node> ]]> \x07\x0c\x85\u2028 ệ ê\u0323 🇻🇳\nline\ttab $x {{y}} ; // -- #"


def hostile() -> Graph:
    """The town, with a text that is at home in no format, as a value, an id and in a list."""
    g = town()
    one = Node(id=HOSTILE, labels=("Document", "Law"), properties={"title": HOSTILE, "aliases": [HOSTILE, "", "b"]})
    edge = Edge(
        id=f"x {HOSTILE}", type="CITES", source=HOSTILE, target="t/đề-án", properties={"quote": HOSTILE, "count": 1}
    )
    return Graph([*g.nodes.values(), one], [*g.edges.values(), edge])


@pytest.mark.parametrize("format", FORMATS)
def test_it_is_written_whole_and_again_the_same(format: str, tmp_path: Path) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    first = [p.read_bytes() for p in write(hostile(), format, tmp_path / "to" / "a")]
    again = write(hostile(), format, tmp_path / "to" / "a")
    assert [p.read_bytes() for p in again] == first
    assert all(first)
    assert sorted(p for p in (tmp_path / "to").rglob("*") if p.is_file()) == sorted(again)


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Known: turtle, ntriples"):
        write(town(), "docx", tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format", ["turtle", "csv"])
def test_a_place_that_cannot_be_written_to(format: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CannotWrite, match="Cannot write"):
        write(town(), format, tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text() == "mine"


def test_json_has_the_shape_of_the_contract() -> None:
    told = json.loads(encoded(town()))
    assert list(told) == ["nodes", "edges"]
    assert all(list(n) == ["id", "labels", "properties"] for n in told["nodes"])
    assert all(sorted(e) == ["id", "properties", "source", "target", "type"] for e in told["edges"])
    for part in told.values():
        assert [x["id"] for x in part] == sorted(x["id"] for x in part)


def test_json_comes_back() -> None:
    assert decoded(encoded(hostile())) == hostile()
    assert decoded(encoded(Graph())) == Graph()


def test_graphml_read_by_networkx(tmp_path: Path) -> None:
    (file,) = write(hostile(), "graphml", tmp_path / "a.graphml")
    read = networkx.read_graphml(file, force_multigraph=True)
    g = hostile()
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(g.nodes), len(g.edges))
    assert read.nodes["sông-la/sở-du-lịch"] == {
        "labels": "Body",
        "label": "Sở Du lịch",
        "name": "Sở Du lịch",
        "collective": False,
    }
    (cites,) = (d for *_, d in read.edges(data=True) if d.get("count") == 2)
    assert (cites["start"], cites["end"], json.loads(cites["starts"]), cites["edge"]) == (10, 23, [10, 70], "CITES")
    assert {k for *_, k in read.edges(keys=True)} >= set(town().edges)


def test_gexf_read_by_networkx(tmp_path: Path) -> None:
    (file,) = write(hostile(), "gexf", tmp_path / "a.gexf")
    read = networkx.read_gexf(file)
    g = hostile()
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(g.nodes), len(g.edges))
    (cites,) = (d for *_, d in read.edges(data=True) if d.get("count") == 2)
    assert (cites["start_"], cites["end_"], cites["label"]) == (10, 23, "CITES")
    assert b"lastmodifieddate" not in file.read_bytes()


def test_csv_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    nodes, edges = write(hostile(), "csv", tmp_path / "sheets")
    assert [nodes.name, edges.name] == ["nodes.csv", "edges.csv"]
    assert nodes.read_bytes().startswith(b"\xef\xbb\xbfid,labels,aliases,")
    rows = {r["id"]: r for r in csv.DictReader(io.StringIO(nodes.read_text("utf-8-sig"), newline=""))}
    assert len(rows) == len(hostile().nodes)
    assert json.loads(rows["sông-la/directive/07"]["aliases"]) == ["07-CT-TU", "sông-la/directive/07-CT-TU"]
    assert rows["'" + HOSTILE]["title"] == "'" + HOSTILE
    cites = next(r for r in csv.DictReader(io.StringIO(edges.read_text("utf-8-sig"), newline="")) if r["count"] == "2")
    assert (cites["edge"], cites["from"], cites["source"], cites["start"]) == (
        "CITES",
        "sông-la/conclusion/88",
        SOURCE,
        "10",
    )


def test_parquet_keeps_types(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    nodes, edges = write(hostile(), "parquet", tmp_path / "tables")
    rows = {r["id"]: r for r in parquet.read_table(nodes).to_pylist()}
    assert rows[HOSTILE]["aliases"] == [HOSTILE, "", "b"]
    assert rows["sông-la/sở-du-lịch"]["collective"] is False
    assert rows["sông-la/sở-du-lịch"]["aliases"] is None
    (cites,) = (r for r in parquet.read_table(edges).to_pylist() if r["count"] == 2)
    assert (cites["starts"], cites["from"], cites["edge"]) == ([10, 70], "sông-la/conclusion/88", "CITES")


@pytest.mark.neo4j
def test_the_cypher_script_is_what_a_push_would_write(neo4j_uri: str, tmp_path: Path) -> None:
    import neo4j

    (file,) = write(hostile(), "cypher", tmp_path / "a.cypher")
    with Server(neo4j_uri) as store:
        store.publish(Graph())
        with neo4j.GraphDatabase.driver(neo4j_uri) as driver, driver.session() as session:
            for _ in range(2):  # to run it twice does no harm
                for statement in file.read_text("utf-8").split(";\n"):
                    if statement:
                        session.run(statement).consume()
        assert not store.publish(hostile())
        assert Graph(store.nodes(), store.edges()) == hostile()
        store.publish(Graph())


def test_the_files_for_a_bulk_import(tmp_path: Path) -> None:
    nodes, edges, options = write(hostile(), "neo4j-admin", tmp_path / "bulk")
    read = [list(csv.reader(io.StringIO(p.read_text("utf-8"), newline=""))) for p in (nodes, edges)]
    assert [len(table) - 1 for table in read] == [len(hostile().nodes), len(hostile().edges)]
    assert read[0][0][:4] == ["id:ID", ":LABEL", "_danchieu:string", "aliases:string[]"]
    assert {"starts:long[]", "planned:boolean", "quote:string"} <= set(read[1][0])
    assert {len(row) for row in read[1]} == {len(read[1][0])}
    assert "--multiline-fields=true" in options.read_text()


def test_a_list_that_a_bulk_import_would_split_is_refused(tmp_path: Path) -> None:
    g = Graph([Node(id="a", labels=("Body",), properties={"aliases": ["a\x1fb"]})])
    with pytest.raises(CannotWrite, match="push"):
        write(g, "neo4j-admin", tmp_path / "bulk")
    assert list(tmp_path.iterdir()) == []
