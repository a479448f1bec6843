"""How soon the program answers, as multiples of an empty Python on the same machine: seconds would tell the machine."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from program import EXAMPLES

_DANCHIEU = [sys.executable, "-c", "from queries.cli import main; main()"]
_ROUNDS = 7


def fastest(command: Sequence[str], rounds: int = _ROUNDS) -> float:
    """Seconds of the fastest of some runs: noise only ever adds."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        took.append(time.perf_counter() - start)
    return min(took)


def ratio(command: Sequence[str]) -> float:
    """A command's time over that of ``python -c pass``; measured twice, the better one counts."""
    return min(fastest(command) / fastest([sys.executable, "-c", "pass"]) for _ in range(2))


def test_help_comes_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    found = ratio([*_DANCHIEU, "--help"])
    with capsys.disabled():
        print(f"\n  danchieu --help: {found:.1f} × python -c pass")
    assert found <= 10


def test_the_first_answer_from_a_stored_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Start, open, ask, print: a named question of the examples, in a process of its own."""
    store = tmp_path / "danchieu.db"
    subprocess.run([*_DANCHIEU, "load", str(EXAMPLES), "--store", str(store)], check=True, capture_output=True)
    empty = fastest([sys.executable, "-c", "pass"])
    found = fastest([*_DANCHIEU, "query", "implementation_pairs", "--store", str(store)])
    with capsys.disabled():
        print(f"  first answer: {found / empty:.0f} × python -c pass ({found:.2f} s where that takes {empty:.3f} s)")
    assert found / empty <= 60
