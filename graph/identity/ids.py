"""Readable ids, made from the fullest key that the statements give, and the weaker keys that still answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph.identity.keys import CENTRE, Key
from graph.identity.named import Name
from graph.identity.symbols import organ_named
from graph.names import number_slug, place, plain, slug
from graph.statements import DocumentMention

UNKNOWN = "khong-ro"  # stands for a place that no text tells
SHORT_SOURCE = 12


def where(key: Key) -> str:
    """The first part of an id: the place, and below it the committee where a place has several.

    >>> where(Key(number="15/NQ/HU", place="hai-phong", board="huyện ủy an dương"))
    'hai-phong.huyen-uy-an-duong'
    """
    base = key.place or UNKNOWN
    return f"{base}.{_ascii(key.board)}" if key.board else base


@lru_cache(maxsize=16384)
def _ascii(words: str) -> str:
    return slug(plain(words))


def numbered(key: Key, digits: str, kind: str) -> str:
    """The id of a numbered document, as far as its key goes.

    >>> numbered(Key(number="8/NQ/TU", place="hai-phong", date="2022-12-06"), "08-NQ/TU", "resolution")
    'hai-phong/resolution/08-NQ-TU/2022-12-06'
    """
    base = f"{where(key)}/{kind}/{number_slug(digits) or '-'}"
    when = _when(key)
    return f"{base}/{when}" if when else base


def _when(key: Key) -> str | None:
    if key.date and len(key.date) > 4:
        return key.date
    return key.term or (None if key.date == key.numbered_year else key.date)


def weaker(key: Key, digits: str, kind: str) -> set[str]:
    """The ids that the same document has for those who know less of it."""
    base = f"{where(key)}/{kind}/{number_slug(digits) or '-'}"
    times = {key.date, key.date[:4] if key.date else None, key.term, key.numbered_year}
    return {base, *(f"{base}/{t}" for t in times if t)}


def titled(name: Name | None, header: DocumentMention, title: str, kind: str) -> str:
    """The id of a loaded document without a number: its title and date; without a date its source is part of it."""
    base = f"{(name and name.place) or place_of(header) or UNKNOWN}/{kind}/{slug(title) or '-'}"
    return f"{base}/{header.date or header.held or header.source[:SHORT_SOURCE]}"


def named(name: Name, kind: str, source: str) -> str:
    """The id of a document known by name; without any time or identifying words its source is part of it."""
    base = f"{name.place or UNKNOWN}/{kind}/{slug(name.words) or '-'}"
    when = name.term if name.sure and name.term else name.date or name.term
    if when:
        return f"{base}/{when}"
    return base if name.sure else f"{base}/{source[:SHORT_SOURCE]}"


def unique(wanted: Mapping[int, tuple[str, tuple[str, ...]]], taken: Iterable[str] = ()) -> dict[int, str]:
    """Ids by document: of those that would share one, the later in the order of their keys get a suffix.

    >>> unique({1: ("a", ("k2",)), 2: ("a", ("k1",)), 3: ("b", ())}, taken=["b"])
    {2: 'a', 1: 'a~2', 3: 'b~2'}
    """
    out: dict[int, str] = {}
    used = Counter(taken)
    for which, (base, _) in sorted(wanted.items(), key=lambda item: item[1]):
        used[base] += 1
        out[which] = base if used[base] == 1 else f"{base}~{used[base]}"
    return out


def place_of(mention: DocumentMention) -> str | None:
    """Where a document without a full number is from, as far as its mention and its issuer tell."""
    if mention.issuer and (organ := organ_named(mention.issuer)) and organ.scope == "central":
        return CENTRE
    return place(mention.jurisdiction)
