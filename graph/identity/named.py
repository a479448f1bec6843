"""Names as identity: which name of a document identifies it, in one wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph.identity.keys import CENTRE, prefixes
from graph.identity.symbols import number
from graph.identity.terms import possible, roman, term
from graph.identity.titles import TELLING, heads
from graph.identity.told import family
from graph.names import fold, place
from graph.registry import table
from graph.statements import DocumentMention

_YEAR = re.compile(r"[,\s(]*năm ((?:19|20)\d\d)\)?\s*$")
_DATE = re.compile(r"[,\s(]*ngày [\d/\s.-]+(?:tháng \d+ năm \d+)?\)?\s*$")
_WORDS = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
# What may stand behind a name that identifies without telling more: a plenum may pass several resolutions.
_SPAN = re.compile(r",? *\(?nhiệm kỳ [\d\s–-]+\)?|,? *(?:thành phố|tỉnh) .*$|^\)|,? *của đảng$")
# Kinds of which the State has one series of names for the whole country.
NATIONAL = ("constitution", "law", "code", "ordinance")


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """What a name tells: kind, canonical words, whose, when. `sure` says that the words alone identify.

    `known` is the number of a document that is told apart already: two of them are never joined by a name.
    """

    type: str
    words: str
    place: str | None = None
    date: str | None = None
    term: str | None = None
    sure: bool = False
    known: int = -1

    @property
    def anchored(self) -> bool:
        """Whether the name identifies for any reader."""
        national = self.type in NATIONAL and self.date is not None
        return bool(self.known >= 0 or national or (self.sure and self.place) or self._dated or self.of_term)

    @property
    def rank(self) -> int:
        """How much it tells: 0 a numbered document or the day, 1 a year or term, 2 the words alone."""
        if self.known >= 0 or (self.date and len(self.date) == 10):
            return 0
        return 1 if self.date or self.term else 2

    @property
    def of_term(self) -> bool:
        """Whether the words say enough, with the committee's term, to mean one document of that committee."""
        return bool(self.place and self.term and len(self.words.split()) >= TELLING)

    @property
    def _dated(self) -> bool:
        return bool(self.place and self.date and len(self.date) == 10)


def names_agree(a: Name, b: Name) -> bool:
    return (
        a.type == b.type
        and a.words == b.words
        and not (a.known >= 0 and b.known >= 0 and a.known != b.known)
        and (a.place is None or b.place is None or a.place == b.place)
        and prefixes(a.date, b.date)
        and _terms(a, b)
    )


def _terms(a: Name, b: Name) -> bool:
    """Whether the terms can be one, or the date of one can fall in the term of the other (of the Party's centre)."""
    if a.term and b.term:
        return a.term == b.term
    if CENTRE not in (a.place, b.place):
        return True
    return all(possible(x.term, y.date) for x, y in ((a, b), (b, a)) if x.term and y.date)


def names_enough(a: Name, b: Name) -> bool:
    """Whether two agreeing names are one document: a name that identifies, or the same words and time."""
    if a.sure and b.sure:
        return a.place == b.place is not None and a.term == b.term
    if a.of_term and b.of_term and a.place == b.place and a.term == b.term:
        return True
    if a.date is None or b.date is None:
        return False
    if a.type in NATIONAL:
        return a.date[:4] == b.date[:4]
    return a.place == b.place is not None and a.date == b.date and len(a.date) == 10


@dataclass(frozen=True, slots=True)
class _Form:
    words: str
    pattern: re.Pattern[str]
    type: str
    central: bool


@cache
def _forms() -> tuple[_Form, ...]:
    return tuple(
        _Form(row["words"], re.compile(row["is"]), row.get("type", ""), row.get("central", False))
        for row in table("names")["name"]
    )


def _ordinal(word: str) -> str:
    if word in table("names")["ordinals"]:
        return str(table("names")["ordinals"][word])
    letters = re.fullmatch("[ivx]+", word)
    if not letters:
        return str(int(word)) if word.isdecimal() else word
    return next((str(n) for n in range(1, 40) if roman(n).lower() == word), word)


@lru_cache(maxsize=16384)
def _canonical(kind: str, printed: str) -> tuple[str, str | None, str | None, bool, bool]:
    """Of a name: its words without kind and year, the year, the term, whether it identifies, whether it is central."""
    words = fold(printed).replace("“", "").replace("”", "").replace('"', "").strip(" ,.;:")
    year = None
    if kind in NATIONAL and (found := _YEAR.search(words)):
        words, year = words[: found.start()], found[1]
    words = _DATE.sub("", words).strip(" ,.;:")
    rest = heads().sub("", words, count=1) if heads().match(words) else words
    for form in _forms():
        if form.type and form.type != kind:
            continue
        if not (hit := form.pattern.match(rest)):
            continue
        groups = hit.groupdict()
        which = f" {_ordinal(groups['n'])}" if groups.get("n") else ""
        more = _bare(_SPAN.sub("", rest[hit.end() :]))
        return f"{form.words}{which} {more}".strip(), year, term(groups.get("term")), True, form.central
    return _bare(rest) or _bare(words), year, None, False, False


def canonical(kind: str, printed: str) -> str:
    """The words by which a name of a kind is compared.

    >>> canonical("law", "Luật Đất đai năm 2024")
    'đất đai'
    """
    return _canonical(kind, printed)[0]


def _bare(words: str) -> str:
    """Words without what stands between them."""
    return " ".join(_WORDS.findall(words))


def name(kind: str, printed: str, mention: DocumentMention, *, known: int = -1) -> Name:
    """The name that a mention prints, with what the mention tells of place, time and term.

    >>> from graph.statements import DocumentMention, Place
    >>> def of(kind, words, **more):
    ...     m = DocumentMention(handle="d1", place=Place("s", 0, 1, "x"), part="citation", type=kind, **more)
    ...     n = name(kind, words, m)
    ...     return n.words, n.place, n.date, n.term
    >>> of("resolution", "Nghị quyết Trung ương 4 khóa XII")
    ('trung ương 4', 'trung-uong', None, 'XII')
    >>> of("resolution", "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII")
    ('trung ương 4', 'trung-uong', None, 'XII')
    >>> of("law", "Luật Đất đai năm 2024")
    ('đất đai', 'trung-uong', '2024', None)
    """
    words, year, khoa, sure, central = _canonical(kind, printed)
    where = CENTRE if central or kind in NATIONAL else place(mention.jurisdiction)
    found = number(mention.number) if mention.number else None
    told = mention.date or mention.held or (found.year if found else None)
    return Name(
        type=family(kind),
        words=words,
        place=where,
        date=told or year,
        term=None if kind in NATIONAL else khoa or term(mention.term),  # the terms of the National Assembly are others
        sure=sure,
        known=known,
    )


@cache
def _in_force() -> tuple[tuple[str, str], ...]:
    return tuple((row["from"], row["year"]) for row in table("names")["constitution"])


def dated(told: Name, day: str | None) -> Name:
    """The name with the time that the day of its text settles: the bare word "Hiến pháp" is the one in force.

    >>> dated(Name("constitution", "hiến pháp", sure=True), "2025-03-01").date
    '2013'
    """
    if told.type != "constitution" or not told.sure or told.date or day is None:
        return told
    year = max((row for row in _in_force() if row[0] <= day), default=None)
    return replace(told, date=year[1]) if year else told
