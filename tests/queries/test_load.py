"""Loading, and every bad input: each is one line with the next step, exit 1, and everything else is kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from program import EXAMPLES, one_line

GOOD = EXAMPLES / "ket-luan-212-kl-tu.txt"


def status(run: Any) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(run("status", "--format", "json").stdout)
    return told


def test_a_folder_is_loaded_with_all_below_it_and_a_summary_ends_it(run: Any, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "a" / "b")
    done = run("load", "a")
    assert done.exit_code == 0
    assert done.stdout == ""
    count = len([f for f in EXAMPLES.iterdir() if f.suffix in (".txt", ".md")])
    assert f"read {count} files ({count} new or changed, 0 as before), refused 0." in done.stderr
    for told in ("documents", "cited", "planned", "resolved", "ambiguous", "unmatched", "edges", "issues"):
        assert told in done.stderr
    assert status(run)["documents"] == count


def test_the_same_again_changes_nothing(run: Any) -> None:
    run("load", EXAMPLES)
    before = run("export", "--format", "json", "-o", "a.json"), status(run)
    done = run("load", EXAMPLES)
    assert "(0 new or changed" in done.stderr
    assert status(run) == before[1]
    run("export", "--format", "json", "-o", "b.json")
    assert Path("a.json").read_bytes() == Path("b.json").read_bytes()


def test_a_changed_file_replaces_what_it_said(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    shutil.copyfile(GOOD, file)
    run("load", file)
    before = status(run)
    shutil.copyfile(EXAMPLES / "chi-thi-18-ct-tu.txt", file)
    run("load", file)
    after = status(run)
    assert after["sources"] == 1
    assert after["nodes"] != before["nodes"]
    assert run("trace", "212-KL/TU").exit_code == 1 or after["nodes"].get("Conclusion")


def test_what_has_no_known_format_is_said_aloud(run: Any, tmp_path: Path) -> None:
    (tmp_path / "f").mkdir()
    shutil.copyfile(GOOD, tmp_path / "f" / "a.txt")
    (tmp_path / "f" / "ảnh.jpg").write_bytes(b"\xff\xd8")
    done = run("load", "f")
    assert done.exit_code == 0
    assert "not read, as the format is not known: ảnh.jpg" in done.stderr


# A year that lacks its last figure: a person sees that something is cited, not what.
SYMBOL = "Điều 1. Thu phí theo Quyết định số 22/201 /QĐ-UBND ngày 13/9/2019.\n"


def test_what_looks_like_a_number_and_was_not_understood_is_told_in_one_line_and_listed(
    run: Any, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SYMBOL * 3, encoding="utf-8")
    told = [line for line in run("load", "a.txt").stderr.splitlines() if "not understood" in line]
    assert told == [
        "danchieu: like a document's number, and not understood: 3 texts; danchieu status --issues lists them."
    ]
    rows = json.loads(run("status", "--issues", "--format", "json").stdout)
    assert [(r["file"], r["kind"], r["end"] - r["start"]) for r in rows] == [("a.txt", "symbol", 15)] * 3
    assert "22/201 /QĐ-UBND looks like the number of a decision" in rows[0]["message"]
    assert "22/201 /QĐ-UBND" in run("status", "--issues").stdout
    assert "not understood" not in run("load", GOOD).stderr


def test_the_registry_is_a_setting_of_the_store(run: Any, tmp_path: Path) -> None:
    """Off, the graph says what texts say alone, until it is turned on again; on again it is the same as before."""
    (tmp_path / "a.txt").write_text("Căn cứ Luật Đất đai năm 2024;\n", encoding="utf-8")

    def ids(*options: str) -> list[str]:
        assert run("load", *options, "a.txt").exit_code == 0
        assert run("export", "--format", "json", "-o", "g.json").exit_code == 0
        exported = json.loads(Path("g.json").read_text(encoding="utf-8"))
        return [n["id"] for n in exported["nodes"] if n["id"].startswith("trung-uong/law/")]

    filled, plain = ["trung-uong/law/31-2024-QH15/2024-01-18"], ["trung-uong/law/đất-đai/2024"]
    assert ids() == filled
    assert ids("--no-registry") == plain
    assert ids() == plain
    assert ids("--registry") == filled
    told = json.loads(run("extract", "a.txt").stdout)
    assert told["citations"][0]["target"] == plain[0], "what extract says is of that text alone"


def _huge(file: Path) -> None:
    with file.open("wb") as out:
        out.truncate(200_000_001)


BAD: dict[str, tuple[Any, str]] = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (lambda f: f.write_bytes(b""), "empty"),
    "blank.txt": (lambda f: f.write_bytes(b" \n\t\n"), "empty"),
    "binary.txt": (lambda f: f.write_bytes(bytes(range(256)) * 40), "binary.txt"),
    "huge.txt": (_huge, "200 MB"),
    "folder": (lambda f: f.mkdir(), "no document in this folder"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_rest_is_kept(run: Any, tmp_path: Path, name: str) -> None:
    make, told = BAD[name]
    if make:
        make(tmp_path / name)
    done = run("load", name, GOOD)
    assert done.exit_code == 1
    assert done.stdout == ""
    error = one_line(done.stderr.splitlines()[0])
    assert name in error
    assert told in error
    assert "refused 1" in done.stderr
    assert status(run)["documents"] == 1


@pytest.mark.parametrize("name", BAD)
def test_extract_prints_a_bad_file_in_its_turn(run: Any, tmp_path: Path, name: str) -> None:
    make, _ = BAD[name]
    if make:
        make(tmp_path / name)
    done = run("extract", GOOD, name, GOOD)
    assert done.exit_code == 1
    first, bad, last = map(json.loads, done.stdout.splitlines())
    assert first == last
    assert first["document"]["number"] == "212-KL/TU"
    assert bad["document"] is None
    assert bad["source"] == {"path": name}
    assert name in bad["error"]
    one_line(done.stderr)


def test_a_file_without_rights_is_named(run: Any, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    shutil.copyfile(GOOD, tmp_path / "a.txt")
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read" in one_line(run("load", "a.txt").stderr.splitlines()[0])


def test_nothing_good_at_all_is_exit_1_and_makes_no_store(run: Any) -> None:
    done = run("load", "nothing")
    assert done.exit_code == 1
    assert status_error(run) != ""


def status_error(run: Any) -> str:
    done = run("status")
    assert done.exit_code == 1
    return one_line(done.stderr)


def test_a_store_that_is_not_there_says_what_to_do(run: Any) -> None:
    for words in (["status"], ["trace", "x"], ["tasks"], ["view"], ["query", "cites"], ["remove", "x"]):
        done = run(*words)
        assert done.exit_code == 1, words
        if words[0] != "query":
            assert "danchieu load PATH" in one_line(done.stderr)
    assert not Path("danchieu.db").exists()


def test_a_store_that_another_process_writes_to_is_said_to_be_locked(run: Any) -> None:
    run("load", GOOD)
    hold = "from graph.local import Local; h = Local('danchieu.db', write=True); print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        done = run("load", EXAMPLES)
        assert done.exit_code == 1
        assert "locked" in done.stderr
        assert "another process" in done.stderr
        assert "Wait" in done.stderr
        other.communicate("\n")
    assert status(run)["documents"] == 1


def test_a_store_of_another_version_says_so(run: Any) -> None:
    import sqlite3

    run("load", GOOD)
    with sqlite3.connect("danchieu.db/statements.sqlite") as lines:
        lines.execute("PRAGMA user_version = 99")
    lines.close()
    error = status_error(run)
    assert "another version" in error
    assert "99" in error


@pytest.mark.parametrize("place", ["file", "other"])
def test_what_is_no_store_is_left_alone(run: Any, tmp_path: Path, place: str) -> None:
    if place == "file":
        (tmp_path / place).write_text("mine")
    else:
        (tmp_path / place).mkdir()
        (tmp_path / place / "mine.txt").write_text("mine")
    done = run("load", GOOD, "--store", place)
    assert done.exit_code == 1
    assert "--store" in one_line(done.stderr)
    mine = tmp_path / place if place == "file" else tmp_path / place / "mine.txt"
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("words", [["status"], ["tasks"], ["trace", "x"], ["view"]])
def test_a_server_that_is_not_there(run: Any, words: list[str]) -> None:
    done = run(*words, "--store", "bolt://127.0.0.1:9")
    assert done.exit_code == 1
    assert "127.0.0.1:9" in one_line(done.stderr)


def test_a_server_that_is_no_neo4j(run: Any) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        code = (
            "import socket, sys\n"
            f"s = socket.socket(fileno={server.fileno()})\n"
            "while True:\n    c = s.accept()[0]; c.recv(99)\n"
            "    c.sendall(b'HTTP/1.1 400 Bad Request\\r\\n\\r\\n'); c.close()\n"
        )
        other = subprocess.Popen([sys.executable, "-c", code], pass_fds=[server.fileno()])
        try:
            done = run("status", "--store", f"bolt://127.0.0.1:{port}")
        finally:
            other.kill()
            other.wait()
    assert done.exit_code == 1
    assert "Neo4j" in one_line(done.stderr)


def test_a_password_is_never_printed(run: Any) -> None:
    secret = "hoa-sen-trang"
    done = run("status", "--store", "bolt://127.0.0.1:9", env={"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": secret})
    assert secret not in done.output
    done = run("status", "--store", f"bolt://neo4j:{secret}@127.0.0.1:9")
    assert done.exit_code == 1
    assert secret not in done.output


@pytest.mark.parametrize("words", [["load", str(GOOD)], ["remove", "x"]])
def test_a_server_is_filled_by_push_alone(run: Any, words: list[str]) -> None:
    done = run(*words, "--store", "bolt://127.0.0.1:9")
    assert done.exit_code == 1
    assert "works on a folder" in one_line(done.stderr)


def test_remove_takes_back_a_path_a_document_and_a_source(run: Any) -> None:
    run("load", EXAMPLES)
    count = status(run)["documents"]
    assert "took back" in run("remove", GOOD).stderr
    assert "took back" in run("remove", "18-CT/TU").stderr
    after = status(run)
    assert after["documents"] == count - 2
    assert after["cited"] > 0
    source = json.loads(run("query", "MATCH (s:Source) RETURN s.id AS id LIMIT 1", "--format", "json").stdout)[0]["id"]
    assert run("remove", source).exit_code == 0
    assert status(run)["documents"] == count - 3


def test_remove_and_load_again_is_the_same_graph(run: Any) -> None:
    run("load", EXAMPLES)
    run("export", "--format", "json", "-o", "a.json")
    run("remove", GOOD)
    run("export", "--format", "json", "-o", "b.json")
    run("load", GOOD)
    run("export", "--format", "json", "-o", "c.json")
    first, without, again = (Path(f"{n}.json").read_bytes() for n in "abc")
    assert first == again != without


def test_what_is_only_cited_cannot_be_removed(run: Any) -> None:
    run("load", EXAMPLES / "chi-thi-18-ct-tu.txt")
    done = run("remove", "91-NQ/TW")
    assert done.exit_code == 1
    assert "not loaded" in one_line(done.stderr)


def test_jobs_give_the_same_graph(run: Any) -> None:
    for jobs, store in (("1", "one"), ("2", "two")):
        assert run("load", EXAMPLES, "--jobs", jobs, "--store", store).exit_code == 0
        assert run("export", "--format", "json", "-o", f"{store}.json", "--store", store).exit_code == 0
    assert Path("one.json").read_bytes() == Path("two.json").read_bytes()


def test_a_relative_store_means_the_folder_one_is_in(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process: the engine resolves some paths from where it was started."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert run("load", GOOD).exit_code == 0
        assert run("query", "not_loaded").exit_code == 0
        assert run("remove", GOOD).exit_code == 0
        assert status(run)["documents"] == 0
