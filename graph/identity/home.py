"""Where the names of a text belong."""

from __future__ import annotations

from dataclasses import dataclass

from graph.names import place


@dataclass(frozen=True, slots=True)
class Home:
    """A text's own jurisdiction and document; the source keeps apart what has no place."""

    jurisdiction: str | None
    source: str
    document: str

    def slug(self, told: str | None) -> str:
        """The first part of an id: the place told, else the text's own; a nameless place is the text's alone."""
        return place(told) or place(self.jurisdiction) or self.source[:12]
