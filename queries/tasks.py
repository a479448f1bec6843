"""Who must do what by when: a row for each task and each of its doers, with the place that says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, TypeAlias

from graph.elements import Edge, Graph, Node
from graph.errors import CannotAnswer
from graph.names import fold, plain
from graph.stores.protocol import Asked
from queries.links import links, part
from queries.names import called, heading, value
from queries.tickets import shortest

Row: TypeAlias = dict[str, Any]
_EDGES = ("ORDERS", "ASSIGNED_TO", "REPORTS_TO", "MEMBER_OF", "SUCCEEDED_BY")
_NOBODY = "Chưa rõ"
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
    "done_on": "Ngày xong",
    "mode": "Cách giao",
    "collective": "Giao chung",
    "through": "Giao cho nhóm",
    "formerly": "Giao cho cơ quan trước đây",
    "report_to": "Báo cáo",
    "document": "Văn bản",
    "document_id": "Mã văn bản",
    "jurisdiction": "Địa bàn",
    "body_id": "Mã cơ quan",
    "number": "Số",
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
    tasks of the classes that it belongs to are its own too, with the class as `through`, and so are those of the bodies
    that it took over from, with their name as `formerly`. `number` is what people type for a task. `document` is an id.
    Dates are ISO: `due_before` keeps what is due earlier than that day, `overdue_on` what was due earlier and is still
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
    """The rows of each body, bodies sorted by name; those of a class stay under the class unless one was asked for.

    Bodies of one name in several places are told apart by the place.
    """
    kept = list(rows)
    places: dict[str, set[str]] = {}
    for row in kept:
        places.setdefault(row["body"] or _NOBODY, set()).add(row["jurisdiction"] or "")
    found: dict[str, list[Row]] = {}
    for row in kept:
        name = row["body"] or _NOBODY
        where = f" ({row['jurisdiction']})" if len(places[name]) > 1 and row["jurisdiction"] else ""
        found.setdefault(f"{name}{where}", []).append(row)
    return dict(sorted(found.items(), key=lambda item: (plain(item[0]), item[0])))


def _order(row: Row) -> tuple[str, str, str, int, str]:
    return (row["due"] or "9999", fold(row["body"] or "\uffff"), row["document_id"], row["start"] or 0, row["task_id"])


def _is(edge: Edge, type: str, *, source: str = "", target: str = "") -> bool:
    return edge.type == type and source in ("", edge.source) and target in ("", edge.target)


class _Board:
    """The tasks of a graph with their doers."""

    def __init__(self, g: Graph) -> None:
        self.g = g
        self.orders = {e.target: e for e in g.typed("ORDERS")}
        self.numbers = shortest(n.id for n in g.labelled("Task"))

    def rows(self) -> Iterator[Row]:
        """A row for each assignment, and one for each task that nobody was given."""
        given = {e.source for e in self.g.typed("ASSIGNED_TO")}
        for edge in self.g.typed("ASSIGNED_TO"):
            yield self._row(self.g.nodes[edge.source], edge)
        for task in self.g.labelled("Task"):
            if task.id not in given:
                yield self._row(task, None)

    def of(self, bodies: Collection[Node]) -> Iterator[Row]:
        """The rows of bodies, those of the classes that they are members of, and those of the bodies before them.

        A task that a body has itself is not said again of one that it took over from.
        """
        for body in bodies:
            own = {
                "body": value(body, "name"),
                "body_id": body.id,
                "post": body.properties.get("post"),
                "jurisdiction": body.properties.get("jurisdiction"),
            }
            rows = list(self._of(body.id))
            seen = {(row["task_id"], row["role"]) for row in rows}
            for before in self._before(body.id):
                name = value(self.g.nodes[before], "name")
                for row in self._of(before):
                    if (row["task_id"], row["role"]) not in seen:
                        seen.add((row["task_id"], row["role"]))
                        rows.append(row | {"formerly": name})
            yield from (row | own for row in rows)

    def _of(self, body: str) -> Iterator[Row]:
        """The rows of one body, and those of its classes, marked."""
        yield from self._given(body)
        for group in self._groups(body):
            yield from (row | {"collective": True, "through": row["body"]} for row in self._given(group))

    def _given(self, body: str) -> Iterator[Row]:
        for edge in self.g.near(body):
            if edge.type == "ASSIGNED_TO" and edge.target == body:
                yield self._row(self.g.nodes[edge.source], edge)

    def _groups(self, body: str) -> list[str]:
        """The classes that a body belongs to, directly or through another class."""
        return self._reached(body, lambda b: (e.target for e in self.g.near(b) if _is(e, "MEMBER_OF", source=b)))

    def _before(self, body: str) -> list[str]:
        """The bodies that a body took over from, directly or through another one."""
        return self._reached(body, lambda b: (e.source for e in self.g.near(b) if _is(e, "SUCCEEDED_BY", target=b)))

    def _reached(self, body: str, step: Callable[[str], Iterable[str]]) -> list[str]:
        found, level = set[str](), {body}
        while level:
            level = {near for b in level for near in step(b)} - found
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
            "done_on": task.properties.get("done_on"),
            "mode": edge.properties.get("mode") if edge else None,
            "collective": bool(doer and doer.properties.get("collective")),
            "through": None,
            "formerly": None,
            "report_to": [heading(self.g.nodes[r]) for r in reports],
            "document": called(self.g.nodes[order.source]) if order else None,
            "document_id": order.source if order else None,
            "jurisdiction": doer.properties.get("jurisdiction") if doer else None,
            "body_id": doer.id if doer else None,
            "number": self.numbers[task.id],
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
