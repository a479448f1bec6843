"""Documents still to be issued: "ban hành Quyết định sửa đổi Quyết định số 1738-QĐ/TU"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited, Own
from loaders.mentions.kinds import patterns
from loaders.mentions.phrases import either
from loaders.mentions.speakers import OPERATIVE, Speakers
from loaders.segment import Tree

_LETTER = r"[^\W\d_]"
_TITLE = 320  # code points
_ITEMS = frozenset({"dash", "plus", "letter", "number", "decimal"})
_NORMATIVE = OPERATIVE - {"resolution", "decision"}


@dataclass(frozen=True, slots=True)
class _Table:
    verb: re.Pattern[str]
    object: re.Pattern[str]
    more: re.Pattern[str]
    row: re.Pattern[str]
    told: re.Pattern[str]
    ends: re.Pattern[str]
    kinds: dict[str, str]


@cache
def _table() -> _Table:
    t = patterns("planned")
    kind = rf"(?P<kind>{either(t['kinds'])})"
    does = rf"(?:(?P<does>{either(t['does'])})|(?P<about>{either(t['about'])}))(?!{_LETTER})"
    issuer = r"(?P<issuer> +của +[^,;.:()]{3,90}?)?"
    noun = rf"{kind}(?!{_LETTER}){issuer} +{does}"
    return _Table(
        verb=re.compile(rf"(?<!{_LETTER}){either(t['verbs'])}(?= )"),
        object=re.compile(rf"[ ,]*(?:{either(t['between'])}[ ,]+)*{noun}"),
        more=re.compile(rf" *(?:[;,]|và)+ +{noun}"),
        row=re.compile(rf"[\s“\"]*{kind}(?!{_LETTER}){issuer} +(?P<does>{either(t['changes'])})(?!{_LETTER})"),
        told=re.compile(rf"(?<!{_LETTER}){either(t['told'])} *$"),
        ends=re.compile(rf"[;.:…|(]|,? +{either(t['ends'])}(?!{_LETTER})| +(?:trước|trong) +(?:ngày|tháng|quý|năm)(?!{_LETTER})"),
        kinds=t["kinds"],
    )


def planned(tree: Tree, own: Own, speakers: Speakers, cited: list[Cited]) -> list[Cited]:
    """The documents that a text orders to be issued, in printed order."""
    if own.cited.type in _NORMATIVE:
        return []
    ordered = list(_ordered(tree, own, speakers, cited))
    taken = [(p.start, p.end) for p in ordered]
    rows = (p for p in _rows(tree, speakers, cited) if not any(s <= p.start < e for s, e in taken))
    return sorted([*ordered, *rows], key=lambda p: p.start)


def _rows(tree: Tree, speakers: Speakers, cited: list[Cited]) -> Iterator[Cited]:
    """Items and table rows that begin with one: "Nghị quyết sửa đổi, bổ sung một số điều của Nghị quyết số …"."""
    t, low, flat = _table(), tree.text.low, tree.text.flat
    for b in {id(b): b for c in cited if (b := tree.at(c.start)) is not None}.values():
        if b.start < speakers.opened or not (b.cell or b.kind in _ITEMS):
            continue
        m = t.row.match(low, b.body, b.end)
        if m is None or not flat[m.start("kind")].isupper() or flat[b.body : m.end()].isupper() or speakers.quoted(b.body):
            continue
        start = m.start("kind")
        end = _end(low, m, cited)
        if any(start < c.start < end + 3 for c in cited) and not any(c.start == start for c in cited):
            title = " ".join(flat[start:end].split())
            yield Cited(start, end, t.kinds[" ".join(m["kind"].split())], part="planned", form="name", title=title, planned=True)


def _ordered(tree: Tree, own: Own, speakers: Speakers, cited: list[Cited]) -> Iterator[Cited]:
    t, low, flat = _table(), tree.text.low, tree.text.flat
    starts = {c.start for c in cited}
    done = 0
    for verb in t.verb.finditer(low, speakers.opens, own.closes or len(low)):
        if verb.start() < done:
            continue
        found = t.object.match(low, verb.end(), min(len(low), verb.end() + 220))
        if found is None or speakers.quoted(verb.start()) or t.told.search(low, max(0, verb.start() - 16), verb.start()):
            continue
        while found is not None:
            start = found.start("kind")
            if start in starts or not (found["does"] or flat[start].isupper()) or _own(tree, own, speakers, verb.start(), found):
                break
            end = _end(low, found, cited)
            title = " ".join(flat[start:end].split()).strip(" ,“”\"")
            issuer = " ".join(flat[found.start("issuer") : found.end("issuer")].split()).removeprefix("của ") if found["issuer"] else None
            kind = t.kinds[" ".join(found["kind"].split())]
            cites = any(start <= c.start < end + 3 for c in cited)
            if cites or flat[start].isupper():
                yield Cited(start, end, kind, part="planned", form="name", title=title, issuer=issuer, planned=True)
            done = end
            found = t.more.match(low, end, min(len(low), end + 220))
            if found is not None and not flat[found.start("kind")].isupper():
                break


def _own(tree: Tree, own: Own, speakers: Speakers, verb: int, found: re.Match[str]) -> bool:
    """The words that issue this text itself, or what it carries: "UBND tỉnh ban hành Kế hoạch thực hiện …"."""
    kind = _table().kinds[" ".join(found["kind"].split())]
    if speakers.region(verb) == "opening" and kind == own.cited.type:
        return True
    block = tree.at(verb)
    return block is not None and block.kind == "article" and own.cited.type in ("decision", "resolution") and not tree.text.low[block.body : verb].strip()


def _end(low: str, found: re.Match[str], cited: list[Cited]) -> int:
    """Where a title ends: at the end of its clause, never inside a citation."""
    limit = min(len(low), found.start("kind") + _TITLE)
    at = found.end()
    inside = [c for c in cited if found.start("kind") < c.start < limit]
    while (stop := _table().ends.search(low, at, limit)) is not None:
        over = next((c for c in inside if c.start <= stop.start() < c.end), None)
        if over is not None:
            at = over.end
        elif low[stop.start()] == ":" and any(c.start - stop.end() in range(3) for c in inside):
            at = stop.end()
        else:
            return stop.start()
    return max([limit, *(c.end for c in inside if c.start < limit)]) if inside else limit
