"""What a picture holds, as plain data: cards, lines with what was said for each, and the words in both languages.

Everything that comes from a document stays data: it is put into the page as JSON and shown by ``textContent``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from graph.elements import Graph
from graph.model import Term, model
from queries.names import heading
from queries.views.cards import card
from queries.views.colours import ink
from queries.views.layers import LAYERS, layout
from queries.views.lines import lines

# Hidden until asked for: they are many, and the panel of a document tells them too.
_QUIET_KINDS = {"Task", "Source"}
_QUIET_RELATIONS = {"SENT_TO", "HAS_SOURCE", "MEMBER_OF"}


@cache
def words() -> dict[str, Any]:
    """The words of the page, by section."""
    return tomllib.loads(files("queries.views").joinpath("words.toml").read_text(encoding="utf-8"))


def content(g: Graph) -> dict[str, Any]:
    """All that the page's script needs; nodes and edges are numbered in the order of their ids."""
    spots = layout(g)
    nodes = [{**card(n), "layer": spots[n.id].layer, "order": spots[n.id].order} for n in g.nodes.values()]
    edges = lines(g)
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
