"""Relations that a text states between two documents."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.found import Cited, Own, Related
from loaders.mentions.relations.clauses import Past, clauses
from loaders.mentions.relations.headings import Headings
from loaders.mentions.relations.listings import Listings
from loaders.mentions.relations.scene import scene
from loaders.segment import Block, Tree


def relations(tree: Tree, own: Own, cited: list[Cited]) -> list[Related]:
    """The relations of a text in printed order: one for each source, relation, target and planned.

    `cited` holds citations, planned documents and programmes, each with its handle.
    """
    existing = sorted((c for c in cited if c.part == "citation"), key=lambda c: (c.start, -c.end))
    if not existing:
        return []
    coming = sorted((c for c in cited if c.part != "citation"), key=lambda c: c.start)
    around = scene(tree, own, existing, coming)
    headings, listings = Headings(around), Listings(tree, existing)
    found: list[Related] = []
    past = Past()
    named = sorted([*existing, *around.plurals.stand], key=lambda c: (c.start, -c.end))
    for block, inside in _by_block(tree, named):
        told, past = clauses(around, block, inside, headings.over(block) or listings.over(block), past)
        found += told
        headings.saw(block, inside)
    return _once(list(around.plurals.told(found)), {c.handle: c for c in cited})


def _by_block(tree: Tree, cited: list[Cited]) -> Iterator[tuple[Block, list[Cited]]]:
    """The blocks that hold a citation, each with its citations in printed order."""
    group: list[Cited] = []
    current: Block | None = None
    for c in cited:
        block = tree.at(c.start)
        if block is None:
            continue
        if current is not None and block.index != current.index:
            yield current, group
            group = []
        current = block
        group.append(c)
    if current is not None:
        yield current, group


def _once(found: list[Related], cited: dict[str, Cited]) -> list[Related]:
    """The first clause for each, with the pinpoints of all; a document has no relation to itself."""
    kept: dict[tuple[str, str, str, bool], Related] = {}
    for r in found:
        source, target = _first(r.source, cited), _first(r.target, cited)
        if source == target:
            continue
        key = (source, r.relation, target, r.planned)
        if key not in kept:
            kept[key] = r
        else:
            kept[key].pinpoint = _parts(kept[key].pinpoint, r.pinpoint)
    return list(kept.values())


def _parts(said: str | None, more: str | None) -> str | None:
    """Two pinpoints as one; the whole document holds every part.

    >>> _parts("Điều 5", "khoản 2 Điều 8"), _parts("MỘT SỐ ĐIỀU", "một số điều"), _parts("Điều 5", None)
    ('Điều 5; khoản 2 Điều 8', 'MỘT SỐ ĐIỀU', None)
    """
    if not said or not more:
        return None
    return said if more.casefold() in said.casefold() else f"{said}; {more}"


def _first(handle: str, cited: dict[str, Cited]) -> str:
    """The handle of the first mention of a mention's document."""
    seen = set()
    while handle in cited and (same := cited[handle].same) and handle not in seen:
        seen.add(handle)
        handle = same
    return handle
