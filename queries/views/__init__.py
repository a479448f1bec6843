"""The picture of a graph, as a page and for notebooks."""

from __future__ import annotations

from queries.views.frame import Frame, show
from queries.views.page import picture

__all__ = ["Frame", "picture", "show"]
