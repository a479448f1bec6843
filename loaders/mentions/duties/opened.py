"""Entries opened for those whom a clause names, and for the further bodies that have a part of their own in it."""

from __future__ import annotations

import re

from loaders.found import Actor
from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.entries import Doer, Entry, Item
from loaders.mentions.duties.parties import is_post, is_public
from loaders.mentions.duties.partners import has_partner
from loaders.mentions.duties.pieces import Clause
from loaders.mentions.duties.roles import role_of

_STEERS = re.compile(r"chỉ đạo")
_DIRECTS = re.compile(r"(?:trực tiếp )?(?:theo dõi,? )?(?:lãnh đạo,? )?chỉ đạo[ ,;]*")
_NAMELY = re.compile(r"cụ thể(?: như sau)?: *")
_PERSON = re.compile(r"(?:^|(?<=, )|(?<= và ))\S")
_NEXT = re.compile(r"[,:] +(?:giao +)?(?=[^\W\d_])")
_PART = re.compile(r" *,? *(chủ trì|tham mưu|(?:hoàn toàn )?chịu trách nhiệm|có trách nhiệm|là cơ quan)\b")
_BOUND = re.compile(r" (?:hoàn toàn )?(?:chịu|có) trách nhiệm\b")
# "các cơ quan, tổ chức khác", "các địa phương, đơn vị liên quan" are one
_LISTS = re.compile(
    r"(?:cơ quan|tổ chức|đơn vị|cá nhân|sở|ban|ngành|địa phương|đoàn thể|doanh nghiệp|xã|phường)$", re.I
)
_NEAR = 70  # code points: that a post-holder directs others is said in so many
_BEFORE = 40  # ... that a body only helps stands in so many before its name


def opened(item: Item, clause: Clause, phrase: Phrase, begin: int, mode: str, *, anchor: int) -> list[Entry]:
    """The entry of those named, then of further bodies in the clause: "…, Sở Du lịch chủ trì, phối hợp cùng …"."""
    flat = item.flat
    entries = [_entry(flat, clause, phrase, begin, mode, anchor)]
    at = begin
    small = flat.find("trách nhiệm", begin, clause.end) >= 0
    for comma in _NEXT.finditer(flat, begin, clause.end):
        other = _other(flat, begin, comma, clause.end, small=small) if comma.start() >= at else None
        part = _PART.match(flat, other.end, clause.end) if other else None
        if other and part and "phối hợp" not in flat[max(begin, comma.start() - _BEFORE) : comma.start()]:
            entries[-1].end = min(entries[-1].end, comma.start())
            entries.append(_entry(flat, clause, other, part.start(1), mode, other.start))
        at = other.end if other else at
    return _directed(flat, entries)


def _other(flat: str, begin: int, comma: re.Match[str], end: int, *, small: bool) -> Phrase | None:
    """A further body behind a comma; in small letters (`small`) only one that is bound and no part of a list."""
    if flat[comma.end()].isupper() or flat.startswith("các ", comma.end()):
        return bodies(flat, comma.end(), end)
    other = bodies(flat, comma.end(), end) if small else None
    if other is None or is_public(other) or _LISTS.search(flat, begin, comma.start()):
        return None
    return other if _BOUND.match(flat, other.end, end) else None


def _directed(flat: str, entries: list[Entry]) -> list[Entry]:
    """ "đồng chí A trực tiếp chỉ đạo, Sở B chủ trì …": A directs what B leads, and has no task of his own."""
    if len(entries) > 1 and _DIRECTS.fullmatch(flat, entries[0].start, entries[0].end):
        first, second, *rest = entries
        second.doers[:0] = first.doers
        second.anchor = first.anchor
        return [second, *rest]
    return entries


def _entry(flat: str, clause: Clause, phrase: Phrase, begin: int, mode: str, anchor: int) -> Entry:
    role = role_of(flat, begin, clause.end, partner=has_partner(flat, begin, clause.end))
    steers = mode == "assign" and _STEERS.search(flat, begin, begin + _NEAR) is not None
    doers = [Doer(a, "direct" if steers and is_post(a) else role, mode) for a in _specified(flat, clause, phrase)]
    return Entry(begin, clause.end, anchor, doers, clause=clause)


def _specified(flat: str, clause: Clause, phrase: Phrase) -> tuple[Actor, ...]:
    """ "phân công các đồng chí … cụ thể: A …, B …": the persons named behind stand for the class."""
    if len(phrase.actors) != 1 or not phrase.actors[0].collective:
        return phrase.actors
    colon = _NAMELY.search(flat, phrase.end, clause.end)
    if not colon:
        return phrase.actors
    named: dict[int, Actor] = {}
    for piece in _PERSON.finditer(flat[colon.end() : clause.end]):
        more = bodies(flat, colon.end() + piece.start(), clause.end)
        named |= {a.start: a for a in more.actors if a.person} if more else {}
    return tuple(named.values()) or phrase.actors


def quoted(item: Item, at: int) -> bool:
    """Whether an offset of an item stands inside quotation marks."""
    return item.flat.count("“", item.start, at) > item.flat.count("”", item.start, at)
