"""Colours of the picture: a hue for each family of kinds, dark enough on its tint to be read (WCAG AA)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """The border and the fill of a card."""

    line: str
    fill: str


_RED = Ink("#a8323e", "#fbeeee")
_WINE = Ink("#7a2048", "#f8ecf2")
_VIOLET = Ink("#5b3fa0", "#f1eefa")
_BLUE = Ink("#1f5fa8", "#ebf2fb")
_TEAL = Ink("#0b6b6b", "#e8f5f4")
_GREEN = Ink("#2f6b2f", "#edf6ea")
_OLIVE = Ink("#6b6100", "#f7f4df")
_AMBER = Ink("#97560a", "#fcf3e3")
_SLATE = Ink("#4a5866", "#eff2f5")
_STONE = Ink("#6a5f58", "#f4f1ee")
_INK = Ink("#22313f", "#e6ebf0")

KINDS: dict[str, Ink] = {
    **dict.fromkeys(("Constitution", "Law", "Code", "Ordinance"), _WINE),
    **dict.fromkeys(("Decree", "Circular", "JointCircular", "Order", "Consolidated"), _AMBER),
    "Resolution": _RED,
    "Directive": _VIOLET,
    "Conclusion": _BLUE,
    "Decision": _TEAL,
    **dict.fromkeys(("Regulation", "Rules", "Charter", "Guidance"), _GREEN),
    **dict.fromkeys(("Programme", "Plan", "Masterplan", "Scheme"), _OLIVE),
    **dict.fromkeys(("Body", "Person"), _INK),
    **dict.fromkeys(("Project", "Task", "Mention", "Source"), _STONE),
}
OTHER = _SLATE  # reports, notices, letters and whatever kind is added later

# One hue for a family, a shade for each relation; all stand out from the ground of a layer by 3:1 or more.
EDGES: dict[str, str] = {
    "IMPLEMENTS": "#b3261e",
    "CONTINUES": "#c2185b",
    "GUIDES": "#c4501b",
    "BASED_ON": "#1f5fa8",
    "PROMULGATES": "#5b3fa0",
    "APPROVES": "#8a56c2",
    "AMENDS": "#97560a",
    "REPLACES": "#7a4a2b",
    "REPEALS": "#5d3a1a",
    "SUSPENDS": "#8a6d00",
    "CORRECTS": "#857419",
    "CONSOLIDATES": "#6b6100",
    "REVIEWS": "#0b6b6b",
    "CITES": "#7b8894",
    "ASSIGNS": "#2f6b2f",
    "ASSIGNED_TO": "#2f6b2f",
    "ORDERS": "#4a5866",
}
PALE = "#84909b"  # every other edge


def ink(kind: str) -> Ink:
    """The colours of a kind of node, by its label."""
    return KINDS.get(kind, OTHER)


def stroke(relation: str) -> str:
    """The colour of a line, by the relation of a DEPENDS_ON and by the type of any other edge."""
    return EDGES.get(relation, PALE)
