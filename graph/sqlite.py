"""One SQLite file of ours: how it is opened, locked and checked, and what its errors mean to a user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from graph.errors import CannotOpen, CannotWrite

_SECONDS = 0.2  # how long somebody else's lock is waited for


class File:
    """An open file of one kind (`mark`) and format, to read, or to write, which keeps every other process out.

    A file that does not exist is made, with `tables`, when it is opened to write. Raises CannotOpen where it is
    locked, of another version, or no file of this kind.
    """

    def __init__(self, path: Path, *, write: bool, mark: int, version: int, tables: str) -> None:
        self.path = path
        self.writable = write
        if not write and not path.is_file():
            raise CannotOpen(f"There is no store in {path.parent}.", hint="Load documents first: danchieu load PATH.")
        try:
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._lines = _writer(path) if write else _reader(path)
        except (OSError, sqlite3.Error) as error:
            raise refused(path, error) from error
        try:
            self._check(mark, version, tables)
        except BaseException:
            self._lines.close()
            raise

    def close(self) -> None:
        self._lines.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a query. Raises CannotOpen where another process has begun to write."""
        try:
            return self._lines.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise refused(self.path, error) from error

    def one(self, query: str, *values: object) -> str | None:
        """The first value of the first row, as text."""
        rows = self.rows(query, *values)
        return str(rows[0][0]) if rows else None

    def each(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        self._lines.executemany(statement, rows)

    @property
    def changes(self) -> int:
        """How many rows this connection has changed so far."""
        return self._lines.total_changes

    def transaction(self) -> Transaction:
        """All or nothing: committed at the end of the block, taken back by any error."""
        if not self.writable:
            raise CannotWrite(f"The store {self.path.parent} is open to read.", hint="Open it with write=True.")
        return Transaction(self._lines)

    def _check(self, mark: int, version: int, tables: str) -> None:
        found = int(self.rows("PRAGMA application_id")[0][0])
        if self.writable and not found and not self.rows("SELECT 1 FROM sqlite_master"):
            self._lines.executescript(
                f"BEGIN EXCLUSIVE; {tables} PRAGMA application_id = {mark}; PRAGMA user_version = {version}; COMMIT;"
            )
            return
        if found != mark:
            raise CannotOpen(f"{self.path} is no file of danchieu.", hint="Name another folder with --store.")
        if (told := int(self.rows("PRAGMA user_version")[0][0])) != version:
            message = f"The store {self.path.parent} is of another version of danchieu (format {told}, not {version})."
            raise CannotOpen(message, hint="Use that version, or load the documents into a new store.")


class Transaction:
    def __init__(self, lines: sqlite3.Connection) -> None:
        self._lines = lines

    def __enter__(self) -> None:
        self._lines.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.execute("COMMIT" if error is None else "ROLLBACK")


def _writer(path: Path) -> sqlite3.Connection:
    """A connection that holds the file alone until it is closed."""
    lines = sqlite3.connect(path, isolation_level=None, timeout=_SECONDS)
    try:
        lines.execute("PRAGMA locking_mode = EXCLUSIVE")
        lines.execute("PRAGMA journal_mode = TRUNCATE")
        lines.execute("BEGIN EXCLUSIVE")
        lines.execute("COMMIT")
    except sqlite3.Error:
        lines.close()
        raise
    return lines


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, but may roll back what a crash left half done."""
    address = path.absolute().as_uri()
    try:
        lines = sqlite3.connect(f"{address}?mode=rw", uri=True, isolation_level=None, timeout=_SECONDS)
    except sqlite3.OperationalError:  # no right to write here
        lines = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None, timeout=_SECONDS)
    lines.execute("PRAGMA query_only = ON")
    return lines


def refused(path: Path, error: Exception) -> CannotOpen:
    """Why a file does not open, in words of ours, with the next step."""
    told, store = str(error), f"The store {path.parent}"
    if "locked" in told:
        again = "Wait until that is done, and try again."
        return CannotOpen(f"{store} is locked: another process is writing to it.", hint=again)
    if "full" in told:
        return CannotOpen(f"{store} cannot be written: {told}.", hint="Free some space; what was finished is kept.")
    if isinstance(error, OSError) or "unable to open" in told or "readonly" in told:
        return CannotOpen(f"{store} cannot be opened: {told}.", hint="Check the rights to its folder.")
    return CannotOpen(f"{store} is damaged, or no store: {told}.", hint="Name another folder with --store.")
