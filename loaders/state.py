"""One text read from end to end: text → twin → tree → mentions → linked → statements and issues."""

from __future__ import annotations

from graph.statements import Issue, Reading, Source, Statement
from loaders import tell_documents as tell
from loaders.found import Cited, Doubt
from loaders.header import header
from loaders.leftover import leftover
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.mentions.duties.duties import duties
from loaders.mentions.plans.coming import coming
from loaders.mentions.plans.projects import projects
from loaders.mentions.relations.relations import relations
from loaders.mentions.relations.validity import validity
from loaders.segment import segment
from loaders.tell_tasks import tasks
from loaders.teller import Teller
from loaders.text import Text

_HANDLES = {"citation": "d", "planned": "p", "programme": "g"}


def state(raw: str, source: Source) -> Reading:
    """All that a text says, nothing more: its statements, the source first, and what was not understood."""
    text = Text(raw, source.id)
    tree = segment(text)
    own, doubts = header(tree)
    cited, more = documents(tree, own)
    doubts += [*more, *link(own, cited)]
    spoken = [*cited, *coming(tree, own, cited)]
    _name(spoken)
    doubts += leftover(tree, own, spoken)
    related = relations(tree, own, spoken)
    ordered, more = duties(tree, own, spoken)
    doubts += more
    teller = Teller(tree)
    statements: list[Statement] = [source, *tell.documents(teller, [own.cited, *spoken])]
    statements += tell.citations(teller, cited)
    statements += tell.relations(teller, related)
    statements += validity(tree, own, cited)
    about = [*tell.parties(teller, own), *tasks(teller, ordered, spoken, projects(tree, own))]
    statements += [*teller.drain(), *about]
    return Reading(statements=tuple(statements), issues=tuple(_issue(text, doubt) for doubt in doubts))


def _name(spoken: list[Cited]) -> None:
    """Handles for mentions that have none yet, in printed order: d0, d1 …, p0 …, g0 …"""
    counts = dict.fromkeys(_HANDLES, 0)
    for c in sorted(spoken, key=lambda c: (c.start, c.end)):
        if not c.handle:
            c.handle = f"{_HANDLES[c.part]}{counts[c.part]}"
            counts[c.part] += 1


def _issue(text: Text, doubt: Doubt) -> Issue:
    place = text.place(doubt.start, doubt.end)
    return Issue(kind=doubt.kind, message=doubt.message, source=place.source, start=place.start, end=place.end)
