"""Mentions of existing documents: by number, in lists, by proper name, by short form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.found import Cited, Doubt, Own
from loaders.mentions import kinds, laws, names, numbered, pinpoints, shorts
from loaders.mentions.lexicon import spaced
from loaders.mentions.numbers import Number, numbers
from loaders.mentions.places import CENTRE
from loaders.segment import Tree
from loaders.text import Text

_TREATIES = ("hiệp định", "công ước", "nghị định thư", "hiệp ước")
_SERIES = re.compile(r"(?<!\w)số *:? *(?P<list>\d{1,4}(?:(?: *, *| +và +)\d{1,4})*)(?: *, *| +và +)(?:số +)?$")
_LAW_BEFORE = re.compile(r"(?<!\w)pháp *$")


def documents(tree: Tree, own: Own) -> tuple[list[Cited], list[Doubt]]:
    """All citations of a text in printed order."""
    return _Reader(tree, own).read()


@cache
def _words() -> re.Pattern[str]:
    """Words with which a citation without a full number may begin."""
    capital = [w for w, k in kinds.words().items() if k.named or k.short]
    every = sorted({*capital, *_TREATIES, "quy chế"}, key=len, reverse=True)
    forms = [f for w in every for f in (w[0].upper() + w[1:], w.upper(), w.title())]
    forms += [
        "luật(?= +[A-ZĐ])",
        "bộ luật(?= +[A-ZĐ])",
        "kết luận(?= +[Hh]ội +nghị)",
        "nghị quyết(?= +(?:Đại|Trung|Hội))",
    ]
    spelled = "|".join(f if "(" in f else spaced(f) for f in dict.fromkeys(forms))
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)")


class _Reader:
    def __init__(self, tree: Tree, own: Own) -> None:
        self.text: Text = tree.text
        self.tree = tree
        self.own = own.cited
        self.title = own.preamble[0]
        self.found: list[Cited] = []
        self.doubts: list[Doubt] = []

    def read(self) -> tuple[list[Cited], list[Doubt]]:
        named = self.named()
        self.found = _apart(named + self.by_number(named))
        kept = [c for c in self.found if not self.is_own(c)]
        floor = 0
        for c in kept:
            self.pinpoint(c, floor)
            self.standing(c)
            floor = c.end
        return kept, self.doubts

    # --- by word

    def named(self) -> list[Cited]:
        found: list[Cited] = []
        end = 0
        for word in _words().finditer(self.text.flat):
            if word.start() < end:
                continue
            cited = self.begun(word)
            if cited:
                found += cited
                end = cited[-1].end
        return found

    def begun(self, word: re.Match[str]) -> list[Cited]:
        text, start, end = self.text, word.start(), word.end()
        said = " ".join(word[0].lower().split())
        if said in laws.WORDS:
            if _LAW_BEFORE.search(text.low, max(0, start - 8), start):
                return []
            return names.law(text, start, end, said) or self.short(start, end, said)
        if said == "hiến pháp":
            return names.constitution(text, start, end)
        if said == "điều lệ":
            return names.charter(text, start, end)
        if said == "quy chế":
            return names.rules(text, start, end)
        if said in _TREATIES:
            return names.treaty(text, start, end)
        kind = kinds.words()[said].type
        if kind in ("resolution", "conclusion") and (
            cited := names.congress(text, start, end, kind) or names.plenum(text, start, end, kind)
        ):
            return cited
        return self.short(start, end, said)

    def short(self, start: int, end: int, said: str) -> list[Cited]:
        return shorts.short(self.text, start, end, kinds.words()[said])

    # --- by number

    def by_number(self, named: list[Cited]) -> list[Cited]:
        found: list[Cited] = []
        taken = iter([*named, None])
        other = next(taken)
        last: Cited | None = None
        for number in numbers(self.text.flat):
            while other is not None and other.end <= number.start:
                last, other = (other, next(taken)) if last is None or other.end > last.end else (last, next(taken))
            if other is not None and other.start <= number.start and other.form != "short":
                continue
            if last is not None and number.start < last.end:
                continue
            for cited in self.numbered(number, last):
                found.append(cited)
                last = cited
        return found

    def numbered(self, number: Number, last: Cited | None) -> Iterator[Cited]:
        floor = last.end if last else 0
        series = _SERIES.search(self.text.low, max(floor, number.start - 60), number.start)
        if series:
            yield from self.series(number, series, floor)
            return
        called = numbered.called(self.text, number, max(0, floor - 1) if floor else 0, last)
        if called is None:
            return
        cited, behind = numbered.cite(self.text, number, called, floor)
        if behind.dated and behind.dated.iso is None:
            self.doubts.append(Doubt("date", "There is no such day.", behind.date_at, behind.dated.end))
        if number.issuer and cited.level is None:
            cited.level, cited.system = number.issuer.level, number.issuer.system
            cited.jurisdiction = cited.jurisdiction or number.issuer.jurisdiction
        elif number.issuer:
            cited.system = cited.system or number.issuer.system
        yield cited

    def series(self, number: Number, series: re.Match[str], floor: int) -> Iterator[Cited]:
        """ "Kết luận số 187, 188-KL/TW": the serials before the number share its letters."""
        first = Number(**{f: getattr(number, f) for f in Number.__slots__})
        serials = list(re.finditer(r"\d+", self.text.flat[series.start("list") : series.end("list")]))
        at = series.start("list")
        first.start, first.end = at + serials[0].start(), at + serials[0].end()
        called = numbered.called(self.text, first, floor, None)
        if called is None:
            return
        for i, serial in enumerate(serials):
            start, end = at + serial.start(), at + serial.end()
            text = serial[0] + number.suffix
            yield Cited(
                called.start if i == 0 else start, end, called.type, number=text, form="full" if i == 0 else "list"
            )
        last, _ = numbered.cite(self.text, number, numbered.Called(number.start, called.type, False), floor)
        yield last

    # --- what all share

    def is_own(self, c: Cited) -> bool:
        """Whether a citation is the document's own number or its own name."""
        own = self.own
        if c.start == self.title and not c.number:
            return True
        if c.number and own.number:
            if _same_number(c.number, own.number) and (
                c.type == own.type or own.type == "consolidated" or c.form == "list"
            ):
                return not (
                    c.date and own.date and not c.date.startswith(own.date[:10]) and not own.date.startswith(c.date)
                )
            return False
        if c.name and own.title and c.type == own.type and not c.number and not c.date:
            return _fold(c.name).removeprefix("luật ") == _fold(own.title)
        return False

    def pinpoint(self, c: Cited, floor: int) -> None:
        span = pinpoints.before(self.text.low, c.start, floor) or pinpoints.after(self.text.low, c.end)
        if span:
            c.pinpoint_span = span
            c.pinpoint = " ".join(self.text.flat[span[0] : span[1]].split())

    def standing(self, c: Cited) -> None:
        """A local document without a place of its own is of the place that the citing document is of."""
        if c.level == "central":
            c.jurisdiction = CENTRE
        elif c.jurisdiction is None and c.level in (None, "provincial") and (c.issuer or c.number):
            local = c.level or (c.number and re.search(r"UBND|HĐND|/TU$", c.number))
            if local and self.own.jurisdiction != CENTRE:
                c.jurisdiction = self.own.jurisdiction
                c.level = c.level or (self.own.level if self.own.level != "central" else None)


def _same_number(a: str, b: str) -> bool:
    return a.upper().replace("Đ", "D").lstrip("0") == b.upper().replace("Đ", "D").lstrip("0")


def _fold(name: str) -> str:
    return re.sub(r"\W+", " ", name.lower()).strip()


def _apart(found: list[Cited]) -> list[Cited]:
    """Citations in printed order, of two that overlap the one with the number, then the longer."""
    kept: list[Cited] = []
    for c in sorted(found, key=lambda c: (c.start, -c.end)):
        if kept and c.start < kept[-1].end:
            if (c.form != "short" and kept[-1].form == "short") or (
                c.number and not kept[-1].number and c.start == kept[-1].start
            ):
                kept[-1] = c
            continue
        kept.append(c)
    return kept
