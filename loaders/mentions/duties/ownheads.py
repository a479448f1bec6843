"""Headings on an item's own line: "Sở Nội vụ: Tham mưu …", "Đề nghị Tỉnh đoàn: Phát động …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.entries import Doer, Scope
from loaders.mentions.duties.orders import mode_of, order_at
from loaders.mentions.duties.pieces import behind_joint
from loaders.mentions.predicates import acts

_FAR = 400  # code points: such a heading ends in so many
_TOWARDS = re.compile(r"(?:Đối với|Về phía) +")
_COLON = re.compile(r"(?: *\([^()]*\))? *: *")


class OwnHeading(NamedTuple):
    """Who is named in front of the colon, where the item's order begins behind it, and what holds for it."""

    phrase: Phrase
    end: int
    scope: Scope


def own_heading(flat: str, start: int, core: int, end: int, scope: Scope) -> OwnHeading | None:
    """The heading of an item, or of its order that begins at `core` behind a topic; what is to be done follows it."""
    at = start if _TOWARDS.match(flat, start, end) else core
    if flat.find(":", at, at + _FAR) < 0:
        return None
    order = order_at(flat, at, end)
    front = order or _TOWARDS.match(flat, at, end)
    phrase = bodies(flat, front.end() if front else at, end)
    colon = _COLON.match(flat, phrase.end, end) if phrase else None
    if phrase is None or colon is None or not acts(flat, behind_joint(flat, colon.end(), end), end):
        return None
    mode = mode_of(order[0]) if order else scope.mode or "require"
    return OwnHeading(phrase, colon.end(), replace(scope, doers=tuple(Doer(a, "lead", mode) for a in phrase.actors)))
