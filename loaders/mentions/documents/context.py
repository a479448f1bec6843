"""What stands around a citation: its pinpoint, its subject, who gave it, and of which place it is."""

from __future__ import annotations

import re

from loaders.found import Cited
from loaders.mentions.documents import pinpoints, subjects
from loaders.mentions.documents.amending import amending
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.laws import LABELS
from loaders.mentions.places import CENTRE
from loaders.text import Text

_LOCAL = re.compile(r"UBND|HĐND|/TU$")
# Kinds that are sent with a request, by whom stands before them; kinds that only the State's centre makes.
_GIVEN = frozenset(("submission", "report", "letter"))
_NATIONAL = frozenset(("constitution", "law", "code", "ordinance"))
_OF = re.compile(r"của(?<!\wcủa) +")
_AT = re.compile(r" +tại +(?:các +)?")
# The code of an office, which writes what its body says; behind another's code (STC-VP) it only drafted.
_OFFICE = re.compile(r"\d+[/-](?:\d{4}/)?(?:(?:TTr|BC|CV)[/-])?VP")
_GIVER = 120  # code points before a citation in which its giver may stand


def complete(text: Text, own: Cited, found: list[Cited]) -> None:
    """Adds to citations in printed order what stands around them; `own` is the document that cites."""
    floor = 0
    for c in found:
        _pinpoint(text, c, floor)
        _subject(text, c)
        _given(text, c, floor)
        _standing(own, c)
        floor = c.end


def _pinpoint(text: Text, c: Cited, floor: int) -> None:
    span = pinpoints.before(text.low, c.start, floor) or pinpoints.after(text.low, c.end)
    if span:
        c.pinpoint_span = span
        c.pinpoint = " ".join(text.flat[span[0] : span[1]].split())


def _subject(text: Text, c: Cited) -> None:
    c.subject = subjects.subject(text, c)
    if c.subject and c.name is None:
        c.title = _amending(text, c, c.subject[0]) or " ".join(text.flat[slice(*c.subject)].split())


def _amending(text: Text, c: Cited, at: int) -> str | None:
    """The whole title of a numbered law that amends others: laws joined by "và" are all its own."""
    title = amending(text.flat, text.low, at, "") if c.number and c.type in LABELS else None
    return title.name.strip() if title and title.targets and not title.numbered else None


def _given(text: Text, c: Cited, floor: int) -> None:
    """Who wrote it, where that stands before it: "theo đề nghị của Sở Nội vụ tại Tờ trình số …".

    Whose office wrote it ("chỉ đạo của Thủ tướng Chính phủ tại Công văn số 10704/VPCP-KSTT") did not.
    """
    if c.issuer or c.type not in _GIVEN:
        return
    for of in _OF.finditer(text.low, max(floor, c.start - _GIVER), c.start):
        body = issuer(text.flat, text.low, of.end())
        if body and _AT.fullmatch(text.low, body.end, c.start):
            wrote = not _OFFICE.match(c.number or "") or "văn phòng" in text.low[of.end() : body.end]
            c.issuer = " ".join(text.flat[of.end() : body.end].split()) if wrote else None
            c.level, c.jurisdiction = body.level or c.level, body.jurisdiction or c.jurisdiction
            c.system = body.system or c.system


def _standing(own: Cited, c: Cited) -> None:
    """A local document without a place of its own is of the place that the citing document is of."""
    if c.type in _NATIONAL:
        c.level, c.system = c.level or "central", c.system or "state"
    if c.level == "central":
        c.jurisdiction = CENTRE
        return
    local = c.level == "provincial" or (c.number is not None and _LOCAL.search(c.number) is not None)
    if local and c.jurisdiction is None and own.jurisdiction != CENTRE:
        c.jurisdiction = own.jurisdiction
        c.level = c.level or own.level
