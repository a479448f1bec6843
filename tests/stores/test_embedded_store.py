"""The embedded store where it is more than the contract: opened twice, broken off, damaged, watched, asked slyly."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from city import city

from graph.elements import Edge, Graph, Node
from graph.errors import CannotAnswer, CannotOpen, CannotWrite
from graph.stores.embedded import Embedded

IDS = [f"n{i}" for i in range(40)]
G = Graph(
    [Node(id=i, labels=("Document", "Law"), properties={"n": i}) for i in IDS],
    [Edge(id=f"e{i}", type="CITES", source=i, target=IDS[0], properties={}) for i in IDS],
)
_NEW = Node(id="new", labels=("Task",), properties={})
OTHER = Graph([*(G.nodes[i] for i in IDS[:3]), _NEW], [G.edges[f"e{i}"] for i in IDS[:2]])

# What another process does first: `g` and `other` are the graphs above, `store` the store in the folder given.
PREAMBLE = """
import os, signal, sys
from test_embedded_store import G as g, OTHER as other
from graph.stores import writing
from graph.stores.embedded import Embedded
def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
"""


def held(store: Embedded) -> Graph:
    return Graph(store.nodes(), store.edges())


def elsewhere(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """What a process of its own says when it has run some code on a folder."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "TMPDIR": str(folder.parent)}
    return subprocess.run(
        [sys.executable, "-c", PREAMBLE + code, folder], capture_output=True, text=True, env=environment, check=False
    )


@contextmanager
def opened_elsewhere(folder: Path, *, write: bool) -> Iterator[None]:
    """While another process has the store open."""
    code = f"s = Embedded(sys.argv[1], write={write})\nprint('open', flush=True)\nsys.stdin.read()\ns.close()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield
        finally:
            other.stdin.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store that holds G, closed."""
    path = tmp_path / "hồ sơ" / "danchieu.db"
    with Embedded(path, write=True) as store:
        store.publish(G)
    return path


def refusal(folder: Path, *, write: bool) -> str:
    """What the user reads when the store cannot be opened: one line with the next step."""
    with pytest.raises(CannotOpen) as told:
        Embedded(folder, write=write)
    assert told.value.hint
    assert "\n" not in str(told.value)
    assert str(folder) in str(told.value)
    return str(told.value)


class TestOpening:
    @pytest.mark.parametrize("write", [True, False])
    def test_a_file_is_no_store(self, tmp_path: Path, write: bool) -> None:
        file = tmp_path / "a.txt"
        file.write_text("x")
        assert "is a file" in refusal(file, write=write)

    @pytest.mark.parametrize("write", [True, False])
    def test_a_folder_of_other_things_is_no_store_and_stays_as_it_is(self, tmp_path: Path, write: bool) -> None:
        (tmp_path / "a.txt").write_text("x")
        assert "no store" in refusal(tmp_path, write=write)
        assert [f.name for f in tmp_path.iterdir()] == ["a.txt"]

    def test_to_read_what_is_not_there_makes_nothing(self, tmp_path: Path) -> None:
        assert "danchieu load" in refusal(tmp_path / "a" / "b", write=False)
        assert not list(tmp_path.iterdir())

    def test_to_write_makes_the_folder(self, tmp_path: Path) -> None:
        Embedded(tmp_path / "a" / "b", write=True).close()
        with Embedded(tmp_path / "a" / "b", write=False) as store:
            assert held(store) == Graph()

    def test_a_reader_cannot_publish(self, folder: Path) -> None:
        with Embedded(folder, write=False) as store, pytest.raises(CannotWrite, match="open to read"):
            store.publish(Graph())

    def test_reading_leaves_the_files_as_they_are(self, folder: Path) -> None:
        before = {f.name: f.read_bytes() for f in folder.iterdir()}
        with Embedded(folder, write=False) as store:
            assert held(store) == G
        assert {f.name: f.read_bytes() for f in folder.iterdir()} == before


class TestLock:
    @pytest.mark.parametrize("write", [True, False])
    def test_while_another_process_writes_it_is_locked(self, folder: Path, write: bool) -> None:
        with opened_elsewhere(folder, write=True):
            assert "locked" in refusal(folder, write=write)
        Embedded(folder, write=write).close()

    def test_many_may_read_and_nobody_writes_meanwhile(self, folder: Path) -> None:
        with opened_elsewhere(folder, write=False), opened_elsewhere(folder, write=False):
            with Embedded(folder, write=False) as store:
                assert held(store) == G
            assert "locked" in refusal(folder, write=True)
        Embedded(folder, write=True).close()

    @pytest.mark.parametrize(("first", "second"), [(True, True), (True, False), (False, True), (False, False)])
    def test_one_process_opens_it_once(self, folder: Path, first: bool, second: bool) -> None:
        with Embedded(folder, write=first) as store:
            refusal(folder, write=second)
            assert held(store) == G

    def test_a_refused_opening_holds_nothing(self, folder: Path) -> None:
        note = folder / "danchieu.json"
        kept = note.read_bytes()
        note.write_bytes(b"{")
        refusal(folder, write=True)
        note.write_bytes(kept)
        Embedded(folder, write=True).close()


class TestDamage:
    @pytest.mark.parametrize("write", [True, False])
    @pytest.mark.parametrize("suffix", [".bucket", ".dict", ".umtidx"])
    def test_a_file_that_was_cut_off_is_noticed(self, folder: Path, suffix: str, write: bool) -> None:
        victim = max(folder.glob(f"*{suffix}"), key=lambda f: f.stat().st_size)
        os.truncate(victim, victim.stat().st_size // 2)
        told = refusal(folder, write=write)
        assert "damaged" in told
        assert victim.name in told

    @pytest.mark.parametrize("write", [True, False])
    def test_a_file_that_is_gone_is_noticed(self, folder: Path, write: bool) -> None:
        (folder / "schema.json").unlink()
        (folder / "schema.prev.json").unlink(missing_ok=True)
        assert "damaged" in refusal(folder, write=write)

    @pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"format": "x"}', b"\xff\xfe"])
    def test_a_note_that_cannot_be_read(self, folder: Path, note: bytes) -> None:
        (folder / "danchieu.json").write_bytes(note)
        assert "damaged" in refusal(folder, write=False)

    def test_a_schema_that_is_nonsense_of_the_same_size(self, folder: Path) -> None:
        file = folder / "schema.json"
        file.write_bytes(b"?" * file.stat().st_size)
        assert "damaged" in refusal(folder, write=False)

    @pytest.mark.parametrize("write", [True, False])
    def test_another_version_is_told_and_nothing_is_touched(self, folder: Path, write: bool) -> None:
        file = folder / "danchieu.json"
        file.write_text(json.dumps({**json.loads(file.read_text()), "format": 99}))
        before = {f.name: f.read_bytes() for f in folder.iterdir()}
        assert "another version of danchieu (format 99" in refusal(folder, write=write)
        assert {f.name: f.read_bytes() for f in folder.iterdir()} == before


class TestBrokenOff:
    """A process is killed (SIGKILL) at the worst moment; nothing of it is mocked."""

    def killed(self, code: str, folder: Path) -> None:
        done = elsewhere(code, folder)
        assert done.returncode == -signal.SIGKILL, done.stderr

    @pytest.mark.parametrize("write", [True, False])
    def test_after_a_publication_the_next_opening_finds_it(self, folder: Path, write: bool) -> None:
        self.killed("Embedded(sys.argv[1], write=True).publish(other); die()", folder)
        with Embedded(folder, write=write) as store:
            assert held(store) == OTHER
        with Embedded(folder, write=False) as store:
            assert held(store) == OTHER

    def test_within_a_publication_what_was_held_before_is_kept(self, folder: Path) -> None:
        self.killed("writing._create = die; Embedded(sys.argv[1], write=True).publish(other)", folder)
        with Embedded(folder, write=False) as store:
            assert held(store) == G
        with Embedded(folder, write=True) as store:
            assert store.publish(OTHER)
            assert held(store) == OTHER

    def test_within_a_first_publication_readers_are_told_and_the_next_one_mends_it(self, tmp_path: Path) -> None:
        code = "import arcadedb; arcadedb.GraphBatch.new_edges = die; Embedded(sys.argv[1], write=True).publish(g)"
        code = code.replace("arcadedb.GraphBatch", "arcadedb._native.extras.NativeGraphBatch")
        self.killed(f"import arcadedb._native.extras; {code}", tmp_path)
        assert "half filled" in refusal(tmp_path, write=False)
        Embedded(tmp_path, write=True).close()
        assert "half filled" in refusal(tmp_path, write=False)
        with Embedded(tmp_path, write=True) as store:
            assert store.publish(G)
            assert held(store) == G
        with Embedded(tmp_path, write=False) as store:
            assert held(store) == G

    def test_before_anything_was_made(self, tmp_path: Path) -> None:
        self.killed("from graph.stores import engine; engine.create = die; Embedded(sys.argv[1], write=True)", tmp_path)
        with Embedded(tmp_path, write=True) as store:
            store.publish(G)
            assert held(store) == G


class TestQuiet:
    @pytest.mark.parametrize(("tmp", "end"), [("tmp", ""), ("a b", ""), ("tmp", "; die()")])
    def test_nothing_is_said_and_nothing_left_behind(self, tmp_path: Path, tmp: str, end: str) -> None:
        code = f"s = Embedded(sys.argv[1], write=True); s.publish(g); s.publish(other); s.close(){end}"
        for name in (tmp, "home", "work"):
            (tmp_path / name).mkdir()
        done = subprocess.run(
            [sys.executable, "-c", PREAMBLE + code, tmp_path / "store"],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path / "work",
            env={
                "PYTHONPATH": os.pathsep.join(sys.path),
                "TMPDIR": str(tmp_path / tmp),
                "HOME": str(tmp_path / "home"),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
        )
        assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGKILL if end else 0, "", "")
        assert not [f for name in (tmp, "home", "work") for f in (tmp_path / name).iterdir()]

    def test_the_engine_is_not_imported_before_it_is_needed(self) -> None:
        code = "import graph.stores.embedded, graph.stores.server, graph.stores.memory, sys; "
        code += "print({'arcadedb', 'neo4j', 'networkx'} & sys.modules.keys())"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "set()\n"


class TestAsking:
    def test_no_file_and_no_address_is_read(self, folder: Path) -> None:
        with socket.socket() as listener, Embedded(folder, write=False) as store:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            listener.settimeout(0.2)
            for place in (f"http://127.0.0.1:{listener.getsockname()[1]}/x", f"file://{folder}/danchieu.json"):
                with pytest.raises(CannotAnswer):
                    store.ask("LOAD CSV FROM $place AS line RETURN line", {"place": place})
            with pytest.raises(TimeoutError):
                listener.accept()

    def test_a_text_like_a_path_of_nothing_stays_a_text_beside_paths(self, folder: Path) -> None:
        with Embedded(folder, write=False) as store:
            texts = [
                "(#1:0)",
                "(#1:0)-[#99:0]->(#1:1)",
                "(#999999999999:0)",
                "(#1:0)-[#1:0]->(#1:0)",
                "(#1:0) ",
                "#1:0",
            ]
            texts = [t for t in texts if t != "(#1:0)"]
            for text in texts:
                row = store.ask("MATCH p = (n:Law {id: 'n3'})-[:CITES]->() RETURN p, $text AS t", {"text": text})[0]
                assert row["t"] == text
                assert [n["id"] for n in row["p"]["nodes"]] == ["n3", "n0"]

    def test_a_map_with_the_keys_of_an_element_is_none(self, folder: Path) -> None:
        with Embedded(folder, write=False) as store:
            for record in ("#99:99", "] LIMIT 1 //", 7, None):
                for kind in ("CITES", "Nobody"):
                    fake = {"@rid": record, "@type": kind, "id": "x"}
                    assert store.ask("RETURN $fake AS f", {"fake": fake}) == [{"f": fake}]

    def test_several_threads_ask_at_once(self, folder: Path) -> None:
        found: list[int] = []
        with Embedded(folder, write=False) as store:

            def work() -> None:
                found.extend(len(store.ask("MATCH p = (:Law)-[r]->(n) RETURN p, r, n")) for _ in range(10))

            threads = [Thread(target=work) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert found == [len(G.edges)] * 40

    def test_new_labels_are_known_at_once(self, tmp_path: Path) -> None:
        with Embedded(tmp_path, write=True) as store:
            assert store.ask("MATCH (n) RETURN n") == []
            for g in (G, OTHER, city(), G):
                store.publish(g)
                assert {r["n"]["id"] for r in store.ask("MATCH (n) RETURN n")} == g.nodes.keys()
                assert {r["r"]["id"] for r in store.ask("MATCH ()-[r]->() RETURN r")} == g.edges.keys()


def test_one_name_for_a_label_and_a_type_is_refused(tmp_path: Path) -> None:
    node = Node(id="a", labels=("SAME",), properties={})
    with Embedded(tmp_path, write=True) as store, pytest.raises(CannotWrite, match="SAME"):
        store.publish(Graph([node], [Edge(id="e", type="SAME", source="a", target="a", properties={})]))


def test_a_long_folder_name_with_blanks_and_marks(tmp_path: Path) -> None:
    folder = tmp_path / "Hồ sơ 'của' tôi & \"họ\" (2023) #1 %20 [x]"
    with Embedded(folder, write=True) as store:
        store.publish(G)
    with Embedded(str(folder), write=False) as store:
        assert held(store) == G
