"""What holds for the items below: headings that are bodies, sentences that rule a list, sections that only tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.found import Actor
from loaders.mentions.bodies.bodies import Phrase, bodies, titled
from loaders.mentions.duties.leaders import leader
from loaders.mentions.duties.deadlines import Deadline, deadlines
from loaders.mentions.duties.entries import Doer, Scope, is_public
from loaders.mentions.duties.orders import mode_of, orders
from loaders.mentions.duties.partners import partners
from loaders.mentions.duties.roles import bound
from loaders.mentions.kinds import patterns
from loaders.mentions.words import union
from loaders.segment import Block, Tree
from loaders.sentences import cuts

_LONG = 700  # code points: no heading is longer
_TITLE = 200  # ... and none without a doer
_ANY_DAY = "0001-01-01"  # before every date
_ORDER = re.compile(r"(?:(?P<order>[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền)(?: +cho)? +|Đối với +)?")
_SPEAKS = re.compile(r" +(?:đề nghị|yêu cầu|giao|phân công)(?!\w)")  # "Thủ tướng Chính phủ yêu cầu:"
_ASIDE = re.compile(r" *\([^()]{1,160}\)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that speaks for those below it; `pure` where it gives no task itself."""

    scope: Scope
    pure: bool


@dataclass(frozen=True, slots=True)
class _Forms:
    announcing: frozenset[str]
    whose: re.Pattern[str]
    listing: re.Pattern[str]
    topics: re.Pattern[str]
    assigning: re.Pattern[str]
    telling: re.Pattern[str]
    aiming: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table: dict[str, Any] = patterns("duties")
    words = {
        k: union(table[k], capital=None) for k in ("headings", "listing", "assigning", "telling", "aiming", "closing")
    }
    return _Forms(
        announcing=frozenset(table["announcing"].split()),
        whose=re.compile(words["headings"] + r" +(?:của|cho|đối với)? *(?:các +chủ thể +)?"),
        listing=re.compile(words["listing"] + r"[^:;.]{0,60}:$", re.I),
        topics=re.compile(union(table["topics"], capital=True) + "(?!,)"),
        **{k: re.compile(words[k], re.I) for k in ("assigning", "telling", "aiming", "closing")},
    )


def words_of(tree: Tree, block: Block) -> str:
    """The words of a block; a heading in capitals as a sentence would print it."""
    text = tree.words(block)
    return titled(text) if text.isupper() else text


def section(text: str, scope: Scope) -> Scope:
    """What a heading without a doer changes: whether flat headings below assign, and whether it only tells."""
    forms = _forms()
    if len(text) > _TITLE:
        return scope
    if forms.assigning.search(text):
        return replace(scope, mode="assign", telling=False, aiming=False)
    if forms.closing.search(text):
        return replace(scope, telling=False, aiming=False)
    aims = forms.aiming.search(text[:60]) is not None
    if (aims or forms.telling.search(text[:60])) and "nhiệm vụ" not in text.lower():
        return replace(scope, telling=True, aiming=aims, doers=(), mode=None)
    return scope


def closing(text: str) -> bool:
    """Whether a heading of an act stands over its clauses on carrying it out."""
    return _forms().closing.search(text[:160]) is not None


def lists(text: str) -> bool:
    """Whether an item announces of what it consists, so that those below it are no tasks."""
    return _forms().listing.search(text[-110:]) is not None


def heading(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """The doers that a heading names for the items below it: "1. Bộ Tài chính:", "Điều 9. Trách nhiệm của Sở Y tế"."""
    if block.end - block.body > _LONG or block.kind in ("part", "chapter", "section"):
        return None
    text = words_of(tree, block)
    announced = text.rstrip().endswith(":")
    found = _headed(text, scope, announced=announced) if announced or block.children else None
    if found is None:
        return None
    doers = tuple(replace(d, actor=_moved(d.actor, block.body)) for d in found.doers)
    deadline = found.deadline and replace(
        found.deadline, start=found.deadline.start + block.body, end=found.deadline.end + block.body
    )
    return Heading(replace(found, doers=doers, deadline=deadline), True)


def _moved(actor: Actor, by: int) -> Actor:
    return replace(actor, start=actor.start + by, end=actor.end + by)


def _headed(text: str, scope: Scope, *, announced: bool) -> Scope | None:
    """What the words of a heading say, offsets counted from their beginning."""
    end = len(text)
    whose, lead = _forms().whose.match(text), _ORDER.match(text)
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
    ruled = _ruled(text, phrase, end, mode, scope)
    if not ruled.pure:
        return None
    deadline = next(iter(deadlines(text, 0, end)), None) if announced else None
    return replace(ruled.scope, deadline=deadline, steers="chỉ đạo" in text[phrase.end :])


def _heads(flat: str, phrase: Phrase, end: int, *, announced: bool, whose: bool) -> bool:
    """Whether who is named without an order heads tasks: no rule for everybody, no topic, not who speaks himself."""
    if is_public(phrase) or _SPEAKS.match(flat, phrase.end, end):
        return False
    return announced or whose or not _forms().topics.match(phrase.actors[0].name)


def ruling(tree: Tree, block: Block, scope: Scope, today: str | None) -> Heading | None:
    """A sentence that rules a list: "Thủ tướng Chính phủ yêu cầu các Bộ … thực hiện các nhiệm vụ sau:"."""
    flat, end = tree.text.flat, block.end
    if flat[end - 1] != ":":
        return None
    start = max((after for _, after in cuts(flat, block.body, end)), default=block.body)
    for order in reversed(orders(flat, start, end)):
        mode = mode_of(order[0])
        phrase = bodies(flat, order.end(), end)
        if phrase:
            known: list[Deadline] = [d for d in deadlines(flat, phrase.end, end, today) if not d.reports]
            ruled = _ruled(flat, phrase, end, mode, scope)
            return replace(ruled, scope=replace(ruled.scope, mode=mode, deadline=next(iter(known), None)))
        if order.end() >= end - 1 or _is_announcement(flat, order.end(), end, []):
            return Heading(replace(scope, mode=mode, telling=False, aiming=False), True)
    led = leader(flat, start, end)
    if led is None or not bound(flat, led.begin, end):
        return None
    doers = tuple(Doer(a, "lead", "require") for a in led.phrase.actors)
    ruled_ = replace(scope, doers=doers, mode="require", telling=False, aiming=False)
    return Heading(ruled_, _is_announcement(flat, led.begin, end, []))


def _ruled(flat: str, phrase: Phrase, end: int, mode: str, scope: Scope) -> Heading:
    """Those named and the partners behind them as doers of what follows; pure where nothing else is said."""
    helpers = partners(flat, phrase.end, end, mode)
    doers = (*(Doer(a, "lead", mode) for a in phrase.actors), *helpers)
    ruled = replace(scope, doers=doers, telling=False, aiming=False)
    return Heading(ruled, _is_announcement(flat, phrase.end, end, helpers))


def announces(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """An item under a doer that only says how: "Phối hợp với Bộ Y tế hướng dẫn:"; its partners join the doers."""
    flat = tree.text.flat
    if flat[block.end - 1] != ":" or not block.children or not scope.doers:
        return None
    helpers = partners(flat, block.body, block.end, scope.doers[0].mode)
    if not _is_announcement(flat, block.body, block.end, helpers):
        return None
    return Heading(replace(scope, doers=(*scope.doers, *helpers)), True)


def _is_announcement(flat: str, start: int, end: int, helpers: list[Doer]) -> bool:
    """Whether words say nothing but that tasks follow, partners and deadlines aside."""
    text = flat[start:end]
    spans = [(d.actor.start, d.actor.end) for d in helpers]
    spans += [(d.start, d.end) for d in deadlines(flat, start, end, _ANY_DAY)]
    for s, e in spans:
        text = text[: s - start] + " " * (e - s) + text[e - start :]
    return all(w.lower() in _forms().announcing for w in _WORD.findall(_ASIDE.sub("", text)))
