"""A document as a person types it: an id, a number with or without its year, or words of a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from graph.elements import Node, Property
from graph.identity.symbols import number
from graph.names import plain

# "08-NQ/TU@2013", "08-NQ/TU@16/5/2013", "08-NQ/TU @ 2013-05-16"
_WHEN = re.compile(r"\s*@\s*([\d/.-]+)\s*$")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")


def lookup(documents: Iterable[Node], words: str) -> list[Node]:
    """The documents that these words may mean, sorted by id: all that the closest reading finds, none guessed.

    Read in this order, and the first reading that finds any is taken: an id; an alias; a number, in any spelling
    and with ``@`` and a year, month or day; the words of a title, each of which must occur, accents or not.
    """
    typed, when = _split(words)
    if not typed:
        return []
    known = list(documents)
    for reading in _readings(words.strip(), typed, when):
        if found := [n for n in known if reading(n)]:
            return sorted(found, key=lambda n: n.id)
    return []


def _readings(whole: str, typed: str, when: str | None) -> Iterator[Callable[[Node], bool]]:
    """From the closest reading of the words to the widest."""
    yield lambda n: n.id == whole
    yield lambda n: whole in _aliases(n.properties)
    yield lambda n: plain(n.id) == plain(whole) or plain(whole) in map(plain, _aliases(n.properties))
    digits = number(typed)
    if digits is not None and not digits.short:
        yield lambda n: _number(n) == digits.key and _on(n, when)
    if digits is not None and digits.short:
        yield lambda n: _serial(n) == digits.serial and _on(n, when or digits.year)
    sought = plain(typed).split()
    yield lambda n: _on(n, when) and " ".join(sought) == _text(n)
    yield lambda n: _on(n, when) and set(sought) <= set(re.findall(r"[\w./-]+", _text(n)))
    yield lambda n: _on(n, when) and all(word in _text(n) for word in sought)


def _split(words: str) -> tuple[str, str | None]:
    """What was typed before an ``@``, and the date behind it as ISO.

    >>> _split("08-NQ/TU@16/5/2013"), _split("08-nq/tu@2013"), _split("Luật Đất đai")
    (('08-NQ/TU', '2013-05-16'), ('08-nq/tu', '2013'), ('Luật Đất đai', None))
    """
    found = _WHEN.search(words)
    if found is None:
        return words.strip(), None
    typed, when = words[: found.start()].strip(), found[1]
    if day := _DAY.fullmatch(when):
        when = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif month := _MONTH.fullmatch(when):
        when = f"{month[2]}-{int(month[1]):02}"
    return typed, when


def _aliases(properties: Mapping[str, Property]) -> list[str]:
    aliases = properties.get("aliases", [])
    return [str(a) for a in aliases] if isinstance(aliases, list) else []


def _number(node: Node) -> str | None:
    found = number(str(node.properties.get("number", "")))
    return found.key if found else None


def _serial(node: Node) -> str | None:
    found = number(str(node.properties.get("number", "")))
    return found.serial if found else None


def _on(node: Node, when: str | None) -> bool:
    """Whether a document bears a date, or its number the year; one whose date is unknown does not."""
    if when is None:
        return True
    date = str(node.properties.get("date", node.properties.get("held", "")))
    found = number(str(node.properties.get("number", "")))
    return date.startswith(when) or bool(found and found.year == when)


def _text(node: Node) -> str:
    """What words are sought in: kind, number and title, without accents."""
    told = node.properties
    parts = chain((str(told.get(name, "")) for name in ("number", "title")), ())
    return plain(" ".join(p for p in parts if p))
