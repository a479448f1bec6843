"""The nodes of a graph, from statements and their identity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from graph.elements import Node, Property
from graph.identify import Identity
from graph.identity.bodies import belongs, collective, shown
from graph.model import labels
from graph.names import tidy
from graph.properties import carried, properties
from graph.statements import (
    BodyMention,
    DocumentMention,
    Issue,
    Mention,
    PersonMention,
    ProjectMention,
    Source,
    TaskMention,
)

M = TypeVar("M", bound=Mention)


def nodes(sources: Iterable[Source], mentions: Sequence[Mention], identity: Identity) -> tuple[list[Node], list[Issue]]:
    """All nodes that texts speak of, and where mentions of one document disagree; mentions come in order."""
    found: list[Node] = []
    issues: list[Issue] = []
    for document in identity.documents.values():
        told, doubts = properties(document)
        found.append(Node(id=document.id, labels=labels(document.kind, carried(document)), properties=told))
        issues += doubts
    found += _sources(sources)
    found += _open(mentions, identity)
    found += _merged(mentions, identity, BodyMention, "Body", lambda same: _body(same, identity))
    found += _merged(mentions, identity, PersonMention, "Person", _person)
    found += _merged(mentions, identity, ProjectMention, "Project", _project)
    found += _merged(mentions, identity, TaskMention, "Task", _task)
    return found, issues


def _known(**values: Property | None) -> dict[str, Property]:
    """Properties without what is not known: no null, no empty text, no empty list."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [])}


def _sources(sources: Iterable[Source]) -> Iterator[Node]:
    """One node a text; the same bytes under several paths are one source with all its paths."""
    by_id: dict[str, list[Source]] = defaultdict(list)
    for s in sources:
        by_id[s.id].append(s)
    for name, same in by_id.items():
        paths = sorted({p for s in same for p in s.paths})
        first = min(same, key=lambda s: (s.format, s.chars))
        yield Node(
            id=name, labels=("Source",), properties=_known(paths=list(paths), format=first.format, chars=first.chars)
        )


def _open(mentions: Iterable[Mention], identity: Identity) -> Iterator[Node]:
    """The mentions that are no one document, as they were printed."""
    told = {(m.source, m.handle): m for m in mentions if isinstance(m, DocumentMention)}
    for where, name in identity.open.items():
        m = told[where]
        yield Node(
            id=name,
            labels=("Mention",),
            properties=_known(
                status=identity.verdicts[where].status,
                type=m.type,
                number=m.number,
                date=m.date,
                issuer=m.issuer,
                name=m.name,
                source=m.source,
                start=m.place.start,
                end=m.place.end,
                quote=m.place.quote,
            ),
        )


def _merged(
    mentions: Iterable[Mention],
    identity: Identity,
    kind: type[M],
    label: str,
    told: Callable[[Sequence[M]], dict[str, Property]],
) -> Iterator[Node]:
    """One node for all mentions of a kind that have one id; `told` gets them in order."""
    by_id: dict[str, list[M]] = defaultdict(list)
    for m in mentions:
        if isinstance(m, kind):
            by_id[identity.things[m.source, m.handle]].append(m)
    for name, same in by_id.items():
        yield Node(id=name, labels=(label,), properties=told(same))


def _usual(values: Iterable[str | None]) -> str | None:
    """What most mentions say; capitals throughout give way to any other spelling, equals to the first."""
    votes = Counter(v for v in values if v)
    first = {v: i for i, v in reversed(list(enumerate(votes)))}
    return min(votes, key=lambda v: (v.isupper(), -votes[v], first[v])) if votes else None


def _body(same: Sequence[BodyMention], identity: Identity) -> dict[str, Property]:
    where = [belongs(m, identity.home(m.source)) for m in same]
    return _known(
        name=_usual(shown(m.name, w) for m, w in zip(same, where, strict=True)),
        jurisdiction=_usual(where),
        collective=any(collective(m) for m in same),
        level=_usual(m.level for m in same),
        system=_usual(m.system for m in same),
    )


def _person(same: Sequence[PersonMention]) -> dict[str, Property]:
    return _known(
        name=_usual(tidy(m.name) for m in same),
        post=_usual(m.post for m in same),
        jurisdiction=_usual(m.jurisdiction for m in same),
    )


def _project(same: Sequence[ProjectMention]) -> dict[str, Property]:
    return _known(name=_usual(tidy(m.name) for m in same), jurisdiction=_usual(m.jurisdiction for m in same))


def _task(same: Sequence[TaskMention]) -> dict[str, Property]:
    """A task; what its texts do not tell alike the first place tells."""
    first = same[0]
    return _known(
        quote=first.place.quote,
        due=next((m.due for m in same if m.due), None),
        due_text=next((m.due_text for m in same if m.due_text), None),
        recurs=next((m.recurs for m in same if m.recurs), None),
        state="open",
    )
