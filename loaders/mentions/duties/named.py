"""Doers that a clause itself names: in front of what they are told, or behind the words of an order."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.entries import Entry, Item, Scope
from loaders.mentions.duties.leaders import Leader, leader
from loaders.mentions.duties.opened import opened, quoted
from loaders.mentions.duties.ordered import ordered
from loaders.mentions.duties.orders import mode_of, orders
from loaders.mentions.duties.parties import is_issuer, is_public
from loaders.mentions.duties.pieces import Clause
from loaders.mentions.duties.roles import bound, carries, idle
from loaders.sentences import CAPITAL

_NAMED = re.compile(rf"[{CAPITAL}]|các ")
# "Các sở trong phạm vi nhiệm vụ, quyền hạn của mình | chịu trách nhiệm …"
_LATE = re.compile(
    r",? (?:trong phạm vi|theo|căn cứ|trên cơ sở)[^.;:]{3,140}? (?:(?:có|chịu) trách nhiệm|có nhiệm vụ)(?!\w)"
)
_ENFORCED = re.compile(r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)")
_ASKS = re.compile(r"yêu cầu|giao|phân công|[ủuUỦ][yỷ] (?:quyền|nhiệm)")
_NEAR = 60  # code points: what a doer answers for stands in so many behind him
_REACH = 20  # ... an order that he gives himself in so many
_BEYOND = 40  # ... and who leads is said in so many behind the beginning of the task


def named(item: Item, clause: Clause, mode: str | None) -> tuple[list[Entry], str | None]:
    """The entries whose doers a clause names, and the mode of the last order; `mode` is that of the order before."""
    led = leader(item.flat, clause.start, clause.end, small=bool(item.scope.doers) and not item.scope.ending)
    if led and _is_told(item, led, clause):
        return _led(item, led, clause, mode), mode
    entries: list[Entry] = []
    for order in orders(item.flat, clause.start, clause.end):
        if not entries or order.start() >= entries[-1].start:
            found = ordered(item, clause, order)
            entries += found
            mode = mode_of(order[0]) if found else mode
    return entries, mode


def _is_told(item: Item, led: Leader, clause: Clause) -> bool:
    """Whether who stands in front is told something, and does not speak himself."""
    if is_issuer(led.phrase, item.scope.issuer) or _speaks(item, led, clause):
        return False
    if item.scope.telling and item.scope.demands and _NAMED.match(item.flat, led.phrase.start):
        return True
    return _binds(item, led.phrase.end, led.begin, clause.end)


def _speaks(item: Item, led: Leader, clause: Clause) -> bool:
    """Whether who stands in front gives the order: "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở …"."""
    if len(led.phrase.actors) != 1 or not _ASKS.match(item.flat, led.begin, clause.end):
        return False
    near = orders(item.flat, led.begin, led.begin + _REACH)
    return any(bodies(item.flat, order.end(), clause.end) for order in near)


def _binds(item: Item, behind: int, begin: int, end: int) -> bool:
    """Whether a doer in front of a verb is told something: anywhere, but where a text only tells or answers."""
    flat, scope = item.flat, item.scope
    if scope.strict and (not scope.doers or flat.startswith("đề nghị", begin)):
        return _ENFORCED.search(flat, behind, min(end, behind + _NEAR)) is not None
    if scope.ending and not (bound(flat, behind, end) or carries(flat, begin, end)):
        return False
    if scope.telling:
        near = flat[behind : begin + _BEYOND]
        answers = "chủ trì" in near or "trách nhiệm" in near
        return answers or bound(flat, behind, end)
    return True


def _led(item: Item, led: Leader, clause: Clause, ordered: str | None) -> list[Entry]:
    """The entries of who stands in front; `ordered` is the mode of an order before."""
    flat, scope = item.flat, item.scope
    phrase, begin = led
    if idle(flat, begin, clause.end) or quoted(item, phrase.start):
        return []
    binds = bound(flat, phrase.end, clause.end) or bound(flat, begin, clause.end)
    binds = binds or (scope.telling and scope.demands) or _LATE.match(flat, phrase.end, clause.end) is not None
    steered = scope.steers and not binds
    mode = "require" if binds else "implicit" if steered else ordered or scope.mode or _above(phrase, scope)
    if mode == "implicit" and is_public(phrase):
        return []  # a rule for everybody
    entries = opened(item, clause, phrase, begin, mode, anchor=phrase.start)
    if steered:
        _steer(item, phrase, entries[0])
    return entries


def _above(phrase: Phrase, scope: Scope) -> str:
    """The mode that those who are named have above already: "Các Bộ: A, B khẩn trương …, cụ thể: (1) Bộ A …"."""
    names = {a.name.lower() for a in phrase.actors}
    return next((d.mode for d in scope.doers if d.actor.name.lower() in names), "implicit")


def _steer(item: Item, phrase: Phrase, entry: Entry) -> None:
    """Under "Giao A chỉ đạo:" what B is told is A's to see to as well."""
    names = {a.name.lower() for a in phrase.actors}
    entry.doers[:0] = [replace(d, inherited=True) for d in item.scope.doers if d.actor.name.lower() not in names]
