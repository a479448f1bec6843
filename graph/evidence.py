"""What an edge that stands in texts carries: its first place, and all places where it was read several times."""

from __future__ import annotations

from collections.abc import Iterable

from graph.elements import Property
from graph.statements import Place


def evidence(places: Iterable[Place]) -> dict[str, Property]:
    """The properties of an edge that was read at these places, the first by (source, start) leading.

    ``text[start:end] == quote`` for each, in the text of its source; the aligned lists stand where there are several.

    >>> evidence([Place("b", 3, 5, "xy"), Place("a", 7, 9, "zw", "zw!")])["quotes"]
    ['zw', 'xy']
    """
    all_places = distinct(places)
    first = all_places[0]
    told: dict[str, Property] = {
        "origin": "text",
        "source": first.source,
        "start": first.start,
        "end": first.end,
        "quote": first.quote,
    }
    if first.sentence:
        told["sentence"] = first.sentence
    if len(all_places) > 1:
        told |= {
            "sources": [p.source for p in all_places],
            "starts": [p.start for p in all_places],
            "ends": [p.end for p in all_places],
            "quotes": [p.quote for p in all_places],
        }
    return told


def distinct(places: Iterable[Place]) -> list[Place]:
    """Places in the order (source, start, end), each once."""
    by_span: dict[tuple[str, int, int], Place] = {}
    for p in sorted(places):
        by_span.setdefault((p.source, p.start, p.end), p)
    return list(by_span.values())
