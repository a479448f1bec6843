"""The store on a Neo4j server: published to through the official driver, asked by every reading command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any

from graph.elements import Edge, Graph, Node
from graph.errors import CannotWrite
from graph.stores import bolt, push, rows
from graph.stores.difference import difference
from graph.stores.marks import MARK
from graph.stores.protocol import Changes
from graph.stores.reach import reach, reason, translated


class Server:
    """The server at a ``bolt://`` or ``neo4j://`` address (the latter routes in a cluster, too).

    Nodes and edges of other programs in the same database are never changed, deleted or counted; a query sees them.
    Raises CannotReach where no Neo4j server is there or it does not let us in. Without a user: no authentication.
    """

    def __init__(self, uri: str, *, user: str | None = None, password: str | None = None) -> None:
        self.place, self._driver = reach(uri, user, password)

    def __enter__(self) -> Server:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def publish(self, g: Graph) -> Changes:
        """Hold exactly this graph, beside what is not ours. Broken off half-way, it is whole after the next time.

        Raises CannotWrite where it may not be written or another program holds one of its ids, and CannotReach.
        """
        from neo4j.exceptions import AuthError, ClientError, TransientError

        with translated(self.place), self._driver.session() as session:
            try:
                before = push.held(session, g)
                todo = difference(g, before.node_marks, before.edge_marks)
                if todo.changes:
                    push.constrain(session, g)
                    push.push(session, todo, before, g)
            except AuthError:
                raise
            except (ClientError, TransientError) as error:
                told = f"The graph cannot be written to the server on {self.place}: {reason(error)}."
                hint = push.AGAIN if isinstance(error, TransientError) else "Check the rights of the user."
                raise CannotWrite(told, hint=hint) from error
        return todo.changes

    def nodes(self) -> Iterator[Node]:
        for row in self.ask(f"MATCH (n) WHERE n.{MARK} <> '' RETURN n ORDER BY n.id"):
            yield rows.to_node(row["n"])

    def edges(self) -> Iterator[Edge]:
        for row in self.ask(f"MATCH ()-[r]->() WHERE r.{MARK} IS NOT NULL RETURN r ORDER BY r.id"):
            yield rows.to_edge(row["r"])

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The rows of a query, keyed as in its RETURN. Raises CannotAnswer for one that is wrong, or that writes."""
        with translated(self.place), self._driver.session(default_access_mode="READ") as session:
            return session.execute_read(bolt.answer, cypher, parameters or {})

    def close(self) -> None:
        """End the connections. To close twice does nothing."""
        self._driver.close()
