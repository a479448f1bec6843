"""Linking inside one text: which mentions are plainly one document, and what one tells of the other."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from loaders.found import Cited, Own, Span
from loaders.mentions.kinds import symbols

_SHARED = ("date", "issuer", "term", "level", "system", "jurisdiction")  # the issuer before its standing
_SERIAL = re.compile(r"\d+(?:\.\d+)?[a-zđ]?(?:/(?:19|20)\d\d(?!\d))?")
_PARTED = re.compile(r"(?P<serial>\d+)[-/](?P<letters>[^\W\d_]+)(?P<rest>[-/].+)")
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def link(own: Own, cited: list[Cited]) -> None:
    """Completes numbers, dates and issuers from mentions of the same document; sets `same` and `unclear`.

    One document is what has one type and number and no date, term or place that contradicts; a bare number or a name
    is the one numbered document that it fits. Where several fit, all are named in `unclear` and nothing is filled.
    """
    _Linker(own, cited).link()


def key(number: str) -> str:
    """A number as it is compared: capitals, no blanks, Đ as D, no zeros before it.

    >>> key("08-NQ/TU") == key("8-nq/tu")
    True
    """
    return re.sub(r"\s", "", number).upper().replace("Đ", "D").lstrip("0")


def name_key(name: str) -> str:
    """A name as it is compared: small letters, single blanks, no punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", name.lower()).split())


class _Facts(NamedTuple):
    """What tells two documents of one type and number apart; the place only where the issuer is named."""

    date: str | None
    term: str | None
    place: str | None


class _Group:
    """Mentions of one document. A text may mention it ten thousand times, but says few different things of it."""

    def __init__(self, first: Cited, preamble: Span) -> None:
        self.members: list[Cited] = []
        self.told: dict[_Facts, None] = {}
        self.preamble = preamble
        self.is_ground = False  # whether the document says that it stands on it
        self.add(first)

    def add(self, c: Cited) -> None:
        self.members.append(c)
        self.told[_facts(c)] = None
        self.is_ground = self.is_ground or self.preamble[0] <= c.start < self.preamble[1]

    @property
    def number(self) -> str | None:
        return self.members[0].number

    @property
    def handle(self) -> str:
        return min(self.members, key=lambda c: c.start).handle

    def agrees(self, c: Cited) -> bool:
        """Whether nothing in the group contradicts a mention of its type and number."""
        own = _facts(c)
        return all(_agree(own, other) for other in self.told)

    def is_placed_as(self, c: Cited) -> bool:
        own = _facts(c)
        return all(_places(own, other) for other in self.told)

    def fits(self, c: Cited) -> bool:
        """Whether a bare number may be this numbered document: date and issuer must not contradict."""
        first = self.members[0]
        return self.agrees(c) and (c.level is None or first.level is None or c.level == first.level)

    def is_dated_as(self, c: Cited) -> bool:
        """Whether a name's date or year is that of a numbered law, by its date or by the year in its number."""
        if not c.date:
            return True
        years = {facts.date[:4] for facts in self.told if facts.date}
        if in_number := _YEAR.search(self.number or ""):
            years.add(in_number[1])
        return not years or c.date[:4] in years


class _Linker:
    def __init__(self, own: Own, cited: list[Cited]) -> None:
        self.preamble = own.preamble
        self.cited = sorted(cited, key=lambda c: (c.start, c.end))
        for i, c in enumerate(self.cited):
            c.handle = f"d{i}"
        self.groups: list[_Group] = []

    def link(self) -> None:
        self._types()
        self._slips()
        numbered: dict[tuple[str, str], list[Cited]] = {}
        for c in self.cited:
            if c.number and not _SERIAL.fullmatch(c.number):
                numbered.setdefault((c.type, key(c.number)), []).append(c)
        for mentions in numbered.values():
            self._split(mentions)
        self._shorts()
        self._names()
        for group in self.groups:
            _share(group.members)

    def _types(self) -> None:
        """A number printed without its kind takes the kind that it is called by elsewhere in the text."""
        called: dict[str, Counter[str]] = {}
        for c in self.cited:
            if c.number and c.form == "full":
                called.setdefault(key(c.number), Counter())[c.type] += 1
        for c in self.cited:
            if c.number and c.form == "list" and (kinds := called.get(key(c.number))) and len(kinds) == 1:
                c.type = next(iter(kinds))

    def _slips(self) -> None:
        """A number whose letters belie its kind ("Quyết định số 347-CT/TW") has those of its kind, serial and date."""
        rows = [(c, m) for c in self.cited if c.number and c.date and (m := _PARTED.match(c.number))]
        right = {(c.type, m["serial"], c.date, m["rest"]): c.number for c, m in rows if _speaks(m["letters"], c.type)}
        for c, m in rows:
            if not _speaks(m["letters"], c.type):
                c.number = right.get((c.type, m["serial"], c.date, m["rest"]), c.number)

    def _split(self, mentions: list[Cited]) -> None:
        """One type and number: one document for each date, term or place that contradicts the others."""
        parts: list[_Group] = []
        bare = [c for c in mentions if c.date is None and c.term is None]
        for c in mentions:
            if c.date or c.term:
                fits = [p for p in parts if p.agrees(c)]
                if len(fits) == 1:
                    fits[0].add(c)
                else:
                    parts.append(_Group(c, self.preamble))
        apart: list[Cited] = []
        for c in bare:
            fits = [p for p in parts if p.agrees(c)]
            if len(fits) == 1:
                fits[0].add(c)
            elif fits:
                self._unclear(c, fits)
            else:
                apart.append(c)
        self.groups += parts + self._by_place(apart)

    def _by_place(self, mentions: list[Cited]) -> list[_Group]:
        """Undated mentions of one number: one document a place that they name."""
        parts: list[_Group] = []
        for c in mentions:
            if fit := next((p for p in parts if p.is_placed_as(c)), None):
                fit.add(c)
            else:
                parts.append(_Group(c, self.preamble))
        return parts

    def _unclear(self, c: Cited, fits: list[_Group]) -> None:
        """A number with a year in it is one document, however its date was mistyped; another may be any of them."""
        if c.number and _YEAR.search(c.number):
            most = max(fits, key=lambda p: len(p.members))
            if sum(len(p.members) == len(most.members) for p in fits) == 1:
                most.add(c)
                return
        c.unclear = tuple(p.handle for p in fits)

    def _shorts(self) -> None:
        """A bare number is completed where one numbered document of its type begins with it."""
        by_serial: dict[tuple[str, str], list[_Group]] = {}
        for group in self.groups:
            serial = _SERIAL.match(group.number or "")
            for part in {serial[0], serial[0].split("/")[0]} if serial else ():
                by_serial.setdefault((group.members[0].type, part.lstrip("0")), []).append(group)
        alone: dict[tuple[str, str, str], _Group] = {}
        for c in self.cited:
            if c.number is None or not _SERIAL.fullmatch(c.number):
                continue
            fits = [g for g in by_serial.get((c.type, c.number.lstrip("0")), []) if g.fits(c)]
            if len(fits) == 1:
                c.number = fits[0].number
                fits[0].add(c)
            elif fits:
                c.unclear = tuple(g.handle for g in fits)
            elif same := alone.get((c.type, c.number, c.issuer or "")):
                same.add(c)
            else:
                alone[c.type, c.number, c.issuer or ""] = _Group(c, self.preamble)
        self.groups += alone.values()

    def _names(self) -> None:
        """A name is the one numbered law that bears it, or what else bears the same name and no other date.

        Of an old and a new law of one name, the bare name is the one on which the document says that it stands.
        """
        by_name: dict[str, list[_Group]] = {}
        for group in self.groups:
            for name in {name_key(c.name) for c in group.members if c.name}:
                by_name.setdefault(name, []).append(group)
        alone: dict[str, list[Cited]] = {}
        for c in self.cited:
            if c.name is None or c.number:
                continue
            fits = [g for g in by_name.get(name_key(c.name), []) if g.is_dated_as(c)]
            if len(fits) > 1:
                fits = [g for g in fits if g.is_ground] or fits
            if len(fits) == 1:
                c.number = fits[0].number
                fits[0].add(c)
            elif fits:
                c.unclear = tuple(g.handle for g in fits)
            else:
                alone.setdefault(name_key(c.name), []).append(c)
        for mentions in alone.values():
            self._split(mentions)


def _speaks(letters: str, kind: str) -> bool:
    """Whether the letters of a number may stand for a kind; QĐ is a decision or a regulation."""
    told = symbols().get(letters)
    return told is None or told.type == kind or {told.type, kind} <= {"decision", "regulation"}


def _facts(c: Cited) -> _Facts:
    return _Facts(c.date, c.term, c.jurisdiction if c.issuer else None)


def _agree(a: _Facts, b: _Facts) -> bool:
    """Whether nothing in two mentions of one type and number contradicts."""
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    return not (a.term and b.term and a.term != b.term) and _places(a, b)


def _places(a: _Facts, b: _Facts) -> bool:
    return not (a.place and b.place and a.place != b.place)


def _share(mentions: list[Cited]) -> None:
    """What one mention of a document tells, the others know."""
    mentions.sort(key=lambda c: c.start)
    for field in _SHARED:
        told = Counter(v for c in mentions if (v := getattr(c, field)))
        if not told:
            continue
        value = max(told, key=lambda v: len(v) if field == "date" else told[v])
        if field == "issuer":
            _place(mentions, value)
        for c in mentions:
            if getattr(c, field) is None or (field == "date" and value.startswith(getattr(c, field))):
                setattr(c, field, value)
    for c in mentions[1:]:
        c.same = mentions[0].handle


def _place(mentions: list[Cited], issuer: str) -> None:
    """A mention that names no issuer is of the place and level of the one that the others name."""
    told = next(c for c in mentions if c.issuer == issuer)
    for c in mentions:
        if c.issuer is None and told.jurisdiction:
            c.jurisdiction, c.level = told.jurisdiction, told.level or c.level
