"""The store on a Neo4j server where it is more than the contract: in company, behind a password, not there at all."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import neo4j
import pytest
from neo4j_server import Guarded, free_port

from graph.elements import Edge, Graph, Node
from graph.errors import CannotReach, CannotWrite
from graph.stores import push, reach
from graph.stores.protocol import Changes
from graph.stores.server import Server


def document(id: str, kind: str = "Resolution") -> Node:
    return Node(id=id, labels=("Document", kind), properties={"title": id})


def cites(source: str, target: str) -> Edge:
    return Edge(id=f"CITES {source} {target}", type="CITES", source=source, target=target, properties={"n": 1})


G = Graph(map(document, "abc"), [cites("a", "b"), cites("b", "c")])
LESS = Graph(map(document, "ab"), [cites("a", "b")])
THEIRS = """
MATCH (a:Document {id: 'a'}), (b:Document {id: 'b'}), (c:Document {id: 'c'})
CREATE (:Document {name: 'no id'}), (x:Document:Resolution {id: 'x', n: 1})-[:CITES {id: 'theirs'}]->(y:Note {t: 'y'}),
       (a)-[:CITES {id: 'CITES a b'}]->(b), (y)-[:ABOUT {w: 2}]->(c), (c)-[:ABOUT]->(c)
"""


@pytest.fixture
def theirs(neo4j_uri: str) -> Iterator[neo4j.Driver]:
    """Another program on an empty server."""
    with neo4j.GraphDatabase.driver(neo4j_uri, notifications_min_severity="OFF") as driver:
        _empty(driver)
        yield driver
        _empty(driver)


@pytest.fixture
def server(neo4j_uri: str, theirs: neo4j.Driver) -> Iterator[Server]:
    with Server(neo4j_uri) as opened:
        yield opened


def _empty(driver: neo4j.Driver) -> None:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    for row in _all(driver, "SHOW CONSTRAINTS YIELD name"):
        driver.execute_query(f"DROP CONSTRAINT `{row['name']}`")
    for row in _all(driver, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        driver.execute_query(f"DROP INDEX `{row['name']}`")


def _all(driver: neo4j.Driver, cypher: Any, **parameters: Any) -> list[dict[str, Any]]:
    return [dict(record) for record in driver.execute_query(cypher, parameters).records]


def foreign(driver: neo4j.Driver) -> list[Any]:
    """Everything of the other program, with its labels, properties and addresses."""
    nodes = (
        "MATCH (n) WHERE n._danchieu IS NULL RETURN elementId(n) AS at, labels(n) AS l, properties(n) AS p ORDER BY at"
    )
    edges = """MATCH (a)-[r]->(b) WHERE r._danchieu IS NULL
               RETURN elementId(r) AS at, type(r) AS t, properties(r) AS p, elementId(a) AS a, elementId(b) AS b
               ORDER BY at"""
    return [_all(driver, nodes), _all(driver, edges)]


def held(store: Server) -> Graph:
    return Graph(store.nodes(), store.edges())


@pytest.mark.neo4j
class TestCompany:
    """Other programs use the same labels and types, and their edges hang on our nodes."""

    def test_what_is_theirs_is_never_touched_nor_counted(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        theirs.execute_query(THEIRS)
        before = foreign(theirs)
        assert [len(part) for part in before] == [3, 4]
        for g in (G, LESS, Graph([document("a", "Law")]), Graph(), G):
            server.publish(g)
            assert held(server) == g
            assert foreign(theirs) == before

    def test_counted_are_ours_alone(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        theirs.execute_query(THEIRS)
        assert not server.publish(G)
        assert server.publish(LESS) == Changes(nodes_removed=1, edges_removed=1)
        assert not server.publish(LESS)

    def test_a_node_that_their_edge_hangs_on_stays_bare_and_comes_back(
        self, server: Server, theirs: neo4j.Driver
    ) -> None:
        server.publish(G)
        theirs.execute_query(THEIRS)
        server.publish(LESS)
        bare = _all(theirs, "MATCH (:Note)-[:ABOUT]->(n) RETURN labels(n) AS l, properties(n) AS p")
        assert bare == [{"l": [], "p": {"id": "c", "_danchieu": ""}}]
        assert server.publish(G) == Changes(nodes_written=1, edges_written=1)
        again = _all(theirs, "MATCH (:Note)-[:ABOUT]->(n) RETURN n.title AS t, count(*) AS c")
        assert again == [{"t": "c", "c": 1}]

    def test_a_query_sees_what_is_theirs_in_the_same_shape(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        theirs.execute_query(THEIRS)
        row = server.ask("MATCH (n:Note)-[r:ABOUT]->(m) RETURN n, r, m")[0]
        assert row["n"]["labels"] == ["Note"]
        assert row["r"]["source"] == row["n"]["id"]
        assert (row["r"]["target"], row["r"]["properties"], row["m"]["id"]) == ("c", {"w": 2}, "c")

    def test_their_node_under_our_id_is_not_taken(self, server: Server, theirs: neo4j.Driver) -> None:
        theirs.execute_query("CREATE (:Document {id: 'b', name: 'theirs'})")
        before = foreign(theirs)
        with pytest.raises(CannotWrite, match="Document b that another program wrote") as told:
            server.publish(G)
        assert told.value.hint
        assert foreign(theirs) == before
        assert held(server) == Graph()

    def test_their_index_in_the_place_of_our_constraint_will_do(self, server: Server, theirs: neo4j.Driver) -> None:
        theirs.execute_query("CREATE INDEX theirs FOR (n:Document) ON (n.id)")
        server.publish(G)
        assert held(server) == G
        assert not server.publish(G)

    def test_their_doubles_are_no_obstacle(self, server: Server, theirs: neo4j.Driver) -> None:
        theirs.execute_query("CREATE (:Document {id: 'theirs'}), (:Document {id: 'theirs'})")
        server.publish(G)
        assert held(server) == G
        assert not server.publish(G)
        assert len(foreign(theirs)[0]) == 2

    def test_what_they_removed_of_ours_is_written_again(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        theirs.execute_query("MATCH (n:Document {id: 'b'}) DETACH DELETE n")
        assert server.publish(G) == Changes(nodes_written=1, edges_written=2)
        assert held(server) == G


@pytest.mark.neo4j
class TestPublication:
    def test_ids_are_unique_under_each_general_label(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        found = _all(theirs, "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type STARTS WITH 'UNIQUE'")
        assert {r["labelsOrTypes"][0] for r in found if r["properties"] == ["id"]} == {
            *("Document", "Source", "Mention", "Project", "Body", "Person", "Task")
        }

    def test_pushed_twice_nothing_is_written(self, server: Server, theirs: neo4j.Driver) -> None:
        server.publish(G)
        before = _all(
            theirs, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN elementId(n) AS n, elementId(r) AS r ORDER BY n"
        )
        assert not server.publish(G)
        assert before == _all(
            theirs, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN elementId(n) AS n, elementId(r) AS r ORDER BY n"
        )

    def test_many_small_batches_do_the_same(self, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(push, "_AT_ONCE", 3)
        ids = [f"n{i}" for i in range(10)]
        g = Graph(map(document, ids), [cites(a, b) for a in ids for b in ids if a < b])
        for wanted in (g, LESS, g, Graph()):
            server.publish(wanted)
            assert held(server) == wanted

    def test_two_that_push_at_once_leave_one_whole_graph(self, neo4j_uri: str, server: Server) -> None:
        server.publish(Graph())
        told: list[Exception] = []

        def work() -> None:
            try:
                with Server(neo4j_uri) as own:
                    own.publish(G)
            except CannotWrite as error:
                told.append(error)

        threads = [Thread(target=work) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        server.publish(G)
        assert held(server) == G
        assert [r["c"] for r in server.ask("MATCH ()-[r]->() RETURN count(r) AS c")] == [2]
        assert len(told) < 3

    def test_a_routing_address_reaches_a_single_server_too(self, neo4j_uri: str, server: Server) -> None:
        with Server(neo4j_uri.replace("bolt://", "neo4j://")) as routed:
            routed.publish(G)
            assert held(routed) == G


@pytest.mark.neo4j
class TestPassword:
    def test_the_right_one_lets_in(self, neo4j_guarded: Guarded) -> None:
        with Server(neo4j_guarded.uri, user=neo4j_guarded.user, password=neo4j_guarded.password) as server:
            server.publish(G)
            assert held(server) == G

    @pytest.mark.parametrize(
        ("user", "password"), [("neo4j", "kín-như-bưng"), ("nobody", "kín-như-bưng"), ("neo4j", None), (None, None)]
    )
    def test_a_wrong_one_is_refused_and_never_printed(
        self, neo4j_guarded: Guarded, user: str | None, password: str | None, capfd: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(CannotReach, match="refused") as told:
            Server(neo4j_guarded.uri, user=user, password=password)
        assert "NEO4J_PASSWORD" in told.value.hint
        printed = str(told.value) + repr(told.value) + "".join(capfd.readouterr())
        assert "kín-như-bưng" not in printed
        assert "\n" not in str(told.value)


@contextmanager
def _http() -> Iterator[int]:
    class Quiet(BaseHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as http:
        Thread(target=http.serve_forever, daemon=True).start()
        yield http.server_port
        http.shutdown()


@contextmanager
def _listening(answer: bytes | None) -> Iterator[int]:
    """Something that answers every connection with the same bytes, or with nothing while it stays open."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def work() -> None:
            kept = []
            while True:
                try:
                    line, _ = listener.accept()
                except OSError:
                    break
                kept.append(line)
                if answer is not None:
                    with suppress(OSError):  # who asked may have hung up at the first bytes
                        line.sendall(answer)
                        line.shutdown(socket.SHUT_WR)
            for line in kept:
                line.close()

        thread = Thread(target=work)
        thread.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


class TestReach:
    """Every reason why a server cannot be reached is one line with the next step."""

    def refusal(self, uri: str) -> str:
        with pytest.raises(CannotReach) as told:
            Server(uri, user="neo4j", password="kín-như-bưng")
        assert told.value.hint
        assert "\n" not in str(told.value)
        assert "kín-như-bưng" not in str(told.value)
        return str(told.value)

    @pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
    def test_nothing_listens(self, scheme: str) -> None:
        port = free_port()
        assert f"no server on 127.0.0.1:{port}" in self.refusal(f"{scheme}://127.0.0.1:{port}")

    @pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
    def test_a_web_server_is_not_neo4j(self, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reach, "_PATIENCE", 0.5)
        with _http() as port:
            assert "Neo4j server" in self.refusal(f"{scheme}://127.0.0.1:{port}")

    @pytest.mark.parametrize("answer", [b"", b"HT", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-x\r\n"])
    def test_what_answers_otherwise_is_not_neo4j(self, answer: bytes) -> None:
        with _listening(answer) as port:
            assert "is not a Neo4j server" in self.refusal(f"bolt://127.0.0.1:{port}")

    def test_what_never_answers_is_not_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reach, "_PATIENCE", 0.2)
        with _listening(None) as port:
            assert "does not answer" in self.refusal(f"bolt://127.0.0.1:{port}")

    @pytest.mark.parametrize(
        "uri",
        [
            "",
            "localhost:7687",
            "127.0.0.1",
            "http://127.0.0.1:7474",
            "https://127.0.0.1",
            "bolt://",
            "bolt:///x",
            "bolt://127.0.0.1:port",
            "bolt://127.0.0.1:99999",
            "bolt://[::1",
            "bolt://neo4j:kín-như-bưng@127.0.0.1:7687",
            "/tmp/danchieu.db",
        ],
    )
    def test_what_is_no_address(self, uri: str) -> None:
        self.refusal(uri)

    def test_a_host_that_nobody_knows(self) -> None:
        assert "no host named nobody.invalid" in self.refusal("bolt://nobody.invalid")

    @pytest.mark.neo4j
    def test_a_server_without_tls(self, neo4j_uri: str) -> None:
        assert "TLS" in self.refusal(neo4j_uri.replace("bolt://", "bolt+s://"))

    @pytest.mark.neo4j
    def test_a_server_that_goes_away(self, neo4j_uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(reach, "_PATIENCE", 0.5)
        relay = _relay(int(neo4j_uri.rpartition(":")[2]))
        with relay as (port, cut), Server(f"bolt://127.0.0.1:{port}") as server:
            assert server.ask("RETURN 1 AS one") == [{"one": 1}]
            cut()
            with pytest.raises(CannotReach, match="does not answer") as told:
                server.ask("RETURN 1 AS one")
            assert "\n" not in str(told.value)
            with pytest.raises(CannotReach):
                server.publish(G)


@contextmanager
def _relay(to: int) -> Iterator[tuple[int, Callable[[], None]]]:
    """A port that passes everything on to another one, until it is cut."""
    lines: list[socket.socket] = []
    threads: list[Thread] = []

    def begin(work: Callable[..., None], *of: socket.socket) -> None:
        threads.append(Thread(target=work, args=of))
        threads[-1].start()

    def pump(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)

    def work() -> None:
        with suppress(OSError):
            while True:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", to))
                lines.extend((near, far))
                begin(pump, near, far)
                begin(pump, far, near)

    def cut() -> None:
        for line in (listener, *lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        begin(work)
        yield listener.getsockname()[1], cut
        cut()
        for thread in threads:
            thread.join()
        for line in lines:
            line.close()
