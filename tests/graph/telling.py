"""Statements made by hand: texts that grow as they are told, so that every place has its quote."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from graph.elements import Graph
from graph.statements import (
    BodyMention,
    Claim,
    DocumentMention,
    Mention,
    PersonMention,
    Place,
    ProjectMention,
    Reading,
    Source,
    Statement,
    TaskMention,
    Value,
)

HP = "Hải Phòng"
CENTRAL = "trung ương"


class Text:
    """One text: each thing said of it adds words to `raw` and a statement with their place."""

    def __init__(self, letter: str, /, **own: Any) -> None:
        self.source = (letter.lower().encode().hex() * 64)[:64]
        self.raw = ""
        self.told: list[Statement] = []
        self._count = 0
        if own:
            self.document("self", **{"part": "self", "form": "header", "type": "conclusion", **own})

    @property
    def statements(self) -> list[Statement]:
        source = Source(id=self.source, format="text", chars=len(self.raw), paths=(f"{self.source[:6]}.txt",))
        return [source, *self.told]

    @property
    def reading(self) -> Reading:
        return Reading(statements=tuple(self.statements))

    def place(self, words: str) -> Place:
        start = len(self.raw)
        self.raw += f"{words}. "
        return Place(self.source, start, start + len(words), words, f"{words}.")

    def handle(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self._count}"

    def say(self, mention: Mention) -> str:
        self.told.append(mention)
        return mention.handle

    def document(self, handle: str = "", *, part: str = "citation", quote: str = "", **told: Any) -> str:
        """A mention of a document; the quote is made of what is told, unless it is given."""
        words = quote or " ".join(str(told[k]) for k in ("type", "number", "date", "name", "title") if told.get(k))
        mention = DocumentMention(handle=handle or self.handle("d"), place=self.place(words), part=part, **told)
        return self.say(mention)

    def cite(self, **told: Any) -> str:
        """A citation with its CITES claim."""
        handle = self.document(**told)
        self.claim("self", "CITES", handle, place=self._last().place)
        return handle

    def body(self, name: str, **told: Any) -> str:
        return self.say(BodyMention(handle=self.handle("b"), place=self.place(name), name=name, **told))

    def person(self, name: str, **told: Any) -> str:
        return self.say(PersonMention(handle=self.handle("n"), place=self.place(name), name=name, **told))

    def project(self, name: str, **told: Any) -> str:
        return self.say(ProjectMention(handle=self.handle("w"), place=self.place(name), name=name, **told))

    def task(self, quote: str, **told: Any) -> str:
        handle = self.say(TaskMention(handle=self.handle("t"), place=self.place(quote), **told))
        self.claim("self", "ORDERS", handle, place=self._last().place)
        return handle

    def claim(
        self, subject: str, predicate: str, object: str, *, place: Place | None = None, **properties: Value
    ) -> None:
        where = place or self.place(f"{subject} {predicate} {object}")
        self.told.append(Claim(subject=subject, predicate=predicate, object=object, place=where, properties=properties))

    def _last(self) -> Mention:
        last = self.told[-1]
        assert isinstance(last, Mention)
        return last


def together(*texts: Text) -> list[Statement]:
    return [s for t in texts for s in t.statements]


def as_bytes(g: Graph) -> bytes:
    """A graph in the order it has, so that two equal ones are the same bytes."""
    parts = {"nodes": list(g.nodes.values()), "edges": list(g.edges.values()), "issues": list(g.issues)}
    return json.dumps(msgspec.to_builtins(parts), ensure_ascii=False).encode()


def texts_of(*texts: Text) -> dict[str, str]:
    return {t.source: t.raw for t in texts}


def ends(g: Graph, type: str) -> set[tuple[str, str]]:
    return {(e.source, e.target) for e in g.typed(type)}


def only(items: Iterable[Any]) -> Any:
    (one,) = items
    return one
