"""Headings that name the doers of what follows: "1. Bộ Tài chính:", "Điều 9. Trách nhiệm của Sở Y tế".

They stand above items or on an item's own line: "Sở Nội vụ: Tham mưu …", "Đề nghị Tỉnh đoàn: Phát động …".
"""

from __future__ import annotations

import dataclasses
import re
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from loaders.found import Actor
from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Doer, Scope
from loaders.mentions.duties.leaders import leader
from loaders.mentions.duties.orders import mode_of, order_at
from loaders.mentions.duties.parties import is_public
from loaders.mentions.duties.pieces import behind_joint
from loaders.mentions.duties.roles import bound
from loaders.mentions.duties.rulings import Heading, named
from loaders.mentions.duties.scopes import words_of
from loaders.mentions.kinds import patterns
from loaders.mentions.predicates import acts
from loaders.mentions.words import union
from loaders.segment import Block, Tree

_LONG = 700  # code points: no heading is longer
_FAR = 400  # ... and one on an item's own line ends in so many
_TOWARDS = re.compile(r"(?:Đối với|Về phía) +")
_ORDER = re.compile(
    rf"(?:(?P<order>[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền)(?: +cho)? +|{_TOWARDS.pattern})?"
)
_COLON = re.compile(r"(?: *\([^()]*\))? *: *")
_SPEAKS = re.compile(r" +(?:đề nghị|yêu cầu|giao|phân công)(?!\w)")  # "Thủ tướng Chính phủ yêu cầu:"


@cache
def _whose() -> re.Pattern[str]:
    """ "Trách nhiệm của", and what else says whose duties follow."""
    return re.compile(
        union(patterns("duties")["headings"], capital=None) + r" +(?:của|cho|đối với)? *(?:các +chủ thể +)?"
    )


@cache
def _topics() -> re.Pattern[str]:
    """Classes that head what is said of them."""
    return re.compile(union(patterns("duties")["topics"], capital=True) + "(?!,)")


def heading(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """The doers that a heading names for the items below it."""
    if block.end - block.body > _LONG or block.kind in ("part", "chapter", "section"):
        return None
    announced = tree.words(block).rstrip().endswith(":")
    found = _headed(words_of(tree, block), scope, announced=announced) if announced or block.children else None
    if found is None:
        return _others(tree, block, scope) if block.children else None
    doers = tuple(replace(d, actor=_moved(d.actor, block.body)) for d in found.doers)
    deadline = found.deadline and replace(
        found.deadline, start=found.deadline.start + block.body, end=found.deadline.end + block.body
    )
    return Heading(replace(found, doers=doers, deadline=deadline), True)


def _others(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """Whose duties follow, and it is no body: "Trách nhiệm của cán bộ quản trị hệ thống"; they are nobody's tasks."""
    whose = _whose().match(tree.text.flat, block.body, block.end)
    if whose is None or not whose[0].rstrip().endswith("của") or bodies(tree.text.flat, whose.end(), block.end):
        return None
    return Heading(replace(scope, doers=(), deadline=None), True)


def _moved(actor: Actor, by: int) -> Actor:
    return dataclasses.replace(actor, start=actor.start + by, end=actor.end + by)


def _headed(text: str, scope: Scope, *, announced: bool) -> Scope | None:
    """What the words of a heading say, offsets counted from their beginning."""
    end = len(text)
    whose, lead = _whose().match(text), _ORDER.match(text)
    order = lead["order"] if lead and not whose else None
    phrase = bodies(text, whose.end() if whose else lead.end() if lead else 0, end)
    if phrase is None and announced and (led := leader(text, 0, end)):
        phrase = led.phrase
    if phrase is None or not (order or _heads(text, phrase, end, announced=announced, whose=whose is not None)):
        return None
    binds = bound(text, phrase.end, end)
    if scope.telling and not (order or whose or binds):
        return None
    mode = mode_of(order) if order else "require" if binds and scope.mode != "assign" else scope.mode or "require"
    ruled = named(text, phrase, end, mode, scope)
    if not ruled.pure:
        return None
    deadline = next(iter(deadlines(text, 0, end)), None) if announced else None
    return replace(ruled.scope, deadline=deadline, steers="chỉ đạo" in text[phrase.end :])


def _heads(flat: str, phrase: Phrase, end: int, *, announced: bool, whose: bool) -> bool:
    """Whether who is named without an order heads tasks: no rule for everybody, no topic, not who speaks himself."""
    if is_public(phrase) or _SPEAKS.match(flat, phrase.end, end):
        return False
    return announced or whose or not _topics().match(phrase.actors[0].name)


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
