"""What a title changes for the items below it: whether they assign, only tell, or close an act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from loaders.mentions.bodies.bodies import titled
from loaders.mentions.duties.entries import Scope
from loaders.mentions.kinds import patterns
from loaders.mentions.words import inside
from loaders.segment import Block, Tree

# Kinds of blocks that are headings by their markers.
HEADS = frozenset(["part", "chapter", "section", "upper", "roman", "article"])

_NO_COURT = "(?! +[áÁ][nN])"  # "thi hành án" enforces a judgment, and carries no act out
_DEMANDS = re.compile(r"yêu cầu", re.I)
_LONG = 200  # code points: no title without a doer is longer
_MARKED = 220  # ... and none with a mark that items have as well
_FIRST = 60  # code points: what a section is about stands in so many
_CLOSING = 160  # ... and that it closes an act, in so many
_LAST = 110  # code points: what an item consists of is announced in so many at its end


@dataclass(frozen=True, slots=True)
class _Forms:
    listing: re.Pattern[str]
    assigning: re.Pattern[str]
    telling: re.Pattern[str]
    aiming: re.Pattern[str]
    closing: re.Pattern[str]
    sharing: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table: dict[str, Any] = patterns("duties")
    kinds = ("assigning", "telling", "aiming", "closing", "sharing")
    return _Forms(
        listing=re.compile(inside(table["listing"]) + r"[^:;.]{0,60}:$"),
        **{k: re.compile(inside(table[k]) + _NO_COURT) for k in kinds},
    )


def words_of(tree: Tree, block: Block) -> str:
    """The words of a block; a heading in capitals as a sentence would print it."""
    text = tree.words(block)
    return titled(text) if text.isupper() else text


def is_title(block: Block, text: str) -> bool:
    """Whether a block is a heading without a doer: it has items below it and is no sentence."""
    if block.kind == "paragraph":
        return text.isupper()
    if block.kind in HEADS:
        return bool(block.children) and (text[-1:] not in ".;" or len(text) < _FIRST)
    return bool(block.children) and len(text) < _MARKED and text[-1:] not in ".;,:" and "; " not in text


def section(text: str, scope: Scope) -> Scope:
    """What a heading without a doer changes: whether flat headings below assign, and whether it only tells."""
    forms, text = _forms(), text.lower()
    if len(text) > _LONG:
        return scope
    if forms.assigning.search(text):
        return replace(scope, mode="assign", telling=False, aiming=False, naming=True)
    if forms.closing.search(text):
        return replace(scope, telling=False, aiming=False, naming=True)
    if forms.sharing.search(text):
        return replace(scope, telling=False, aiming=False, naming=True)
    aims = forms.aiming.search(text[:_FIRST]) is not None
    if (aims or forms.telling.search(text[:_FIRST])) and "nhiệm vụ" not in text:
        demands = _DEMANDS.search(text[:_FIRST]) is not None
        return replace(scope, telling=True, aiming=aims, demands=demands, doers=(), mode=None, naming=False)
    return scope


def closing(text: str) -> bool:
    """Whether a heading of an act stands over its clauses on carrying it out."""
    return _forms().closing.search(text[:_CLOSING]) is not None


def lists(text: str) -> bool:
    """Whether an item announces of what it consists, so that those below it are no tasks."""
    return text.endswith(":") and _forms().listing.search(text[-_LAST:]) is not None
