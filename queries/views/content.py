"""What a picture holds, as plain data: cards, lines with what was said for each, and the words in both languages.

Everything that comes from a document stays data: it is put into the page as JSON and shown by ``textContent``.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any
from unicodedata import combining

from graph.elements import Edge, Graph, Node, Property
from graph.model import Term, model
from queries.names import called, day, heading, kind, value
from queries.views.colours import ink, stroke
from queries.views.layers import LAYERS, layout

_WIDTH, _LINES = 18.5, 3  # breadth in small letters and lines of the label on a card
_EVIDENCE = {"source", "start", "end", "quote", "sentence", "sources", "starts", "ends", "quotes"}
_INHERITED = {"body_source", "body_start", "body_end", "body_quote"}
_TOLD = {*_EVIDENCE, *_INHERITED, "relation", "family", "planned", "task", "origin", "rule", "stands_on"}
# Hidden until asked for: they are many, and the panel of a document tells them too.
_QUIET_KINDS = {"Task", "Source"}
_QUIET_RELATIONS = {"SENT_TO", "HAS_SOURCE", "MEMBER_OF"}


@cache
def words() -> dict[str, Any]:
    """The words of the page, by section."""
    return tomllib.loads(files("queries.views").joinpath("words.toml").read_text(encoding="utf-8"))


def content(g: Graph) -> dict[str, Any]:
    """All that the page's script needs; nodes and edges are numbered in the order of their ids."""
    index = {node: i for i, node in enumerate(g.nodes)}
    spots = layout(g)
    nodes = [{**_card(n), "layer": spots[n.id].layer, "order": spots[n.id].order} for n in g.nodes.values()]
    edges = _apart([_line(group, index, g) for group in _grouped(g)])
    return {
        "words": {k: words()[k] for k in ("ui", "properties")} | {"values": _values()},
        "layers": [words()["layers"][name] for name in LAYERS],
        "kinds": _kinds(nodes),
        "relations": _relations(edges),
        "sources": {n.id: heading(n) for n in g.labelled("Source")},
        "nodes": nodes,
        "edges": edges,
    }


def _values() -> dict[str, dict[str, Any]]:
    known = model()
    told = {"type": known.kinds, "status": known.statuses, "role": known.roles, "mode": known.modes}
    own: dict[str, dict[str, Any]] = words()["values"]
    return {name: {t.name: _both(t) for t in terms.values()} for name, terms in told.items()} | own


def _both(term: Term) -> dict[str, str]:
    return {"vi": term.vi, "en": term.en}


def _card(node: Node) -> dict[str, Any]:
    own = kind(node)
    return {
        "kind": own,
        "name": called(node),
        "label": _label(node),
        "status": value(node, "status") or ("unclear" if own == "Mention" else ""),
        "properties": [["id", node.id], *sorted([k, v] for k, v in node.properties.items() if k != "id")],
    }


def _label(node: Node) -> str:
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


def _key(edge: Edge) -> tuple[str, str, str, bool]:
    return edge.source, edge.target, _relation(edge), bool(edge.properties.get("planned"))


def _relation(edge: Edge) -> str:
    return str(edge.properties.get("relation", edge.type)) if edge.type == "DEPENDS_ON" else edge.type


def _grouped(g: Graph) -> list[list[Edge]]:
    """Edges that one line stands for: the same ends, relation and intent."""
    ends = [e for e in g.edges.values() if e.source in g.nodes and e.target in g.nodes]
    return [list(group) for _, group in groupby(sorted(ends, key=lambda e: (_key(e), e.id)), key=_key)]


def _line(group: list[Edge], index: dict[str, int], g: Graph) -> dict[str, Any]:
    first = group[0]
    return {
        "from": index[first.source],
        "to": index[first.target],
        "relation": _relation(first),
        "colour": stroke(_relation(first)),
        "planned": bool(first.properties.get("planned")),
        "said": [_said(e, g) for e in group],
    }


def _apart(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines between the same two nodes with a bend of their own each, so that one does not hide another."""
    met: Counter[tuple[int, int]] = Counter()
    for line in lines:
        ends = (line["from"], line["to"])
        line["bend"] = round(0.1 + 0.11 * met[ends], 2)
        met[ends] += 1
    return lines


def _said(edge: Edge, g: Graph) -> dict[str, Any]:
    """One statement behind a line: its sentence, all its places, and what else it carries."""
    p = edge.properties
    ground = _ground(edge, g).properties
    told: dict[str, Any] = {
        "sentence": ground.get("sentence", ""),
        "places": _places(ground),
        "properties": sorted([k, v] for k, v in p.items() if k not in _TOLD),
    }
    if "body_quote" in ground:
        source = ground.get("body_source", ground.get("source", ""))
        told["inherited"] = [source, ground["body_start"], ground["body_end"], ground["body_quote"]]
    return told


def _ground(edge: Edge, g: Graph) -> Edge:
    """The edge that says what a derived one repeats: of ASSIGNS the assignment, with its place."""
    if "source" in edge.properties:
        return edge
    on = edge.properties.get("stands_on")
    stated = [g.edges[i] for i in (on if isinstance(on, list) else []) if isinstance(i, str) and i in g.edges]
    return next((e for e in stated if "source" in e.properties), edge)


def _places(told: Mapping[str, Property]) -> list[list[Any]]:
    """Each place as source, start, end and quote."""
    many = [told.get(name) for name in ("sources", "starts", "ends", "quotes")]
    if all(isinstance(m, list) for m in many):
        return [list(place) for place in zip(*many, strict=True)]
    if not told.get("quote"):
        return []
    return [[told.get("source", ""), told.get("start", 0), told.get("end", 0), told["quote"]]]


def _kinds(nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The kinds that occur, in the order of the model, each with its colours."""
    present = {n["kind"] for n in nodes}
    terms = [(t.label, t) for t in model().kinds.values()] + list(model().labels.items())
    known = [{"id": label, **_both(t)} for label, t in terms if label in present]
    strange = [{"id": k, "vi": k, "en": k} for k in sorted(present - {t["id"] for t in known})]
    return [
        {**t, "line": ink(t["id"]).line, "fill": ink(t["id"]).fill, "quiet": t["id"] in _QUIET_KINDS}
        for t in [*known, *strange]
    ]


def _relations(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The relations and edge types that occur, in the order of the model, each with its colour."""
    colours = {e["relation"]: e["colour"] for e in edges}
    terms = {**model().relations, **model().edges}
    known = [{"id": name, **_both(t)} for name, t in terms.items() if name in colours]
    strange = [{"id": name, "vi": name, "en": name} for name in sorted(colours.keys() - terms.keys())]
    return [{**t, "colour": colours[t["id"]], "quiet": t["id"] in _QUIET_RELATIONS} for t in [*known, *strange]]
