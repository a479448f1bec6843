"""Readable ids, made from the fullest key that the statements give, and the weaker keys that still answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from graph.identity.keys import CENTRE, Key
from graph.identity.named import Name
from graph.identity.symbols import number, organ_named
from graph.identity.texts import Group
from graph.names import number_slug, place, plain, slug
from graph.statements import DocumentMention

UNKNOWN = "khong-ro"  # stands for a place that no text tells
SHORT_SOURCE = 12


def printed(groups: Iterable[Group], full: bool = True) -> str | None:
    """The number as most mentions print it: the header's first, then the majority, then the first in order."""
    votes: Counter[str] = Counter()
    for group in groups:
        for mention in group.mentions:
            found = number(mention.number) if mention.number else None
            if mention.number and found is not None and found.short != full:
                votes[mention.number] += 1_000_000 if mention.part == "self" else 1
    return min(votes, key=lambda n: (-votes[n], n)) if votes else None


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
    base = f"{where(key)}/{kind}/{number_slug(digits)}"
    when = _when(key)
    return f"{base}/{when}" if when else base


def _when(key: Key) -> str | None:
    if key.date and len(key.date) > 4:
        return key.date
    return key.term or (None if key.date == key.numbered_year else key.date)


def weaker(key: Key, digits: str, kind: str) -> set[str]:
    """The ids that the same document has for those who know less of it."""
    base = f"{where(key)}/{kind}/{number_slug(digits)}"
    times = {key.date, key.date[:4] if key.date else None, key.term, key.numbered_year}
    return {base, *(f"{base}/{t}" for t in times if t)}


def titled(name: Name | None, header: DocumentMention, title: str, kind: str, source: str) -> str:
    """The id of a loaded document without a number: its title and date; without a date its source is part of it."""
    base = f"{(name and name.place) or place_of(header) or UNKNOWN}/{kind}/{slug(title) or '-'}"
    return f"{base}/{header.date or header.held or source[:SHORT_SOURCE]}"


def named(name: Name, kind: str, source: str) -> str:
    """The id of a document known by name; without any time or identifying words its source is part of it."""
    base = f"{name.place or UNKNOWN}/{kind}/{slug(name.words) or '-'}"
    when = name.term if name.sure and name.term else name.date or name.term
    if when:
        return f"{base}/{when}"
    return base if name.sure else f"{base}/{source[:SHORT_SOURCE]}"


def unique(wanted: Mapping[int, tuple[str, tuple[str, ...]]]) -> dict[int, str]:
    """Ids by document: of those that would share one, the later in the order of their keys get a suffix.

    >>> unique({1: ("a", ("k2",)), 2: ("a", ("k1",)), 3: ("b", ())})
    {2: 'a', 1: 'a~2', 3: 'b'}
    """
    out: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for which, (base, _) in sorted(wanted.items(), key=lambda item: (item[1][0], item[1][1])):
        taken[base] += 1
        out[which] = base if taken[base] == 1 else f"{base}~{taken[base]}"
    return out


def place_of(mention: DocumentMention) -> str | None:
    """Where a document without a full number is from, as far as its mention and its issuer tell."""
    if mention.issuer and (organ := organ_named(mention.issuer)) and organ.scope == "central":
        return CENTRE
    return place(mention.jurisdiction)
