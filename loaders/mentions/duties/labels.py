"""A task with its particulars as labelled items below it or beside it: "- Cơ quan chủ trì: Bộ Công an."."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from loaders.found import Duty, Span
from loaders.mentions.duties.inline import inline
from loaders.mentions.duties.particulars import duties_for, labels
from loaders.segment import Block, Tree

_ANY = re.compile(r"[-+•\s]*[^\W\d_][^:.;]{3,60}? *: *")
_REACH = 64  # code points: the colon of a label stands in so many


class Label(msgspec.Struct, frozen=True):
    """A particular of a task: its kind (see `columns.KINDS`), its block, and the span of what it says."""

    kind: str
    block: Block
    said: Span


class Labelled(msgspec.Struct, frozen=True):
    """A task's particulars: the duties that they give, and their blocks."""

    duties: list[Duty]
    blocks: list[Block]


def labelled(tree: Tree, today: str | None) -> list[Labelled]:
    """The particulars of each task that has its own as labelled items, or at its end."""
    groups: dict[int | None, list[Label]] = {}
    for block in tree.blocks:
        near = not block.cell and tree.text.flat.find(":", block.body, block.body + _REACH) >= 0
        if near and (found := _labels(tree, block)):
            groups.setdefault(block.parent, []).extend(found)
    below = [
        Labelled(_duties(tree, parent, group, today), [block for label in group for block in _blocks(tree, label)])
        for parent, together in groups.items()
        for group in _split(together)
    ]
    return below + [Labelled(duties, [block]) for duties, block in inline(tree, today)]


def _labels(tree: Tree, block: Block) -> list[Label]:
    if block.zone not in ("body", "annex"):
        return []
    said = labels(tree.text.flat, block.body, block.end)
    return [Label(kind, block, (start, _end(tree, block, start, end))) for kind, (start, end) in said.items()]


def _end(tree: Tree, block: Block, start: int, end: int) -> int:
    """Where what a label says ends: it may stand in the items below it."""
    return tree.blocks[block.children[-1]].end if start >= end and block.children else end


def _blocks(tree: Tree, label: Label) -> list[Block]:
    """The block of a label, and those below it in which it says what it says."""
    below = [tree.blocks[child] for child in label.block.children]
    return [label.block, *(b for b in below if b.start < label.said[1])]


def _split(labels: list[Label]) -> Iterator[list[Label]]:
    """The particulars of one task each: a label that comes again begins the next."""
    group: list[Label] = []
    for label in labels:
        if any(other.kind == label.kind for other in group):
            yield group
            group = []
        group.append(label)
    if group:
        yield group


def _duties(tree: Tree, parent: int | None, group: list[Label], today: str | None) -> list[Duty]:
    said = {label.kind: label.said for label in group}
    tasks = next((_tasks(tree, label) for label in group if label.kind == "task"), None)
    if tasks is None:
        tasks = _described(tree, parent, group[0].block)
    return duties_for(tree.text.flat, tasks, said, today)


def _tasks(tree: Tree, label: Label) -> list[Span]:
    """The tasks of a label: what stands behind it, or each of the items below it."""
    if label.said[1] <= label.block.end:
        return [label.said]
    return [(b.body, b.end) for b in _blocks(tree, label)[1:]]


def _described(tree: Tree, parent: int | None, first: Block) -> list[Span]:
    """What the labelled items are about: the paragraph in front of them, else the item that they stand under."""
    before = tree.blocks[first.index - 1] if first.index else None
    if before and before.parent == parent and before.index != parent:
        return [] if _ANY.match(tree.text.flat, before.body, before.end) else [(before.body, before.end)]
    return [] if parent is None else [(tree.blocks[parent].body, tree.blocks[parent].end)]
