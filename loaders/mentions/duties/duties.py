"""Who is told to do what, in which role, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from loaders.found import Actor, Cited, Doubt, Duty, Own, Span
from loaders.mentions.duties.entries import Entry, Scope, spelled
from loaders.mentions.duties.items import Item
from loaders.mentions.duties.operative import HEADS, Operative, answers, hands_on
from loaders.mentions.duties.partners import reports
from loaders.mentions.duties.scopes import announces, closing, heading, lists, ruling, section, words_of
from loaders.mentions.duties.tables import cells, tabled
from loaders.mentions.places import province
from loaders.mentions.predicates import verb
from loaders.segment import Block, Tree
from loaders.sentences import CAPITAL

_TIMED = re.compile(r"chậm nhất|trước ngày|trong |định kỳ|hằng |hàng |theo quy định", re.I)
_DONE = re.compile(r"(?<!\w)(?:đã|đang) ")
_SEATED = re.compile(rf"(?:tỉnh|[Tt]hành phố|TP\.?|Tỉnh ủy|Thành ủy) +([{CAPITAL}].*)")
_FAR = 3000  # code points: an item says in so many whom to report to
_TITLE = 220  # code points: a heading without a marker of its own is no longer


def duties(tree: Tree, own: Own, cited: list[Cited]) -> tuple[list[Duty], list[Doubt]]:
    """The assignments of a text in printed order, one entry for each task, body and role.

    A plain order with a deadline that nobody is named for is an entry without an actor, and a doubt.
    """
    reader = _Reader.of(tree, own, cited)
    for block in tree.blocks:
        reader.take(block)
    found = reader.found if reader.operative.rules else reader.found + tabled(tree, reader.today)
    found.sort(key=lambda d: (d.start, d.end))
    for duty in found:
        for actor in (duty.actor, *duty.reports):
            if actor is not None:
                _settle(actor, own)
    return found, reader.doubts


@dataclass(slots=True)
class _Reader:
    """Reads the blocks in turn; `scopes` has what holds below each."""

    tree: Tree
    operative: Operative
    today: str | None
    cited: list[Span]
    scopes: dict[int | None, Scope]
    tables: set[int]
    heads: set[int] = field(default_factory=set)  # blocks that gave no task of their own: headings
    found: list[Duty] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @classmethod
    def of(cls, tree: Tree, own: Own, cited: list[Cited]) -> _Reader:
        self = own.cited
        issuer = "" if self.type == "notice" and hands_on(tree, self.type) else spelled(self.issuer or "")
        scope = Scope(strict=answers(tree, self.type), issuer=issuer)
        spans = sorted((c.start, c.end) for c in cited)
        operative = Operative.of(tree, self.type)
        return cls(tree, operative, self.date or self.held, spans, {None: scope}, cells(tree))

    def take(self, block: Block) -> None:
        """Read the next block."""
        above = self.scopes.get(block.parent, self.scopes[None])
        self.scopes[block.index] = above
        if block.zone == "recipients" or block.kind == "footnote" or block.cell or block.index in self.tables:
            return
        if not self.operative.passes(block):
            self._enter(block, above)
        elif block.zone in ("front", "basis"):
            self._rule(block, above)
        else:
            self._read(block, above)

    def _enter(self, block: Block, above: Scope) -> None:
        """The clauses on carrying out an act of rules."""
        if self.operative.begins(block):
            ending = replace(above, ending=closing(self.tree.words(block)))
            self.scopes[block.index] = ending
            self._read(block, ending)
        elif self.operative.enforces(block):
            self._read(block, replace(above, doers=(), ending=True))

    def _rule(self, block: Block, above: Scope) -> bool:
        """A sentence that rules the list below it."""
        ruled = ruling(self.tree, block, above, self.today)
        if ruled is None:
            return False
        self._hold(block, ruled.scope)
        return ruled.pure

    def _hold(self, block: Block, scope: Scope) -> None:
        """What a block says holds below it; below a paragraph stand the items that follow it."""
        self.scopes[block.index] = scope
        if block.kind == "paragraph":
            self.scopes[block.parent] = scope

    def _read(self, block: Block, above: Scope) -> None:
        if self._heads(block, above):
            self.heads.add(block.index)
            return
        text = self.tree.words(block)
        if block.kind == "paragraph" and lists(text):
            self.scopes[block.parent] = replace(above, doers=(), deadline=None)
        ruled = self.scopes[block.index]
        entries = self._item(block, above)
        if ruled is above and block.children:
            self.scopes[block.index] = _below(entries, above, text)

    def _heads(self, block: Block, above: Scope) -> bool:
        """Whether a block only says what holds below it: whose the tasks are, that they follow, what they are about."""
        head = heading(self.tree, block, above) or announces(self.tree, block, above)
        if head is not None:
            self._hold(block, head.scope)
            return True
        if self._rule(block, above):
            return True
        if _is_title(block, self.tree.words(block)):
            self.scopes[block.index] = section(words_of(self.tree, block), above)
            return True
        return False

    def _item(self, block: Block, above: Scope) -> list[Entry]:
        scope = replace(above, doers=()) if above.telling else above
        cited = [(s, e) for s, e in self.cited if s < block.end and e > block.start]
        fresh = self._is_fresh(block, above)
        item = Item(self.tree.text.flat, block.body, block.end, scope, self.today, fresh, cited)
        entries = item.read()
        for entry in entries:
            self._tell(entry)
        if not entries and block.kind != "paragraph" and not above.doers:
            self._orphan(block, item, above)
        return entries

    def _is_fresh(self, block: Block, above: Scope) -> bool:
        """Whether a task may begin with a block whose doer stands above: an item, or a paragraph that stands as one."""
        if block.kind != "paragraph" or self._announced(block):
            return True
        if not verb(self.tree.text.flat, block.body, block.end):
            return False
        return (block.parent in self.heads and bool(above.doers)) or self._listed(block)

    def _announced(self, block: Block) -> bool:
        """The paragraph right behind a heading with a colon: "3. Quỹ … có trách nhiệm:", then what."""
        above = self.tree.blocks[block.index - 1] if block.index else None
        if above is None or above.index != block.parent or above.index not in self.heads:
            return False
        return self.tree.text.flat[above.end - 1] == ":"

    def _listed(self, block: Block) -> bool:
        """A paragraph that stands as an item below a sentence that rules it."""
        above = self.tree.blocks[block.index - 1] if block.index else None
        if above is None or block.kind != "paragraph" or above.kind != "paragraph" or above.parent != block.parent:
            return False
        return above.index in self.heads or self.tree.text.flat[above.end - 1] == ":"

    def _tell(self, entry: Entry) -> None:
        deadline = entry.deadline
        whom = reports(self.tree.text.flat, entry.start, min(entry.end, entry.start + _FAR))
        for number, doer in enumerate(entry.doers):
            duty = Duty(entry.start, entry.end, replace(doer.actor), doer.role, doer.mode, doer.inherited)
            if deadline:
                duty.due, duty.due_text, duty.recurs = deadline.due, deadline.text, deadline.recurs
            duty.reports = [replace(a) for a in whom] if number == 0 else []
            self.found.append(duty)

    def _orphan(self, block: Block, item: Item, above: Scope) -> None:
        """A plain order with a date and nobody to carry it out."""
        flat, at = self.tree.text.flat, item.core
        if above.strict or above.telling or not verb(flat, at, block.end) or _TIMED.match(flat, at):
            return
        dated = item.dated()
        if dated is None or _DONE.search(flat, at, min(block.end, at + 200)):
            return
        self.found.append(Duty(at, block.end, None, "lead", "implicit", False, dated.due, dated.text))
        self.doubts.append(Doubt("no_doer", "a task with a deadline and nobody named to do it", at, block.end))


def _is_title(block: Block, text: str) -> bool:
    """A heading without a doer: it has items below it and is no sentence."""
    if block.kind == "paragraph":
        return text.isupper()
    if block.kind in HEADS:
        return bool(block.children) and (text[-1:] not in ".;" or len(text) < 60)
    return bool(block.children) and len(text) < _TITLE and text[-1:] not in ".;,:" and "; " not in text


def _below(entries: list[Entry], above: Scope, text: str) -> Scope:
    """What an item that is a task itself hands to those below it."""
    if lists(text):
        return replace(above, doers=(), deadline=None)
    main = next((e for e in entries if e.main), None)
    if main is None:
        return above
    leads = tuple(replace(d, role="lead", inherited=True) for d in main.doers if d.role in ("lead", "advise"))
    return replace(above, doers=leads or above.doers, deadline=None)


def _settle(actor: Actor, own: Own) -> None:
    """The province that a name tells, else the document's own."""
    if actor.jurisdiction is None:
        named = _SEATED.search(actor.name)
        actor.jurisdiction = (province(named[1]) if named else None) or own.cited.jurisdiction
