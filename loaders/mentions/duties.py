"""Who is told to do what, in which role, by when."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from loaders.found import Actor, Cited, Doubt, Duty, Own, Span
from loaders.mentions.entries import Entry, Scope, spelled
from loaders.mentions.items import Item
from loaders.mentions.partners import reports
from loaders.mentions.kinds import patterns
from loaders.mentions.places import province
from loaders.mentions.predicates import starts, verb
from loaders.mentions.scopes import announces, closing, heading, lists, ruling, section, words_of
from loaders.mentions.tables import cells, tabled
from loaders.segment import Block, Tree

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
_TIMED = re.compile(r"chậm nhất|trước ngày|trong |định kỳ|hằng |hàng |theo quy định")
_HEADS = frozenset(["part", "chapter", "section", "upper", "roman", "article"])


@cache
def _table() -> dict[str, Any]:
    return patterns("duties")


def duties(tree: Tree, own: Own, cited: list[Cited]) -> tuple[list[Duty], list[Doubt]]:
    """The assignments of a text in printed order, one entry for each task, body and role.

    A plain order with a deadline that nobody is named for is an entry without an actor, and a doubt.
    """
    reader = _Reader(tree, own, sorted((c.start, c.end) for c in cited))
    for block in tree.blocks:
        reader.take(block)
    found = reader.found if reader.body_rules else reader.found + tabled(tree, reader.today)
    found.sort(key=lambda d: (d.start, d.end))
    for duty in found:
        for actor in (duty.actor, *duty.reports):
            if actor is not None:
                _settle(actor, own)
    return found, reader.doubts


@dataclass(slots=True)
class _Reader:
    tree: Tree
    own: Own
    cited: list[Span]
    found: list[Duty] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    today: str | None = None
    scopes: dict[int | None, Scope] = field(default_factory=dict)
    heads: set[int] = field(default_factory=set)  # blocks that gave no task of their own: headings
    operative: set[int] = field(default_factory=set)  # blocks under a heading on carrying the act out
    body_rules: bool = False
    standing: bool = False
    annex_rules: bool = False
    quoted: bool = False
    article: int = 0
    tables: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        cited = self.own.cited
        table = _table()
        self.today = cited.date or cited.held
        self.tables = cells(self.tree)
        strict = cited.type in table["answering"] and not self._concludes()
        self.scopes[None] = Scope(strict=strict, issuer=spelled(cited.issuer or ""))
        self.body_rules = cited.type in table["normative"]
        self.standing = cited.type in table["standing"]
        self.annex_rules = self.body_rules or not self._plans()

    def _plans(self) -> bool:
        """Whether the annex is a plan and gives tasks as the document does, or rules, forms and lists."""
        annex = [b for b in self.tree.blocks if b.zone == "annex"]
        if any(b.kind == "article" for b in annex):
            return False
        heads = " ".join(self.tree.words(b) for b in annex[:6] if not b.cell).lower()
        return any(word in heads for word in _table()["planning"])

    def _concludes(self) -> bool:
        """A notice of a conclusion, or a letter that hands on what a leader said, orders as he does."""
        for block in self.tree.blocks[:40]:
            text = self.tree.words(block)
            if block.zone in ("front", "basis") and "kết luận" in text.lower():
                return True
            if _HANDED_ON.search(text):
                return True
        return False

    def take(self, block: Block) -> None:
        """Read the next block."""
        above = self.scopes.get(block.parent, self.scopes[None])
        self.scopes[block.index] = above
        if block.zone == "recipients" or block.kind == "footnote" or block.cell or block.index in self.tables:
            return
        if not self._allowed(block):
            self._open_part(block)
            return
        if block.zone in ("front", "basis"):
            self._rule(block, above)
            return
        self._read(block, above)

    def _open_part(self, block: Block) -> None:
        """In an act of rules only the parts on carrying it out are read, and none of its forms and tables."""
        if self.body_rules and block.zone == "annex":
            return
        text = self.tree.words(block)
        if block.kind in _HEADS and not self.quoted and (closing(text) or self._whose(block)):
            self.operative.add(block.index)
            self.scopes[block.index] = replace(self.scopes[block.index], ending=closing(text))
            self._read(block, self.scopes[block.index])
        elif not self.quoted and _ENFORCED.search(text):
            self._read(block, replace(self.scopes[block.index], doers=(), ending=True))

    def _whose(self, block: Block) -> bool:
        """An article on the duties of a State or Party body, not on those of the public, nor on standing powers."""
        if self.standing or not re.match(r"Trách nhiệm|TRÁCH NHIỆM", self.tree.words(block)):
            return False
        found = heading(self.tree, block, Scope())
        return found is not None and any(d.actor.level or d.actor.system for d in found.scope.doers)

    def _allowed(self, block: Block) -> bool:
        rules = self.annex_rules if block.zone == "annex" else self.body_rules
        if not rules:
            return True
        text = self.tree.words(block)
        if text.startswith("“"):
            self.quoted = True
        if (
            block.kind == "article"
            and (number := re.search(r"\d+", block.marker))
            and int(number[0]) == self.article + 1
        ):
            self.article, self.quoted = self.article + 1, False  # an amended text whose quotes were never closed
        quoted = self.quoted
        if self.quoted and re.search(r"”[.;,]?$", text):
            self.quoted = False
        if quoted:
            return False
        if block.parent in self.operative:
            self.operative.add(block.index)
            return True
        return False

    def _rule(self, block: Block, above: Scope) -> bool:
        """A sentence that rules the list below it."""
        ruled = ruling(self.tree, block, above, self.today)
        if ruled is None:
            return False
        self.scopes[block.index] = ruled.scope
        if block.kind == "paragraph":
            self.scopes[block.parent] = ruled.scope
        return ruled.pure

    def _read(self, block: Block, above: Scope) -> None:
        tree = self.tree
        head = heading(tree, block, above) or announces(tree, block, above)
        if head is not None:
            self.scopes[block.index] = head.scope
            self.heads.add(block.index)
            return
        if self._rule(block, above):
            self.heads.add(block.index)
            return
        text = tree.words(block)
        if self._is_title(block, text):
            self.scopes[block.index] = section(words_of(tree, block), above)
            self.heads.add(block.index)
            return
        if block.kind == "paragraph" and lists(text):
            self.scopes[block.parent] = replace(above, doers=(), deadline=None)
        ruled = self.scopes[block.index]
        entries = self._item(block, above, text)
        if ruled is above and block.children:
            self.scopes[block.index] = self._below(entries, above, text)

    def _is_title(self, block: Block, text: str) -> bool:
        """A heading without a doer: it has items below it and is no sentence."""
        if block.kind == "paragraph":
            return text.isupper()
        if block.kind in _HEADS:
            return bool(block.children) and (text[-1:] not in ".;" or len(text) < 60)
        return bool(block.children) and len(text) < 220 and text[-1:] not in ".;,:" and "; " not in text

    def _item(self, block: Block, above: Scope, text: str) -> list[Entry]:
        fresh = block.kind != "paragraph"
        if not fresh and self._announced(block):
            fresh = True
        elif not fresh and verb(self.tree.text.flat, block.body, block.end):
            fresh = (block.parent in self.heads and bool(above.doers)) or self._listed(block)
        scope = replace(above, doers=()) if above.telling else above
        item = Item(self.tree.text.flat, block.body, block.end, scope, self.today, fresh, self._cited(block))
        entries = item.read()
        for entry in entries:
            self._tell(entry)
        if not entries and block.kind != "paragraph" and not above.doers:
            self._orphan(block, item, above)
        return entries

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

    def _below(self, entries: list[Entry], above: Scope, text: str) -> Scope:
        """What an item that is a task itself hands to those below it."""
        if lists(text):
            return replace(above, doers=(), deadline=None)
        mains = [e for e in entries if e.main]
        if not mains:
            return above
        doers = tuple(d for d in mains[0].doers if d.role in ("lead", "advise"))
        doers = tuple(replace(d, role="lead", inherited=True) for d in doers)
        return replace(above, doers=doers or above.doers, deadline=None)

    def _tell(self, entry: Entry) -> None:
        deadline = entry.deadline
        whom = reports(self.tree.text.flat, entry.start, entry.end)
        for number, doer in enumerate(entry.doers):
            self.found.append(
                Duty(
                    entry.start,
                    entry.end,
                    replace(doer.actor),
                    doer.role,
                    doer.mode,
                    doer.inherited,
                    deadline.due if deadline else None,
                    deadline.text if deadline else None,
                    deadline.recurs if deadline else None,
                    [replace(a) for a in whom] if number == 0 else [],
                )
            )

    def _orphan(self, block: Block, item: Item, above: Scope) -> None:
        """A plain order with a date and nobody to carry it out."""
        flat = self.tree.text.flat
        if above.strict or above.telling or (not starts(flat, item.core, block.end) and not flat[item.core].isupper()):
            return
        small = flat[item.core].lower() + flat[item.core + 1 : item.core + 40]
        if not starts(small, 0, len(small)) or _TIMED.match(small):
            return
        dated = item.dated()
        if dated is None or re.search(r"(?<!\w)(?:đã|đang) ", flat[item.core : item.core + 200]):
            return
        start, end = item.core, block.end
        self.found.append(Duty(start, end, None, "lead", "implicit", False, dated.due, dated.text))
        self.doubts.append(Doubt("no_doer", "a task with a deadline and nobody named to do it", start, end))

    def _cited(self, block: Block) -> list[Span]:
        return [(s, e) for s, e in self.cited if s < block.end and e > block.start]


def _settle(actor: Actor, own: Own) -> None:
    """The province that a name tells, else the document's own."""
    if actor.jurisdiction is None:
        named = re.search(r"(?:tỉnh|[Tt]hành phố|TP\.?|Tỉnh ủy|Thành ủy) +([A-ZĐÀ-Ỹ].*)", actor.name)
        actor.jurisdiction = (province(named[1]) if named else None) or own.cited.jurisdiction
