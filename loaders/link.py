"""Linking inside one text: which mentions are plainly one document, and what one tells of the other."""

from __future__ import annotations

from loaders.found import Cited, Own


def link(own: Own, cited: list[Cited]) -> None:
    """Completes numbers, dates and issuers from mentions of the same document; sets `same` and `unclear`."""
