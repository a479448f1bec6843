"""How the lines of a text were printed: how wide, and whether blank lines part its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.found import Span
from loaders.markers import marker

_NARROW = 140  # code points: a text whose lines are longer is not broken at a width
_ENDLESS = 1 << 20
_USUAL = 80


@dataclass(frozen=True, slots=True)
class Layout:
    """`width` in code points, never reached where each paragraph is one line; `spaced`: a break alone parts nothing."""

    width: int
    spaced: bool


def layout(flat: str, lines: list[Span]) -> Layout:
    """The layout of a text, given the spans of its lines."""
    return Layout(_width(lines), _spaced(flat, lines))


def _width(lines: list[Span]) -> int:
    sizes = sorted(end - start for start, end in lines if end - start > 20)
    if not sizes:
        return _USUAL
    most = sizes[int(len(sizes) * 0.9)]
    return most if most <= _NARROW else _ENDLESS


def _spaced(flat: str, lines: list[Span]) -> bool:
    apart = close = 0
    before = ""
    for start, end in lines:
        line = flat[start:end].strip()
        if before and before[-1] in ".;:" and len(before) > 20:
            if not line:
                apart += 1
            elif line[0].isupper() and marker(line) is None:
                close += 1
        before = line
    return apart > 3 * close
