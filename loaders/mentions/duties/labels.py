"""A task with its particulars as labelled items below it or beside it: "- Cơ quan chủ trì: Bộ Công an."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.found import Duty, Span
from loaders.mentions.duties.columns import given, is_procedure, kind_of, listed, says
from loaders.mentions.duties.stated import stated
from loaders.mentions.predicates import starts, told
from loaders.segment import Block, Tree

_ANY = re.compile(r"[-+•\s]*[^\W\d_][^:.;]{3,60}? *: *")
_LABEL = re.compile(
    r"[-+•\s]*(?P<label>(?:Cơ +quan|Đơn +vị|Bộ +phận|Chủ +trì|Phối +hợp|Thời +gian|Thời +hạn|Tiến +độ|Nội +dung"
    r"|Nhiệm +vụ|Hoạt +động)[^:.;]{0,60}?) *: *"
)
_REACH = 64  # code points: the colon of a label stands in so many


@dataclass(frozen=True, slots=True)
class Label:
    """A particular of a task: its kind (see `columns.KINDS`), its block, and the span of what it says."""

    kind: str
    block: Block
    said: Span


@dataclass(frozen=True, slots=True)
class Labelled:
    """A task's particulars: the duties that they give, and their blocks."""

    duties: list[Duty]
    blocks: list[Block]


def labelled(tree: Tree, today: str | None) -> list[Labelled]:
    """The particulars of each task that has its own as labelled items."""
    groups: dict[int | None, list[Label]] = {}
    for block in _near(tree):
        if label := _label(tree, block):
            groups.setdefault(block.parent, []).append(label)
    return [
        Labelled(_duties(tree, parent, group, today), [label.block for label in group])
        for parent, labels in groups.items()
        for group in _split(labels)
    ]


def _near(tree: Tree) -> Iterator[Block]:
    """The blocks with a colon near their beginning."""
    flat = tree.text.flat
    colon = flat.find(":")
    for block in tree.blocks:
        if block.cell:
            continue
        if 0 <= colon < block.body:
            colon = flat.find(":", block.body)
        if colon < 0:
            return
        if colon < block.body + _REACH:
            yield block


def _label(tree: Tree, block: Block) -> Label | None:
    if block.zone not in ("body", "annex"):
        return None
    found = _LABEL.match(tree.text.flat, block.body, block.end)
    if found is None:
        return None
    words = " ".join(found["label"].split())
    kind = None if is_procedure(words) else kind_of(words)
    return Label(kind, block, (found.end(), block.end)) if kind else None


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
    flat = tree.text.flat
    said = {label.kind: label.said for label in group}
    if "lead" not in said:
        return []
    leads = listed(flat, said["lead"])
    if not leads or _is_sentence(flat, leads[-1].end, said["lead"][1]):
        return []
    task = said.get("task") or _described(tree, parent, group[0].block)
    if task is None or not says(flat, task):
        return []
    helpers = listed(flat, said["coordinate"]) if "coordinate" in said else []
    deadline = stated(flat, *said["due"], today) if "due" in said else None
    return given(task, leads, helpers, deadline)


def _is_sentence(flat: str, at: int, end: int) -> bool:
    """Whether doers behind a label are told something there: read as any other sentence."""
    begin = told(flat, at, end)
    return begin is not None and starts(flat, begin, end)


def _described(tree: Tree, parent: int | None, first: Block) -> Span | None:
    """What the labelled items are about: the paragraph in front of them, else the item that they stand under."""
    before = tree.blocks[first.index - 1] if first.index else None
    if before and before.parent == parent and before.index != parent:
        return None if _ANY.match(tree.text.flat, before.body, before.end) else (before.body, before.end)
    if parent is None:
        return None
    above = tree.blocks[parent]
    return above.body, above.end
