"""The decisions in a file: JSON lines, one decision a line in the order they were made, keys sorted, UTF-8.

People read it, compare it, keep it under version control and mend it by hand: blank lines and lines that begin with
``#`` are passed over and kept. A line is added at the end and none is ever taken away; what is no decision is an error
that names the line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from graph.decisions.decision import Decision, faults
from graph.errors import CannotOpen, CannotWrite

NAME = "decisions.jsonl"
_HINT = "Mend that line; danchieu review --help says what a decision is."


class File:
    """A file of decisions, which need not exist as long as nobody has decided anything."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def mark(self) -> str:
        """What tells one content of the file from another; empty where there is none."""
        held = self._bytes()
        return sha256(held).hexdigest()[:16] if held else ""

    def read(self) -> list[Decision]:
        """All decisions, undone ones too. Raises CannotOpen, naming the line, where one is none."""
        found: list[Decision] = []
        for n, line in enumerate(self._lines(), start=1):
            if line.strip() and not line.lstrip().startswith("#"):
                found.append(self._decision(n, line, {d.n: d for d in found}))
        return found

    def add(self, decisions: Sequence[Decision]) -> None:
        """Adds decisions at the end, on the disk before this returns. Raises CannotWrite."""
        held = self._bytes()
        text = "".join(f"{line(d)}\n" for d in decisions)
        try:
            with self.path.open("ab") as file:
                file.write((b"\n" if held and not held.endswith(b"\n") else b"") + text.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            told = f"{self.path}: cannot be written ({error.strerror})."
            raise CannotWrite(told, hint="Check the rights to the folder.") from error

    def _bytes(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise CannotOpen(f"{self.path}: cannot be read ({error.strerror}).", hint="Check its rights.") from error

    def _lines(self) -> Iterable[str]:
        """The lines; a byte order mark and the line ends of other systems are what some editors leave."""
        for n, held in enumerate(self._bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
            try:
                yield held.decode("utf-8").removesuffix("\r")
            except UnicodeDecodeError as error:
                raise CannotOpen(f"{self.path}, line {n}: this is not UTF-8.", hint=_HINT) from error

    def _decision(self, n: int, text: str, earlier: dict[int, Decision]) -> Decision:
        try:
            decision = msgspec.json.decode(text.encode(), type=Decision)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise CannotOpen(f"{self.path}, line {n}: {_plain(error)}.", hint=_HINT) from error
        if wrong := faults(decision, earlier):
            raise CannotOpen(f"{self.path}, line {n}: {wrong[0]}.", hint=_HINT)
        return decision


def line(decision: Decision) -> str:
    """A decision as one line of the file."""
    return msgspec.json.format(msgspec.json.encode(decision, order="sorted"), indent=0).decode()


def _plain(error: Exception) -> str:
    """What is wrong with a line, in a sentence: "Object missing required field `kind`"."""
    return str(error).rstrip(".").replace("\n", " ")
