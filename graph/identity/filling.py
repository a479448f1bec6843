"""What the registry of central documents fills in the documents that texts speak of: a date, a number, a title.

A text is never overruled. What it prints stays, and where the registry has another date for its number an issue says
so. A document that several texts speak of in pieces, and that is one entry for each, is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.identity.central import Central, later
from graph.identity.keys import CENTRE, Key, agree, joint
from graph.identity.named import NATIONAL, Name, canonical
from graph.identity.numbered import Known, Settled
from graph.identity.symbols import number
from graph.identity.terms import central_term
from graph.identity.told import family
from graph.registry.central import Entry
from graph.statements import Issue


def fill_numbered(settled: Settled, central: Central, days: Mapping[str, str]) -> None:
    """Gives numbered documents the dates of their entries; says where a text has another date, or another name."""
    for document in settled.known:
        entry = central.of(document.full) or _titled(document, central, days)
        if entry is None:
            entry = central.against(document.full)
            settled.issues += [_dated(document, entry)] if entry else []
        elif (other := _renamed(document, entry, central)) is not None:
            settled.issues.append(_issue(document, f"is {other.words!r} here, {entry.title!r} in the registry", entry))
        else:
            if not document.full.anchored:
                settled.filled |= {id(g): entry for g in document.groups}
            _learn(document, entry)
    settled.known = _joined(settled.known)
    settled.filled |= _vouched(settled.known)


def fill_named(document: Known, settled: Settled, central: Central, days: Mapping[str, str]) -> None:
    """Gives a law that is known by its name and year alone the number of its entry; says where its day differs."""
    named = document.named
    if named is None or named.type not in NATIONAL or document.own:
        return
    first = min((days[g.source] for g in document.groups if g.source in days), default=None)
    if (entry := central.called(named)) is not None and not later(entry.date, first):
        _learn(document, entry)
        settled.filled |= {id(g): entry for g in document.groups}
    elif entry is None and named.date and (other := central.called(replace(named, date=named.date[:4]))) is not None:
        settled.issues.append(_dated(document, other))


def narrowed(name: Name, fits: Sequence[Known], central: Central, day: str | None) -> list[Known]:
    """Of the laws that a name may mean those that are no misprint of one that the registry knows, nor passed later.

    `day` is that of the text. Another number on the day of a law of that name, and its serial and year under another
    date or Assembly, are slips.
    """
    versions = central.versions(name)
    sure = [d for d in fits if d.entry in versions]
    kept = [d for d in fits if d in sure or not any(_slip(d, s.entry) for s in sure if s.entry)]
    kept = [d for d in kept if d.entry is None or not later(d.entry.date, day)] or kept
    if len(kept) == 1 and kept[0] in sure and name.date is None and name.words not in told(kept[0]):
        return kept if len(central.versions(name, day)) == 1 else []  # the registry alone calls it so
    return kept


def told(document: Known) -> set[str]:
    """The words of the names that texts give a document: of a numbered one, those that stand with its number."""
    numbered = any(g.key for g in document.groups)
    return {g.named.words for g in document.groups if g.named and (g.key or not numbered)}


def _slip(document: Known, entry: Entry) -> bool:
    day = document.key.day if document.key else document.named and document.named.date
    found, right = number(document.key.number) if document.key else None, number(entry.number)
    same = found and right and (found.serial, found.year) == (right.serial, right.year)
    return bool(same or day == entry.date)


def entry_name(entry: Entry, full: Key, central: Central) -> Name | None:
    """The name under which the registry knows a law with a key."""
    words = canonical(entry.type, entry.title)
    name = Name(type=full.type or entry.type, words=words, place=full.place, date=full.date or entry.date)
    return name if entry in central.versions(name) else None


def _titled(document: Known, central: Central, days: Mapping[str, str]) -> Entry | None:
    """The entry of an undated number that its text gives the entry's title."""
    if document.own or document.full.anchored:
        return None
    found = {
        central.titled(document.full, m.title, days.get(m.source))
        for g in document.groups
        for m in g.mentions
        if m.title
    }
    return found.pop() if len(found) == 1 else None


def _learn(document: Known, entry: Entry) -> None:
    """The document is the entry: it has the entry's number and day, and needs no citing text to be told apart."""
    document.entry, document.citing = entry, None
    found = number(entry.number)
    if found is None:
        return
    told = Key(
        number=found.key,
        type=document.key.type if document.key else family(entry.type),
        place=CENTRE,
        board="",
        date=entry.date,
        term=central_term(entry.date) if found.party else None,
        party=found.party,
        numbered_year=found.year,
    )
    document.key = joint(document.key, told) if document.key else told


def _renamed(document: Known, entry: Entry, central: Central) -> Name | None:
    """The name of another law that a text gives the number of an entry."""
    names = (g.named for g in document.groups if g.key and g.named and g.named.type in NATIONAL)
    return next((n for n in names if (laws := central.versions(n)) and entry not in laws), None)


def _vouched(known: Sequence[Known]) -> dict[int, Entry]:
    """Undated mentions of a number that texts give several dates, by `id`: they mean the date in the registry."""
    rivals = Counter((d.full.type, d.full.place, d.full.number) for d in known if d.full.day)
    return {
        id(g): d.entry
        for d in known
        if d.entry and not d.own and rivals[d.full.type, d.full.place, d.full.number] > 1
        for g in d.groups
        if g.key and not g.key.date
    }


def _joined(known: Sequence[Known]) -> list[Known]:
    """The documents, those of one entry made one, unless they contradict each other."""
    of: dict[Entry, list[Known]] = defaultdict(list)
    out = []
    for document in known:
        same = of[document.entry] if document.entry else []
        if document.entry and same and all(agree(document.full, d.full) for d in same) and not document.own:
            same[0].groups += document.groups
            same[0].key = joint(same[0].full, document.full)
            continue
        same.append(document)
        out.append(document)
    return out


def _dated(document: Known, entry: Entry) -> Issue:
    date = document.key.date if document.key else document.named and document.named.date
    return _issue(document, f"bears the date {date} here, {entry.date} in the registry", entry)


def _issue(document: Known, told: str, entry: Entry) -> Issue:
    m = document.groups[0].first
    message = f"{m.number or m.name} {told} ({entry.source})"
    return Issue(kind="registry", message=message, source=m.source, start=m.place.start, end=m.place.end)
