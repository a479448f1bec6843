"""Who issued a document: bodies read behind "của", in a header, or from the code in a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.mentions.documents.bodynames import Word, stops, words
from loaders.mentions.places import CENTRE, area, named_at


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body in a text, up to `end`; level, system and jurisdiction as far as its own words tell."""

    end: int
    level: str | None = None
    system: str | None = None
    jurisdiction: str | None = None


_FREE = re.compile(r"[ ,-]*(?:và +)?[^\W\d][\w&/'’]*(?:\.\w+)*")
_MEETING = re.compile(
    r"hội +nghị +(?:lần +thứ +\w+(?: +một| +hai| +ba| +tư| +lăm)? +(?:của +)?)?"
    r"(?:ban +chấp +hành +)?trung +ương(?: +đảng)?"
    r"(?: +(?:lần +thứ +)?(?:\d{1,2}|[ivx]+)(?!\w))?"
)
_CONGRESS = re.compile(
    r"đại +hội(?: +đại +biểu)?(?P<whole> +toàn +quốc)?(?P<branch> +đảng +bộ(?: +(?:tỉnh|thành +phố)(?!\w))?)?"
)
_ORDINAL = re.compile(r" +(?:(?:của +)?đảng +)?lần +thứ +(?:[ivxl]+|\d{1,2})(?!\w)(?: +(?:của +)?đảng(?!\w))?")
_END = re.compile(r"[.;:()|\"“”\[\]!?]|, ")
_POSTS = 40  # one behind the other: no name has as many, and a text may repeat one without end


def issuer(flat: str, low: str, at: int, *, joint: bool = False) -> Issuer | None:
    """The body whose name begins at an offset, or None.

    `joint` reads several joined by a dash as one ("Bộ Y tế - Bộ Tài chính"), as joint circulars print them.
    """
    found = _single(flat, low, at)
    while joint and found and low[found.end : found.end + 3] in (" - ", ", b"):
        more = _single(flat, low, found.end + (3 if low[found.end] == " " else 2))
        if more is None:
            break
        found = Issuer(more.end, found.level, found.system, found.jurisdiction)
    return found


def _single(flat: str, low: str, at: int, posts: int = 0) -> Issuer | None:
    """One body or post-holder at an offset, behind a number of posts."""
    if low.startswith("hội", at) and (meeting := _MEETING.match(low, at)):
        return Issuer(meeting.end(), "central", "party", CENTRE)
    if low.startswith("đại", at) and (congress := _congress(flat, low, at)):
        return congress
    looked = words().at(low, at)
    if looked is None:
        return None
    end, word = looked
    if word.sort == "whole" and (flat[at].isupper() or " " in low[at:end]):
        return Issuer(end, word.level, word.system, CENTRE)
    if not flat[at].isupper():
        return None
    if word.sort == "local":
        return _local(flat, low, end, word)
    if word.sort == "title":
        return _titled(flat, low, end, posts)
    if word.sort == "head":
        return _free(flat, low, end)
    return None


def _congress(flat: str, low: str, at: int) -> Issuer | None:
    """ "Đại hội đại biểu toàn quốc lần thứ XIII", "Đại hội Đảng bộ tỉnh Nghệ An lần thứ XX"; it must say which."""
    begun = _CONGRESS.match(low, at)
    if begun is None:
        return None
    named = area(flat, low, begun.start("branch") + len(" đảng bộ")) if begun["branch"] else None
    end = max(begun.end(), named.end if named else 0)
    ordinal = _ORDINAL.match(low, end)
    if ordinal is None:
        return None
    if begun["branch"]:
        return Issuer(ordinal.end(), "provincial", "party", named.province if named else None)
    return Issuer(ordinal.end(), "central", "party", CENTRE)


def _local(flat: str, low: str, end: int, word: Word) -> Issuer:
    if found := area(flat, low, end):
        return Issuer(found.end, word.level or found.level, word.system, found.province)
    named = named_at(flat, low, end) if word.system == "party" or low[end - 4 : end] == "hđnd" else None
    if named and (named[1] or word.level == "district"):
        return Issuer(named[0], word.level or "provincial", word.system, named[1])
    return Issuer(end, word.level, word.system)


def _titled(flat: str, low: str, end: int, posts: int) -> Issuer:
    """A post-holder: "Bộ trưởng Bộ Tài chính", "Bộ trưởng Lao động - …", "Giám đốc Sở Y tế tỉnh Lào Cai"."""
    start = end
    while low[start : start + 1] in (" ", ","):
        start += 1
    looked = words().at(low, start)
    if looked and flat[start : start + 1].isupper():
        if looked[1].sort == "ministry":
            return Issuer(looked[0], "central", "state", CENTRE)
        inner = _single(flat, low, start, posts + 1) if posts < _POSTS else None
        if inner and (low[end : end + 1] != "," or looked[1].sort == "title"):
            return inner
    return Issuer(end)


def _free(flat: str, low: str, end: int) -> Issuer | None:
    """A name of which only the first word is known: it runs to a word that no name holds, at most a dozen words."""
    begin = end
    for _ in range(12):
        if found := area(flat, low, end):
            return Issuer(found.end, found.level, "state", found.province)
        inner = words().at(low, end + 1) if low[end : end + 1] == " " and flat[end + 1 : end + 2].isupper() else None
        if inner and inner[1].sort in ("whole", "local") and end > begin:
            tail = _single(flat, low, end + 1)
            if tail:
                return tail
        if _END.match(low, end) or stops().match(low, end):
            break
        word = _FREE.match(flat, end)
        if not word:
            break
        end = word.end()
    while end > begin and low[end - 1] in ".,-/ ":
        end -= 1
    return Issuer(end) if end > begin or low.endswith("ban chỉ đạo", 0, end) else None
