"""A node as a card: a short label for the canvas, and all that the panel tells of it."""

from __future__ import annotations

from typing import Any
from unicodedata import combining

from graph.elements import Node
from queries.names import called, day, heading, kind, value

_WIDTH, _LINES = 18.5, 3  # breadth in small letters and lines of the label on a card


def card(node: Node) -> dict[str, Any]:
    """What the page needs of a node, but for its spot."""
    own = kind(node)
    return {
        "kind": own,
        "name": called(node),
        "label": label(node),
        "status": value(node, "status") or ("unclear" if own == "Mention" else ""),
        "properties": [["id", node.id], *sorted([k, v] for k, v in node.properties.items() if k != "id")],
    }


def label(node: Node) -> str:
    """At most three short lines, the date on one of its own."""
    told = value(node, "date", "held") if "Document" in node.labels else value(node, "due")
    lines = _lines(heading(node) or node.id, _LINES - 1 if told else _LINES)
    return "\n".join([*lines, day(told)] if told else lines)


def _lines(text: str, room: int) -> list[str]:
    """A text in at most `room` lines that fit a card; what does not fit becomes "…"."""
    lines = [""]
    for word in (piece for w in text.split() for piece in _pieces(w)):
        longer = f"{lines[-1]} {word}".strip()
        if _breadth(longer) <= _WIDTH:
            lines[-1] = longer
        elif len(lines) < room:
            lines.append(word)
        else:
            lines[-1] = _cut(lines[-1])
            break
    return lines


def _pieces(word: str) -> list[str]:
    """A word too long for a card, cut at its slashes and hyphens first and anywhere else then."""
    if _breadth(word) <= _WIDTH:
        return [word]
    at = max(word.rfind(c, 1, 14) for c in "/-") + 1 or 13
    return [word[:at], *_pieces(word[at:])]


def _cut(line: str) -> str:
    while line and _breadth(line + "…") > _WIDTH:
        line = line[:-1]
    return line.rstrip(" ,;:-") + "…"


def _breadth(text: str) -> float:
    """How broad a text is, in small letters; capitals and digits take more, marks of their own nothing."""
    return sum(0 if combining(c) else 1.3 if c.isupper() else 1.08 if c.isdigit() else 1 for c in text)
