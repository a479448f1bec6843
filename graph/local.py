"""The folder `danchieu.db`: the statements, and the graph made from them, kept in step.

`statements.sqlite` and `decisions.jsonl`, what people decided of them, are the master copy; the folder `graph` beside
them is an embedded store that answers Cypher. The statements change first, a text at a time, or a decision is added;
the graph follows at `commit`. What a crash or a hand at the decisions left between the two is mended by the next one
who opens the folder to write; a reader who comes before that makes the graph anew for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graph.decisions.file import NAME as DECISIONS
from graph.decisions.file import File
from graph.errors import CannotOpen
from graph.ledger import Ledger

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from graph.decisions.decision import Decision
    from graph.elements import Edge, Graph, Node
    from graph.statements import Reading
    from graph.stores.embedded import Embedded
    from graph.stores.protocol import Changes

STATEMENTS, GRAPH = "statements.sqlite", "graph"
_AT, _STATUS, _REGISTRY = "graph_at", "status", "registry"


class Local:
    """The store in a folder, opened to read, or to write, which keeps every other process out.

    Opened to write, a folder that does not exist is made, and leaving the `with` block commits unless it is left by
    an error. Raises CannotOpen where the folder is locked, of another version, damaged, or no store.
    """

    def __init__(self, path: Path | str = "danchieu.db", *, write: bool = False) -> None:
        self.path = Path(path)
        self.writable = write
        _is_folder(self.path, write=write)
        self._ledger = Ledger(self.path / STATEMENTS, write=write)
        self._store: Embedded | None = None
        self._passing: TemporaryDirectory[str] | None = None
        self._decisions = File(self.path / DECISIONS)
        self._graph: tuple[str, Graph] | None = None
        if write and self.stale:
            try:
                self.commit()
            except BaseException:
                self.close()
                raise

    def __enter__(self) -> Local:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self.writable and error is None:
                self.commit()
        finally:
            self.close()

    def close(self) -> None:
        """Gives the folder back; what was not committed is in the statements, and the graph follows later."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._passing is not None:
            self._passing.cleanup()
            self._passing = None
        self._ledger.close()

    @property
    def stale(self) -> bool:
        """Whether the kept graph is older than what it is made from, or gone: a crash, or changes not yet committed."""
        return self._ledger.note(_AT) != self._revision or not (self.path / GRAPH).is_dir()

    @property
    def _revision(self) -> str:
        """What tells one state of statements, decisions and registry from another."""
        from graph.registry.central import mark

        return f"{self._ledger.revision} {self._decisions.mark} {mark() if self.registry else '-'}"

    @property
    def registry(self) -> bool:
        """Whether what is known of central documents fills what the texts leave open; it does until told otherwise."""
        return self._ledger.note(_REGISTRY) != "off"

    def use_registry(self, on: bool) -> None:
        """Sets that, for this store and as long as nobody sets it again; the graph follows at `commit`."""
        if on != self.registry:
            self._ledger.write_notes(**{_REGISTRY: "on" if on else "off"})

    def add(self, reading: Reading, path: Path | str | None = None) -> bool:
        """Keeps what a text says; tells whether anything changed by it. See `Ledger.add`."""
        return self._ledger.add(reading, path)

    def remove(self, ref: Path | str) -> list[str]:
        """Takes back a path or a text by its id; the ids of the texts that are gone. See `Ledger.remove`."""
        return self._ledger.remove(ref)

    def readings(self) -> Iterator[Reading]:
        return self._ledger.readings()

    def decisions(self) -> list[Decision]:
        """All decisions in the order they were made, undone ones too. Raises CannotOpen where a line is none."""
        return self._decisions.read()

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Adds decisions to the file; the graph follows at `commit`. Raises CannotWrite for a store open to read."""
        from graph.errors import CannotWrite

        if not self.writable:
            raise CannotWrite(f"The store {self.path} is open to read.", hint="Open it with write=True.")
        self._decisions.add(decisions)

    def source_of(self, path: Path | str) -> str | None:
        """The id of the text that a path holds, by which a caller can tell that it need not be read again."""
        return self._ledger.source_of(path)

    def commit(self) -> Changes:
        """Makes the kept graph the graph of the statements, touching what differs alone. Idempotent."""
        from graph.stores.protocol import Changes

        if not self.stale:
            return Changes()
        g, status = self._made()
        changes = self._embedded().publish(g)
        self._ledger.write_notes(**{_AT: self._revision, _STATUS: status})
        return changes

    def graph(self) -> Graph:
        """The graph of the statements as they are now."""
        revision = self._revision
        if self._graph is None or self._graph[0] != revision:
            self._graph = revision, self._made()[0]
        return self._graph[1]

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a Cypher query, from the graph as it is now; see `graph.stores.protocol.Asked`."""
        return self._current().ask(cypher, parameters)

    def nodes(self) -> Iterator[Node]:
        return self._current().nodes()

    def edges(self) -> Iterator[Edge]:
        return self._current().edges()

    def publish(self, g: Graph) -> Changes:
        """Refused: what is kept here is made from statements alone."""
        from graph.errors import CannotWrite

        raise CannotWrite(f"The store {self.path} is filled from documents alone.", hint="danchieu load PATH fills it.")

    def find(self, words: str) -> list[Node]:
        """The documents that these words may mean; see `graph.lookup`."""
        from graph.lookup import lookup
        from graph.stores.rows import to_node

        return lookup([to_node(row["d"]) for row in self.ask("MATCH (d:Document) RETURN d")], words)

    def status(self) -> dict[str, Any]:
        """What is kept, in the shape of the contract: documents, nodes, edges, sources, mentions, issues."""
        import json

        told = None if self.stale else self._ledger.note(_STATUS)
        found: dict[str, Any] = json.loads(told or self._made()[1])
        return found

    def _current(self) -> Embedded:
        """A store that holds the graph of the statements as they are now."""
        if not self.stale:
            return self._embedded()
        if not self.writable:
            return self._anew()
        self.commit()
        return self._embedded()

    def _made(self) -> tuple[Graph, str]:
        """The graph of the statements, and its status as JSON."""
        import json

        from graph.build import made
        from graph.status import status

        readings = list(self._ledger.readings())
        statements = [s for r in readings for s in r.statements]
        g, identity = made(statements, self.decisions(), registry=self.registry)
        told = json.dumps(status(g, identity, readings), ensure_ascii=False)
        self._graph = self._revision, g
        return g, told

    def _embedded(self) -> Embedded:
        if self._store is None:
            from graph.stores.embedded import Embedded

            self._store = Embedded(self.path / GRAPH, write=self.writable)
        return self._store

    def _anew(self) -> Embedded:
        """A graph of one's own for as long as this is open, where the kept one is older than the statements."""
        if self._store is None:
            from tempfile import TemporaryDirectory

            from graph.stores.embedded import Embedded

            self._passing = TemporaryDirectory(prefix="danchieu-")
            self._store = Embedded(Path(self._passing.name) / GRAPH, write=True)
            self._store.publish(self.graph())
        return self._store


def _is_folder(path: Path, *, write: bool) -> None:
    if path.exists() and not path.is_dir():
        raise CannotOpen(f"{path} is a file, not a store.", hint="Name the folder of a store with --store.")
    others = (f for f in path.iterdir() if f.name != DECISIONS) if write and path.is_dir() else iter(())
    if not (path / STATEMENTS).exists() and any(others):
        raise CannotOpen(f"{path} holds other files and no store.", hint="Name another folder with --store.")
