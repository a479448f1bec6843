"""One contract, every store that answers Cypher: the same rows in the same plain JSON shape, and only reading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from city import city

from graph.elements import Edge, Graph, Node, Property
from graph.errors import CannotAnswer
from graph.stores.embedded import Embedded
from graph.stores.protocol import Asked
from graph.stores.server import Server


def edge(kind: str, source: str, target: str, **properties: Property) -> Edge:
    return Edge(id=f"{kind} {source} {target}", type=kind, source=source, target=target, properties=properties)


RESOLUTION = Node(id="nq", labels=("Document", "Resolution"), properties={"number": "27-NQ/TW", "title": "Nghị quyết"})
NOTICE = Node(
    id="tb", labels=("Document", "Conclusion", "Notice"), properties={"title": "Kết luận", "aliases": ["a", "b"]}
)
DIRECTIVE = Node(id="ct", labels=("Document", "Directive"), properties={"title": "(#1:0)"})
BODY = Node(id="sdl", labels=("Body",), properties={"name": "Sở Du lịch", "collective": False})
CHAIN: dict[str, Property] = {"relation": "IMPLEMENTS", "family": "implementation", "planned": False, "starts": [5]}
G = Graph(
    [RESOLUTION, NOTICE, DIRECTIVE, BODY],
    [
        edge("DEPENDS_ON", "ct", "tb", **CHAIN),
        edge("DEPENDS_ON", "tb", "nq", **CHAIN),
        edge("CITES", "nq", "nq", count=1),
        edge("ASSIGNS", "tb", "sdl", role="lead", due="2023-11-30"),
    ],
)


def row_of(element: Node | Edge) -> dict[str, object]:
    if isinstance(element, Node):
        return {"id": element.id, "labels": list(element.labels), "properties": dict(element.properties)}
    told = {name: getattr(element, name) for name in ("id", "type", "source", "target")}
    return {**told, "properties": dict(element.properties)}


EDGES = {id: row_of(e) for id, e in G.edges.items()}
NODES = {id: row_of(n) for id, n in G.nodes.items()}
DOWN = {
    "nodes": [NODES["ct"], NODES["tb"], NODES["nq"]],
    "edges": [EDGES["DEPENDS_ON ct tb"], EDGES["DEPENDS_ON tb nq"]],
}


@pytest.fixture(scope="module", params=["embedded", pytest.param("server", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    opened = (
        Server(request.getfixturevalue("neo4j_uri"))
        if request.param == "server"
        else Embedded(tmp_path_factory.mktemp("asked") / "store", write=True)
    )
    opened.publish(G)
    yield opened
    opened.close()


QUESTIONS = {
    "a node": ("MATCH (n:Resolution) RETURN n", [{"n": NODES["nq"]}]),
    "a node by its general label": ("MATCH (n:Document {id: 'tb'}) RETURN n", [{"n": NODES["tb"]}]),
    "a node by two labels": ("MATCH (n:Notice:Conclusion) RETURN n", [{"n": NODES["tb"]}]),
    "an edge": ("MATCH ()-[r:ASSIGNS]->() RETURN r", [{"r": EDGES["ASSIGNS tb sdl"]}]),
    "an edge against its direction": ("MATCH (:Body)<-[r]-() RETURN r", [{"r": EDGES["ASSIGNS tb sdl"]}]),
    "an edge by its id": ("MATCH ()-[r {id: 'CITES nq nq'}]->() RETURN r", [{"r": EDGES["CITES nq nq"]}]),
    "a path": ("MATCH p = (:Directive)-[:DEPENDS_ON*1..6]->(:Resolution) RETURN p", [{"p": DOWN}]),
    "a path upwards": (
        "MATCH p = (:Resolution)<-[:DEPENDS_ON*2]-(:Directive) RETURN p",
        [{"p": {"nodes": DOWN["nodes"][::-1], "edges": DOWN["edges"][::-1]}}],
    ),
    "a path of one node": ("MATCH p = (:Body) RETURN p", [{"p": {"nodes": [NODES["sdl"]], "edges": []}}]),
    "a loop": (
        "MATCH p = (n)-[:CITES]->(n) RETURN p",
        [{"p": {"nodes": [NODES["nq"], NODES["nq"]], "edges": [EDGES["CITES nq nq"]]}}],
    ),
    "the shortest path": (
        "MATCH p = shortestPath((a:Directive)-[:DEPENDS_ON*]->(b:Resolution)) RETURN p",
        [{"p": DOWN}],
    ),
    "the parts of a path": (
        "MATCH p = (:Directive)-[*]->(:Resolution {number: '27-NQ/TW'}) WHERE length(p) = 2"
        " RETURN nodes(p) AS ns, relationships(p) AS es",
        [{"ns": DOWN["nodes"], "es": DOWN["edges"]}],
    ),
    "edges of a chain": ("MATCH (:Directive)-[r:DEPENDS_ON*2]->() RETURN r", [{"r": DOWN["edges"]}]),
    "in lists and maps": (
        "MATCH p = (n:Directive)-[r]->() RETURN [n, p] AS l, {edge: r, deep: [{node: n}]} AS m",
        [
            {
                "l": [NODES["ct"], {"nodes": DOWN["nodes"][:2], "edges": DOWN["edges"][:1]}],
                "m": {"edge": DOWN["edges"][0], "deep": [{"node": NODES["ct"]}]},
            }
        ],
    ),
    "gathered": ("MATCH (n:Body) RETURN collect(n) AS all, count(n) AS c", [{"all": [NODES["sdl"]], "c": 1}]),
    "scalars": (
        "RETURN 1 AS i, 1.5 AS f, 'á' AS s, true AS b, null AS n",
        [{"i": 1, "f": 1.5, "s": "á", "b": True, "n": None}],
    ),
    "dates": ("RETURN date('2023-11-30') AS d, [date('2023-11-30')] AS l", [{"d": "2023-11-30", "l": ["2023-11-30"]}]),
    "a time": ("RETURN datetime('2023-11-30T08:00:09Z') AS t", [{"t": "2023-11-30T08:00:09Z"}]),
    "what is not there": ("MATCH (n:Directive) RETURN n.nothing AS x", [{"x": None}]),
    "nothing": ("OPTIONAL MATCH p = (n:Nobody)-[r]->() RETURN n, r, p", [{"n": None, "r": None, "p": None}]),
    "no row": ("MATCH (n:Nobody) RETURN n", []),
    "names of columns": (
        "MATCH (n:Body) RETURN n.name, n.name AS `tên đầy đủ`",
        [{"n.name": "Sở Du lịch", "tên đầy đủ": "Sở Du lịch"}],
    ),
    "its properties": (
        "MATCH (n:Body) RETURN properties(n) AS p",
        [{"p": {"id": "sdl", "name": "Sở Du lịch", "collective": False}}],
    ),
    "which directive implements which resolution": (
        "MATCH p = (d:Directive)-[:DEPENDS_ON*1..6 {family: 'implementation', planned: false}]->(r:Resolution)"
        " RETURN p",
        [{"p": DOWN}],
    ),
    "who must do what by when": (
        "MATCH (c:Conclusion)-[a:ASSIGNS]->(b:Body {name: 'Sở Du lịch'}) RETURN c.title, a.role, a.due",
        [{"c.title": "Kết luận", "a.role": "lead", "a.due": "2023-11-30"}],
    ),
    "a text that looks like a path": ("MATCH (n:Directive) RETURN n.title AS t", [{"t": "(#1:0)"}]),
}

WRITES = [
    "CREATE (:Document {id: 'x'})",
    "MATCH (n) SET n.title = 'x'",
    "MATCH (n) REMOVE n:Document",
    "MATCH (n) DETACH DELETE n",
    "MERGE (:Document {id: 'nq', title: 'x'})",
    "MATCH (n) FOREACH (x IN [1] | SET n.title = 'x')",
    "CALL { CREATE (n:Document) RETURN n } RETURN n",
    "CREATE INDEX nope FOR (n:Document) ON (n.title)",
]

WRONG = [
    "MATCH (n) RETRN n",
    "MATCH (n) RETURN m",
    "",
    "RETURN 1; MATCH (n) DETACH DELETE n",
    "RETURN nothing_of_that_name(1)",
    "MATCH (n) RETURN n.id AS a, n.title AS a",
    "RETURN 1/0 AS x",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "MATCH (n) WHERE n.id = $nobody RETURN n",
]

SLY = ["'}) DETACH DELETE n //", '" OR 1=1 //', "nq' OR '1'='1", "`", "\\", "{x: $x}", "$x", "nq\u0000"]


class TestAsked:
    @pytest.mark.parametrize("name", QUESTIONS)
    def test_the_rows_are_plain_and_the_same(self, store: Asked, name: str) -> None:
        cypher, rows = QUESTIONS[name]
        assert store.ask(cypher) == rows

    def test_columns_stand_as_in_the_return_clause_and_properties_by_name(self, store: Asked) -> None:
        row = store.ask("MATCH (n:Notice) RETURN n.title AS z, n AS a, 1 AS m")[0]
        assert list(row) == ["z", "a", "m"]
        assert list(row["a"]["properties"]) == sorted(row["a"]["properties"])

    def test_all_of_it_can_be_written_as_json(self, store: Asked) -> None:
        found = store.ask("MATCH p = (n)-[r]->(m) RETURN p, n, r, m, properties(r) AS x, labels(n) AS l")
        assert len(json.loads(json.dumps(found))) == len(G.edges)

    def test_bookkeeping_is_never_shown(self, store: Asked) -> None:
        found = store.ask(
            "MATCH p = (n)-[r]->() RETURN p, n, r, properties(n) AS a, properties(r) AS b, keys(n) AS c, [keys(r)] AS d"
        )
        assert "_danchieu" not in json.dumps(found)
        assert sorted(found[0]["a"]) == sorted(found[0]["c"])

    def test_labels_and_types_count_as_in_the_graph(self, store: Asked) -> None:
        g = city()
        store.publish(g)
        try:
            labels = store.ask("MATCH (n) UNWIND labels(n) AS l RETURN l, count(*) AS c")
            types = store.ask("MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS c")
        finally:
            store.publish(G)
        assert {r["l"]: r["c"] for r in labels} == Counter(label for n in g.nodes.values() for label in n.labels)
        assert {r["t"]: r["c"] for r in types} == Counter(e.type for e in g.edges.values())

    @pytest.mark.parametrize("sly", SLY)
    def test_a_parameter_is_a_value_and_nothing_more(self, store: Asked, sly: str) -> None:
        assert store.ask("MATCH (n {id: $x}) RETURN n", {"x": sly}) == []
        assert store.ask("RETURN $x AS x, $l AS l, $m AS m", {"x": sly, "l": [sly, 1], "m": {"k": sly}}) == [
            {"x": sly, "l": [sly, 1], "m": {"k": sly}}
        ]
        assert Graph(store.nodes(), store.edges()) == G

    def test_parameters_find_what_they_name(self, store: Asked) -> None:
        found = store.ask("MATCH (n) WHERE n.id IN $ids RETURN n ORDER BY n.id", {"ids": ["nq", "ct"]})
        assert found == [{"n": NODES["ct"]}, {"n": NODES["nq"]}]

    @pytest.mark.parametrize("cypher", WRITES)
    def test_what_would_write_is_refused(self, store: Asked, cypher: str) -> None:
        with pytest.raises(CannotAnswer, match="only read") as told:
            store.ask(cypher)
        assert told.value.hint
        assert Graph(store.nodes(), store.edges()) == G

    @pytest.mark.parametrize("cypher", WRONG)
    def test_what_is_wrong_is_said_in_one_line(self, store: Asked, cypher: str) -> None:
        with pytest.raises(CannotAnswer) as told:
            store.ask(cypher)
        assert "\n" not in str(told.value)
        assert len(str(told.value)) < 500
        assert told.value.hint

    def test_after_an_error_it_still_answers(self, store: Asked) -> None:
        with pytest.raises(CannotAnswer):
            store.ask("MATCH (n) RETRN n")
        assert store.ask("MATCH (n:Body) RETURN n.id AS id") == [{"id": "sdl"}]
