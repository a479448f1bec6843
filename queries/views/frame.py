"""The picture in a notebook: a frame of its own, from which no script reaches the notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from graph.elements import Graph
from queries.views.page import picture


@dataclass(frozen=True, slots=True)
class Frame:
    """A page that a notebook shows by itself; `save` writes it as a file."""

    page: str
    height: int = 640

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="allow-scripts" title="Dẫn chiếu" srcdoc="{escape(self.page)}" '
            f'style="width:100%;height:{self.height}px;border:1px solid #ccd3da"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<picture, {len(self.page) / 1e6:.1f} MB of HTML; .save(path) writes it>"

    def save(self, path: str | Path) -> Path:
        """Writes the page; returns where."""
        Path(path).write_text(self.page, encoding="utf-8", newline="\n")
        return Path(path)


def show(g: Graph, *, height: int = 640) -> Frame:
    """The picture of a graph, for the last line of a notebook's cell; `height` in pixels."""
    return Frame(picture(g), height)
