"""The registry of central documents, as identity asks it: which entry a key or a name means, if just one can be meant.

Nothing is guessed: a number means an entry where its year, its day or its committee term is the entry's; an undated one
only under the entry's own title; a name of a law only with its year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.identity.keys import CENTRE, Key, prefixes
from graph.identity.named import NATIONAL, Name, canonical
from graph.identity.symbols import number
from graph.identity.terms import central_term
from graph.identity.titles import same_title
from graph.identity.told import family
from graph.registry.central import Entry, entries

Entries = tuple[Entry, ...]
_AMENDING = "sửa đổi"  # laws that amend others of one name have one name themselves


@dataclass(frozen=True)
class Central:
    """Entries by (kind, number) and by (kind, words of a name)."""

    numbered: Mapping[tuple[str, str], Entries]
    named: Mapping[tuple[str, str], Entries]

    def of(self, key: Key) -> Entry | None:
        """The one entry that a key with a time means."""
        fits = [e for e in self._series(key) if prefixes(key.date, e.date)]
        return fits[0] if len(fits) == 1 else None

    def against(self, key: Key) -> Entry | None:
        """The one entry whose number in whose series a key bears, with another date."""
        others = self._series(key)
        return others[0] if len(others) == 1 and not prefixes(key.date, others[0].date) else None

    def titled(self, key: Key, title: str, day: str | None) -> Entry | None:
        """The one entry of an undated number that is about the same, and no younger than the text that cites it."""
        fits = [e for e in self._numbered(key) if same_title(title, e.title) and not later(e.date, day)]
        return fits[0] if len(fits) == 1 and key.date is None and key.term is None else None

    def called(self, name: Name) -> Entry | None:
        """The one law that a name with a year or a day means."""
        fits = [e for e in self.versions(name) if name.date and prefixes(name.date, e.date)]
        exact = [e for e in fits if len(e.date) == 10 and e.date == name.date] or fits
        return exact[0] if len(exact) == 1 else None

    def versions(self, name: Name, day: str | None = None) -> Entries:
        """The laws of a name, without those passed after a day."""
        return tuple(e for e in self.named.get((name.type, name.words), ()) if not later(e.date, day))

    def _numbered(self, key: Key) -> Entries:
        return self.numbered.get((key.type or "", key.number), ()) if key.place == CENTRE else ()

    def _series(self, key: Key) -> Entries:
        """The entries of a number in the year or the committee term that a key tells."""
        if key.party:
            wanted = key.term or _term(key.date)
            return tuple(e for e in self._numbered(key) if wanted and wanted == _term(e.date))
        return tuple(e for e in self._numbered(key) if key.year == e.date[:4])


def later(date: str, day: str | None) -> bool:
    """Whether a date is behind a day, as far as both are told."""
    return bool(day and date > day[: len(date)])


def _term(date: str | None) -> str | None:
    """The term of a central Party date; of a month or a year that of all its days."""
    if date is None:
        return None
    first, last = (central_term(date + rest[len(date) - 4 :]) for rest in ("-01-01", "-12-28"))
    return first if first == last else None


@cache
def central() -> Central:
    """The registry that comes with the program."""
    return indexed(entries())


def indexed(known: Iterable[Entry]) -> Central:
    numbered: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    named: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for e in known:
        if found := number(e.number):
            numbered[family(e.type), found.key].append(e)
        words = canonical(e.type, e.title)
        if e.type in NATIONAL and not words.startswith(_AMENDING):
            named[family(e.type), words].append(e)
    return Central(*({k: tuple(v) for k, v in found.items()} for found in (numbered, named)))


EMPTY = Central({}, {})
