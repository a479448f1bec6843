"""The store that needs no server: ArcadeDB inside this process, asked in openCypher."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.errors import CannotAnswer, CannotOpen, CannotWrite
from graph.stores import engine, rows, writing
from graph.stores.answers import Answers
from graph.stores.difference import Difference, difference
from graph.stores.folder import ANEW, Folder, State
from graph.stores.protocol import Changes


class Embedded:
    """The graph in a folder, opened to write (alone) or to read (any number of processes at once).

    A folder that does not exist is made when it is opened to write. One that a crashed process left behind is
    repaired on opening. Raises CannotOpen where the folder is locked, damaged, of another version, or no store.
    """

    def __init__(self, folder: Path | str, *, write: bool) -> None:
        path = Path(folder)
        self.writable = write
        self._folder = Folder(path, write=write)
        self._state: State = "open"
        self._answers: Answers | None = None
        try:
            self._database = self._open(path) if write else self._open_to_read(path)
        except BaseException:
            self._folder.release()
            raise

    def __enter__(self) -> Embedded:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def publish(self, g: Graph) -> Changes:
        """Hold exactly this graph. What is the same stays untouched; all changes are one transaction.

        A first publication into an empty store is loaded in batches; where it breaks off, the store says so to its
        readers until it is published to again. Raises CannotWrite.
        """
        if not self.writable:
            raise CannotWrite(f"The store {self._folder.path} is open to read.", hint="Open it with write=True.")
        if self._state == "filling":
            self._database.close()
            self._database = self._anew()
        before = writing.held(self._database)
        todo = difference(g, before.node_marks, before.edge_marks)
        if todo.changes:
            self._write(g, todo, before)
        self._note("open")
        return todo.changes

    def nodes(self) -> Iterator[Node]:
        for row in self.ask("MATCH (n) RETURN n ORDER BY n.id"):
            yield rows.to_node(row["n"])

    def edges(self) -> Iterator[Edge]:
        for row in self.ask("MATCH ()-[r]->() RETURN r ORDER BY r.id"):
            yield rows.to_edge(row["r"])

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a query, keyed as in its RETURN. Raises CannotAnswer for one that is wrong, or that writes."""
        try:
            found = self._database.query("opencypher", cypher, dict(parameters or {})).to_list()
            self._answers = self._answers or Answers(self._database)
            return self._answers.plain(cypher, found)
        except engine.failures() as error:
            if "QueryNotIdempotentException" in engine.kinds(error):
                told = "The query would write, and the graph is only read."
                raise CannotAnswer(told, hint="Ask with MATCH and RETURN.") from error
            if "CommandParameterMissingException" in engine.kinds(error):
                told, hint = f"The query lacks a value: {engine.reason(error)}.", "Give it with --param NAME=VALUE."
                raise CannotAnswer(told, hint=hint) from error
            told = f"The query cannot be answered: {engine.reason(error)}."
            raise CannotAnswer(told, hint="danchieu query --list shows some that can.") from error

    def close(self) -> None:
        """Give the folder back. To close twice does nothing."""
        if not self._database.is_open():
            return
        self._database.close()
        if self.writable and self._state == "open":
            self._folder.write_note("closed", engine.version())
        self._folder.release()

    def _write(self, g: Graph, todo: Difference, before: writing.Held) -> None:
        try:
            writing.prepare(self._database, g)
            self._answers = None
            if before.node_marks:
                writing.apply(self._database, todo, before, g)
            else:
                self._note("filling")
                writing.fill(self._database, todo)
        except engine.failures() as error:
            told = f"The graph cannot be written to {self._folder.path}: {engine.reason(error)}."
            raise CannotWrite(told, hint="Publish again.") from error

    def _note(self, state: State) -> None:
        if state != self._state:
            self._folder.write_note(state, engine.version())
        self._state = state

    def _open(self, path: Path) -> Any:
        """The database to write, made where there is none; one that was not closed cleanly the engine repairs."""
        note = self._folder.note()
        fresh = note is None or (note.state != "closed" and not (path / "schema.json").exists())
        self._state = "filling" if note and note.state == "filling" else "open"
        self._folder.write_note(self._state, engine.version())
        if fresh or self._state == "filling":
            return self._anew()
        return _opened(path, lambda: engine.open_database(path, write=True))

    def _anew(self) -> Any:
        """An empty database. What a first load left behind when it broke off is no graph: its edges may lack an end."""
        self._folder.clear()
        self._answers = None
        return _opened(self._folder.path, lambda: engine.create(self._folder.path))

    def _open_to_read(self, path: Path) -> Any:
        note = self._folder.note()
        if note is None:
            raise CannotOpen(f"There is no store in {path}.", hint="Load documents first: danchieu load PATH.")
        if note.state == "filling":
            raise CannotOpen(
                f"The store {path} was only half filled when it broke off.", hint="Load again: danchieu load PATH."
            )
        if note.state == "open":  # and nobody writes, or the lock had been refused: a process crashed
            self._folder.release()
            Embedded(path, write=True).close()
            self._folder = Folder(path, write=False)
        return _opened(path, lambda: engine.open_database(path, write=False))


def _opened(path: Path, opening: Callable[[], Any]) -> Any:
    try:
        return opening()
    except engine.failures() as error:
        told = engine.reason(error)
        if "already in use" in told:
            raise CannotOpen(
                f"The store {path} is open already in this program.", hint="Close it there first."
            ) from error
        if "LockException" in engine.kinds(error):
            raise CannotOpen(
                f"The store {path} is locked by another process.", hint="Wait until that is done, and try again."
            ) from error
        raise CannotOpen(f"The store {path} cannot be opened, it seems damaged: {told}.", hint=ANEW) from error
