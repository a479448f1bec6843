"""The ids of what is no document: bodies, persons, projects, tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.identity.bodies import body, person, project
from graph.identity.home import Home
from graph.names import digest, fold
from graph.statements import BodyMention, DocumentMention, Mention, PersonMention, ProjectMention, TaskMention

Where = tuple[str, str]


def things(mentions: Iterable[Mention], homes: Mapping[str, Home]) -> dict[Where, str]:
    """The id of each mention by (source, handle), computed within the text it stands in."""
    by_text: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_text.setdefault(mention.source, []).append(mention)
    found: dict[Where, str] = {}
    for source, some in sorted(by_text.items()):
        home = homes.get(source) or Home(None, source, source)
        found |= _named(some, home) | _tasks(some, home)
    return dict(sorted(found.items()))


def _named(mentions: Iterable[Mention], home: Home) -> dict[Where, str]:
    found: dict[Where, str] = {}
    persons: list[PersonMention] = []
    for m in mentions:
        if isinstance(m, BodyMention):
            found[m.source, m.handle] = body(m, home)
        elif isinstance(m, ProjectMention):
            found[m.source, m.handle] = project(m, home)
        elif isinstance(m, PersonMention):
            persons.append(m)
    return found | _persons(persons, home)


def _persons(mentions: list[PersonMention], home: Home) -> dict[Where, str]:
    """Persons; one named without a body is the one of that name whose body the text tells, if there is just one."""
    told: dict[str, set[str]] = {}
    for m in mentions:
        if m.body:
            told.setdefault(fold(m.name), set()).add(person(m, home))
    found = {}
    for m in mentions:
        same = told.get(fold(m.name), set())
        found[m.source, m.handle] = next(iter(same)) if not m.body and len(same) == 1 else person(m, home)
    return found


def _tasks(mentions: Iterable[Mention], home: Home) -> dict[Where, str]:
    """Tasks by their folded quote and its occurrence, so that an edit elsewhere in the text renames none."""
    tasks = [m for m in mentions if isinstance(m, TaskMention)]
    seen: Counter[str] = Counter()
    found = {}
    for m in sorted(tasks, key=lambda m: (m.place.start, m.place.end, m.due or "", m.due_text or "", m.handle)):
        quote = digest(fold(m.place.quote))
        seen[quote] += 1
        found[m.source, m.handle] = f"{home.document}/task/{quote}/{seen[quote]}"
    return found


def occurrences(texts: Mapping[str, Mapping[str, DocumentMention]]) -> dict[Where, str]:
    """The id that each document mention has as a node of its own: source, folded quote, occurrence."""
    found: dict[Where, str] = {}
    for source, mentions in sorted(texts.items()):
        seen: Counter[str] = Counter()
        for m in sorted(mentions.values(), key=lambda m: (m.place.start, m.place.end, m.handle)):
            quote = digest(fold(m.place.quote))
            seen[quote] += 1
            found[source, m.handle] = f"{source}/mention/{quote}/{seen[quote]}"
    return dict(sorted(found.items()))
