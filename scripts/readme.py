#!/usr/bin/env python3
"""The commands that the READMEs show, run again; what they print is compared, or with --write put in place.

    readme.py [--write] [FILE...]

A block fenced as ``console`` is a session: a line that begins with ``$ `` is run by the shell, what follows is what
it prints. All blocks of one file run in order in one empty folder with the examples in it, so that a later one asks the
store that an earlier one filled. Exit 1 where a file differs from what its commands print.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)


class CannotRun(Exception):
    """A command of a README failed."""


def renewed(text: str) -> str:
    """A README with what its commands print now."""
    commands = tuple(line[2:] for block in _BLOCK.findall(text) for line in block.splitlines() if line.startswith("$ "))
    printed = iter(zip(commands, session(commands), strict=True))
    return _BLOCK.sub(lambda block: "".join(_block(block[0], printed)), text)


def _block(block: str, printed: Iterator[tuple[str, str]]) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ "):
            yield "$ {}\n{}".format(*next(printed))


@cache
def session(commands: tuple[str, ...]) -> tuple[str, ...]:
    """What each command prints, run in order in one new folder with the examples in it."""
    with tempfile.TemporaryDirectory() as work:
        shutil.copytree(ROOT / "examples", Path(work, "examples"))
        return tuple(_printed(command, Path(work)) for command in commands)


def _printed(command: str, folder: Path) -> str:
    """What a command prints, both streams, without blanks at line ends."""
    done = subprocess.run(
        command, shell=True, cwd=folder, env=_environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode > 1:  # 1 says that a document or a query was refused, which a README may show
        raise CannotRun(f"$ {command}\n{done.stdout}\nexit {done.returncode}")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _environment() -> dict[str, str]:
    """This interpreter's commands first, no colour, a fixed width, and no store but the folder's own."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DANCHIEU_", "NEO4J_"))}
    return kept | {"PATH": path, "COLUMNS": "110", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}


def differences(name: str, write: bool = False) -> str:
    """A unified diff from a README to what its commands print; empty where they agree."""
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    now = renewed(text)
    if write and now != text:
        path.write_text(now, encoding="utf-8")
    return "\n".join(
        difflib.unified_diff(text.splitlines(), now.splitlines(), name, "what its commands print", lineterm="")
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", default=READMES)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    found = [d for name in chosen.files if (d := differences(name, chosen.write))]
    print("\n\n".join(found) or "the READMEs show what their commands print")
    return int(bool(found) and not chosen.write)


if __name__ == "__main__":
    sys.exit(main())
