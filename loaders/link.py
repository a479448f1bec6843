"""Linking inside one text: which mentions are plainly one document, and what one tells of the other."""

from __future__ import annotations

import re
from collections import Counter

from loaders.found import Cited, Own
from loaders.mentions.kinds import symbols

_SHARED = ("date", "issuer", "term", "level", "system", "jurisdiction")
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


class _Linker:
    def __init__(self, own: Own, cited: list[Cited]) -> None:
        self.preamble = own.preamble
        self.cited = sorted(cited, key=lambda c: (c.start, c.end))
        for i, c in enumerate(self.cited):
            c.handle = f"d{i}"
        self.groups: list[list[Cited]] = []

    def link(self) -> None:
        self._types()
        self._slips()
        numbered: dict[tuple[str, str], list[Cited]] = {}
        for c in self.cited:
            if c.number and not _SERIAL.fullmatch(c.number):
                numbered.setdefault((c.type, key(c.number)), []).append(c)
        for group in numbered.values():
            self._split(group)
        self._shorts()
        self._names()
        for group in self.groups:
            _share(group)

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

    def _split(self, group: list[Cited]) -> None:
        """One type and number: one document for each date, term or place that contradicts the others."""
        parts: list[list[Cited]] = []
        rest: list[Cited] = []
        for c in group:
            fits = [p for p in parts if all(_agree(c, other) for other in p)]
            if c.date is None and c.term is None:
                rest.append(c)
            elif len(fits) == 1:
                fits[0].append(c)
            else:
                parts.append([c])
        for c in rest:
            fits = [p for p in parts if all(_agree(c, other) for other in p)] or ([] if parts else [rest])
            if len(fits) == 1 and fits[0] is not rest:
                fits[0].append(c)
            elif len(fits) > 1:
                self._unclear(c, fits)
        if not parts:
            parts = _by_place(rest)
        self.groups += parts

    def _unclear(self, c: Cited, fits: list[list[Cited]]) -> None:
        """A number with a year in it is one document, however its date was mistyped; another may be any of them."""
        if c.number and _YEAR.search(c.number):
            most = max(fits, key=len)
            if sum(len(p) == len(most) for p in fits) == 1:
                most.append(c)
                return
        c.unclear = tuple(min(p, key=lambda o: o.start).handle for p in fits)

    def _shorts(self) -> None:
        """A bare number is completed where one numbered document of its type begins with it."""
        by_serial: dict[tuple[str, str], list[list[Cited]]] = {}
        for group in self.groups:
            number = group[0].number or ""
            serial = _SERIAL.match(number)
            for part in {serial[0], serial[0].split("/")[0]} if serial else ():
                by_serial.setdefault((group[0].type, part.lstrip("0")), []).append(group)
        alone: dict[tuple[str, str, str], list[Cited]] = {}
        for c in self.cited:
            if c.number is None or not _SERIAL.fullmatch(c.number):
                continue
            fits = [g for g in by_serial.get((c.type, c.number.lstrip("0")), []) if _fits(c, g)]
            if len(fits) == 1:
                c.number = fits[0][0].number
                fits[0].append(c)
            elif fits:
                c.unclear = tuple(min(g, key=lambda o: o.start).handle for g in fits)
            else:
                alone.setdefault((c.type, c.number, c.issuer or ""), []).append(c)
        self.groups += alone.values()

    def _names(self) -> None:
        """A name is the one numbered law that bears it, or what else bears the same name and no other date.

        Of an old and a new law of one name, the bare name is the one on which the document says that it stands.
        """
        by_name: dict[str, list[list[Cited]]] = {}
        for group in self.groups:
            for name in {name_key(c.name) for c in group if c.name}:
                by_name.setdefault(name, []).append(group)
        alone: dict[str, list[Cited]] = {}
        for c in self.cited:
            if c.name is None or c.number:
                continue
            groups = by_name.get(name_key(c.name), [])
            fits = [g for g in groups if _dated_alike(c, g)]
            if len(fits) > 1:
                fits = [g for g in fits if any(self._is_ground(o) for o in g)] or fits
            if len(fits) == 1:
                c.number = fits[0][0].number
                fits[0].append(c)
            elif fits:
                c.unclear = tuple(min(g, key=lambda o: o.start).handle for g in fits)
            else:
                alone.setdefault(name_key(c.name), []).append(c)
        for group in alone.values():
            self._split(group)

    def _is_ground(self, c: Cited) -> bool:
        return self.preamble[0] <= c.start < self.preamble[1]


def _speaks(letters: str, kind: str) -> bool:
    """Whether the letters of a number may stand for a kind; QĐ is a decision or a regulation."""
    told = symbols().get(letters)
    return told is None or told.type == kind or {told.type, kind} <= {"decision", "regulation"}


def _agree(a: Cited, b: Cited) -> bool:
    """Whether nothing in two mentions of one type and number contradicts."""
    if a.date and b.date and not (a.date.startswith(b.date) or b.date.startswith(a.date)):
        return False
    if a.term and b.term and a.term != b.term:
        return False
    return _places(a, b)


def _places(a: Cited, b: Cited) -> bool:
    return not (a.issuer and b.issuer and a.jurisdiction and b.jurisdiction and a.jurisdiction != b.jurisdiction)


def _by_place(group: list[Cited]) -> list[list[Cited]]:
    """Undated mentions of one number: one document a place that they name."""
    parts: list[list[Cited]] = []
    for c in group:
        fits = [p for p in parts if all(_places(c, other) for other in p)]
        if fits:
            fits[0].append(c)
        else:
            parts.append([c])
    return parts


def _fits(c: Cited, group: list[Cited]) -> bool:
    """Whether a bare number may be a numbered document: date and issuer must not contradict."""
    if not all(_agree(c, other) for other in group):
        return False
    return c.level is None or group[0].level is None or c.level == group[0].level


def _dated_alike(c: Cited, group: list[Cited]) -> bool:
    """Whether a name's date or year is that of a numbered law, by its date or by the year in its number."""
    if not c.date:
        return True
    years = {d[:4] for o in group if (d := o.date)} | {
        m[1] for o in group if o.number and (m := _YEAR.search(o.number))
    }
    return not years or c.date[:4] in years


def _share(group: list[Cited]) -> None:
    """What one mention of a document tells, the others know."""
    group.sort(key=lambda c: c.start)
    for field in _SHARED:
        told = Counter(v for c in group if (v := getattr(c, field)))
        if not told:
            continue
        value = max(told, key=lambda v: len(v) if field == "date" else told[v])
        for c in group:
            if getattr(c, field) is None or (field == "date" and value.startswith(getattr(c, field))):
                setattr(c, field, value)
    for c in group[1:]:
        c.same = group[0].handle
