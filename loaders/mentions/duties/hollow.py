"""Entries that say nothing but that tasks follow, or that those named each have their own task below."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.announcing import announced
from loaders.mentions.duties.entries import Entry
from loaders.segment import Block, Tree


def solid(tree: Tree, block: Block, entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a block that are tasks; of a sentence before a colon not those that only announce."""
    flat = tree.text.flat
    if flat[block.end - 1] != ":":
        return list(entries)
    if _parted(tree, block, entries):
        return []
    return [e for e in entries if not announced(flat, e.start, e.end)]


def _parted(tree: Tree, block: Block, entries: Sequence[Entry]) -> bool:
    """ "b) Các Bộ: Y tế, Tư pháp khắc phục …, cụ thể:", and each item below is told to one of them."""
    named = {d.actor.name.lower() for e in entries if e.main for d in e.doers}
    below = [next(iter(_named(tree, tree.blocks[child])), "") for child in block.children]
    return len(named) > 1 and len(below) > 1 and all(name in named for name in below)


def _named(tree: Tree, block: Block) -> list[str]:
    phrase = bodies(tree.text.flat, block.body, block.end)
    return [a.name.lower() for a in phrase.actors] if phrase else []
