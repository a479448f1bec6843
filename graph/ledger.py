"""The statements, kept: the master copy from which every graph is made.

One SQLite file, one row a text with all that it says, one transaction a text: it is all there, or nothing of it. The
file carries its format, and a revision that counts its changes, by which what was made from it knows its age.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import msgspec

from graph.errors import CannotOpen
from graph.sqlite import File
from graph.statements import Reading

FORMAT = 1
_MARK = 0x0DA2C41E  # tells a ledger from other SQLite files
_TABLES = """
CREATE TABLE readings (source TEXT PRIMARY KEY, reading BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE paths (path TEXT PRIMARY KEY, source TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX paths_of ON paths (source);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO notes VALUES ('revision', '0');
"""


class Ledger:
    """The statements in a file, opened to read, or to write, which keeps every other process out.

    A file that does not exist is made when it is opened to write. Raises CannotOpen where it is locked, of another
    version, or no ledger; CannotWrite where what is open to read should change.
    """

    def __init__(self, path: Path | str, *, write: bool = False) -> None:
        self._file = File(Path(path), write=write, mark=_MARK, version=FORMAT, tables=_TABLES)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._file.close()

    @property
    def revision(self) -> int:
        """How many changes the statements have seen; one revision of a ledger is one set of statements."""
        return int(self.note("revision") or 0)

    def add(self, reading: Reading, path: Path | str | None = None) -> bool:
        """Keeps what a text says, and under which path it was read; tells whether anything changed by it.

        The same bytes under another path are the same text. A path that held other bytes lets go of them, and a
        text that no path holds any more goes.
        """
        source = reading.source.id
        paths = [str(path)] if path is not None else list(reading.source.paths)
        with self._file.transaction():
            before = self._file.changes
            for name in paths:
                self._hold(name, source)
            self._file.rows(
                "INSERT INTO readings VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET reading = excluded.reading "
                "WHERE reading IS NOT excluded.reading",
                source,
                msgspec.json.encode(_held(reading, ())),
            )
            return self._changed(before)

    def remove(self, ref: Path | str) -> list[str]:
        """Takes back a path, or a text by its id; the ids of the texts that are gone with it.

        A text that another path still holds stays. What is not known changes nothing.
        """
        name = str(ref)
        with self._file.transaction():
            before = self._file.changes
            held = self.source_of(name)
            if held is None:
                gone = self._drop(name)
            else:
                self._file.rows("DELETE FROM paths WHERE path = ?", name)
                gone = self._let_go(held)
            self._changed(before)
            return gone

    def readings(self) -> Iterator[Reading]:
        """All that is kept, by the ids of the texts, each with the paths that hold it."""
        decode = msgspec.json.Decoder(Reading).decode
        paths: dict[str, list[str]] = {}
        for path, source in self._file.rows("SELECT path, source FROM paths ORDER BY path"):
            paths.setdefault(source, []).append(path)
        for source in self.sources():
            for (row,) in self._file.rows("SELECT reading FROM readings WHERE source = ?", source):
                try:
                    yield _held(decode(row), tuple(paths.get(source, ())))
                except msgspec.MsgspecError as error:
                    raise self._damaged(paths.get(source, [source])[0], error) from error

    def _damaged(self, path: str, error: Exception) -> CannotOpen:
        told = f"The store {self._file.path.parent} is damaged: what {path} says cannot be read ({error})."
        return CannotOpen(told, hint="Load the documents into a new store.")

    def sources(self) -> list[str]:
        """The ids of all texts, sorted."""
        return [s for (s,) in self._file.rows("SELECT source FROM readings ORDER BY source")]

    def paths(self, source: str) -> tuple[str, ...]:
        """The paths that hold a text, sorted."""
        return tuple(p for (p,) in self._file.rows("SELECT path FROM paths WHERE source = ? ORDER BY path", source))

    def source_of(self, path: Path | str) -> str | None:
        """The id of the text that a path holds."""
        return self._file.one("SELECT source FROM paths WHERE path = ?", str(path))

    def note(self, name: str) -> str | None:
        """What was noted of what is made from the statements."""
        return self._file.one("SELECT value FROM notes WHERE name = ?", name)

    def write_notes(self, **notes: str) -> None:
        """Notes something beside the statements; the revision stays."""
        with self._file.transaction():
            self._file.each("INSERT OR REPLACE INTO notes VALUES (?, ?)", notes.items())

    def _hold(self, path: str, source: str) -> None:
        before = self.source_of(path)
        if before == source:
            return
        self._file.rows("INSERT OR REPLACE INTO paths VALUES (?, ?)", path, source)
        if before is not None:
            self._let_go(before)

    def _let_go(self, source: str) -> list[str]:
        """Drops a text that no path holds any more."""
        return [] if self.paths(source) else self._drop(source)

    def _drop(self, source: str) -> list[str]:
        self._file.rows("DELETE FROM paths WHERE source = ?", source)
        return [s for (s,) in self._file.rows("DELETE FROM readings WHERE source = ? RETURNING source", source)]

    def _changed(self, before: int) -> bool:
        """Counts the revision up, inside the transaction that changed something."""
        changed = self._file.changes > before
        if changed:
            self._file.rows("UPDATE notes SET value = ? WHERE name = 'revision'", str(self.revision + 1))
        return changed


def _held(reading: Reading, paths: tuple[str, ...]) -> Reading:
    """The reading with the paths that hold its text now, whatever they were when it was read."""
    source = msgspec.structs.replace(reading.source, paths=paths)
    return msgspec.structs.replace(reading, statements=(source, *reading.statements[1:]))
