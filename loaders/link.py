"""Linking inside one text: which mentions are plainly one document, and what one tells of the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from loaders.found import Cited, Doubt, Own, Span
from loaders.groups import Group, facts, key, year_of
from loaders.mentions.documents.laws import LABELS
from loaders.mentions.places import CENTRE
from loaders.slips import mend

_SERIAL = re.compile(r"\d+(?:\.\d+)?[a-zđ]?(?:/(?:19|20)\d\d(?!\d))?")
_SIGNS = re.compile(r"[^\w]+")


def link(own: Own, cited: list[Cited]) -> list[Doubt]:
    """Completes numbers, dates and issuers from mentions of the same document; sets `same` and `unclear`.

    Says which printed dates it took for misprints.

    One document is what has one type and number and no date, term or place that contradicts; a bare number or a name
    is the one numbered document that it fits. Where several fit, all are named in `unclear` and nothing is filled.
    """
    ordered = sorted(cited, key=lambda c: (c.start, c.end))
    for i, c in enumerate(ordered):
        c.handle = f"d{i}"
    doubts = mend(ordered)
    bare = [c for c in ordered if c.number and _SERIAL.fullmatch(c.number)]
    known = {id(c) for c in bare}
    groups = _numbered([c for c in ordered if c.number and id(c) not in known], own.preamble)
    groups += _shorts(bare, groups, own.preamble)
    groups += _names([c for c in ordered if c.name and not c.number], groups, own.preamble)
    borne = Counter((g.members[0].type, g.number) for g in groups)
    for group in groups:
        group.share(sole=borne[group.members[0].type, group.number] == 1)
    return doubts


def name_key(name: str) -> str:
    """A name as it is compared: small letters, single blanks, no punctuation."""
    return _SIGNS.sub(" ", name.lower()).strip()


def _numbered(cited: list[Cited], preamble: Span) -> list[Group]:
    """Mentions with a whole number, by type and number."""
    alike: dict[tuple[str, str], list[Cited]] = {}
    for c in cited:
        if c.number:
            alike.setdefault((c.type, key(c.number)), []).append(c)
    return [group for mentions in alike.values() for group in _split(mentions, preamble)]


def _split(mentions: list[Cited], preamble: Span) -> list[Group]:
    """One type and number: one document for each date, term or place that contradicts the others."""
    parts: list[Group] = []
    for c in mentions:
        if _timed(c):
            fits = [p for p in parts if p.agrees(c)]
            if len(fits) == 1:
                fits[0].add(c)
            else:
                parts.append(Group(c, preamble))
    apart: list[Cited] = []
    for c in mentions:
        if _timed(c):
            continue
        fits = [p for p in parts if p.agrees(c)]
        if len(fits) == 1:
            fits[0].add(c)
        elif fits and year_of(c.number) and (usual := _usual(fits)):
            usual.add(c)
        elif fits and not (year_of(c.number) and c.jurisdiction == CENTRE):
            c.unclear = tuple(p.handle for p in fits)
        else:
            apart.append(c)  # nothing fits, or one document with two dates: other texts may know the right one
    return parts + _by_place(apart, preamble)


def _timed(c: Cited) -> bool:
    """Whether a mention tells when its document is from; a date that its number belies tells nothing."""
    told = facts(c)
    return bool(told.date or told.term)


def _by_place(mentions: list[Cited], preamble: Span) -> list[Group]:
    """Undated mentions of one number: one document a place that they name."""
    parts: list[Group] = []
    for c in mentions:
        if fit := next((p for p in parts if p.is_placed_as(c)), None):
            fit.add(c)
        else:
            parts.append(Group(c, preamble))
    return parts


def _usual(fits: list[Group]) -> Group | None:
    """A number with a year in it is one document, however its date was mistyped: the date that most mentions have."""
    first, second = sorted(fits, key=lambda p: -len(p.members))[:2]
    return first if len(first.members) > len(second.members) else None


def _shorts(bare: list[Cited], groups: Iterable[Group], preamble: Span) -> list[Group]:
    """A bare number is completed where one numbered document of its type begins with it; else it is its own."""
    by_serial: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        serial = _SERIAL.match(group.number or "")
        for part in {serial[0], serial[0].split("/")[0]} if serial else ():
            by_serial.setdefault((group.members[0].type, part.lstrip("0")), []).append(group)
    alone: dict[tuple[str, str, str], Group] = {}
    for c in bare:
        number = c.number or ""
        fits = [g for g in by_serial.get((c.type, number.lstrip("0")), []) if g.fits(c)]
        if len(fits) == 1:
            c.number = fits[0].number
            fits[0].add(c)
        elif fits:
            c.unclear = tuple(g.handle for g in fits)
        elif same := alone.get((c.type, number, c.issuer or "")):
            same.add(c)
        else:
            alone[c.type, number, c.issuer or ""] = Group(c, preamble)
    return list(alone.values())


def _name(c: Cited) -> str | None:
    """The name of a numbered mention; of "Luật số 51/2019/QH14 … sửa đổi, bổ sung một số điều của Luật A" its title."""
    amends = c.type in LABELS and c.title is not None and c.title.startswith("sửa đổi")
    return f"{LABELS[c.type]} {c.title}" if amends and not c.name else c.name


def _names(named: list[Cited], groups: Iterable[Group], preamble: Span) -> list[Group]:
    """A name is the one numbered law that bears it, or what else bears the same name and no other date.

    Of an old and a new law of one name, the bare name is the one on which the document says that it stands.
    """
    by_name: dict[str, list[Group]] = {}
    for group in groups:
        for name in {name_key(name) for c in group.members if (name := _name(c))}:
            by_name.setdefault(name, []).append(group)
    alone: dict[str, list[Cited]] = {}
    for c in named:
        name = name_key(c.name or "")
        fits = [g for g in by_name.get(name, []) if g.is_dated_as(c)]
        if len(fits) > 1:
            fits = [g for g in fits if g.is_ground] or fits
        if len(fits) == 1:
            c.number = fits[0].number
            fits[0].add(c)
        elif fits:
            c.unclear = tuple(g.handle for g in fits)
        else:
            alone.setdefault(name, []).append(c)
    return [group for mentions in alone.values() for group in _split(mentions, preamble)]
