"""Every reading command against a real server says what it says of the folder that was published to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from program import one_line

pytestmark = pytest.mark.neo4j

READING = [
    ["query", "implementation_pairs", "--format", "json"],
    ["query", "who_is_assigned", "--format", "csv"],
    ["query", "MATCH p = (a)-[r:DEPENDS_ON]->(b) RETURN a, r, p ORDER BY r.id LIMIT 5", "--format", "json"],
    ["sparql", "not_loaded", "--format", "json"],
    ["trace", "91-NQ/TW", "--planned", "--format", "json"],
    ["trace", "118/KH-UBND"],
    ["tasks", "--format", "json"],
    ["tasks", "--body", "Sở Du lịch"],
    ["impact", "91-NQ/TW", "--format", "json"],
]


@pytest.fixture
def pushed(run: Any, examples: Path, neo4j_uri: str) -> str:
    done = run("push", neo4j_uri, "--store", examples)
    assert done.exit_code == 0, done.stderr
    return neo4j_uri


def test_reading_commands_say_the_same_of_a_server(run: Any, examples: Path, pushed: str) -> None:
    for words in READING:
        here, there = run(*words, "--store", examples), run(*words, "--store", pushed)
        assert there.exit_code == 0, there.stderr
        assert there.stdout == here.stdout, words


def test_to_push_twice_changes_nothing_and_says_so(run: Any, examples: Path, pushed: str) -> None:
    assert "already holds this graph" in run("push", pushed, "--store", examples).stderr


def test_status_of_a_server_counts_what_the_folder_counts(run: Any, examples: Path, pushed: str) -> None:
    here, there = (json.loads(run("status", "--format", "json", "--store", s).stdout) for s in (examples, pushed))
    for name in ("documents", "cited", "planned", "nodes", "edges", "sources"):
        assert there[name] == here[name]


def test_export_and_view_of_a_server_are_those_of_the_folder(run: Any, examples: Path, pushed: str) -> None:
    for words in (["export", "--format", "json"], ["view"]):
        for store, file in ((examples, "a"), (pushed, "b")):
            assert run(*words, "-o", file, "--store", store).exit_code == 0
        assert Path("a").read_bytes() == Path("b").read_bytes()


def test_the_environment_can_name_the_server(run: Any, pushed: str) -> None:
    done = run("trace", "91-NQ/TW", "--format", "json", env={"DANCHIEU_STORE": pushed})
    assert json.loads(done.stdout)["steps"]


def test_a_wrong_password_is_one_line_and_is_not_printed(run: Any, neo4j_guarded: Any) -> None:
    env = {"NEO4J_USERNAME": neo4j_guarded.user, "NEO4J_PASSWORD": "sai-mật-khẩu"}
    done = run("status", "--store", neo4j_guarded.uri, env=env)
    assert done.exit_code == 1
    assert "sai-mật-khẩu" not in done.output
    one_line(done.stderr)
    right = run("status", "--store", neo4j_guarded.uri, env=env | {"NEO4J_PASSWORD": neo4j_guarded.password})
    assert right.exit_code == 0, right.stderr
