#!/usr/bin/env python3
"""Central documents that texts agree on: rows for graph/registry/central.csv, to be looked over by a person.

    central.py [--least N] [--jobs N] PATH...

Reads documents and prints a row, with the numbers of the texts that say so, for each numbered document of a central
organ whose number and full date at least N (default 3) texts give, and next to none gives otherwise. A document's own
header counts for two. Texts of one number, or of the same bytes, count once. Rows that the registry has, or that
contradict it, are said so on stderr.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity.symbols import number
from graph.identity.told import key
from graph.registry.central import COLUMNS, Entry, entries
from graph.statements import DocumentMention, Reading

LEAST = 3
_OWN = 2  # what a document's own header counts
_DISSENT = 5  # for each text that gives another date so many must agree
_SOURCES = 3  # numbers of texts that are named


@dataclass(slots=True)
class Votes:
    """What texts say of one number: for each date the texts that give it, and how it is printed, called, by whom."""

    dates: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    printed: Counter[str] = field(default_factory=Counter)
    issuers: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    titles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


Told = Mapping[tuple[str, str], Votes]


def votes(readings: Iterable[Reading]) -> Told:
    """The votes of texts, by kind and number."""
    found: dict[tuple[str, str], Votes] = defaultdict(Votes)
    for reading in readings:
        own = reading.document
        name = own.number or reading.source.id[:12]
        for m in (own, *reading.of("citation")):
            told = key(m)
            if told and told.place == "trung-uong" and told.type and told.day and m.number:
                _vote(found[m.type, told.number], m, name, told.day)
    return found


def _vote(cast: Votes, m: DocumentMention, text: str, day: str) -> None:
    weight = _OWN if m.part == "self" else 1
    cast.dates[day][text] = max(weight, cast.dates[day].get(text, 0))
    cast.printed[m.number or ""] += weight
    if m.issuer:
        cast.issuers[day][" ".join(m.issuer.split())] += weight
    if words := m.name or m.title:
        cast.titles[day][" ".join(words.split())] += weight


def proposed(told: Told, least: int) -> Iterator[Entry]:
    """The documents that enough texts agree on, sorted."""
    for (kind, _), cast in sorted(told.items()):
        found = number(cast.printed.most_common(1)[0][0])
        weights = {day: sum(texts.values()) for day, texts in cast.dates.items()}
        for day, weight in sorted(weights.items()):
            others = sum(weights.values()) - weight if found and found.year else 0
            if weight >= least and weight >= _DISSENT * others:
                yield _entry(kind, cast, day)


def _entry(kind: str, cast: Votes, day: str) -> Entry:
    texts = sorted(cast.dates[day], key=lambda t: (-cast.dates[day][t], "/" not in t, t))
    return Entry(
        type=kind,
        number=cast.printed.most_common(1)[0][0],
        date=day,
        issuer=_most(cast.issuers[day]),
        title=_most(cast.titles[day]),
        source="; ".join(texts[:_SOURCES]),
    )


def _most(said: Counter[str]) -> str:
    return min(said, key=lambda w: (-said[w], w), default="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--least", type=int, default=LEAST, help="so many texts must agree")
    parser.add_argument("--jobs", type=int, default=1)
    o = parser.parse_args()
    from loaders import load

    known = {(e.type, e.number): e for e in entries()}
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(COLUMNS)
    for entry in proposed(votes(load(*o.paths, jobs=o.jobs).readings), o.least):
        have = known.get((entry.type, entry.number))
        if have is None or (have.date != entry.date and not number(entry.number).year):  # type: ignore[union-attr]
            rows.writerow([getattr(entry, c) for c in COLUMNS])
        elif have.date != entry.date:
            print(f"{entry.number}: {entry.date} by {entry.source}, {have.date} in the registry", file=sys.stderr)


if __name__ == "__main__":
    main()
