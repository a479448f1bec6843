"""Citations by number, in turn: the number, what it is called, what follows it; lists with one word for several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.found import Cited, Doubt
from loaders.mentions.documents.called import called
from loaders.mentions.documents.dates import bare
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.kindwords import Called
from loaders.mentions.documents.numbers import Number, numbers
from loaders.mentions.documents.tails import fill, issued, tail
from loaders.text import Text

_SERIES = re.compile(r"số(?<!\wsố) *:? *(?P<list>\d{1,4}(?:(?: *, *| +và +)\d{1,4})*)(?: *, *| +và +)(?:số +)?$")
_SERIAL = re.compile(r"\d+")
_JOINT = re.compile(r" *, *| +và +")
_ANDS = (",", "và")
_TORN = re.compile(r"số *:? *(?P<digit>\d) +$")  # "số 1 04/2012/NĐ-CP"
_OF = re.compile(r"của(?<!\wcủa) +")
_DIGIT = 8  # code points before a number in which its first digit may stand
_LIST = 60  # code points before a number in which a list of serials may stand


def numbered(text: Text, named: list[Cited]) -> tuple[list[Cited], list[Doubt]]:
    """Citations by number, but for those that stand in a name; `named` are citations in printed order."""
    found: list[Cited] = []
    doubts: list[Doubt] = []
    behind = 0  # how many of `named` lie before the number
    last: Cited | None = None
    for number in numbers(text.flat):
        number = _whole(text, number)
        while behind < len(named) and named[behind].end <= number.start:
            if last is None or named[behind].end > last.end:
                last = named[behind]
            behind += 1
        here = named[behind] if behind < len(named) else None
        inside = here is not None and here.start <= number.start and here.form != "short"
        if inside or (last is not None and number.start < last.end):
            continue
        cited = list(_read(text, number, last, doubts))
        if cited and cited[0].form == "list":
            _complete(text, named[:behind], cited[0], number)
        found += cited
        last = cited[-1] if cited else last
    return found, doubts


def _whole(text: Text, number: Number) -> Number:
    """A number whose first digit a scan set apart, with it."""
    if number.kind is None or len(number.serial) > 3:
        return number
    before = max(0, number.start - _DIGIT)
    torn = text.flat[before : number.start].rstrip()[-1:].isdigit() and _TORN.search(text.low, before, number.start)
    if not torn:
        return number
    start, digit = torn.start("digit"), torn["digit"]
    return replace(number, start=start, serial=digit + number.serial, text=digit + number.text)


def _read(text: Text, number: Number, last: Cited | None, doubts: list[Doubt]) -> Iterator[Cited]:
    floor = last.end if last else 0
    before = max(floor, number.start - _LIST)
    joined = text.low[before : number.start].rstrip().removesuffix("số").rstrip().endswith(_ANDS)
    if joined and (series := _SERIES.search(text.low, before, number.start)):
        yield from _series(text, number, series, floor, doubts)
    elif name := called(text, number, max(0, floor - 1), last):
        yield _cite(text, number, name, doubts)


def _series(text: Text, number: Number, series: re.Match[str], floor: int, doubts: list[Doubt]) -> Iterator[Cited]:
    """ "Kết luận số 187, 188-KL/TW": the serials before the number share its letters."""
    spans = [m.span() for m in _SERIAL.finditer(text.flat, *series.span("list"))]
    first = replace(number, start=spans[0][0], end=spans[0][1])
    name = called(text, first, floor, None)
    if name is None:
        return
    for i, (start, end) in enumerate(spans):
        shared = text.flat[start:end] + number.suffix
        yield Cited(start if i else name.start, end, name.type, number=shared, form="list" if i else "full")
    yield _cite(text, number, Called(number.start, name.type, False), doubts)


def _complete(text: Text, shorts: list[Cited], cited: Cited, number: Number) -> None:
    """ "Kết luận số 187, 188-KL/TW": the bare numbers right before a full one share its letters."""
    end = cited.start
    for c in reversed(shorts):
        bare = c.number and c.number.isdigit() and c.type == cited.type
        if not bare or not _JOINT.fullmatch(text.low, c.end, end):
            return
        c.number = f"{c.number}{number.suffix}"
        c.form = "full" if c.form == "short" else c.form
        c.system, c.level = cited.system, cited.level
        end = c.start


def _cite(text: Text, number: Number, name: Called, doubts: list[Doubt]) -> Cited:
    behind = tail(text.flat, text.low, number.end, joint=name.type == "joint_circular")
    if number.year is None and behind.end == number.end and (dated := bare(text.low, number.end + 1)):
        behind.dated, behind.date_at, behind.end = dated, number.end + 1, dated.end
    cited = Cited(name.start, behind.end, name.type, number=number.text, form="full" if name.worded else "list")
    fill(cited, text, behind)
    cited.term = cited.term or number.term
    if behind.dated and behind.dated.iso is None:
        doubts.append(Doubt("date", "There is no such day.", behind.date_at, behind.dated.end))
    if cited.issuer is None:
        _between(text, cited, name.start, number.start)
    if told := number.issuer:
        cited.system = cited.system or told.system
        if cited.level is None:
            cited.level, cited.jurisdiction = told.level, cited.jurisdiction or told.jurisdiction
    return cited


def _between(text: Text, cited: Cited, start: int, end: int) -> None:
    """The issuer between the word and the number: "Nghị quyết của Bộ Chính trị số 57-NQ/TW"."""
    of = _OF.search(text.low, start, end)
    body = issuer(text.flat, text.low, of.end()) if of else None
    if of and body and body.end <= end:
        issued(cited, text, of.end(), body)
