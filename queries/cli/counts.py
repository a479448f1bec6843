"""What a store holds, counted from its graph alone, in the shape of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.model import model

if TYPE_CHECKING:
    from graph.stores.protocol import Asked


def counts(held: Asked) -> dict[str, Any]:
    """Counts of documents, nodes, edges and mentions.

    Issues are no part of a graph: None. A citation counts as a resolved mention as often as it was read.
    """
    known = model()
    labels = {*known.labels, *(k.label for k in known.kinds.values())}
    nodes = {label: _count(held, f"MATCH (n:{label}) RETURN count(n) AS n") for label in sorted(labels)}
    edges = {kind: _count(held, f"MATCH ()-[r:{kind}]->() RETURN count(r) AS n") for kind in sorted(known.edges)}
    documents = {name: _documents(held, name) for name in known.statuses}
    return {
        "documents": documents["loaded"],
        "cited": documents["cited"],
        "planned": documents["planned"],
        "nodes": {label: n for label, n in nodes.items() if n},
        "edges": {kind: n for kind, n in edges.items() if n},
        "sources": nodes["Source"],
        "mentions": {
            "resolved": _count(held, "MATCH ()-[r:CITES]->() RETURN sum(coalesce(r.count, 1)) AS n"),
            "ambiguous": _mentions(held, "ambiguous"),
            "unmatched": _mentions(held, "unmatched"),
            "planned": documents["planned"],
        },
        "issues": None,
    }


def _documents(held: Asked, status: str) -> int:
    return _count(held, "MATCH (d:Document) WHERE d.status = $status RETURN count(d) AS n", status=status)


def _mentions(held: Asked, status: str) -> int:
    return _count(held, "MATCH (m:Mention) WHERE m.status = $status RETURN count(m) AS n", status=status)


def _count(held: Asked, text: str, **parameters: str) -> int:
    rows = held.ask(text, parameters)
    return int(rows[0]["n"] or 0) if rows else 0
