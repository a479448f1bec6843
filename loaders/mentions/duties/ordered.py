"""Orders that name their doers: "giao Sở Y tế chủ trì …"."""

from __future__ import annotations

import re

from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.entries import Entry, Item
from loaders.mentions.duties.opened import opened, quoted
from loaders.mentions.duties.orders import gives, mode_of
from loaders.mentions.duties.parties import includes_issuer, is_superior
from loaders.mentions.duties.pieces import Clause, behind_joint, over
from loaders.mentions.duties.roles import idle
from loaders.mentions.predicates import told

_AT_NEED = re.compile(r"khi cần thiết[.;]?$")  # what may be handed over some day is handed over to nobody


def ordered(item: Item, clause: Clause, order: re.Match[str]) -> list[Entry]:
    """The entries that an order opens; none where it orders nothing here."""
    flat, end = item.flat, clause.end
    if quoted(item, order.start()) or not _is_given(item, clause, order):
        return []
    if mode_of(order[0]) == "delegate" and _AT_NEED.search(flat, order.end(), end):
        return []
    phrase = bodies(flat, order.end(), end)
    if phrase is None or phrase.end >= end - 2 or idle(flat, phrase.end, end) or _upward(item, order, phrase):
        return []
    at = told(flat, phrase.end, end)
    if at is None:
        at = over(flat, phrase.end, end)
        if flat.startswith((";", ".", ")"), at):
            return []
    return opened(item, clause, phrase, at, mode_of(order[0]), anchor=order.start())


def _is_given(item: Item, clause: Clause, order: re.Match[str]) -> bool:
    """Whether who speaks gives the order; "phân công nhiệm vụ cho các sở, ngành" may be an aim."""
    if item.scope.aiming and order[0].lower().startswith("phân công"):
        return False
    if not _hands_over(order):
        return True
    return gives(item.flat, clause.start, order.start()) or _spoken(item.flat, clause, order.start())


def _hands_over(order: re.Match[str]) -> bool:
    """Whether work is given ("giao", "phân công") and not asked for."""
    return order[0][:1].lower() in "gp"


def _upward(item: Item, order: re.Match[str], phrase: Phrase) -> bool:
    """Whether a superior is asked, or the issuer by others."""
    if is_superior(phrase) and not _hands_over(order):
        return True
    return order.start() > item.start and includes_issuer(phrase, item.scope.issuer)


def _spoken(flat: str, clause: Clause, at: int) -> bool:
    """Whether one body stands in front of an order and gives it: "Ủy ban nhân dân tỉnh giao Sở Y tế …"."""
    phrase = bodies(flat, behind_joint(flat, clause.start, clause.end), clause.end)
    return phrase is not None and 0 <= at - phrase.end <= 2 and not phrase.actors[0].collective
