"""Sentences that rule the items below them: an order with its doers and a colon, or the words that tasks follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from loaders.found import Span
from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Doer, Scope
from loaders.mentions.duties.leaders import leader
from loaders.mentions.duties.orders import mode_of, orders
from loaders.mentions.duties.partners import partners
from loaders.mentions.duties.roles import bound
from loaders.mentions.kinds import patterns
from loaders.segment import Block, Tree
from loaders.sentences import cuts

_ANY_DAY = "0001-01-01"  # before every date
_ASIDE = re.compile(r" *\([^()]{1,160}\)")
_WORD = re.compile(r"\w+")


class Heading(msgspec.Struct, frozen=True):
    """A block that speaks for those below it; `pure` where it gives no task itself."""

    scope: Scope
    pure: bool


def ruling(tree: Tree, block: Block, scope: Scope, today: str | None) -> Heading | None:
    """A sentence that rules a list: "Thủ tướng Chính phủ yêu cầu các Bộ … thực hiện các nhiệm vụ sau:"."""
    flat, end = tree.text.flat, block.end
    if flat[end - 1] != ":":
        return None
    start = max((after for _, after in cuts(flat, block.body, end)), default=block.body)
    for order in reversed(orders(flat, start, end)):
        if found := _ordered(flat, order, end, scope, today):
            return found
    led = leader(flat, start, end)
    if led is None or not bound(flat, led.begin, end):
        return None
    doers = tuple(Doer(a, "lead", "require") for a in led.phrase.actors)
    ruled = replace(scope, doers=doers, mode="require", telling=False, aiming=False)
    return Heading(ruled, announced(flat, led.begin, end))


def _ordered(flat: str, order: re.Match[str], end: int, scope: Scope, today: str | None) -> Heading | None:
    """What an order rules: those it names, or whoever the items name."""
    mode = mode_of(order[0])
    if phrase := bodies(flat, order.end(), end):
        ruled = named(flat, phrase, end, mode, scope)
        deadline = next((d for d in deadlines(flat, phrase.end, end, today) if not d.reports), None)
        return replace(ruled, scope=replace(ruled.scope, mode=mode, deadline=deadline))
    if order.end() >= end - 1 or announced(flat, order.end(), end):
        return Heading(replace(scope, mode=mode, telling=False, aiming=False), True)
    return None


def named(flat: str, phrase: Phrase, end: int, mode: str, scope: Scope) -> Heading:
    """Those named and the partners behind them as doers of what follows; pure where nothing else is said."""
    helpers = partners(flat, phrase.end, end, mode)
    doers = (*(Doer(a, "lead", mode) for a in phrase.actors), *helpers)
    ruled = replace(scope, doers=doers, telling=False, aiming=False)
    return Heading(ruled, announced(flat, phrase.end, end, helpers))


def announces(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """An item under a doer that only says how: "Phối hợp với Bộ Y tế hướng dẫn:"; its partners join the doers."""
    flat = tree.text.flat
    if flat[block.end - 1] != ":" or not block.children or not scope.doers:
        return None
    helpers = partners(flat, block.body, block.end, scope.doers[0].mode)
    if not announced(flat, block.body, block.end, helpers):
        return None
    return Heading(replace(scope, doers=(*scope.doers, *helpers)), True)


def announced(flat: str, start: int, end: int, helpers: Sequence[Doer] = ()) -> bool:
    """Whether words say nothing but that tasks follow, partners and deadlines aside."""
    aside: list[Span] = [(d.actor.start, d.actor.end) for d in helpers]
    aside += [(d.start, d.end) for d in deadlines(flat, start, end, _ANY_DAY)]
    text = flat[start:end]
    for s, e in aside:
        text = text[: s - start] + " " * (e - s) + text[e - start :]
    return all(word.lower() in _announcing() for word in _WORD.findall(_ASIDE.sub("", text)))


@cache
def _announcing() -> frozenset[str]:
    return frozenset(patterns("duties")["announcing"].split())
