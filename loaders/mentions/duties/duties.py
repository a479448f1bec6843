"""Who is told to do what, in which role, by when."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.found import Actor, Cited, Doubt, Duty, Own
from loaders.mentions.duties.labels import labelled
from loaders.mentions.duties.lost import lost
from loaders.mentions.duties.operative import is_rules, passages
from loaders.mentions.duties.reading import Reading, opening_scope
from loaders.mentions.duties.tables import cells, tabled
from loaders.mentions.places import province
from loaders.segment import Tree
from loaders.sentences import CAPITAL

_SEATED = re.compile(rf"(?:tỉnh|[Tt]hành phố|TP\.?|Tỉnh ủy|Thành ủy) +([{CAPITAL}].*)")


def duties(tree: Tree, own: Own, cited: list[Cited]) -> tuple[list[Duty], list[Doubt]]:
    """The assignments of a text in printed order, one entry for each task, body and role.

    A plain order with a deadline that nobody is named for is an entry without an actor, and a doubt.
    """
    today = own.cited.date or own.cited.held
    torn, labels = list(lost(tree)), labelled(tree, today)
    reading = Reading(tree, today, sorted((c.start, c.end) for c in cited), {None: opening_scope(tree, own)})
    for passage in passages(tree, own.cited, cells(torn, labels)):
        reading.take(passage)
    found = reading.found
    if not is_rules(own.cited):
        found += tabled(tree, torn, labels, today)
    found.sort(key=lambda d: (d.start, d.end))
    for duty in found:
        duty.actor = duty.actor and _settled(duty.actor, own)
        duty.reports = [_settled(actor, own) for actor in duty.reports]
    return found, reading.doubts


def _settled(actor: Actor, own: Own) -> Actor:
    """An actor with the province that its name tells, else the document's own."""
    if actor.jurisdiction is not None:
        return actor
    named = _SEATED.search(actor.name)
    return replace(actor, jurisdiction=(province(named[1]) if named else None) or own.cited.jurisdiction)
