"""The folder: statements and graph in step, whatever happens between them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from telling import HP, Text

from graph.build import build
from graph.elements import Graph
from graph.errors import CannotOpen, CannotWrite
from graph.local import GRAPH, STATEMENTS, Local

COUNT = "MATCH (n) RETURN count(n) AS n"


def conclusion(letter: str = "A") -> Text:
    t = Text(letter, number=f"{ord(letter)}-KL/TU", date="2023-10-19", jurisdiction=HP, title=f"về việc {letter}")
    t.cite(type="resolution", number="27-NQ/TW", date="2022-11-09")
    t.cite(type="resolution", number="08-NQ/TU", date="2022-12-06", jurisdiction=HP)
    t.cite(type="resolution", number="08-NQ/TU", date="2013-05-16", jurisdiction=HP)
    t.cite(type="resolution", number="08-NQ/TU", jurisdiction=HP)
    task, body = t.task(f"rà soát {letter}", due="2023-11-30"), t.body("Sở Du lịch", jurisdiction=HP)
    t.claim(task, "ASSIGNED_TO", body, role="lead", mode="assign")
    return t


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Local(tmp_path / "danchieu.db", write=True) as local:
        local.add(conclusion().reading, "a.txt")
    return tmp_path / "danchieu.db"


def test_what_is_kept_is_the_graph_of_the_statements(folder: Path) -> None:
    with Local(folder) as local:
        expected = build(s for r in local.readings() for s in r.statements)
        assert not local.stale
        assert Graph(local.nodes(), local.edges()) == expected == local.graph()
        assert local.ask(
            "MATCH (b:Body {name: $name})<-[:ASSIGNS]-(c:Conclusion) RETURN c.title AS t", {"name": "Sở Du lịch"}
        ) == [{"t": "về việc A"}]
        assert [n.id for n in local.find("27-nq/tw")] == ["trung-uong/resolution/27-NQ-TW/2022-11-09"]


def test_loading_again_changes_nothing(folder: Path) -> None:
    with Local(folder, write=True) as local:
        assert not local.add(conclusion().reading, "a.txt")
        assert not local.commit()


def test_only_what_differs_is_written(folder: Path) -> None:
    with Local(folder, write=True) as local:
        local.add(conclusion("B").reading, "b.txt")
        changes = local.commit()
        # a document, a source, a mention, a task; what both cite and the body are there already
        assert (changes.nodes_written, changes.nodes_removed) == (4, 0)
        local.remove("b.txt")
        assert local.commit().nodes_removed == 4


def test_removing_all_leaves_an_empty_graph(folder: Path) -> None:
    with Local(folder, write=True) as local:
        assert local.remove("a.txt") == [conclusion().source]
    with Local(folder) as local:
        assert local.ask(COUNT) == [{"n": 0}]
        assert local.status()["documents"] == 0


def test_status_has_the_shape_of_the_contract(folder: Path) -> None:
    with Local(folder) as local:
        status = local.status()
    assert status == {
        "documents": 1,
        "cited": 3,
        "planned": 0,
        "nodes": {"Body": 1, "Conclusion": 1, "Document": 4, "Mention": 1, "Resolution": 3, "Source": 1, "Task": 1},
        "edges": {
            "ASSIGNED_TO": 1,
            "ASSIGNS": 1,
            "CITES": 3,
            "HAS_SOURCE": 1,
            "MAY_REFER_TO": 2,
            "MENTIONS": 1,
            "ORDERS": 1,
        },
        "sources": 1,
        "mentions": {"resolved": 3, "ambiguous": 1, "unmatched": 0, "planned": 0},
        "issues": 0,
    }


def test_a_crash_before_the_commit_is_mended_by_the_next_writer(folder: Path) -> None:
    """A process that dies after the statements changed: a reader sees them all the same, a writer mends the graph."""
    code = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from test_local import conclusion, Local
local = Local({str(folder)!r}, write=True)
local.add(conclusion("B").reading, "b.txt")
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    with Local(folder) as local:
        assert local.stale
        assert local.ask("MATCH (c:Conclusion) RETURN count(c) AS n") == [{"n": 2}]
        assert local.status()["documents"] == 2
    with Local(folder, write=True) as local:
        assert not local.stale
        assert local.ask("MATCH (c:Conclusion) RETURN count(c) AS n") == [{"n": 2}]
    with Local(folder) as local:
        assert not local.stale


def test_an_error_in_the_block_keeps_the_statements_and_the_graph_follows(folder: Path) -> None:
    def interrupted() -> None:
        with Local(folder, write=True) as local:
            local.add(conclusion("B").reading, "b.txt")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with Local(folder) as local:
        assert local.stale
        assert local.status()["documents"] == 2
    Local(folder, write=True).close()
    with Local(folder) as local:
        assert not local.stale


def test_a_graph_that_is_gone_is_made_again(folder: Path) -> None:
    for file in (folder / GRAPH).iterdir():
        file.unlink()
    (folder / GRAPH).rmdir()
    with Local(folder) as local:
        assert local.ask("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 4}]
    Local(folder, write=True).close()
    with Local(folder) as local:
        assert not local.stale
        assert local.ask("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 4}]


def test_a_writer_keeps_others_out_and_readers_share(folder: Path) -> None:
    with Local(folder, write=True):
        for write in (True, False):
            with pytest.raises(CannotOpen, match="locked") as refused:
                Local(folder, write=write)
            assert refused.value.hint
    code = f"from graph.local import Local; print(Local({str(folder)!r}).ask({COUNT!r}))"
    with Local(folder) as local:
        told = local.ask(COUNT)
        other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(told)


def test_a_writer_asks_what_it_has_not_committed(folder: Path) -> None:
    with Local(folder, write=True) as local:
        local.add(conclusion("B").reading, "b.txt")
        assert local.ask("MATCH (c:Conclusion) RETURN count(c) AS n") == [{"n": 2}]


def test_it_is_filled_from_documents_alone(folder: Path) -> None:
    with Local(folder, write=True) as local, pytest.raises(CannotWrite, match="from documents alone"):
        local.publish(Graph())


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    file, other = tmp_path / "file", tmp_path / "other"
    file.write_text("x", encoding="utf-8")
    other.mkdir()
    (other / "holiday.jpg").write_bytes(b"x")
    for path, write in ((file, True), (file, False), (other, True), (other, False), (tmp_path / "none", False)):
        with pytest.raises(CannotOpen) as refused:
            Local(path, write=write)
        assert refused.value.hint
    assert [p.name for p in other.iterdir()] == ["holiday.jpg"]
    assert not (tmp_path / "none").exists()


def test_asking_imports_nothing_that_building_needs(folder: Path) -> None:
    code = f"""
import sys
from graph.local import Local
with Local({str(folder)!r}) as local:
    local.ask({COUNT!r})
    local.status()
heavy = {{"graph.build", "graph.identify", "graph.nodes", "loaders", "networkx", "rdflib", "neo4j", "pyvis", "rich"}}
print(sorted(heavy & set(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_statements_are_beside_the_graph(folder: Path) -> None:
    assert {p.name for p in folder.iterdir()} >= {STATEMENTS, GRAPH}
