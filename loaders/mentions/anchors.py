"""Where the words stand that may begin a mention: one reading of a text finds the anchors of several readers.

An anchor says no more than that a reader should look there. It is the first two syllables of a phrase, or one before
a run of blanks, into which a line's end or a page's foot may have turned the blank between two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Literal

from graph.names import fold_tones
from loaders.mentions.kinds import kinds, patterns

Reader = Literal["document", "mark", "order", "programme", "project"]

# Who reads every text, and who does not look at general rules: each of the two is one reading of the text.
_ALWAYS: tuple[Reader, ...] = ("document", "mark", "programme")
_SOMETIMES: tuple[Reader, ...] = ("order", "project")

# Words for a document in small letters are anchors only where a name may follow them.
_SMALL = ("luật", "bộ luật", "kết luận", "nghị quyết")


def anchors(flat: str, reader: Reader) -> list[int]:
    """The twin offsets at which a reader should look, in order.

    >>> anchors("theo Nghị quyết và công trình", "document")
    [5]
    """
    return _read(flat, _ALWAYS if reader in _ALWAYS else _SOMETIMES)[reader]


@cache
def named() -> frozenset[str]:
    """Words, in small letters, with which a citation without a full number may begin."""
    treaties = patterns("citations")["treaties"]["words"]
    own = {w for kind in kinds() if kind.named or kind.short for w in kind.words}
    return frozenset((*own, *treaties, "quy chế", "cương lĩnh"))


def _phrases() -> Iterator[tuple[Reader, str, bool]]:
    """What a reader looks for in small letters, and whether it may stand so in a text."""
    planned, projects, programmes = patterns("planned"), patterns("projects"), patterns("programmes")["kind"]
    yield from (("document", phrase, phrase in _SMALL) for phrase in named())
    yield from (("order", phrase, True) for phrase in (*planned["verbs"], *planned["hoped"]))
    yield from (("programme", w, row.get("small", False)) for row in programmes for w in row["words"])
    yield from (("project", w, True) for part in ("projects", "works", "founded") for w in projects[part])


def _openings(phrase: str, small: bool) -> Iterator[str]:
    """How a phrase begins in print: with two syllables, or with one before a run of blanks."""
    first, *rest = fold_tones(phrase).split(" ")
    for one in {first.capitalize(), first.upper(), *((first,) if small else ())}:
        if not rest:
            yield one
            continue
        yield f"{one}  "
        yield from (f"{one} {two}" for two in (rest[0], rest[0].capitalize(), rest[0].upper()))


def _printed() -> Iterator[tuple[Reader, str]]:
    """What a reader looks for as printed."""
    yield from (("mark", mark) for mark in patterns("citations")["shorts"]["marks"])
    yield from (("document", code) for code in patterns("laws")["short"]["whole"])
    for reader, phrase, small in _phrases():
        yield from ((reader, opening) for opening in _openings(phrase, small))


@cache
def _automaton(readers: tuple[Reader, ...]) -> Any:
    import ahocorasick

    known: dict[str, dict[Reader, None]] = {}
    for reader, opening in _printed():
        if reader in readers:
            known.setdefault(opening, {})[reader] = None
    found = ahocorasick.Automaton()
    for opening, of in known.items():
        found.add_word(opening, (len(opening) - 1, tuple(of)))
    found.make_automaton()
    return found


@lru_cache(maxsize=2)
def _read(flat: str, readers: tuple[Reader, ...]) -> dict[Reader, list[int]]:
    found: dict[Reader, list[int]] = {reader: [] for reader in readers}
    for last, (back, of) in _automaton(readers).iter(flat):
        start = last - back
        if start == 0 or not flat[start - 1].isalpha():
            for reader in of:
                found[reader].append(start)
    return {reader: sorted(set(starts)) for reader, starts in found.items()}
