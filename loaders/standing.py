"""Who stands behind a document: its issuer, level, system and jurisdiction, and its stamp of secrecy."""

from __future__ import annotations

import re
from functools import cache

from loaders.authority import Named, above
from loaders.found import Cited
from loaders.frame import Frame, starts_line
from loaders.mentions import kinds
from loaders.mentions.documents.issuers import issuer
from loaders.mentions.documents.numbers import Number
from loaders.mentions.documents.tails import tail
from loaders.mentions.places import CENTRE, province, spoken_of
from loaders.text import Text

_LOCAL = ("provincial", "district", "commune")
_STAMPED = 3000  # code points in which a stamp stands at the latest ...
_UNHEADED = 400  # ... and in a text without a header


def stand(cited: Cited, text: Text, frame: Frame, number: Number | None, signed_at: str | None) -> None:
    """Level, system and jurisdiction, from the issuer's own words, its code, and the place of signing."""
    known = issuer(cited.issuer, cited.issuer.lower(), 0) if cited.issuer else None
    for told in (known, number.issuer if number else None):
        if told:
            cited.level, cited.system = cited.level or told.level, cited.system or told.system
            cited.jurisdiction = cited.jurisdiction or told.jurisdiction
    if cited.level == "central":
        cited.jurisdiction = CENTRE
    if cited.jurisdiction is None:
        cited.jurisdiction = next((i.jurisdiction for i in above(text, frame) if i.jurisdiction), None)
    local = cited.level or (number and number.issuer)  # the code of a central body tells its level
    if cited.jurisdiction is None and local and signed_at:
        cited.jurisdiction = province(signed_at) or signed_at
    if cited.jurisdiction is None and cited.level in _LOCAL:
        cited.jurisdiction = spoken_of(text.flat, text.low)


def named_behind(text: Text, number: Number) -> Named | None:
    """The body named behind a number that an annex gives: "(Kèm theo Công văn số 5435/CT-NVT … của Cục Thuế)"."""
    behind = tail(text.flat, text.low, number.end)
    if not behind.body:
        return None
    return (behind.of, behind.body.end), " ".join(text.flat[behind.of : behind.body.end].split())


def secrecy(text: Text, frame: Frame) -> str | None:
    """The stamp of secrecy, as printed."""
    for found in _stamps().finditer(text.flat, 0, min(_STAMPED, max(frame.head, _UNHEADED))):
        behind = text.lines[found.end() : found.end() + 4].lstrip(" *\r")
        if starts_line(text, found.start()) and behind[:1] in ("\n", "|", ""):
            return " ".join(found[1].split())
    return None


@cache
def _stamps() -> re.Pattern[str]:
    words = "|".join(w.replace(" ", " +") for w in kinds.patterns("posts")["stamps"])
    return re.compile(rf"(?:ĐỘ +MẬT *:? *)?(?<!\w)({words})(?!\w)")
