"""Doers from elsewhere: those of the heading or sentence above, those of the clause before in another role."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec.structs import replace

from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.entries import Entry, Item
from loaders.mentions.duties.partners import has_partner
from loaders.mentions.duties.pieces import Clause, behind_joint
from loaders.mentions.duties.roles import role_of
from loaders.mentions.predicates import after_aside, after_purpose, verb
from loaders.segment import Block, Tree

_SHORT = 60  # code points: a task is longer than that, or begins with its verb
_HELPS = re.compile(r"(?:[^\W\d_]+ +){0,3}?(?:[Pp]hối hợp|[Tt]ham mưu|[Gg]iúp)")


def is_fresh(tree: Tree, block: Block, heads: Container[int | None], *, doers: bool) -> bool:
    """Whether a task may begin with a block whose doer stands above it: an item, or a paragraph that stands as one.

    `heads` are the blocks before it that only headed others; `doers` says that somebody is named above it.
    """
    if block.kind != "paragraph" or _announced(tree, block, heads):
        return True
    if not verb(tree.text.flat, block.body, block.end):
        return False
    return (doers and block.parent in heads) or _listed(tree, block, heads)


def _announced(tree: Tree, block: Block, heads: Container[int | None]) -> bool:
    """The paragraph right behind a heading with a colon: "3. Quỹ … có trách nhiệm:", then what."""
    before = _before(tree, block)
    if before is None or before.index != block.parent or before.index not in heads:
        return False
    return _asks(tree, before)


def _listed(tree: Tree, block: Block, heads: Container[int | None]) -> bool:
    """A paragraph that stands as an item below a sentence that rules it."""
    before = _before(tree, block)
    if before is None or before.kind != "paragraph" or before.parent != block.parent:
        return False
    return before.index in heads or _asks(tree, before)


def _before(tree: Tree, block: Block) -> Block | None:
    return tree.blocks[block.index - 1] if block.index else None


def _asks(tree: Tree, block: Block) -> bool:
    """Whether a block ends in the colon behind which tasks follow."""
    return tree.text.flat[block.end - 1] == ":"


def inherited(item: Item, clause: Clause, *, first: bool) -> list[Entry]:
    """The entry of the doers above; `first` says that the item has none before it."""
    flat, end = item.flat, clause.end
    begin = behind_joint(flat, clause.start, end)
    at = after_aside(flat, begin, end)
    handed = any(d.mode == "delegate" for d in item.scope.doers)  # its items are powers, named by what they are over
    named = item.headed is None and at == begin and not handed and not verb(flat, begin, end)
    sure = (item.scope.naming and not item.scope.ending) or verb(flat, end + 1, item.end)
    if named and _is_thing(flat, begin, end, sure=sure):
        return []
    begin = after_purpose(flat, begin, end)
    role = role_of(flat, at, end, partner=has_partner(flat, at, end))
    above = item.headed is None
    doers = [replace(d, inherited=above, role=role if d.role == "lead" else d.role) for d in item.scope.doers]
    anchor = item.headed.start if item.headed and first else clause.start
    return [Entry(begin, end, anchor, doers, clause=clause)]


def _is_thing(flat: str, begin: int, end: int, *, sure: bool) -> bool:
    """Whether words without a verb in front are a thing in a list, or a body that is told nothing.

    `sure`: a verb follows, or the section says who carries out what.
    """
    return (end - begin < _SHORT and not sure) or (flat[begin].isupper() and bodies(flat, begin, end) is not None)


def advised(flat: str, clause: Clause, main: Entry | None) -> list[Entry]:
    """The same doers in another role: "…; tham mưu Ủy ban nhân dân tỉnh …"."""
    if main is None:
        return []
    begin = behind_joint(flat, clause.start, clause.end)
    if {d.role for d in main.doers} == {"coordinate"} and _acts(flat, begin, clause.end):
        doers = [replace(d, role="lead", inherited=True) for d in main.doers]
    elif role_of(flat, begin, clause.end, partner=False) == "advise":
        doers = [replace(d, role="advise", inherited=True) for d in main.doers if d.role == "lead"]
    else:
        return []
    return [Entry(begin, clause.end, clause.start, doers, clause=clause)] if doers else []


def _acts(flat: str, begin: int, end: int) -> bool:
    """Whether a clause goes on with something that a helper is to do himself: "Phối hợp …; | gửi số liệu"."""
    return verb(flat, begin, end) and _HELPS.match(flat, begin, end) is None
