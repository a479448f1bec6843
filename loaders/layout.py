"""How the lines of a text were printed: how wide, and whether blank lines part its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Lines
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


def layout(lines: Lines) -> Layout:
    """The layout of a text, given its lines."""
    return Layout(_width(lines.rows), _spaced(lines.words))


def _width(rows: list[str]) -> int:
    sizes = sorted(size for size in map(len, rows) if size > _SHORT)
    if not sizes:
        return _USUAL
    most = sizes[int(len(sizes) * 0.9)]
    return most if most <= _NARROW else _ENDLESS


def _spaced(lines: list[str]) -> bool:
    """Whether more blank lines than capitals stand behind the lines that end as a sentence does."""
    apart = close = 0
    ended = False
    for words in lines:
        if ended and not words:
            apart += 1
        elif ended and words[0].isupper() and marker(words) is None:
            close += 1
        ended = len(words) > _SHORT and words[-1] in ".;:"
    return apart > 3 * close
