"""What a document says of itself: kind, number, date, issuer, signer, title, term, recipients, secrecy."""

from __future__ import annotations

from loaders.found import Cited, Doubt, Own
from loaders.segment import Tree


def header(tree: Tree) -> tuple[Own, list[Doubt]]:
    """The text's mention of itself, with where its body begins and ends."""
    return Own(Cited(0, 0, "other", part="self", form="header", handle="self")), []
