"""Sentences that rule the items below them: an order with its doers and a colon, or the words that tasks follow."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.announcing import announced, unadvised
from loaders.mentions.duties.deadlines import deadlines
from loaders.mentions.duties.entries import Doer, Scope
from loaders.mentions.duties.leaders import Leader, leader
from loaders.mentions.duties.orders import mode_of, orders
from loaders.mentions.duties.parties import is_issuer
from loaders.mentions.duties.partners import partners
from loaders.mentions.duties.pieces import over
from loaders.mentions.duties.roles import bound
from loaders.mentions.verbs import verbs
from loaders.segment import Block, Tree
from loaders.sentences import cuts

_STEERS = re.compile(r"(?:có trách nhiệm )?chỉ đạo +")
_FOLLOWS = re.compile(r"(?:sau|sau đây|gồm|cụ thể): *$")
_GIVEN = re.compile(r" +được +(?:[^,.;:]{0,60}? +)?(ủy quyền|giao|phân công)(?!\w)")


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
    given = orders(flat, start, end)
    for number, order in reversed(list(enumerate(given))):
        if found := _ordered(flat, order, end, scope, today):
            return _beside(flat, given[number - 1], order, found) if number else found
    if found := _passive(flat, start, end, scope):
        return found
    led = leader(flat, start, end)
    return _told(flat, led, end, scope) if led and not is_issuer(led.phrase, scope.issuer) else None


def _passive(flat: str, start: int, end: int, scope: Scope) -> Heading | None:
    """ "Cục trưởng Cục A được Bộ trưởng ủy quyền thực hiện các nhiệm vụ sau:": what follows is his."""
    phrase = bodies(flat, start, end)
    given = _GIVEN.match(flat, phrase.end, end) if phrase else None
    if phrase is None or given is None or not announced(flat, given.end(), end):
        return None
    doers = tuple(Doer(a, "lead", mode_of(given[1])) for a in phrase.actors)
    return Heading(replace(scope, doers=doers, mode=mode_of(given[1]), telling=False, aiming=False), True)


def _told(flat: str, led: Leader, end: int, scope: Scope) -> Heading | None:
    """What a sentence rules that names its doers in front: they are bound, or it only announces what follows."""
    if found := _below(flat, led.begin, end, scope):
        return found
    helpers = partners(flat, led.begin, end, scope.mode or "require")
    pure = announced(flat, led.begin, end, helpers)
    binds = bound(flat, led.begin, end) or (pure and verbs().binding.search(flat, led.begin, end) is not None)
    if not binds and (not pure or scope.strict):
        return None
    mode = scope.mode or "require"
    doers = (*(Doer(a, "lead", mode) for a in led.phrase.actors), *helpers)
    return Heading(replace(scope, doers=doers, mode=mode, telling=False, aiming=False), pure)


def _below(flat: str, at: int, end: int, scope: Scope) -> Heading | None:
    """ "Sở A chỉ đạo Chi cục B thực hiện các nội dung sau:": what follows is B's, that sentence A's."""
    steer = _STEERS.match(flat, at, end)
    phrase = bodies(flat, steer.end(), end) if steer else None
    if phrase is None or not announced(flat, phrase.end, end):
        return None
    doers = tuple(Doer(a, "lead", "implicit") for a in phrase.actors)
    return Heading(replace(scope, doers=doers, mode=None, telling=False, aiming=False), False)


def _beside(flat: str, before: re.Match[str], order: re.Match[str], found: Heading) -> Heading:
    """ "A ủy quyền cho X, B ủy quyền cho Y thực hiện:": what follows is X's too."""
    phrase = bodies(flat, before.end(), order.start())
    if phrase is None or order.start() - phrase.end > 1 or mode_of(before[0]) != mode_of(order[0]):
        return found
    doers = tuple(Doer(a, "lead", mode_of(order[0])) for a in phrase.actors[:-1])
    return replace(found, scope=replace(found.scope, doers=(*doers, *found.scope.doers)))


def _ordered(flat: str, order: re.Match[str], end: int, scope: Scope, today: str | None) -> Heading | None:
    """What an order rules: those it names, or whoever the items name."""
    mode = mode_of(order[0])
    if phrase := bodies(flat, order.end(), end):
        if found := _below(flat, over(flat, phrase.end, end), end, scope):
            return found
        ruled = named(flat, phrase, end, mode, scope)
        deadline = next((d for d in deadlines(flat, phrase.end, end, today) if not d.reports), None)
        pure = ruled.pure or (mode == "delegate" and _FOLLOWS.search(flat, phrase.end, end) is not None)
        return Heading(replace(ruled.scope, mode=mode, deadline=deadline), pure)
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
    if flat[block.end - 1] != ":" or not (block.children or block.kind == "paragraph") or not scope.doers:
        return None
    helpers = partners(flat, block.body, block.end, scope.doers[0].mode)
    end = unadvised(flat, block.body, block.end)
    if not announced(flat, block.body, end, helpers):
        return None
    return Heading(replace(scope, doers=(*scope.doers, *helpers)), True)
