"""What holds for the items below: headings that are bodies, sentences that rule a list, sections that only tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.mentions.bodies import bodies, titled
from loaders.mentions.deadlines import Deadline, deadlines
from loaders.mentions.entries import Doer, Scope, is_public
from loaders.mentions.partners import partners
from loaders.mentions.kinds import patterns
from loaders.mentions.orders import mode_of, orders
from loaders.mentions.leaders import leader
from loaders.mentions.roles import bound
from loaders.mentions.words import union
from loaders.segment import Block, Tree
from loaders.sentences import cuts

_ORDER = re.compile(r"(?:(?P<order>[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền)(?: +cho)? +|Đối với +)?")
_TOPIC = re.compile(
    r"(?:Doanh nghiệp|Cơ sở|Lực lượng|Nhà đầu tư|Hợp tác xã|Chính quyền|Xã|Phường|Tỉnh|Thành phố|Huyện|Trường|Ngành)(?!,)\b"
)
_ASIDE = re.compile(r" *\([^()]{1,160}\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that speaks for those below it; `pure` where it gives no task itself."""

    scope: Scope
    pure: bool


@cache
def _table() -> dict[str, Any]:
    return patterns("duties")


@cache
def _announcing() -> frozenset[str]:
    return frozenset(_table()["announcing"].split())


@cache
def _whose() -> re.Pattern[str]:
    return re.compile(union(_table()["headings"], capital=None) + r" +(?:của|cho|đối với)? *(?:các +chủ thể +)?")


@cache
def _section() -> dict[str, re.Pattern[str]]:
    return {
        k: re.compile(union(_table()[k], capital=None), re.I) for k in ("assigning", "telling", "aiming", "closing")
    }


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(union(_table()["listing"], capital=None) + r"[^:;.]{0,60}:$", re.I)


def words_of(tree: Tree, block: Block) -> str:
    """The words of a block; a heading in capitals as a sentence would print it."""
    text = tree.words(block)
    return titled(text) if text.isupper() else text


def section(text: str, scope: Scope) -> Scope:
    """What a heading without a doer changes: whether flat headings below assign, and whether it only tells."""
    forms = _section()
    if len(text) > 200:
        return scope
    if forms["assigning"].search(text):
        return replace(scope, mode="assign", telling=False, aiming=False)
    if forms["closing"].search(text):
        return replace(scope, telling=False, aiming=False)
    aims = forms["aiming"].search(text[:60]) is not None
    if (aims or forms["telling"].search(text[:60])) and "nhiệm vụ" not in text.lower():
        return replace(scope, telling=True, aiming=aims, doers=(), mode=None)
    return scope


def closing(text: str) -> bool:
    """Whether a heading of an act stands over its clauses on carrying it out."""
    return _section()["closing"].search(text[:160]) is not None


def heading(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """The doers that a heading names for the items below it: "1. Bộ Tài chính:", "Điều 9. Trách nhiệm của Sở Y tế"."""
    text = words_of(tree, block)
    if len(text) > 700 or block.kind in ("part", "chapter", "section"):
        return None
    flat = tree.text.flat[: block.body] + text if text is not tree.words(block) else tree.text.flat
    start, end = block.body, block.end
    announced = text.rstrip().endswith(":")
    if not announced and not block.children:
        return None
    whose = _whose().match(flat, start, end)
    lead = _ORDER.match(flat, start, end)
    order = lead["order"] if lead and not whose else None
    at = whose.end() if whose else lead.end() if lead else start
    phrase = bodies(flat, at, end)
    if phrase is None and announced and (led := leader(flat, start, end)):
        phrase = led[0]
    if phrase is None:
        return None
    if not announced and not whose and not order and _TOPIC.match(phrase.actors[0].name):
        return None  # "Doanh nghiệp số" heads what is said of them
    if not order and is_public(phrase):
        return None  # a rule for everybody
    if scope.telling and not order and not whose and not bound(flat, phrase.end, end):
        return None
    mode = mode_of(order) if order else scope.mode or "require"
    if bound(flat, phrase.end, end) and not order and scope.mode != "assign":
        mode = "require"
    helpers = partners(flat, phrase.end, end, mode)
    if not _is_announcement(flat, phrase.end, end, helpers):
        return None
    doers = (*(Doer(a, "lead", mode) for a in phrase.actors), *helpers)
    deadline = _first(deadlines(flat, start, end, None)) if announced else None
    ruled = replace(scope, doers=doers, deadline=deadline, telling=False, aiming=False)
    return Heading(replace(ruled, steers="chỉ đạo" in flat[phrase.end : end]), True)


def ruling(tree: Tree, block: Block, scope: Scope, today: str | None) -> Heading | None:
    """A sentence that rules a list: "Thủ tướng Chính phủ yêu cầu các Bộ … thực hiện các nhiệm vụ sau:"."""
    flat, end = tree.text.flat, block.end
    if flat[end - 1] != ":":
        return None
    start = block.body
    for _, after in cuts(flat, block.body, end):
        start = after
    for order in reversed(orders(flat, start, end)):
        phrase = bodies(flat, order.end(), end)
        mode = mode_of(order[0])
        if phrase is None:
            if order.end() >= end - 1 or _is_announcement(flat, order.end(), end, []):
                return Heading(replace(scope, mode=mode, telling=False, aiming=False), True)
            continue
        helpers = partners(flat, phrase.end, end, mode)
        doers = (*(Doer(a, "lead", mode) for a in phrase.actors), *helpers)
        known = [d for d in deadlines(flat, phrase.end, end, today) if not d.reports]
        ruled = replace(scope, doers=doers, mode=mode, deadline=_first(known), telling=False, aiming=False)
        return Heading(ruled, _is_announcement(flat, phrase.end, end, helpers))
    led = leader(flat, start, end)
    if led and bound(flat, led[1], end):
        doers = tuple(Doer(a, "lead", "require") for a in led[0].actors)
        ruled = replace(scope, doers=doers, mode="require", telling=False, aiming=False)
        return Heading(ruled, _is_announcement(flat, led[1], end, []))
    return None


def lists(text: str) -> bool:
    """Whether an item announces of what it consists, so that those below it are no tasks."""
    return _listing().search(text[-110:]) is not None


def announces(tree: Tree, block: Block, scope: Scope) -> Heading | None:
    """An item under a doer that only says how: "Phối hợp với Bộ Y tế hướng dẫn:"; its partners join the doers."""
    flat = tree.text.flat
    if flat[block.end - 1] != ":" or not block.children or not scope.doers:
        return None
    mode = scope.doers[0].mode
    helpers = partners(flat, block.body, block.end, mode)
    if not _is_announcement(flat, block.body, block.end, helpers):
        return None
    return Heading(replace(scope, doers=(*scope.doers, *helpers)), True)


def _is_announcement(flat: str, start: int, end: int, partners: list[Doer]) -> bool:
    """Whether words say nothing but that tasks follow, partners aside."""
    text = flat[start:end]
    for doer in sorted(partners, key=lambda d: -d.actor.start):
        text = text[: doer.actor.start - start] + text[doer.actor.end - start :]
    text = _ASIDE.sub("", text)
    return all(w.lower() in _announcing() for w in re.findall(r"\w+", text))


def _first(known: list[Deadline]) -> Deadline | None:
    return next(iter(known), None)
