"""The blocks of a text read in turn, each under what the headings and sentences above it say."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace

from loaders.found import Doubt, Duty, Own, Span
from loaders.mentions.duties.entries import Doer, Entry, Scope
from loaders.mentions.duties.headings import heading
from loaders.mentions.duties.hollow import solid
from loaders.mentions.duties.inherited import is_fresh
from loaders.mentions.duties.items import item_at, read
from loaders.mentions.duties.operative import Passage
from loaders.mentions.duties.outcome import duties_of, nobodys
from loaders.mentions.duties.parties import spelled
from loaders.mentions.duties.replies import answers, hands_on
from loaders.mentions.duties.rulings import announces, ruling
from loaders.mentions.duties.scopes import closing, is_title, lists, section, words_of
from loaders.mentions.duties.titles import annexed
from loaders.segment import Block, Tree

_ITEMS = ("dash", "plus", "letter")  # kinds of blocks that stand below a number that marks none
_NOBODY = "a task with a deadline and nobody named to do it"


def opening_scope(tree: Tree, own: Own) -> Scope:
    """What holds for a text before any heading: who speaks, and whether it only answers."""
    kind = own.cited.type
    issuer = "" if kind == "notice" and hands_on(tree, kind) else spelled(own.cited.issuer or "")
    return Scope(strict=answers(tree, kind), issuer=issuer)


@dataclass(slots=True)
class Reading:
    """Reads passages in printed order; `found` and `doubts` grow.

    `scopes` has what holds below a block, where it is not what holds above it; `heads` the blocks that gave no task
    of their own: headings. `cited` are the spans of citations, `today` the document's own date.
    """

    tree: Tree
    today: str | None
    cited: list[Span]
    scopes: dict[int | None, Scope]
    heads: set[int] = field(default_factory=set)
    found: list[Duty] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def take(self, passage: Passage) -> None:
        """Read the next passage."""
        block, how = passage
        above = self._above(block)
        if above.strict and block.zone == "annex":
            above = replace(above, strict=False)  # a letter answers, the plan that it comes with does not
        if how == "told" and block.parent is None:
            above = replace(above, telling=True)
        if how == "clause":
            self._read(block, replace(above, doers=(), ending=True))
        elif how == "head":
            self._read_all(block, replace(above, ending=closing(self.tree.words(block))))
        elif block.zone in ("front", "basis"):
            self._rule(block, above)
        else:
            self._read_all(block, above)

    def _above(self, block: Block) -> Scope:
        """What holds for a block: the scope of the nearest block above it that has one."""
        at = block.parent
        while at is not None and at not in self.scopes:
            at = self.tree.blocks[at].parent
        return self.scopes[at]

    def _hold(self, block: Block, scope: Scope) -> None:
        """What a block says holds below it; below a paragraph stand the items that follow it."""
        self.scopes[block.index] = scope
        if block.kind == "paragraph":
            self.scopes[block.parent] = scope
            after = self.tree.blocks[block.index + 1 : block.index + 2]
            words = self.tree.words(block)
            if after and (words.endswith(":") or (words[:1].isdigit() and after[0].kind in _ITEMS)):
                self.scopes[after[0].parent] = scope  # sections may follow an opening that ends in items of its own

    def _rule(self, block: Block, above: Scope) -> bool | None:
        """Whether a sentence that rules the list below it says nothing else; None where a block is none."""
        ruled = ruling(self.tree, block, above, self.today)
        if ruled is None:
            return None
        self._hold(block, ruled.scope)
        return ruled.pure

    def _read_all(self, block: Block, above: Scope) -> None:
        """A block, and what it hands to those below it."""
        self.scopes[block.index] = above
        entries = self._read(block, above)
        if entries is None or self.scopes[block.index] is not above:
            return
        words = self.tree.words(block)
        if block.children:
            self.scopes[block.index] = _below(entries, above, words)
        elif above.doers and not above.ending and block.kind == "paragraph" and words.endswith(":"):
            self._hold(block, _below(entries, above, words))  # who does it is told more exactly than by the heading

    def _read(self, block: Block, above: Scope) -> list[Entry] | None:
        """The entries of a block; None where it only heads others."""
        if self._heads(block, above):
            self.heads.add(block.index)
            return None
        if block.kind == "paragraph" and lists(self.tree.words(block)):
            self.scopes[block.parent] = replace(above, doers=(), deadline=None)
        return self._item(block, above)

    def _heads(self, block: Block, above: Scope) -> bool:
        """Whether a block only says what holds below it: whose the tasks are, that they follow, what they are about."""
        head = heading(self.tree, block, above) or announces(self.tree, block, above)
        if head is not None:
            self._hold(block, head.scope)
            return True
        if (pure := self._rule(block, above)) is not None:
            return pure
        if (given := annexed(self.tree, block)) is not None:
            doers = tuple(Doer(a, "lead", "assign") for a in given)
            self._hold(block, replace(above, doers=doers, mode="assign" if doers else None, deadline=None))
            return True
        if is_title(block, self.tree.words(block)):
            self.scopes[block.index] = section(words_of(self.tree, block), above)
            return True
        return False

    def _item(self, block: Block, above: Scope) -> list[Entry]:
        scope = replace(above, doers=()) if above.telling else above
        fresh = is_fresh(self.tree, block, self.heads, doers=bool(above.doers))
        flat, cited = self.tree.text.flat, self.cited
        item = item_at(flat, block.body, block.end, scope, fresh=fresh, today=self.today, cited=cited)
        entries = read(item)
        for entry in solid(self.tree, block, entries):
            self.found += duties_of(flat, entry)
        if not entries and block.kind != "paragraph" and not above.doers and (lost := nobodys(item)):
            self.found.append(lost)
            self.doubts.append(Doubt("no_doer", _NOBODY, lost.start, lost.end))
        return entries


def _below(entries: list[Entry], above: Scope, text: str) -> Scope:
    """What an item that is a task itself hands to those below it."""
    if lists(text):
        return replace(above, doers=(), deadline=None)
    main = next((e for e in entries if e.main), None)
    if main is None:
        return above
    leads = tuple(replace(d, role="lead", inherited=True) for d in main.doers if d.role in ("lead", "advise"))
    return replace(above, doers=leads or above.doers, deadline=main.deadline if text.endswith(":") else None)
