"""What all clauses of a text are read against: the text, what it says of itself, and who speaks where."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.found import Cited, Own
from loaders.mentions.relations.plurals import Plurals
from loaders.mentions.relations.regions import Regions
from loaders.mentions.relations.sources import Sources
from loaders.mentions.relations.speakers import Speakers
from loaders.segment import Tree


@dataclass(frozen=True, slots=True)
class Scene:
    """`coming` are planned documents and programmes in printed order, `kinds` their types by handle."""

    tree: Tree
    flat: str
    low: str
    own: Own
    coming: tuple[Cited, ...]
    kinds: dict[str, str]
    regions: Regions
    speakers: Speakers
    sources: Sources
    plurals: Plurals


def scene(tree: Tree, own: Own, cited: list[Cited], coming: list[Cited]) -> Scene:
    """The scene of a text; `cited` and `coming` are in printed order."""
    regions = Regions(tree, own)
    speakers = Speakers(tree, own, regions, cited)
    return Scene(
        tree=tree,
        flat=tree.text.flat,
        low=tree.text.low,
        own=own,
        coming=tuple(coming),
        kinds={p.handle: p.type for p in coming},
        regions=regions,
        speakers=speakers,
        sources=Sources(speakers, coming),
        plurals=Plurals(tree.text, cited),
    )
