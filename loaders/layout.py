"""How the lines of a text were printed: how wide, and whether blank lines part its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Line
from loaders.markers import marker

_NARROW = 140  # code points: a text whose lines are longer is not broken at a width
_ENDLESS = 1 << 20
_USUAL = 80
_SHORT = 20  # code points: no longer line tells of the width


@dataclass(frozen=True, slots=True)
class Layout:
    """`width` in code points, never reached where each paragraph is one line; `spaced`: a break alone parts nothing."""

    width: int
    spaced: bool


def layout(lines: list[Line]) -> Layout:
    """The layout of a text, given its lines."""
    rows = [row for _, row in lines]
    return Layout(_width(rows), _spaced(rows))


def _width(rows: list[str]) -> int:
    sizes = sorted(size for size in map(len, rows) if size > _SHORT)
    if not sizes:
        return _USUAL
    most = sizes[int(len(sizes) * 0.9)]
    return most if most <= _NARROW else _ENDLESS


def _spaced(rows: list[str]) -> bool:
    """Whether there are more blank lines than capitals behind the lines that end as a sentence does."""
    apart = close = 0
    ended = False
    for row in map(str.strip, rows):
        if ended and not row:
            apart += 1
        elif ended and row[0].isupper() and marker(row) is None:
            close += 1
        ended = len(row) > _SHORT and row[-1] in ".;:"
    return apart > 3 * close
