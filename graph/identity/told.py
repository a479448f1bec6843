"""What a mention tells of a document's key: its kind, its number, whose it is, when."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.identity.keys import CENTRE, Key
from graph.identity.symbols import Number, number
from graph.identity.terms import central_term, term
from graph.names import fold, place
from graph.registry import table
from graph.statements import DocumentMention


def said(mention: DocumentMention) -> str:
    """The type that a mention says, or that its number settles ("Kết luận số 631/TB-VPCP" is a notice)."""
    found = number(mention.number) if mention.number else None
    rule = table("organs")["kinds"].get(found.symbol.split("/")[0]) if found else None
    return str(rule["type"]) if rule and rule["from"] == mention.type else mention.type


def family(kind: str) -> str:
    """The kind as identity compares it: a code is a law.

    >>> family("code"), family("resolution")
    ('law', 'resolution')
    """
    return {"code": "law"}.get(kind, kind)


def _kind(mention: DocumentMention) -> str | None:
    """The kind as identity compares it; None where the text says only "văn bản"."""
    kind = family(said(mention))
    return None if kind == "other" else kind


def key(mention: DocumentMention) -> Key | None:
    """The key that a mention tells; None without a number that has a symbol."""
    found = number(mention.number) if mention.number else None
    if found is None or found.short:
        return None
    where = _place(mention, found)
    return _settled(
        Key(
            number=found.key,
            type=_kind(mention),
            place=where,
            board=_board(mention, found, where),
            date=dated(mention),
            term=term(mention.term) if found.party else None,
            party=found.party,
            numbered_year=found.year,
        )
    )


def dated(mention: DocumentMention) -> str | None:
    """The date that a mention tells: none that the year in its number belies."""
    found = number(mention.number) if mention.number else None
    return None if found and strays(mention.date, found.year) else mention.date or None


def strays(date: str | None, year: str | None) -> bool:
    """Whether a date cannot be that of a number with a year: one of the two is a misprint.

    Numbers of one year are signed in the first two months of the next, and in the last of the year before.

    >>> strays("2025-08-06", "2015"), strays("2016-02-01", "2015"), strays("2014-12-30", "2015"), strays("2016", "2015")
    (True, False, False, False)
    """
    if not date or not year or date.startswith(year):
        return False
    apart, month = int(date[:4]) - int(year), date[5:7]
    return not ((apart == 1 and month in ("", "01", "02")) or (apart == -1 and month in ("", "12")))


def _settled(key: Key) -> Key:
    """The key with the term that its date leaves no doubt of (central Party documents)."""
    if key.party and key.place == CENTRE and key.term is None:
        return replace(key, term=central_term(key.date))
    return key


def _place(mention: DocumentMention, found: Number) -> str | None:
    """Where the number counts; the symbol of a central organ needs no telling, a local one is never the centre's."""
    told = place(mention.jurisdiction)
    if found.organ and found.organ.scope == "central":
        return CENTRE
    if found.organ and told == CENTRE:
        return None
    return told


def _board(mention: DocumentMention, found: Number, where: str | None) -> str | None:
    organ = found.organ
    if organ and (organ.scope == "central" or (organ.sole and organ.party)):
        return ""
    words = own_words(mention.issuer, mention.jurisdiction) if mention.issuer else None
    if organ is None or not organ.sole:
        return words
    if words is None:
        return "" if mention.level == "provincial" else None
    if re.sub(r" (?:thành phố|tỉnh)$", "", words) in organ.issuers or " tỉnh " in words:
        return ""
    return None if where is None and level_of(words) == "provincial" else words


@lru_cache(maxsize=16384)
def own_words(issuer: str, jurisdiction: str | None) -> str | None:
    """A folded issuer without the post of its head and the place it stands in; None where that says nothing.

    >>> own_words("Giám đốc Sở Xây dựng thành phố Hải Phòng", "Hải Phòng")
    'sở xây dựng thành phố'
    """
    words = fold(issuer).replace(",", " ")
    for post in table("organs")["levels"]["posts"]:
        words = words.removeprefix(f"{post} ")
    where = fold(jurisdiction or "")
    if where and words.endswith(f" {where}"):
        words = words.removesuffix(where)
    return " ".join(words.split()) or None


@lru_cache(maxsize=16384)
def level_of(issuer: str) -> str | None:
    """
    >>> level_of("Ủy ban nhân dân huyện An Dương"), level_of("UBND tỉnh Hà Nam"), level_of("UBND")
    ('district', 'provincial', None)
    """
    words = f" {fold(issuer)} "
    for name in ("district", "commune"):
        if any(f" {sign} " in words for sign in table("organs")["levels"][name]):
            return name
    return "provincial" if " tỉnh " in words or " thành phố " in words else None
