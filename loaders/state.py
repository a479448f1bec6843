"""One text read from end to end: text → twin → tree → mentions → linked → statements and issues."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.statements import (
    BodyMention,
    Claim,
    DocumentMention,
    Issue,
    PersonMention,
    Place,
    ProjectMention,
    Reading,
    Source,
    Statement,
    TaskMention,
    Value,
)
from loaders.found import Actor, Cited, Doubt, Duty, Own, Related, Span, Work
from loaders.header import header
from loaders.leftover import leftover
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.mentions.duties.duties import duties
from loaders.mentions.plans.coming import coming
from loaders.mentions.plans.projects import projects
from loaders.mentions.relations.relations import relations
from loaders.mentions.relations.validity import validity
from loaders.segment import Tree, segment
from loaders.text import Text

_HANDLES = {"citation": "d", "planned": "p", "programme": "g"}


def state(raw: str, source: Source) -> Reading:
    """All that a text says, nothing more: its statements, the source first, and what was not understood."""
    tree = segment(Text(raw, source.id))
    own, doubts = header(tree)
    cited, more = documents(tree, own)
    link(own, cited)
    doubts += more
    spoken = [*cited, *coming(tree, own, cited)]
    _name(spoken)
    doubts += leftover(tree, own, spoken)
    related = relations(tree, own, spoken)
    ordered, more = duties(tree, own, spoken)
    doubts += more
    teller = _Teller(tree, own)
    statements: list[Statement] = [source, *teller.documents([own.cited, *spoken])]
    statements += teller.cites(cited)
    statements += teller.relations(related)
    statements += validity(tree, own, cited)
    statements += teller.header()
    works = projects(tree, own)
    statements += teller.tasks(ordered, spoken, works)
    return Reading(statements=tuple(statements), issues=tuple(teller.issues(doubts)))


def _name(spoken: list[Cited]) -> None:
    """Handles for mentions that have none yet, in printed order: d0, d1 …, p0 …, g0 …"""
    counts = dict.fromkeys(_HANDLES, 0)
    for c in sorted(spoken, key=lambda c: (c.start, c.end)):
        if not c.handle:
            c.handle = f"{_HANDLES[c.part]}{counts[c.part]}"
            counts[c.part] += 1


class _Teller:
    """Turns findings into statements; every place gets its quote and sentence from the text."""

    def __init__(self, tree: Tree, own: Own) -> None:
        self.tree = tree
        self.own = own
        self._actors: dict[tuple[object, ...], str] = {}
        self._told: list[Statement] = []

    def place(self, start: int, end: int) -> Place:
        return self.tree.text.place(start, end, self.tree.sentence(start, end))

    def documents(self, cited: Iterable[Cited]) -> list[Statement]:
        return [
            DocumentMention(
                handle=c.handle,
                place=self.place(c.start, c.end),
                part=c.part,
                type=c.type,
                form=c.form,
                number=c.number,
                date=c.date,
                held=c.held,
                term=c.term,
                issuer=c.issuer,
                name=c.name,
                title=c.title,
                pinpoint=c.pinpoint,
                signer=c.signer,
                secrecy=c.secrecy,
                jurisdiction=c.jurisdiction,
                level=c.level,
                system=c.system,
                planned=c.planned,
                carries=c.carries,
                same=c.same,
                unclear=c.unclear,
            )
            for c in cited
        ]

    def cites(self, cited: Iterable[Cited]) -> list[Statement]:
        return [
            self.claim("self", "CITES", c.handle, (c.start, c.end), **({"pinpoint": c.pinpoint} if c.pinpoint else {}))
            for c in cited
        ]

    def relations(self, related: Iterable[Related]) -> list[Statement]:
        return [
            self.claim(
                r.source,
                "DEPENDS_ON",
                r.target,
                (r.start, r.end),
                relation=r.relation,
                planned=r.planned,
                **({"pinpoint": r.pinpoint} if r.pinpoint else {}),
            )
            for r in related
        ]

    def header(self) -> list[Statement]:
        """Issuer, signer and recipients of the text itself."""
        own, told = self.own, []
        if own.issuer_span and own.cited.issuer:
            s, e = own.issuer_span
            actor = Actor(
                s,
                e,
                own.cited.issuer,
                jurisdiction=own.cited.jurisdiction,
                level=own.cited.level,
                system=own.cited.system,
            )
            told.append(self._claim_of("ISSUED_BY", actor))
        if own.signer_span and own.cited.signer:
            s, e = own.signer_span
            told.append(self._claim_of("SIGNED_BY", Actor(s, e, own.cited.signer, person=True, post=own.signer_post)))
        for s, e in own.recipients:
            name = _plain(self.tree.text.flat[s:e])
            told.append(
                self._claim_of(
                    "SENT_TO", Actor(s, e, name, jurisdiction=own.cited.jurisdiction, collective=_is_class(name))
                )
            )
        return [*self._drain(), *told]

    def _claim_of(self, predicate: str, actor: Actor) -> Claim:
        return self.claim("self", predicate, self.actor(actor), (actor.start, actor.end))

    def tasks(self, ordered: Iterable[Duty], spoken: list[Cited], works: list[Work]) -> list[Statement]:
        """Tasks with their doers, the documents and projects they concern, and whom they report to."""
        told: list[Statement] = [self._project(i, w) for i, w in enumerate(works)]
        handles: dict[tuple[int, int, str | None], str] = {}
        for duty in ordered:
            key = (duty.start, duty.end, duty.due_text)
            span = (duty.start, duty.end)
            if key not in handles:
                handles[key] = handle = f"t{len(handles)}"
                told.append(
                    TaskMention(
                        handle=handle, place=self.place(*span), due=duty.due, due_text=duty.due_text, recurs=duty.recurs
                    )
                )
                told.append(self.claim("self", "ORDERS", handle, span))
                told += self._concerns(handle, span, spoken, works)
            told += self._assigned(handles[key], duty)
        return [*self._drain(), *told]

    def _project(self, index: int, work: Work) -> ProjectMention:
        return ProjectMention(
            handle=f"w{index}", place=self.place(work.start, work.end), name=work.name, jurisdiction=work.jurisdiction
        )

    def _assigned(self, handle: str, duty: Duty) -> list[Statement]:
        told: list[Statement] = []
        if duty.actor:
            a = duty.actor
            span: Span = (duty.start, duty.end)
            found: dict[str, Value] = {"role": duty.role, "mode": duty.mode}
            if duty.inherited:
                body = self.place(a.start, a.end)
                found |= {"body_start": body.start, "body_end": body.end, "body_quote": body.quote}
            else:
                span = (min(a.start, duty.start), max(a.end, duty.end))
            told.append(self.claim(handle, "ASSIGNED_TO", self.actor(a), span, **found))
        told += [self.claim(handle, "REPORTS_TO", self.actor(r), (r.start, r.end)) for r in duty.reports]
        return told

    def _concerns(self, handle: str, span: Span, spoken: list[Cited], works: list[Work]) -> list[Statement]:
        inside = [(c.handle, c.start, c.end) for c in spoken if span[0] <= c.start and c.end <= span[1]]
        inside += [(f"w{i}", w.start, w.end) for i, w in enumerate(works) if span[0] <= w.start and w.end <= span[1]]
        return [self.claim(handle, "CONCERNS", other, (s, e)) for other, s, e in inside]

    def actor(self, actor: Actor) -> str:
        """The handle of a body or person, stated once for each name in a text, at its first place."""
        key = (actor.person, _plain(actor.name).lower(), actor.post if actor.person else actor.jurisdiction)
        if key not in self._actors:
            handle = f"{'n' if actor.person else 'b'}{len(self._actors)}"
            self._actors[key] = handle
            place = self.place(actor.start, actor.end)
            if actor.person:
                self._told.append(
                    PersonMention(
                        handle=handle, place=place, name=actor.name, post=actor.post, jurisdiction=actor.jurisdiction
                    )
                )
            else:
                self._told.append(
                    BodyMention(
                        handle=handle,
                        place=place,
                        name=actor.name,
                        jurisdiction=actor.jurisdiction,
                        collective=actor.collective,
                        level=actor.level,
                        system=actor.system,
                    )
                )
        return self._actors[key]

    def _drain(self) -> list[Statement]:
        told, self._told = self._told, []
        return told

    def claim(self, subject: str, predicate: str, target: str, span: Span, **properties: Value) -> Claim:
        return Claim(
            subject=subject, predicate=predicate, object=target, place=self.place(*span), properties=properties
        )

    def issues(self, doubts: Iterable[Doubt]) -> list[Issue]:
        found = []
        for d in doubts:
            place = self.tree.text.place(d.start, d.end)
            found.append(Issue(kind=d.kind, message=d.message, source=place.source, start=place.start, end=place.end))
        return found


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .;,:-")


def _is_class(name: str) -> bool:
    return name.lower().startswith(("các ", "những ", "toàn thể "))
