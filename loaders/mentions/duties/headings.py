"""Headings that name the doers of what follows: "1. Bộ Tài chính:", "Điều 9. Trách nhiệm của Sở Y tế"."""

from __future__ import annotations

import dataclasses
import re
from functools import cache

from msgspec.structs import replace

from loaders.mentions.bodies.bodies import Phrase, bodies, titled
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Scope
from loaders.mentions.duties.leaders import leader
from loaders.mentions.duties.orders import mode_of
from loaders.mentions.duties.parties import is_issuer, is_public
from loaders.mentions.duties.roles import bound
from loaders.mentions.duties.rulings import Heading, named
from loaders.mentions.kinds import patterns
from loaders.mentions.predicates import starts
from loaders.mentions.verbs import verbs
from loaders.mentions.words import union
from loaders.segment import Block, Tree

_LONG = 700  # code points: no heading is longer
_ORDER = re.compile(
    r"(?:(?P<order>[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền)(?: +cho)? +|(?:Đối với|Về phía) +)?"
)
_MARKS = re.compile(r"(?: *\([^()]*\))? *[.:]? *$")  # what closes a heading
# "Cơ quan chủ trì | giải quyết thủ tục đầu tư": told apart by what it does
_ROLE = re.compile(r"(?:Các )?(?:[Cc]ơ quan|[Đđ]ơn vị) (?:chủ trì|phối hợp|thực hiện|tiếp nhận|quản lý|sử dụng)$")
_FIELD = re.compile(r" +(?:trong|về|đối với|tại) ")  # "Trách nhiệm của Sở Y tế | trong công tác tiêm chủng"
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\. +")  # alone on its line it marks no item
_STOPS = re.compile(r"[.;:]| (?:là|gồm) ")
_NAME = 180  # code points: no name that heads tasks is longer
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
    words = tree.words(block)
    announced = words.rstrip().endswith(":")
    number = _NUMBER.match(tree.text.flat, block.body, block.end) if block.kind == "paragraph" else None
    if not (announced or block.children or number):
        return None
    if words.isupper():
        found = _headed(titled(words), 0, len(words), scope, announced=announced)
        found = found and _moved(found, block.body)
    else:
        start = number.end() if number else block.body
        found = _headed(tree.text.flat, start, block.end, scope, announced=announced)
    if found is None:
        return _others(tree, block, scope) if block.children else None
    return Heading(found, True)


def _others(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """Whose duties follow, and it is no body: "Trách nhiệm của cán bộ quản trị hệ thống"; they are nobody's tasks."""
    whose = _whose().match(tree.text.flat, block.body, block.end)
    if whose is None or not whose[0].rstrip().endswith("của") or bodies(tree.text.flat, whose.end(), block.end):
        return None
    return Heading(replace(scope, doers=(), deadline=None), True)


def _moved(found: Scope, by: int) -> Scope:
    """What a heading says, its offsets counted from the beginning of the text and not of its own words."""
    actors = (dataclasses.replace(d.actor, start=d.actor.start + by, end=d.actor.end + by) for d in found.doers)
    doers = tuple(replace(d, actor=actor) for d, actor in zip(found.doers, actors, strict=True))
    due = found.deadline and replace(found.deadline, start=found.deadline.start + by, end=found.deadline.end + by)
    return replace(found, doers=doers, deadline=due)


def _headed(flat: str, start: int, end: int, scope: Scope, *, announced: bool) -> Scope | None:
    """What the words of a heading say."""
    whose, lead = _whose().match(flat, start, end), _ORDER.match(flat, start, end)
    order = lead["order"] if lead and not whose else None
    phrase = bodies(flat, whose.end() if whose else lead.end() if lead else start, end)
    if phrase is None and announced and (led := leader(flat, start, end)):
        phrase = led.phrase
    named_so = announced or whose is not None or (scope.naming and not scope.ending)
    if phrase is None or not (order or _heads(flat, phrase, end, scope, sure=named_so)):
        return None
    binds = bound(flat, phrase.end, end)
    if scope.telling and not (order or whose or binds):
        return None
    mode = mode_of(order) if order else "require" if binds and scope.mode != "assign" else scope.mode or "require"
    ruled = named(flat, phrase, end, mode, scope)
    if not ruled.pure and (scope.naming or whose) and not scope.ending and (whole := _whole(flat, phrase, end)):
        ruled = named(flat, whole, end, mode, scope)
    if not ruled.pure:
        return None
    deadline = next(iter(deadlines(flat, start, end)), None) if announced else None
    doers = () if is_issuer(phrase, scope.issuer) else ruled.scope.doers  # what he himself will do
    return replace(ruled.scope, doers=doers, deadline=deadline, steers="chỉ đạo" in flat[phrase.end : end])


def _whole(flat: str, phrase: Phrase, end: int) -> Phrase | None:
    """A name that runs on to the end of a heading: "Trung tâm Xúc tiến đầu tư, thương mại và du lịch"; or in what."""
    marks = _MARKS.search(flat, phrase.end, end)
    stop = marks.start() if marks else end
    if stop - phrase.start > _NAME or _STOPS.search(flat, phrase.end, stop):
        return None
    if _FIELD.match(flat, phrase.end, stop):
        return Phrase(phrase.start, stop, phrase.actors)
    if _ROLE.match(flat, phrase.start, phrase.end):
        if verbs().binding.search(flat, phrase.end, stop):
            return None
    elif any(flat[at - 1] == " " and starts(flat, at, stop) for at in range(phrase.end, stop)):
        return None
    actor = dataclasses.replace(
        phrase.actors[0],
        end=stop,
        name=" ".join(flat[phrase.start : stop].split()),
        collective=len(phrase.actors) > 1 or phrase.actors[0].collective,
    )
    return Phrase(phrase.start, stop, (actor,))


def _heads(flat: str, phrase: Phrase, end: int, scope: Scope, *, sure: bool) -> bool:
    """Whether who is named without an order heads tasks: no rule for everybody, no topic, not who speaks himself.

    `sure`: the words or the section say that doers follow. Where a plan says who carries it out everybody may be one.
    """
    if _SPEAKS.match(flat, phrase.end, end) or (is_public(phrase) and not (scope.naming and not scope.ending)):
        return False
    return sure or not _topics().match(phrase.actors[0].name)
