"""The outermost frame: exit codes, one line an error, what goes to which stream, and help for every command."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from program import EXAMPLES, PROGRAM, ROOT, one_line, process

from queries.cli import VERSION, danchieu
from queries.cli.say import plain, safe


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION


def test_version_and_help(run: Any) -> None:
    assert run("--version").stdout == f"danchieu {VERSION}\n"
    for flag in ("--help", "-h"):
        done = run(flag)
        assert done.exit_code == 0
        assert done.stderr == ""


@pytest.mark.parametrize("name", list(danchieu.lazy))
def test_every_command_is_there_and_explains_itself(run: Any, name: str) -> None:
    command = danchieu.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.name == name
    assert command.help
    told = run(name, "--help").stdout
    assert f"danchieu {name}" in told
    assert name in run("--help").stdout
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert parameter.opts[-1] in told
            assert parameter.help  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [n for n in danchieu.lazy if n not in ("extract", "doctor", "demo")])
def test_every_command_that_has_a_store_takes_it_from_the_environment_too(name: str) -> None:
    command = danchieu.get_command(None, name)  # type: ignore[arg-type]
    (store,) = [p for p in command.params if p.name == "store"]  # type: ignore[union-attr]
    assert store.envvar == "DANCHIEU_STORE"
    assert store.default == "danchieu.db"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "missing command"),
        (["frobnicate"], "no such command: frobnicate"),
        (["trac"], "did you mean trace?"),
        (["load"], "missing argument 'PATH...'"),
        (["trace"], "missing argument 'DOC'"),
        (["trace", "x", "--depth", "0"], "0 is not in the range"),
        (["tasks", "--due-before", "30/11/2023"], "'30/11/2023' is no day; write it as 2023-11-30"),
        (["tasks", "--format", "xlsx"], "name it with -o FILE"),
        (["tasks", "--format", "pdf"], "'pdf' is not one of"),
        (["query"], "danchieu query --list names the questions"),
        (["query", "cites", "--param", "document"], "--param wants NAME=VALUE"),
        (["query", "cites", "--param", "n:=x"], "no JSON behind :="),
        (["push", "http://localhost"], "no address of a Neo4j server"),
        (["extract", "x", "--jobs", "0"], "0 is not in the range"),
    ],
)
def test_wrong_usage_is_exit_2_and_one_line(run: Any, words: list[str], told: str) -> None:
    done = run(*words)
    if not words:  # a bare `danchieu` shows what there is
        assert done.exit_code == 2
        assert "Commands:" in done.stderr
        return
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in one_line(done.stderr)
    assert "--help" in done.stderr


def test_an_unexpected_error_is_one_line_and_with_debug_a_traceback(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nothing is left\nof it")

    monkeypatch.setattr("queries.questions.questions", broken)
    done = run("query", "--list")
    assert done.exit_code == 1
    assert "unexpected ZeroDivisionError: nothing is left of it" in one_line(done.stderr)
    assert "--debug" in done.stderr
    assert isinstance(run("query", "--list", "--debug").exception, ZeroDivisionError)
    assert isinstance(run("--debug", "query", "--list").exception, ZeroDivisionError)


def test_data_goes_to_stdout_and_messages_to_stderr_whatever_the_locale(tmp_path: Path) -> None:
    example = next(EXAMPLES.glob("*.txt"))
    done = process(
        "extract", str(example), "nothing.txt", cwd=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 1
    lines = done.stdout.decode("utf-8").split("\n")
    assert [json.loads(line)["source" if i else "document"] is not None for i, line in enumerate(lines[:-1])] == [
        True,
        True,
    ]
    assert lines[-1] == ""
    assert b"\r" not in done.stdout
    assert done.stderr.decode("utf-8").startswith("danchieu: nothing.txt: no such file.")


@pytest.mark.skipif(os.name == "nt", reason="pipes of a shell")
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    files = [str(f) for f in sorted(EXAMPLES.glob("*.txt"))] * 12
    whole = subprocess.Popen(
        [*PROGRAM, "extract", *files], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert whole.stdout is not None
    assert whole.stderr is not None
    whole.stdout.read(10)
    whole.stdout.close()
    told = whole.stderr.read()
    whole.stderr.close()
    assert whole.wait(60) == 141
    assert told == b""


@pytest.mark.skipif(os.name == "nt", reason="signals of a shell")
def test_to_be_stopped_is_one_line_and_keeps_what_was_finished(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    text = (EXAMPLES / "ket-luan-212-kl-tu.txt").read_text(encoding="utf-8")
    for i in range(600):
        (folder / f"{i:03}.txt").write_text(f"{text}\n{i}\n", encoding="utf-8")
    running = subprocess.Popen(
        [*PROGRAM, "load", "many"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in its background has them ignore the signal, and so would their children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 60
    kept = tmp_path / "danchieu.db" / "statements.sqlite"
    while not (kept.exists() and kept.stat().st_size > 200_000) and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert told.decode().splitlines() == ["danchieu: stopped. What was finished is kept."]
    done = process("status", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout)["sources"] > 0


@pytest.mark.parametrize("bad", ["\x1b[31m", "\x07", "\x9b2J", "\u202e", "\u2066", "\x00"])
def test_nothing_that_a_document_says_steers_a_terminal(bad: str) -> None:
    assert safe(f"a{bad}b\nc") == "a" + bad[1:] * (len(bad) > 1) + "b\nc"
    assert "\n" not in plain(f"a{bad}\nb")
