"""Who must do what by when: a row for each task and each of its doers, with the place that says so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias

from graph.elements import Edge, Graph, Node
from graph.errors import CannotAnswer
from graph.names import fold, plain
from graph.stores.protocol import Asked
from queries.links import links, part
from queries.names import called, heading, value

Row: TypeAlias = dict[str, Any]
_EDGES = ("ORDERS", "ASSIGNED_TO", "REPORTS_TO", "MEMBER_OF")
# The columns of a row with the headings that a ledger has.
COLUMNS = {
    "body": "Cơ quan, cá nhân",
    "post": "Chức vụ",
    "role": "Vai trò",
    "task": "Nhiệm vụ",
    "due": "Hạn",
    "due_text": "Hạn (nguyên văn)",
    "recurs": "Định kỳ",
    "state": "Tiến độ",
    "mode": "Cách giao",
    "collective": "Giao chung",
    "through": "Giao cho nhóm",
    "report_to": "Báo cáo",
    "document": "Văn bản",
    "document_id": "Mã văn bản",
    "body_id": "Mã cơ quan",
    "task_id": "Mã nhiệm vụ",
    "source": "Bản nguồn",
    "start": "Từ ký tự",
    "end": "Đến ký tự",
}


def tasks(
    g: Graph | Asked,
    *,
    body: str | None = None,
    document: str | None = None,
    due_before: str | None = None,
    overdue_on: str | None = None,
    state: str | None = None,
) -> list[Row]:
    """Rows sorted by deadline, body and task; a task without a doer has `body` None.

    `collective` says that a class of bodies was given the task. `body` is a name or an id of a body or person; the
    tasks of the classes that it belongs to are its own too, with the class as `through`. `document` is an id. Dates
    are ISO: `due_before` keeps what is due earlier than that day, `overdue_on` what was due earlier and is still
    open. Raises `CannotAnswer` where no body, or several of different names, answer to `body`.
    """
    board = _Board(part(g, *_EDGES))
    rows = board.rows() if body is None else board.of(board.bodies(body, links(g).labelled))
    limits = [d for d in (due_before, overdue_on) if d]
    kept = [
        row
        for row in rows
        if (document is None or row["document_id"] == document)
        and (not limits or (row["due"] and row["due"] < min(limits)))
        and (overdue_on is None or row["state"] == "open")
        and (state is None or row["state"] == state)
    ]
    return sorted(kept, key=_order)


def by_body(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows of each body, bodies sorted by name; those of a class stay under the class unless one was asked for."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["body"] or "Chưa rõ", []).append(row)
    return dict(sorted(found.items(), key=lambda item: (plain(item[0]), item[0])))


def _order(row: Row) -> tuple[str, str, str, int, str]:
    return (row["due"] or "9999", fold(row["body"] or "\uffff"), row["document_id"], row["start"] or 0, row["task_id"])


class _Board:
    """The tasks of a graph with their doers."""

    def __init__(self, g: Graph) -> None:
        self.g = g
        self.orders = {e.target: e for e in g.typed("ORDERS")}

    def rows(self) -> Iterator[Row]:
        """A row for each assignment, and one for each task that nobody was given."""
        given = {e.source for e in self.g.typed("ASSIGNED_TO")}
        for edge in self.g.typed("ASSIGNED_TO"):
            yield self._row(self.g.nodes[edge.source], edge)
        for task in self.g.labelled("Task"):
            if task.id not in given:
                yield self._row(task, None)

    def of(self, bodies: Collection[Node]) -> Iterator[Row]:
        """The rows of bodies, and those of the classes that they are members of, marked."""
        for body in bodies:
            for edge in self.g.near(body.id):
                if edge.type == "ASSIGNED_TO" and edge.target == body.id:
                    yield self._row(self.g.nodes[edge.source], edge)
            for group in self._groups(body.id):
                for edge in self.g.near(group):
                    if edge.type == "ASSIGNED_TO" and edge.target == group:
                        row = self._row(self.g.nodes[edge.source], edge)
                        own = {"body": value(body, "name"), "body_id": body.id, "post": body.properties.get("post")}
                        yield row | own | {"collective": True, "through": row["body"]}

    def _groups(self, body: str) -> list[str]:
        """The classes that a body belongs to, directly or through another class."""
        found, level = set[str](), {body}
        while level:
            level = {e.target for b in level for e in self.g.near(b) if e.type == "MEMBER_OF" and e.source == b} - found
            found |= level
        return sorted(found - {body})

    def bodies(self, told: str, labelled: Any) -> list[Node]:
        """The bodies and people that answer to a name or id: all of one name, wherever they are."""
        known = [n for label in ("Body", "Person") for n in labelled(label)]
        exact = [n for n in known if n.id == told or fold(value(n, "name")) == fold(told)]
        near = exact or [n for n in known if plain(told) in plain(value(n, "name"))]
        names = sorted({value(n, "name") for n in near})
        if not near:
            raise CannotAnswer(f"No body or person is called {told!r}.", hint=_meant(told, known))
        if len(names) > 1:
            some = "; ".join(names[:8]) + ("; …" if len(names) > 8 else "")
            raise CannotAnswer(
                f"{len(names)} bodies answer to {told!r}: {some}.", hint="Give one name in full, or an id."
            )
        return near

    def _row(self, task: Node, edge: Edge | None) -> Row:
        order = self.orders.get(task.id)
        doer = self.g.nodes[edge.target] if edge else None
        reports = [e.target for e in self.g.near(task.id) if e.type == "REPORTS_TO" and e.source == task.id]
        stated = order or edge
        place = stated.properties if stated else {}
        return {
            "body": value(doer, "name") if doer else None,
            "post": doer.properties.get("post") if doer else None,
            "role": edge.properties.get("role") if edge else None,
            "task": value(task, "quote"),
            "due": task.properties.get("due"),
            "due_text": task.properties.get("due_text"),
            "recurs": task.properties.get("recurs"),
            "state": task.properties.get("state", "open"),
            "mode": edge.properties.get("mode") if edge else None,
            "collective": bool(doer and doer.properties.get("collective")),
            "through": None,
            "report_to": [heading(self.g.nodes[r]) for r in reports],
            "document": called(self.g.nodes[order.source]) if order else None,
            "document_id": order.source if order else None,
            "body_id": doer.id if doer else None,
            "task_id": task.id,
            "source": place.get("source"),
            "start": place.get("start"),
            "end": place.get("end"),
        }


def _meant(told: str, known: Iterable[Node]) -> str:
    from difflib import get_close_matches

    names = {plain(value(n, "name")): value(n, "name") for n in known}
    near = get_close_matches(plain(told), names, 3, 0.5)
    return f"Did you mean {' or '.join(names[n] for n in near)}?" if near else "See: danchieu query --list"
