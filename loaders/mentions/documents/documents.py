"""Mentions of existing documents: by number, in lists, by proper name, by short form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.found import Cited, Doubt, Own
from loaders.mentions import kinds
from loaders.mentions.anchors import anchors, named
from loaders.mentions.documents import laws, names, numbered, party, pinpoints, shorts, subjects
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.numbered import Called
from loaders.mentions.documents.numbers import Number, numbers
from loaders.mentions.lexicon import spaced
from loaders.mentions.places import CENTRE
from loaders.segment import Tree
from loaders.text import Text

_SERIES = re.compile(r"số(?<!\wsố) *:? *(?P<list>\d{1,4}(?:(?: *, *| +và +)\d{1,4})*)(?: *, *| +và +)(?:số +)?$")
_JOINT = re.compile(r" *, *| +và +")
_SO_DATED = re.compile(r" số *:? *(?=\d{1,5}(?:/(?:19|20)\d\d)? *,? *ngày +\d)")
_SERIAL = re.compile(r"0*(\d+)(?=[-/])")
_TORN = re.compile(r"số *:? *(?P<digit>\d) +$")  # "số 1 04/2012/NĐ-CP"
_LOCAL = re.compile(r"UBND|HĐND|/TU$")
# Kinds that are sent with a request, by whom stands before them; kinds that only the State's centre makes.
_GIVEN = frozenset(("submission", "report", "letter"))
_NATIONAL = frozenset(("constitution", "law", "code", "ordinance"))
_OF = re.compile(r"(?<!\w)của +")
_AT = re.compile(r" +tại +(?:các +)?")
# Words in small letters begin a citation only before a name.
_SMALL = (
    r"luật(?= +[A-ZĐ])",
    r"bộ luật(?= +[A-ZĐ])",
    r"kết luận(?= +[Hh]ội +nghị)",
    r"nghị quyết(?= +(?:Đại|Trung|Hội))",
)


def documents(tree: Tree, own: Own) -> tuple[list[Cited], list[Doubt]]:
    """All citations of a text in printed order."""
    return _Reader(tree, own).read()


@cache
def _treaties() -> frozenset[str]:
    return frozenset(kinds.patterns("citations")["treaties"]["words"])


@cache
def _words() -> re.Pattern[str]:
    """Words with which a citation without a full number may begin."""
    forms = [f for w in sorted(named(), key=len, reverse=True) for f in (w[0].upper() + w[1:], w.upper(), w.title())]
    return re.compile(rf"(?<!\w)(?:{'|'.join((*map(spaced, dict.fromkeys(forms)), *_SMALL))})(?!\w)")


class _Reader:
    def __init__(self, tree: Tree, own: Own) -> None:
        self.text: Text = tree.text
        self.own = own.cited
        self.title = own.preamble[0] if own.cited.title else -1
        self.doubts: list[Doubt] = []

    def read(self) -> tuple[list[Cited], list[Doubt]]:
        named = self.by_word()
        numbered = self.by_number(named)
        known = frozenset((c.type, serial[1]) for c in numbered if c.number and (serial := _SERIAL.match(c.number)))
        every = [*named, *numbered, *shorts.marked(self.text, known)]
        found = [c for c in _distinct(every) if not self.is_own(c)]
        floor = 0
        for c in found:
            self.pinpoint(c, floor)
            self.subject(c)
            self.giver(c, floor)
            self.standing(c)
            floor = c.end
        return found, self.doubts

    # --- by word

    def by_word(self) -> list[Cited]:
        found: list[Cited] = []
        at = 0
        for start in anchors(self.text.flat, "document"):
            if start >= at and (word := _words().match(self.text.flat, start)):
                at = word.end()
                if cited := self.begun(word):
                    found += cited
                    at = max(at, cited[-1].end)
        return sorted([*found, *self.dated()], key=lambda c: c.start)

    def dated(self) -> Iterator[Cited]:
        """ "công văn số 1234 ngày 5/11/2025": in small letters only a date tells the number from a count."""
        for so in _SO_DATED.finditer(self.text.low):
            window = self.text.low[max(0, so.start() - 20) : so.start()]
            word = numbered.before().search(window)
            start = so.start() - len(window) + word.start() if word else 0
            if word and self.text.flat[start].islower():
                yield from self.short(start, start + len(word["word"]), " ".join(word["word"].split()))

    def begun(self, word: re.Match[str]) -> list[Cited]:
        """The citations that a word begins."""
        text, start, end = self.text, word.start(), word.end()
        said = " ".join(word[0].lower().split())
        if said in laws.WORDS:
            return names.law(text, start, end, said) or self.short(start, end, said)
        if said in _treaties():
            return names.treaty(text, start, end)
        if said == "hiến pháp":
            return names.constitution(text, start, end)
        if said == "điều lệ":
            return party.charter(text, start, end)
        if said == "cương lĩnh":
            return party.platform(text, start, end)
        if said == "quy chế":
            return party.rules(text, start, end)
        kind = kinds.words()[said].type
        by_name: list[Cited] = []
        if kind in ("resolution", "conclusion"):
            by_name = party.congress(text, start, end, kind) or party.plenum(text, start, end, kind)
        return by_name or self.short(start, end, said)

    def short(self, start: int, end: int, said: str) -> list[Cited]:
        return shorts.short(self.text, start, end, kinds.words()[said])

    # --- by number

    def by_number(self, named: list[Cited]) -> list[Cited]:
        """Citations by number, but for those that stand in a name; `named` in printed order."""
        found: list[Cited] = []
        behind = 0  # how many of `named` lie before the number
        last: Cited | None = None
        for number in map(self.whole, numbers(self.text.flat)):
            while behind < len(named) and named[behind].end <= number.start:
                if last is None or named[behind].end > last.end:
                    last = named[behind]
                behind += 1
            here = named[behind] if behind < len(named) else None
            if here is not None and here.start <= number.start and here.form != "short":
                continue
            if last is not None and number.start < last.end:
                continue
            cited = list(self.numbered(number, last))
            if cited and cited[0].form == "list":
                self.complete(named[:behind], cited[0], number)
            found += cited
            last = cited[-1] if cited else last
        return found

    def whole(self, number: Number) -> Number:
        """A number whose first digit a scan set apart, with it."""
        torn = _TORN.search(self.text.low, max(0, number.start - 8), number.start)
        if torn is None or number.kind is None or len(number.serial) > 3:
            return number
        start, digit = torn.start("digit"), torn["digit"]
        return replace(number, start=start, serial=digit + number.serial, text=digit + number.text)

    def complete(self, shorts_before: list[Cited], cited: Cited, number: Number) -> None:
        """ "Kết luận số 187, 188-KL/TW": the bare numbers right before a full one share its letters."""
        end = cited.start
        for c in reversed(shorts_before):
            bare = c.number and c.number.isdigit() and c.type == cited.type
            if not bare or not _JOINT.fullmatch(self.text.low, c.end, end):
                return
            c.number = f"{c.number}{number.suffix}"
            c.form = "full" if c.form == "short" else c.form
            c.system, c.level = cited.system, cited.level
            end = c.start

    def numbered(self, number: Number, last: Cited | None) -> Iterator[Cited]:
        floor = last.end if last else 0
        series = _SERIES.search(self.text.low, max(floor, number.start - 60), number.start)
        if series:
            yield from self.series(number, series, floor)
        elif name := numbered.called(self.text, number, max(0, floor - 1), last):
            yield self.cite(number, name)
        elif number.kind and (number.issuer or number.year) and not numbered.is_other(self.text, number):
            self.doubts.append(Doubt("symbol", "Looks like a document's number.", number.start, number.end))

    def cite(self, number: Number, name: Called) -> Cited:
        cited, behind = numbered.cite(self.text, number, name)
        if behind.dated and behind.dated.iso is None:
            self.doubts.append(Doubt("date", "There is no such day.", behind.date_at, behind.dated.end))
        if cited.issuer is None:
            self.between(cited, name.start, number.start)
        if told := number.issuer:
            cited.system = cited.system or told.system
            if cited.level is None:
                cited.level, cited.jurisdiction = told.level, cited.jurisdiction or told.jurisdiction
        return cited

    def between(self, cited: Cited, start: int, end: int) -> None:
        """The issuer between the word and the number: "Nghị quyết của Bộ Chính trị số 57-NQ/TW"."""
        of = _OF.search(self.text.low, start, end)
        body = issuer(self.text.flat, self.text.low, of.end()) if of else None
        if of and body and body.end <= end:
            cited.issuer = " ".join(self.text.flat[of.end() : body.end].split())
            cited.level, cited.system, cited.jurisdiction = body.level, body.system, body.jurisdiction

    def series(self, number: Number, series: re.Match[str], floor: int) -> Iterator[Cited]:
        """ "Kết luận số 187, 188-KL/TW": the serials before the number share its letters."""
        spans = [m.span() for m in re.compile(r"\d+").finditer(self.text.flat, *series.span("list"))]
        first = replace(number, start=spans[0][0], end=spans[0][1])
        name = numbered.called(self.text, first, floor, None)
        if name is None:
            return
        for i, (start, end) in enumerate(spans):
            shared = self.text.flat[start:end] + number.suffix
            yield Cited(start if i else name.start, end, name.type, number=shared, form="list" if i else "full")
        yield self.cite(number, Called(number.start, name.type, False))

    # --- what all share

    def is_own(self, c: Cited) -> bool:
        """Whether a citation is the document's own number or its own name."""
        own = self.own
        if c.start == self.title and not c.number:
            return True
        if c.number and own.number:
            same = c.type == own.type or own.type == "consolidated" or c.form == "list"
            return same and _key(c.number) == _key(own.number) and _agree(c.date, own.date)
        if not c.name or c.type != own.type or c.number or c.date:
            return False
        named = _words_of(c.name).split(" ", 1)[-1].removeprefix("lệ ").removeprefix("luật ")
        title = _words_of(own.title or "")
        if c.type == "charter":
            return title.startswith(named)
        return named == title or (c.type == "law" and names.enacted(self.text, c))

    def pinpoint(self, c: Cited, floor: int) -> None:
        span = pinpoints.before(self.text.low, c.start, floor) or pinpoints.after(self.text.low, c.end)
        if span:
            c.pinpoint_span = span
            c.pinpoint = " ".join(self.text.flat[span[0] : span[1]].split())

    def subject(self, c: Cited) -> None:
        c.subject = subjects.subject(self.text, c)
        if c.subject and c.name is None:
            c.title = " ".join(self.text.flat[slice(*c.subject)].split())

    def giver(self, c: Cited, floor: int) -> None:
        """Who wrote it, where that stands before it: "theo đề nghị của Sở Nội vụ tại Tờ trình số …"."""
        if c.issuer or c.type not in _GIVEN:
            return
        for of in _OF.finditer(self.text.low, max(floor, c.start - 120), c.start):
            body = issuer(self.text.flat, self.text.low, of.end())
            if body and _AT.fullmatch(self.text.low, body.end, c.start):
                c.issuer = " ".join(self.text.flat[of.end() : body.end].split())
                c.level, c.jurisdiction = body.level or c.level, body.jurisdiction or c.jurisdiction
                c.system = body.system or c.system

    def standing(self, c: Cited) -> None:
        """A local document without a place of its own is of the place that the citing document is of."""
        if c.type in _NATIONAL:
            c.level, c.system = c.level or "central", c.system or "state"
        if c.level == "central":
            c.jurisdiction = CENTRE
            return
        local = c.level == "provincial" or (c.number is not None and _LOCAL.search(c.number) is not None)
        if local and c.jurisdiction is None and self.own.jurisdiction != CENTRE:
            c.jurisdiction = self.own.jurisdiction
            c.level = c.level or self.own.level


def _agree(a: str | None, b: str | None) -> bool:
    """Whether two dates, as far as known, do not contradict."""
    return not a or not b or a.startswith(b) or b.startswith(a)


def _key(number: str) -> str:
    return number.upper().replace("Đ", "D").lstrip("0")


def _words_of(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


def _distinct(found: list[Cited]) -> list[Cited]:
    """Citations in printed order; of two that overlap the one with the full number, then the first."""
    kept: list[Cited] = []
    for c in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or c.start >= kept[-1].end:
            kept.append(c)
        elif (kept[-1].form == "short" and c.form != "short") or (c.start == kept[-1].start and not kept[-1].number):
            kept[-1] = c
    return kept
