"""What looks like a document's number and was not read as one: known to be something else, or left over.

A text is symbol-like that has the shape of a number: a serial, or the blank that a form leaves for it ("…/QĐ-UBND"),
perhaps a year, a slash or a hyphen, and letters that begin with a capital. `symbols` finds every one; each is

* cited: it lies in the mention of a document, existing, planned, or unnumbered;
* own: the document's own number, wherever it is printed;
* of a class of ``patterns/explained.toml``: a standard, a form, an item of a list …;
* left over: an issue, since it may be a citation that was not understood.

How much is left over is counted in characters: those of the texts left over against those of all symbol-like texts,
page furniture among them. ``scripts/leftovers.py`` prints it for any documents.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.found import Cited, Doubt, Own, Span
from loaders.mentions.documents.explained import Class, explained
from loaders.mentions.documents.symbols import kind_of
from loaders.mentions.letters import UPPER
from loaders.text import Text
from loaders.tree import Tree

_CAPITALS = UPPER + "Đ"
_YEAR = r"(?:19|20)\d\d"
# The engine looks fastest for one sign: each joint is looked for by itself, and what must stand around it asked then.
_SLASH = re.compile(rf"/(?= ?(?:[{_CAPITALS}]|{_YEAR} ?[/-]|[nN][qQ] ?[-/]))")
_HYPHEN = re.compile(
    rf"-(?:(?<=\d-)|(?<=\d[a-zđ]-)|(?<=\d -)|(?<=\d  -)|(?<=\d[a-zđ] -))(?= ?(?:[{_CAPITALS}]|{_YEAR} ?/|nq ?/))"
)
_REACH = 24  # code points before a joint that a serial and its blanks may fill
_SERIAL = re.compile(r"(?<!\w)(?<!\d[.,])(?:\d{1,6} ?/ ?)?\d+(?:\.\d+)*[a-zđ]?(?: {0,3}| ?[A-ZĐ]{2,4} ?)$")
_OPEN = re.compile(r"(?:[.…_]{2,}|…) {0,3}$|(?:(?<=[Ss]ố)|(?<=SỐ)) *:? *$")
_GROUP = rf"[{_CAPITALS}][^\W_]*"
_LETTERS = re.compile(
    rf"[-/] ?(?:{_YEAR} ?[-/] ?)?(?:{_GROUP}|[a-zđ]{{2,3}}(?= ?[-/] ?t[wu](?!\w)))"
    rf"(?: ?[-/&] ?(?:{_GROUP}|t[wu](?!\w))|\.{_GROUP})*"
)
_SHORT = re.compile(rf"[{_CAPITALS}]{{2}}")
_WORDS = re.compile(r"[^\W\d_][^\W_]*")
_PLAIN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol-like text at ``start:end`` of a twin.

    `reading` is "cited", "own", the name of a class, or nothing where the text is left over.
    """

    start: int
    end: int
    reading: str


def leftover(tree: Tree, own: Own, spoken: Iterable[Cited]) -> list[Doubt]:
    """A doubt for each symbol-like text of a tree that is neither cited, nor its own number, nor explained."""
    known = Spans((c.start, c.end) for c in spoken)
    found = _explained(tree.text, own, symbols(tree.text.flat, known))
    return [_doubt(tree.text, s) for s in found if not s.reading]


def readings(tree: Tree, own: Own, spoken: Iterable[Cited]) -> Iterator[Symbol]:
    """Every symbol-like text of a tree with what it was read as: the cited ones first."""
    known = Spans((c.start, c.end) for c in spoken)
    found = list(symbols(tree.text.flat))
    yield from (Symbol(*span, "cited") for span in found if known.meet(*span))
    yield from _explained(tree.text, own, (span for span in found if not known.meet(*span)))


def _explained(text: Text, own: Own, found: Iterable[Span]) -> Iterator[Symbol]:
    number = plain(own.cited.number or "")
    last: tuple[Class, int] | None = None
    for start, end in found:
        if number and plain(text.flat[start:end]) == number:
            yield Symbol(start, end, "own")
            continue
        known = explained(text, start, end, last)
        last = (known, end) if known else last
        yield Symbol(start, end, known.name if known else "")


class Spans:
    """Spans that do not overlap, asked for what they hold."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._begins = [start for start, _ in self._spans]

    def meet(self, start: int, end: int) -> bool:
        """Whether one of them overlaps ``start:end``."""
        at = bisect_left(self._begins, end) - 1
        return at >= 0 and self._spans[at][1] > start


def symbols(flat: str, known: Spans | None = None) -> Iterator[Span]:
    """The symbol-like spans of a twin, in order, none inside another; those that `known` spans meet are left out.

    >>> flat = "theo Quyết định số 12/2024/QĐ-UBND và số …/QĐ-TTg; 27-NQ/TW; 60 km/h; tháng 12/2025"
    >>> [flat[s:e] for s, e in symbols(flat)]
    ['12/2024/QĐ-UBND', '…/QĐ-TTg', '27-NQ/TW']
    """
    behind = 0
    joints = [found.start() for pattern in (_SLASH, _HYPHEN) for found in pattern.finditer(flat)]
    for at in sorted(joints):
        if at < behind or (known and known.meet(at, at + 1)):
            continue
        if (span := _span(flat, at)) and not (known and known.meet(*span)):
            yield span
            behind = span[1]


def _span(flat: str, joint: int) -> Span | None:
    begin = max(0, joint - _REACH)
    serial = _SERIAL.search(flat, begin, joint)
    found = serial or (_OPEN.search(flat, begin, joint) if flat[joint] == "/" else None)
    letters = _LETTERS.match(flat, joint) if found else None
    if found is None or letters is None or (serial is None and not _SHORT.search(letters[0])):
        return None
    return found.start(), letters.end()


def plain(number: str) -> str:
    """A number without what separates its parts, in capitals.

    >>> plain("3783/QĐ- UBND"), plain("08-NQ/TU")
    ('3783QDUBND', '8NQTU')
    """
    return _PLAIN.sub("", number).upper().replace("Đ", "D").lstrip("0")


def _doubt(text: Text, symbol: Symbol) -> Doubt:
    printed = text.flat[symbol.start : symbol.end]
    kind = kind_of(_WORDS.findall(printed))
    told = (
        f"{printed} looks like the number of a {kind.replace('_', ' ')}" if kind else f"{printed} looks like a number"
    )
    return Doubt("symbol", f"{told} and was not understood.", symbol.start, symbol.end)
