"""Which parts of a document give tasks: all of a plan, only the clauses on carrying it out of an act of rules."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, NamedTuple

from loaders.found import Cited
from loaders.mentions.duties.entries import Scope
from loaders.mentions.duties.headings import heading
from loaders.mentions.duties.scopes import HEADS, closing
from loaders.mentions.kinds import patterns
from loaders.segment import Block, Tree

# A closing clause without a heading: "Bộ trưởng Bộ X chịu trách nhiệm thi hành Nghị định này".
_ENFORCED = re.compile(
    r"trách nhiệm (?:triển khai |tổ chức |chỉ đạo |hướng dẫn,? |kiểm tra,? |và )*(?:thi hành|thực hiện)"
    r"(?: nghiêm| đúng| theo| các| những| quy định| tại| của)* (?:\w+ ){0,3}?(?:\w+ \w+) này(?!\w)"
    r"|hướng dẫn,? (?:và )?(?:tổ chức )?(?:thi hành|thực hiện) (?:\w+ ){1,3}này(?!\w)"
)
_CARRIED = ("trách nhiệm ", "hướng dẫn")  # it begins with one of these
_WHOSE = re.compile(r"Trách nhiệm|TRÁCH NHIỆM")
_UNQUOTED = re.compile(r"”[.;,]?$")
_NUMBER = re.compile(r"\d+")
_FRONT = 6  # blocks: what an annex is called stands in so many

How = Literal["plain", "told", "head", "clause"]


class Passage(NamedTuple):
    """A block that may give tasks.

    `how`: read like any other ("plain"), as one that orders only where it binds ("told"), as the heading of clauses
    on carrying the act out ("head"), or as such a clause itself ("clause").
    """

    block: Block
    how: How


@cache
def _kinds() -> dict[str, Any]:
    return patterns("duties")


def is_rules(own: Cited) -> bool:
    """Whether a document is rules for everybody, whose articles are no tasks; the Party's speak to its own bodies."""
    kinds = _kinds()
    return own.type in kinds["normative"] and not (own.system == "party" and own.type in kinds["inward"])


def passages(tree: Tree, own: Cited, cells: Container[int]) -> Iterator[Passage]:
    """The blocks of a document that may give tasks, in printed order; none of those in `cells`."""
    kind, rules = own.type, is_rules(own)
    annexed: How | None = None if rules else _annexed(tree, own)
    act = _Act(tree, tree.text.flat, rules=rules, standing=kind in _kinds()["standing"])
    for block in tree.blocks:
        if block.cell or block.zone == "recipients" or block.kind == "footnote" or block.index in cells:
            continue
        plain = annexed if block.zone == "annex" else None if rules else "plain"
        how = plain or act.take(block)
        if how is not None:
            yield Passage(block, how)


def _names_body(tree: Tree, block: Block) -> bool:
    """An article on the duties of a State or Party body, not on those of the public, nor on standing powers."""
    if not _WHOSE.match(tree.text.flat, block.body):
        return False
    found = heading(tree, block, Scope(ending=True))
    return found is not None and any(d.actor.level or d.actor.system for d in found.scope.doers)


def _annexed(tree: Tree, own: Cited) -> How | None:
    """How an annex is read: a plan or rules of the Party as the document itself, a board's rules of working where
    they bind; None for other rules."""
    annex = [b for b in tree.blocks if b.zone == "annex"]
    heads = " ".join(tree.words(b) for b in annex[:_FRONT] if not b.cell).lower()
    if any(b.kind == "article" for b in annex):
        working = any(word in heads for word in _kinds()["working"])
        return "told" if working else "plain" if own.system == "party" else None
    return "plain" if any(word in heads for word in _kinds()["planning"]) else None


@dataclass(slots=True)
class _Act:
    """An act of rules, or rules in an annex: only its clauses on carrying it out give tasks.

    Asked for each of its blocks in printed order; `open`: an amended text is being quoted; `inside`: blocks under a
    heading on carrying the act out; `enforced`: blocks that are such clauses themselves.
    """

    tree: Tree
    flat: str
    rules: bool
    standing: bool
    open: bool = False
    article: int = 0
    inside: set[int] = field(default_factory=set)
    enforced: set[int] | None = None

    def take(self, block: Block) -> How | None:
        """How a block is read; None where it gives no task."""
        quotes = self.open or block.kind == "article" or self.flat.startswith("“", block.body)
        if not (quotes and self._covers(block)) and block.parent in self.inside:
            self.inside.add(block.index)
            return "plain"
        if self.open or (self.rules and block.zone == "annex"):
            return None
        if block.kind in HEADS and self._heads(block):
            self.inside.add(block.index)
            return "head"
        if self.enforced is None:
            self.enforced = _enforced(self.tree)
        return "clause" if block.index in self.enforced else None

    def _heads(self, block: Block) -> bool:
        """Whether a block heads clauses on carrying the act out."""
        return closing(self.tree.words(block)) or (not self.standing and _names_body(self.tree, block))

    def _covers(self, block: Block) -> bool:
        """Whether a block is part of a quote; the next article ends one that was never closed."""
        flat = self.flat
        if flat.startswith("“", block.body):
            self.open = True
        number = _NUMBER.search(block.marker) if block.kind == "article" else None
        if number and int(number[0]) == self.article + 1:
            self.article, self.open = self.article + 1, False
        quoted = self.open
        if quoted and _UNQUOTED.search(flat[max(block.body, block.end - 3) : block.end]):
            self.open = False
        return quoted


def _enforced(tree: Tree) -> set[int]:
    """The numbers of the blocks that are themselves clauses on carrying the act out."""
    flat = tree.text.flat
    clauses = (at for word in _CARRIED for at in _places(word, flat) if _ENFORCED.match(flat, at))
    return {block.index for at in clauses if (block := tree.at(at))}


def _places(word: str, flat: str) -> Iterator[int]:
    at = flat.find(word)
    while at >= 0:
        yield at
        at = flat.find(word, at + 1)
