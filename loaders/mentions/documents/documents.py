"""Mentions of existing documents: by number, in lists, by proper name, by short form."""

from __future__ import annotations

import re

from loaders.found import Cited, Doubt, Own
from loaders.mentions.documents.context import complete
from loaders.mentions.documents.itself import itself
from loaders.mentions.documents.lists import share
from loaders.mentions.documents.numbered import numbered
from loaders.mentions.documents.shorts import marked
from loaders.mentions.documents.worded import worded
from loaders.segment import Tree

_SERIAL = re.compile(r"0*(\d+)(?=[-/])")


def documents(tree: Tree, own: Own) -> tuple[list[Cited], list[Doubt]]:
    """All citations of a text in printed order, and what looked like one and was not understood."""
    named = worded(tree.text)
    full, doubts = numbered(tree.text, named)
    share(tree.text, full)
    known = frozenset((c.type, serial[1]) for c in full if c.number and (serial := _SERIAL.match(c.number)))
    every = [*named, *full, *marked(tree.text, known)]
    found = [c for c in _distinct(every) if not itself(tree.text, own, c)]
    complete(tree.text, own.cited, found)
    return found, doubts


def _distinct(found: list[Cited]) -> list[Cited]:
    """Citations in printed order; of two that overlap the one with the full number, then the first."""
    kept: list[Cited] = []
    for c in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or c.start >= kept[-1].end:
            kept.append(c)
        elif (kept[-1].form == "short" and c.form != "short") or (c.start == kept[-1].start and not kept[-1].number):
            kept[-1] = c
    return kept
