"""A document as a person types it: an id, a number with or without its date, or words of a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.elements import Node, Property
from graph.identity.symbols import Number, number
from graph.model import model
from graph.names import plain

# "08-NQ/TU@2013", "08-NQ/TU ngày 16/5/2013", "Luật Đất đai năm 2024"
_WHEN = re.compile(r"(?:\s*@\s*|[\s,]+(?:ngay|nam|date)\s+)(\d[\d/.-]*)\s*$")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")
_WORD = re.compile(r"[\w./-]+")
_EMPTY = frozenset(("so", "no"))  # "số", as in "Nghị quyết số 08-NQ/TU"


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, taken apart: a number, a date (ISO, as far as told), and words without accents."""

    whole: str
    number: Number | None
    when: str | None
    words: tuple[str, ...]


def lookup(documents: Iterable[Node], words: str) -> list[Node]:
    """The documents that these words may mean, sorted by id: all that the closest reading finds, none guessed.

    Read in this order, the first reading that finds any is taken: an id; an alias; a number in any spelling, with
    kind, place or other words and a date to narrow it; a whole title; words of kind, number and title, accents or not.
    """
    typed = read(words)
    if not typed.whole:
        return []
    known = list(documents)
    for reading in _readings(typed):
        if found := [n for n in known if reading(n)]:
            return sorted(found, key=lambda n: n.id)
    return []


def read(words: str) -> Typed:
    """
    >>> read("Nghị quyết số 08-nq/tu, ngày 16/5/2013").words, read("Nghị quyết số 08-nq/tu, ngày 16/5/2013").when
    (('nghi', 'quyet'), '2013-05-16')
    >>> read("08-NQ/TU@2013").number.key
    '8/NQ/TU'
    """
    whole = words.strip()
    text, when = _split(plain(whole))
    tokens = [t for t in _WORD.findall(text) if t not in _EMPTY]
    numbers = [(t, found) for t in tokens if (found := number(t)) is not None]
    token, found = min(numbers, key=lambda n: n[1].short, default=("", None))
    return Typed(whole, found, when, tuple(t for t in tokens if t != token))


def _split(text: str) -> tuple[str, str | None]:
    """What was typed before its date, and the date as ISO."""
    found = _WHEN.search(text)
    if found is None:
        return text, None
    when = found[1].strip("/.-")
    if day := _DAY.fullmatch(when):
        when = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif month := _MONTH.fullmatch(when):
        when = f"{month[2]}-{int(month[1]):02}"
    return text[: found.start()], when


def _readings(typed: Typed) -> Iterator[Callable[[Node], bool]]:
    """From the closest reading of the words to the widest."""
    whole = typed.whole
    yield lambda n: n.id == whole
    yield lambda n: whole in _aliases(n.properties)
    bare = plain(whole)
    yield lambda n: plain(n.id) == bare or bare in map(plain, _aliases(n.properties))
    if typed.number is not None and not typed.number.short:
        yield lambda n: _bears(n, typed) and _on(n, typed.when) and _has(n, typed.words)
        return
    if typed.number is not None:
        yield lambda n: _bears(n, typed) and _on(n, typed.when) and _has(n, typed.words)
    sought = tuple(_WORD.findall(_split(bare)[0]))
    yield lambda n: _on(n, typed.when) and sought == tuple(_WORD.findall(plain(_told(n, "title"))))
    yield lambda n: _on(n, typed.when) and _has(n, sought)
    yield lambda n: _on(n, typed.when) and all(word in _text(n) for word in sought)


def _told(node: Node, name: str) -> str:
    return str(node.properties.get(name, ""))


def _aliases(properties: Mapping[str, Property]) -> list[str]:
    aliases = properties.get("aliases", [])
    return [str(a) for a in aliases] if isinstance(aliases, list) else []


def _bears(node: Node, typed: Typed) -> bool:
    """Whether a document has the number, or where only a serial was typed a number that begins with it."""
    found, sought = number(_told(node, "number")), typed.number
    if found is None or sought is None:
        return False
    if not sought.short:
        return found.key == sought.key
    return found.serial == sought.serial and sought.year in (None, found.year)


def _on(node: Node, when: str | None) -> bool:
    """Whether a document bears a date, or its number the year; one whose date is unknown does not."""
    if when is None:
        return True
    found = number(_told(node, "number"))
    dates = (_told(node, "date"), _told(node, "held"))
    return any(d.startswith(when) for d in dates) or bool(found and found.year == when)


def _has(node: Node, words: Iterable[str]) -> bool:
    """Whether all words stand among those of a document."""
    return set(words) <= set(_WORD.findall(_text(node)))


def _text(node: Node) -> str:
    """What words are sought in: kind, number, title, issuer and place, without accents."""
    kind = model().kinds.get(_told(node, "type"))
    parts = (kind.vi if kind else "", *(_told(node, name) for name in ("number", "title", "issuer", "jurisdiction")))
    return plain(" ".join(p for p in parts if p))
