"""The program as a process of its own, the examples that it ships with, and what an error must look like."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "lam-trieu"
PROGRAM = [sys.executable, "-c", "from queries.cli import main; main()"]


def process(*words: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the program in a folder, with no store and no account but those given."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DANCHIEU_", "NEO4J_"))}
    return subprocess.run([*PROGRAM, *map(str, words)], cwd=cwd, env={**kept, **env}, capture_output=True, check=False)


def one_line(told: str) -> str:
    """The one line that an error is; fails for anything else, above all for a traceback."""
    lines = told.splitlines()
    assert len(lines) == 1, told
    assert lines[0].startswith("danchieu: "), told
    assert "Traceback" not in told
    return lines[0]
