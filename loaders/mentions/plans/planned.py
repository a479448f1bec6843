"""Documents still to be issued: "ban hành Quyết định sửa đổi Quyết định số 1738-QĐ/TU"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Cited, Own
from loaders.mentions.anchors import anchors
from loaders.mentions.kinds import patterns
from loaders.mentions.relations.phrases import either
from loaders.mentions.relations.regions import Regions
from loaders.mentions.relations.speakers import OPERATIVE
from loaders.segment import Tree

_LETTER = r"[^\W\d_]"
_TITLE = 320  # code points
_REACH = 220
_SUBJECT = 120
_ISSUED = re.compile(r"(?:năm +\d{4}|\d/\d{4}|số +\S*\d\S*) +của +[^,;.:]{3,80} $")  # "ngày … của Chính phủ | ban hành"
_PAUSE = re.compile("[,;.:]")
_BEGINS = re.compile(r"[^.;:]{0,300}như +sau *:")  # the opening of what this text carries in its annex
_ITEMS = frozenset({"dash", "plus", "letter", "number", "decimal"})
_NORMATIVE = OPERATIVE - {"resolution", "decision"}


@dataclass(frozen=True, slots=True)
class _Table:
    verb: re.Pattern[str]
    hoped: frozenset[str]
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
    noun = rf"{kind}(?!{_LETTER})(?: +mới)?{issuer} +{does}"
    return _Table(
        verb=re.compile(rf"(?<!{_LETTER}){either([*t['verbs'], *t['hoped']])}(?= )"),
        hoped=frozenset(t["hoped"]),
        object=re.compile(rf"[ ,]*(?:{either(t['between'])}[ ,]+)*{noun}"),
        more=re.compile(rf" *(?:[;,]|và)+ +{noun}"),
        row=re.compile(rf"[\s“\"]*{kind}(?!{_LETTER}){issuer} +(?P<does>{either(t['changes'])})(?!{_LETTER})"),
        told=re.compile(rf"(?<!{_LETTER}){either(t['told'])} *$"),
        ends=re.compile(
            rf"[;.:…|(]|,? +{either(t['ends'])}(?!{_LETTER})"
            rf"| +(?:trước|trong) +(?:ngày|tháng|quý|năm)(?!{_LETTER})"
        ),
        kinds=t["kinds"],
    )


def planned(tree: Tree, own: Own, regions: Regions, cited: list[Cited]) -> list[Cited]:
    """The documents that a text orders to be issued, in printed order."""
    if own.cited.type in _NORMATIVE:
        return []
    reader = _Reader(tree, own, regions, cited)
    ordered = list(reader.ordered())
    rows = [p for p in reader.rows() if not any(o.start <= p.start < o.end for o in ordered)]
    return sorted([*ordered, *rows], key=lambda p: p.start)


class _Reader:
    def __init__(self, tree: Tree, own: Own, regions: Regions, cited: list[Cited]) -> None:
        self.tree, self.own, self.regions = tree, own, regions
        self.low, self.flat = tree.text.low, tree.text.flat
        self.cited = sorted(cited, key=lambda c: c.start)
        self._starts = [c.start for c in self.cited]

    def ordered(self) -> Iterator[Cited]:
        """Behind an order: "tham mưu ban hành Quyết định sửa đổi …", and what is joined to it."""
        t, done = _table(), self.regions.opens
        for at in anchors(self.flat, "order"):
            if at < done or (verb := t.verb.match(self.low, at)) is None:
                continue
            done = verb.end()
            if self._told(at):
                continue
            found = t.object.match(self.low, verb.end(), min(len(self.low), verb.end() + _REACH))
            while found is not None and self._coming(found, verb.start()):
                end = self._end(found)
                if self._named(verb, found, end):
                    yield self._document(found, end)
                done = max(done, end)
                found = t.more.match(self.low, end, min(len(self.low), end + _REACH))
                if found is not None and not self._capital(found):
                    break

    def rows(self) -> Iterator[Cited]:
        """Items and table rows that begin with one: "Nghị quyết sửa đổi, bổ sung Nghị quyết số …"."""
        blocks = {b.index: b for c in self.cited if (b := self.tree.at(c.start)) is not None}
        for b in blocks.values():
            if b.start < self.regions.opened or not (b.cell or b.kind in _ITEMS) or self.regions.quoted(b.body):
                continue
            found = _table().row.match(self.low, b.body, b.end)
            if found is None or not self._capital(found) or self.flat[b.body : found.end()].isupper():
                continue
            if found["kind"].startswith("văn"):
                continue  # "Văn bản sửa đổi, bổ sung: …" heads a list of what changed a document
            end = self._end(found)
            if not self._starts_at(found.start("kind")) and self._cites(found.start("kind"), end):
                yield self._document(found, end)

    def _named(self, verb: re.Match[str], found: re.Match[str], end: int) -> bool:
        """Whether one document is meant: it acts on another, or has a title; of those that may come some day, both."""
        cites, capital = self._cites(found.start("kind"), end), self._capital(found)
        return (cites and capital) if verb[0] in _table().hoped else (cites or capital)

    def _told(self, verb: int) -> bool:
        """Whether what a verb says has happened, may happen, stands in quoted words or in a document's subject."""
        return (
            self._subject(verb)
            or self.regions.quoted(verb)
            or _table().told.search(self.low, max(0, verb - 16), verb) is not None
            or _ISSUED.search(self.low, max(0, verb - _SUBJECT), verb) is not None
        )

    def _subject(self, verb: int) -> bool:
        """Whether a verb still belongs to the subject of a document named before it."""
        last = bisect_left(self._starts, verb) - 1
        block = self.tree.at(verb)
        if last < 0 or block is None or self.cited[last].start < block.start:
            return False
        end = self.cited[last].end
        return verb - end <= _SUBJECT and _PAUSE.search(self.low, end, verb) is None

    def _coming(self, found: re.Match[str], verb: int) -> bool:
        known = self._starts_at(found.start("kind"))
        named = bool(found["does"]) or self._capital(found)
        return named and not known and not self._own(verb, found)

    def _own(self, verb: int, found: re.Match[str]) -> bool:
        """The words that issue this text itself, or what it carries: "UBND tỉnh ban hành Kế hoạch thực hiện …"."""
        if self.regions.of(verb) == "opening" and self._kind(found) == self.own.cited.type:
            return True
        if self.low.startswith("ban hành", verb) and _BEGINS.match(self.low, found.end()):
            return True
        block = self.tree.at(verb)
        if block is None or block.kind != "article" or self.own.cited.type not in ("decision", "resolution"):
            return False
        return not self.low[block.body : verb].strip()

    def _capital(self, found: re.Match[str]) -> bool:
        return self.flat[found.start("kind")].isupper()

    def _kind(self, found: re.Match[str]) -> str:
        return _table().kinds[" ".join(found["kind"].split())]

    def _document(self, found: re.Match[str], end: int) -> Cited:
        start = found.start("kind")
        issuer = " ".join(self.flat[found.start("issuer") : found.end("issuer")].split()).removeprefix("của ")
        title = " ".join(self.flat[start:end].split()).strip(' ,“”"')
        kind = self._kind(found)
        return Cited(
            start, end, kind, part="planned", form="name", title=title, issuer=issuer or None, planned=True
        )  # fmt: skip

    def _inside(self, start: int, end: int) -> list[Cited]:
        return self.cited[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _cites(self, start: int, end: int) -> bool:
        return bool(self._inside(start, end + 3))

    def _starts_at(self, start: int) -> bool:
        return bool(self._inside(start, start + 1))

    def _end(self, found: re.Match[str]) -> int:
        """Where a title ends: at the end of its clause, never inside a citation."""
        start = found.start("kind")
        limit = min(len(self.low), start + _TITLE)
        inside = self._inside(start + 1, limit)
        at = found.end()
        while (stop := _table().ends.search(self.low, at, limit)) is not None:
            over = next((c for c in inside if c.start <= stop.start() < c.end), None)
            if over is not None:
                at = over.end
            elif self.low[stop.start()] == ":" and self._cites(stop.end(), stop.end()):
                at = stop.end()
            else:
                return stop.start()
        return max([limit, *(c.end for c in inside)])
