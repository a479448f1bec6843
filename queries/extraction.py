"""The contract's JSON object of one reading: what `danchieu extract --format json` prints a line of."""

from __future__ import annotations

from typing import Any

from graph.identify import Identity, identify
from graph.statements import (
    BodyMention,
    Claim,
    DocumentMention,
    PersonMention,
    Place,
    ProjectMention,
    Reading,
    TaskMention,
)


def extraction(reading: Reading) -> dict[str, Any]:
    """One reading in the shape of the contract; ids come from this text alone."""
    identity = identify(reading.statements, registry=False)
    return _Extraction(reading, identity).whole()


def refusal(path: str, error: str) -> dict[str, Any]:
    """What stands in the place of a file that was refused."""
    return {"document": None, "source": {"path": path}, "error": error}


def _evidence(place: Place) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "quote": place.quote}


class _Extraction:
    def __init__(self, reading: Reading, identity: Identity) -> None:
        self.reading = reading
        self.identity = identity
        statements = reading.statements
        self.documents = {s.handle: s for s in statements if isinstance(s, DocumentMention)}
        self.actors = {s.handle: s for s in statements if isinstance(s, BodyMention | PersonMention)}
        self.works = {s.handle: s for s in statements if isinstance(s, ProjectMention)}
        self.tasks = {s.handle: s for s in statements if isinstance(s, TaskMention)}
        self.cited = list(reading.of("citation"))
        self.index = {m.handle: i for i, m in enumerate(self.cited)}

    def whole(self) -> dict[str, Any]:
        return {
            "document": self.document(),
            "citations": [self.citation(m) for m in self.cited],
            "planned": [
                {
                    "id": self.id(m.handle),
                    "type": m.type,
                    "title": m.title,
                    "issuer": m.issuer,
                    "evidence": _evidence(m.place),
                }
                for m in self.reading.of("planned")
            ],
            "relations": [self.relation(c) for c in self.reading.claims("DEPENDS_ON")],
            "assignments": self.assignments(),
            "projects": [{"id": self.id(w.handle), "name": w.name, **_evidence(w.place)} for w in self.works.values()],
            "programmes": [self.programme(m) for m in self.reading.of("programme")],
            "bodies": [self.body(b) for b in self.actors.values() if isinstance(b, BodyMention)],
            "persons": [
                {"id": self.id(p.handle), "name": p.name, "post": p.post, **_evidence(p.place)}
                for p in self.actors.values()
                if isinstance(p, PersonMention)
            ],
            "issues": [
                {"kind": i.kind, "message": i.message, "start": i.start, "end": i.end} for i in self.reading.issues
            ],
        }

    def id(self, handle: str) -> str | None:
        return self.identity.target(self.reading.source.id, handle)

    def document(self) -> dict[str, Any]:
        own, source = self.reading.document, self.reading.source
        return {
            "id": self.id("self"),
            "type": own.type,
            "number": own.number,
            "date": own.date,
            "held": own.held,
            "issuer": own.issuer,
            "title": own.title,
            "signer": own.signer,
            "term": own.term,
            "secrecy": own.secrecy,
            "source": {"path": source.paths[0] if source.paths else None, "sha256": source.id},
        }

    def citation(self, m: DocumentMention) -> dict[str, Any]:
        found = self.identity.resolution(self.reading.source.id, m.handle)
        return {
            **_evidence(m.place),
            "type": m.type,
            "form": m.form,
            "number": m.number,
            "date": m.date,
            "issuer": m.issuer,
            "term": m.term,
            "name": m.name,
            "pinpoint": m.pinpoint,
            "target": found.target,
            "status": found.status,
            "candidates": list(found.candidates),
        }

    def programme(self, m: DocumentMention) -> dict[str, Any]:
        found = {
            "id": self.id(m.handle),
            "name": m.name or m.title or m.place.quote,
            "type": m.type,
            **_evidence(m.place),
        }
        return {**found, "planned": True} if m.planned else found

    def body(self, b: BodyMention) -> dict[str, Any]:
        return {
            "id": self.id(b.handle),
            "name": b.name,
            "collective": b.collective,
            "jurisdiction": b.jurisdiction,
            **_evidence(b.place),
        }

    def relation(self, c: Claim) -> dict[str, Any]:
        return {
            "source": "self" if c.subject == "self" else self.id(c.subject),
            "relation": c.properties["relation"],
            "target": "self" if c.object == "self" else self.id(c.object),
            "planned": bool(c.properties.get("planned")),
            "source_citation": self.index.get(c.subject),
            "target_citation": self.index.get(c.object),
            "pinpoint": c.properties.get("pinpoint"),
            "evidence": _evidence(c.place),
        }

    def assignments(self) -> list[dict[str, Any]]:
        """A row for each task and doer, in printed order; a task that nobody is given has one row without a body."""
        doers: dict[str, list[Claim]] = {}
        for c in self.reading.claims("ASSIGNED_TO"):
            doers.setdefault(c.subject, []).append(c)
        reports: dict[str, list[str]] = {}
        for c in self.reading.claims("REPORTS_TO"):
            names = reports.setdefault(c.subject, [])
            if (name := self.actors[c.object].name) not in names:
                names.append(name)
        return [
            row
            for handle, task in self.tasks.items()
            for row in self._rows(task, doers.get(handle, []), reports.get(handle, []))
        ]

    def _rows(self, task: TaskMention, doers: list[Claim], reports: list[str]) -> list[dict[str, Any]]:
        shared = {
            "task": _evidence(task.place),
            "due": task.due,
            "due_text": task.due_text,
            "recurs": task.recurs,
            "report_to": reports,
        }
        if not doers:
            return [{"body": None, "body_id": None, "role": None, "collective": False, "mode": None, **shared}]
        rows = []
        for c in doers:
            actor = self.actors[c.object]
            row = {
                "body": _printed(actor),
                "body_id": self.id(c.object),
                "role": c.properties["role"],
                "collective": isinstance(actor, BodyMention) and actor.collective,
                "mode": c.properties["mode"],
                **shared,
            }
            if "body_start" in c.properties:
                row["body_evidence"] = {k: c.properties[f"body_{k}"] for k in ("start", "end", "quote")}
            rows.append(row)
        return rows


def _printed(actor: BodyMention | PersonMention) -> str:
    """A doer as printed: a person's post stands before the name where the text puts it there."""
    post = actor.post if isinstance(actor, PersonMention) else None
    quote = " ".join(actor.place.quote.replace("*", " ").split())
    return quote if post and quote.lower().startswith(post.lower()) else actor.name
