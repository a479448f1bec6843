"""A graph for the programs that draw and count networks: GraphML (yEd, Cytoscape) and GEXF (Gephi), by networkx."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.elements import Graph, Node, Property, Scalar

if TYPE_CHECKING:
    import networkx

# XML has no room for these, however they are written.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# GEXF takes these names for the life of a thing in time, its drawing, its own id: the property gets a line behind it.
_TAKEN = {name: f"{name}_" for name in ("start", "end", "id", "label", "weight", "viz", "parents", "pid", "key")}


def made(g: Graph, format: str, path: Path) -> dict[Path, bytes]:
    """One file. Lists are JSON texts; what XML cannot hold is U+FFFD; in GEXF `start` is ``start_``, `end` ``end_``."""
    import networkx

    found = _network(g, _TAKEN if format == "gexf" else {})
    out = io.BytesIO()
    if format == "gexf":
        networkx.write_gexf(found, out, version="1.2draft")
        return {path: re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())}
    networkx.write_graphml_xml(found, out, named_key_ids=True)
    return {path: out.getvalue()}


def _network(g: Graph, renamed: Mapping[str, str]) -> networkx.MultiDiGraph[Any]:
    """The graph with values that XML can hold; its edges are keyed by their ids."""
    import networkx

    found: networkx.MultiDiGraph[Any] = networkx.MultiDiGraph()
    for n in g.nodes.values():
        told = _told(n.properties, renamed) | {"labels": ":".join(n.labels), "label": _legal(_name(n))}
        found.add_node(_legal(n.id), **told)
    for e in g.edges.values():
        told = _told(e.properties, renamed)
        told |= {"edge": e.type, "label": str(e.properties.get("relation", e.type))}
        if renamed:
            told["id"] = _legal(e.id)
        found.add_edge(_legal(e.source), _legal(e.target), key=_legal(e.id), **told)
    return found


def _name(n: Node) -> str:
    return str(next((n.properties[k] for k in ("number", "name", "title", "quote") if k in n.properties), n.id))


def _told(properties: Mapping[str, Property], renamed: Mapping[str, str]) -> dict[str, Scalar]:
    return {renamed.get(name, name): _value(value) for name, value in properties.items()}


def _value(value: Property) -> Scalar:
    if isinstance(value, str | list):
        return _legal(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return value


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
