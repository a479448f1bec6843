"""What is kept, counted: the shape of `danchieu status --format json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from graph.elements import Graph
from graph.identify import Identity
from graph.statements import DocumentMention, Reading

_MENTIONS = ("resolved", "ambiguous", "unmatched", "planned")


def status(g: Graph, identity: Identity, readings: Iterable[Reading]) -> dict[str, Any]:
    """Counts of documents by status, nodes, edges, sources, mentions by what they ended as, and issues.

    A node counts under each of its labels; a text's mention of itself is no mention of another.
    """
    kept = list(readings)
    documents = Counter(d.status for d in identity.documents.values())
    told = (s for r in kept for s in r.statements if isinstance(s, DocumentMention))
    own = {(m.source, m.handle) for m in told if m.part == "self"}
    mentions: Counter[str] = Counter(v.status for where, v in identity.verdicts.items() if where not in own)
    labels = Counter(label for n in g.nodes.values() for label in n.labels)
    return {
        "documents": documents["loaded"],
        "cited": documents["cited"],
        "planned": documents["planned"],
        "nodes": dict(sorted(labels.items())),
        "edges": dict(sorted(Counter(e.type for e in g.edges.values()).items())),
        "sources": labels["Source"],
        "mentions": {name: mentions[name] for name in _MENTIONS},
        "issues": len(g.issues) + sum(len(r.issues) for r in kept),
    }
