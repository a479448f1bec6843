"""Which parts of a document give tasks: all of a plan, only the clauses on carrying it out of an act of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from loaders.mentions.duties.entries import Scope
from loaders.mentions.duties.scopes import closing, heading
from loaders.mentions.kinds import patterns
from loaders.segment import Block, Tree

# Kinds of blocks that are headings by their markers.
HEADS = frozenset(["part", "chapter", "section", "upper", "roman", "article"])

_HANDED_ON = re.compile(
    r"(?:Thủ tướng|Chủ tịch|Bí thư|Thường trực|[Ll]ãnh đạo|Bộ trưởng|đồng chí)[^.;]{0,160}"
    r"(?:có ý kiến|chỉ đạo|kết luận|giao nhiệm vụ)(?: chỉ đạo)?,? +như sau *:"
)
# A closing clause without a heading: "Bộ trưởng Bộ X chịu trách nhiệm thi hành Nghị định này".
_ENFORCED = re.compile(
    r"trách nhiệm (?:triển khai |tổ chức |chỉ đạo |hướng dẫn,? |kiểm tra,? |và )*(?:thi hành|thực hiện)"
    r"(?: nghiêm| đúng| theo| các| những| quy định| tại| của)* (?:\w+ ){0,3}?(?:\w+ \w+) này(?!\w)"
    r"|hướng dẫn,? (?:và )?(?:tổ chức )?(?:thi hành|thực hiện) (?:\w+ ){1,3}này(?!\w)"
)
_WHOSE = re.compile(r"Trách nhiệm|TRÁCH NHIỆM")
_UNQUOTED = re.compile(r"”[.;,]?$")
_NUMBER = re.compile(r"\d+")
_FRONT = 40  # blocks: what a letter hands on is said in so many


@cache
def _kinds() -> dict[str, Any]:
    return patterns("duties")


def answers(tree: Tree, kind: str) -> bool:
    """Whether a document of a kind only tells and answers, so that nothing but an express order gives a task."""
    return kind in _kinds()["answering"] and not hands_on(tree, kind)


def hands_on(tree: Tree, kind: str) -> bool:
    """Whether a notice or letter hands on what a leader concluded: it orders as he does, also those who issue it."""
    if kind not in _kinds()["answering"]:
        return False
    for block in tree.blocks[:_FRONT]:
        text = tree.words(block)
        if (block.zone in ("front", "basis") and "kết luận" in text.lower()) or _HANDED_ON.search(text):
            return True
    return False


@dataclass(slots=True)
class Operative:
    """Lets a block's text through as far as it gives tasks; asked for each block once, in printed order."""

    tree: Tree
    rules: bool = False  # an act of rules: its articles are no tasks
    standing: bool = False  # ... those on the duties of a body neither
    annexed: bool = False  # the annex holds rules, forms and lists
    quoted: bool = False  # inside an amended text
    article: int = 0
    inside: set[int] = field(default_factory=set)  # blocks under a heading on carrying the act out

    @classmethod
    def of(cls, tree: Tree, kind: str) -> Operative:
        """For a document of a kind (see ``kinds.toml``)."""
        rules = kind in _kinds()["normative"]
        return cls(tree, rules, kind in _kinds()["standing"], annexed=rules or not _plans(tree))

    def passes(self, block: Block) -> bool:
        """Whether a block is read like any other."""
        if not (self.annexed if block.zone == "annex" else self.rules):
            return True
        if self._in_quote(block):
            return False
        if block.parent in self.inside:
            self.inside.add(block.index)
            return True
        return False

    def begins(self, block: Block) -> bool:
        """Whether a block that does not pass heads clauses on carrying the act out."""
        if self._is_closed(block) or block.kind not in HEADS:
            return False
        if closing(self.tree.words(block)) or self._names_body(block):
            self.inside.add(block.index)
            return True
        return False

    def enforces(self, block: Block) -> bool:
        """Whether a block that does not pass is itself a clause on carrying the act out."""
        return not self._is_closed(block) and _ENFORCED.search(self.tree.words(block)) is not None

    def _is_closed(self, block: Block) -> bool:
        return self.quoted or (self.rules and block.zone == "annex")

    def _names_body(self, block: Block) -> bool:
        """An article on the duties of a State or Party body, not on those of the public, nor on standing powers."""
        if self.standing or not _WHOSE.match(self.tree.words(block)):
            return False
        found = heading(self.tree, block, Scope())
        return found is not None and any(d.actor.level or d.actor.system for d in found.scope.doers)

    def _in_quote(self, block: Block) -> bool:
        """Whether a block belongs to an amended text; the next article ends one whose quotes were never closed."""
        text = self.tree.words(block)
        if text.startswith("“"):
            self.quoted = True
        number = _NUMBER.search(block.marker) if block.kind == "article" else None
        if number and int(number[0]) == self.article + 1:
            self.article, self.quoted = self.article + 1, False
        quoted = self.quoted
        if quoted and _UNQUOTED.search(text):
            self.quoted = False
        return quoted


def _plans(tree: Tree) -> bool:
    """Whether the annex is a plan and gives tasks as the document does, or rules, forms and lists."""
    annex = [b for b in tree.blocks if b.zone == "annex"]
    if any(b.kind == "article" for b in annex):
        return False
    heads = " ".join(tree.words(b) for b in annex[:6] if not b.cell).lower()
    return any(word in heads for word in _kinds()["planning"])
