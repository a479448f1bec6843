"""Short forms: numbers without their symbol ("Nghị quyết số 35 của Quốc hội")."""

from __future__ import annotations

from graph.identity.keys import Key, agree
from graph.identity.symbols import number, organ_named
from graph.identity.terms import term
from graph.identity.texts import Group
from graph.identity.told import family
from graph.names import place


def short_fits(group: Group, full: Key) -> bool:
    """Whether a number without its symbol can be the document of a full key.

    The kind must be the same, the issuer, where one is printed, the organ that the symbol belongs to, and nothing
    else may contradict.
    """
    told, whole = group.short, number(full.number)
    if told is None or whole is None or told.serial != whole.serial or full.type != family(group.first.type):
        return False
    if told.year and whole.year != told.year:
        return False
    issuer = next((m.issuer for m in group.mentions if m.issuer), None)
    organ = organ_named(issuer) if issuer else None
    if organ is not None and whole.organ is not None and organ != whole.organ:
        return False
    return agree(full, _partial(group, full))


def _partial(group: Group, full: Key) -> Key:
    """What a short form tells, as a key of the number it may stand for."""
    first = group.first
    return Key(
        number=full.number,
        type=full.type,
        place=place(first.jurisdiction),
        date=first.date or None,
        term=term(first.term) if full.party else None,
        party=full.party,
    )
