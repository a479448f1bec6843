"""What somebody chose → the decisions to be kept, each anchored in what a text prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph.decisions.decision import Anchor, Decision
from graph.errors import CannotAnswer
from graph.statements import DocumentMention
from queries.names import short
from queries.review import typed
from queries.review.case import Case, Where
from queries.review.items import Item, Queue

# On what texts may disagree.
_FIELDS = ("date", "held", "issuer", "term", "signer", "title", "jurisdiction", "level", "system")


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody who decides, when and why. Each act gives the decisions to be added; nothing is kept by it."""

    queue: Queue
    who: str
    when: str
    why: str = ""

    @property
    def case(self) -> Case:
        return self.queue.case

    def accept(self, ref: str, chosen: str | None = None) -> list[Decision]:
        """The mention means that document; where texts disagree the others are right; what was ordered is done.

        Without `chosen` there must be just one candidate.
        """
        item = self._item(ref)
        if item.kind == "no_doer":
            raise CannotAnswer(
                f"{ref} is a task without a doer.", hint="danchieu review correct N --body NAME names one."
            )
        meant = typed.candidate(self.case, item, chosen)
        if item.kind == "fulfilled":
            return self._made([{"kind": "done", "about": self._anchor(item), "on": self._day(item, meant)}])
        if item.kind == "disagreement":
            return self._made([{"kind": "correct", "about": self._anchor(item), "fields": self._told(item, meant)}])
        means, leading = self._document(meant), self.case.leading(_all(item))
        return self._made([{"kind": "accept", "about": self.case.anchor(w), "means": means} for w in leading])

    def reject(self, ref: str, chosen: str | None = None) -> list[Decision]:
        """The mention is not that document; or none of its candidates; or it names nothing. Or: the edge is wrong."""
        if ref in self.case.g.edges:
            return self._made(self._denied(ref))
        item = self._item(ref)
        if item.kind in ("disagreement", "date") and chosen is None:
            raise CannotAnswer(f"Of {ref} a field is in doubt, not the document.", hint="Accept or correct it.")
        meant = [typed.candidate(self.case, item, chosen)] if chosen else [c.id for c in item.candidates]
        if item.kind == "fulfilled":
            return self._made(self._not_fulfilled(item, meant))
        if not meant:
            return self._made([{"kind": "reject", "about": self.case.anchor(w)} for w in _all(item)])
        kind, abouts = (
            "apart" if item.kind == "dates" else "reject",
            map(self.case.anchor, self.case.leading(_all(item))),
        )
        return self._made([{"kind": kind, "about": a, "means": self._document(m)} for a in abouts for m in meant])

    def correct(self, ref: str, fields: dict[str, str]) -> list[Decision]:
        """Fields of a mention, of a document's own header, or of a task are these."""
        wheres = typed.mentions(self.queue, ref)
        return self._made([{"kind": "correct", "about": self.case.anchor(w), "fields": fields} for w in wheres])

    def done(self, ref: str, on: str) -> list[Decision]:
        return self._made([{"kind": "done", "about": self._task(ref, "open"), "on": on}])

    def reopen(self, ref: str) -> list[Decision]:
        return self._made([{"kind": "reopen", "about": self._task(ref, "done")}])

    def same(self, one: str, other: str) -> list[Decision]:
        """Two documents are one."""
        return self._two("same", one, other)

    def apart(self, one: str, other: str) -> list[Decision]:
        """Two documents are two, however alike their numbers and dates are."""
        return self._two("apart", one, other)

    def undo(self, n: int) -> list[Decision]:
        if n not in {d.n for d in self.case.standing}:
            undone = n in {d.n for d in self.case.decisions}
            told = f"Decision {n} is undone already." if undone else f"There is no decision {n}."
            raise CannotAnswer(told, hint="danchieu review --decided lists those that stand.")
        return self._made([{"kind": "undo", "undoes": n}])

    def _two(self, kind: str, one: str, other: str) -> list[Decision]:
        ids = [typed.document(self.case, words) for words in (one, other)]
        if ids[0] == ids[1]:
            told = f"{one!r} and {other!r} mean one document: {ids[0]}."
            raise CannotAnswer(told, hint="Of a mention that is another, say so: danchieu review reject PATH:START")
        return self._made([{"kind": kind, "about": self._document(ids[0]), "means": self._document(ids[1])}])

    def _item(self, ref: str) -> Item:
        found = typed.item(self.queue, ref)
        if found.kind == "decision":
            raise CannotAnswer(f"{ref} is a decision without effect.", hint="danchieu review undo takes it back.")
        return found

    def _anchor(self, item: Item) -> Anchor:
        assert item.where is not None
        return self.case.anchor(item.where)

    def _document(self, id_: str) -> Anchor:
        """The anchor of a document: of the mention that it is known by best."""
        where = self.case.best(self.case.identity.documents[id_])
        if where is None:
            told = f"{self.case.name(id_)} is known by other decisions alone."
            raise CannotAnswer(told, hint="Undo those first, or load a text that names it.")
        return self.case.anchor(where)

    def _task(self, ref: str, state: str) -> Anchor:
        id_ = typed.task(self.queue, ref)
        told = self.case.g.nodes[id_].properties
        if told.get("state") != state:
            now = " ".join(str(told[k]) for k in ("state", "done_on") if k in told)
            hint = "danchieu review --decided lists what was decided."
            raise CannotAnswer(f"The task is {now} already: {short(str(told['quote']))}", hint=hint)
        return self.case.anchor(self.case.named[id_][0])

    def _day(self, item: Item, document: str) -> str:
        """The day on which a task was done by the document that it ordered."""
        on = str(self.case.g.nodes[document].properties.get("date", ""))
        if len(on) != 10:
            told = f"{self.case.name(document)} does not tell its day."
            raise CannotAnswer(told, hint=f"Say when: danchieu review done {self.queue.numbers[item.id]} --on DATE")
        return on

    def _told(self, item: Item, document: str) -> dict[str, str]:
        """What other texts tell of a document, where one disagrees."""
        field = next((f for f in _FIELDS if f"the {f} is " in item.message), None)
        if field is None:
            raise CannotAnswer("This is not settled by accepting it.", hint="Correct the mention that it stands in.")
        return {field: str(self.case.g.nodes[document].properties[field])}

    def _not_fulfilled(self, item: Item, documents: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The document that was ordered is not the one that was issued."""
        assert item.where is not None
        source, task = item.where
        for claim in self.case.texts.claims(source):
            ordered = self.case.mentions.get((source, claim.object))
            if claim.predicate == "CONCERNS" and claim.subject == task and isinstance(ordered, DocumentMention):
                target = self.case.identity.target(source, ordered.handle)
                if ordered.part == "planned" and target in documents:
                    about, means = self.case.texts.anchor(ordered), self._document(str(target))
                    yield {"kind": "reject", "about": about, "means": means}

    def _denied(self, id_: str) -> list[dict[str, Any]]:
        """An edge is wrong: what each text that states it says there is denied."""
        edge = self.case.g.edges[id_]
        anchors = dict.fromkeys(a for c in self.case.claims(edge) if (a := self.case.texts.edge_anchor(c)))
        if not anchors:
            stands = edge.properties.get("stands_on")
            on = f" It stands on {'; '.join(map(str, stands))}." if isinstance(stands, list) else ""
            told = f"{id_} was read in no text: its origin is {edge.properties.get('origin')}.{on}"
            raise CannotAnswer(told, hint="Reject what it stands on, or undo the decision that made it.")
        return [{"kind": "reject", "edge": a} for a in anchors]

    def _made(self, told: Iterable[dict[str, Any]]) -> list[Decision]:
        first = max((d.n for d in self.case.decisions), default=0) + 1
        return [
            Decision(n=n, who=self.who, when=self.when, why=self.why, **fields) for n, fields in enumerate(told, first)
        ]


def _all(item: Item) -> tuple[Where, ...]:
    """The mentions that an item stands for."""
    assert item.where is not None
    return item.alike or (item.where,)
