"""The examples, loaded once, for whatever only reads them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from program import EXAMPLES

from graph import Graph, Local
from graph.stores.server import Server

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the program in an empty folder, in this process: ``run("load", path).exit_code``."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith(("DANCHIEU_", "NEO4J_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "110")

    def run_(*words: str | Path, env: Mapping[str, str] | None = None) -> Result:
        from queries.cli import danchieu

        return CliRunner(env=dict(env or {})).invoke(danchieu, list(map(str, words)))

    return run_


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the examples; nobody writes to it."""
    from queries.cli import danchieu

    store = tmp_path_factory.mktemp("examples") / "danchieu.db"
    done = CliRunner().invoke(danchieu, ["load", str(EXAMPLES), "--store", str(store)])
    assert done.exit_code == 0, done.stderr
    return store


@pytest.fixture(params=["folder", pytest.param("server", marks=pytest.mark.neo4j)])
def held(request: pytest.FixtureRequest, examples: Path) -> Iterator[Any]:
    """The same graph in a folder and on a server."""
    with Local(examples) as kept:
        if request.param == "folder":
            yield kept
            return
        with Server(request.getfixturevalue("neo4j_uri")) as server:
            server.publish(Graph(kept.nodes(), kept.edges()))
            yield server


@pytest.fixture
def ask(run: Run, examples: Path) -> Callable[..., str]:
    """What a command prints about the examples, when it succeeds."""

    def asked(*words: str, fails: int = 0) -> str:
        done = run(*words, "--store", examples)
        assert done.exit_code == fails, done.stderr
        return done.stdout if not fails else done.stderr

    return asked
