"""What follows the name of a law and tells it apart: its number, its date, who passed it."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.documents.laws import LABELS, Named, revised
from loaders.mentions.documents.numbers import numbers
from loaders.mentions.documents.tails import Tail, fill, tail
from loaders.text import Text

_SO = re.compile(r" *,? *\(?(?:(?:bộ +luật|luật|pháp +lệnh) +)?(?:số *:? *)?(?=\d{1,3} */ *\d{4} */)")
_LAWGIVER = re.compile(r"quốc +hội|ủy +ban +thường +vụ|ubtvqh|hội +đồng +nhà +nước|chủ +tịch +nước")
_TRUNCATED = re.compile(r" +số *:? *(?P<serial>\d{1,3}/(?:19|20)\d\d)(?![\d/-]| ?/)")
_LAWS = (None, "ordinance", "order", "consolidated")  # what the letters of a law's number may say
_NUMBER = 40  # code points: a law's number is no longer


def cited(text: Text, start: int, named: Named, kind: str) -> Cited:
    """A law by its name."""
    found = Cited(start, named.end, kind, form="name", name=f"{LABELS[kind]} {named.name}")
    if (end := revised(text.low, named.end)) > named.end:
        found.name, found.end = f"{found.name} (sửa đổi)", end
    return told(text, found)


def told(text: Text, cited: Cited) -> Cited:
    """Number, date and issuer behind a name, in any order."""
    behind = _passed_by(text, cited.end, tail(text.flat, text.low, cited.end, named=True))
    if truncated := _TRUNCATED.match(text.low, behind.end):
        cited.number, cited.form, cited.end = truncated["serial"], "full", truncated.end()
        return cited
    so = _SO.match(text.low, behind.end)
    number = next(numbers(text.flat, so.end(), min(so.end() + _NUMBER, len(text.flat))), None) if so else None
    if so and number and number.start == so.end() and number.kind in _LAWS:
        cited.number, cited.form = number.text, "full"
        stop = number.end + ("(" in so[0] and text.flat[number.end : number.end + 1] == ")")
        later = tail(text.flat, text.low, stop)
        later.dated = later.dated or behind.dated
        behind = later
    fill(cited, text, behind)
    cited.term = number.term if cited.number and number else None
    return cited


def _passed_by(text: Text, at: int, behind: Tail) -> Tail:
    """What follows a law's name, without a body that passes no laws ("Bộ luật Lao động của Công ty mẹ")."""
    if behind.body and not _LAWGIVER.match(text.low, behind.of):
        before = text.low[at : behind.of].rstrip().removesuffix("các").rstrip().removesuffix("của").rstrip(" ,")
        behind.end, behind.body = at + len(before), None
    return behind
