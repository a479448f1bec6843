"""The mark that a store keeps on everything it wrote: a hash of the content, in one bookkeeping property.

By it a store knows what is its own and what has changed, without reading the contents back.
"""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from graph.elements import Edge, Node

MARK = "_danchieu"

_json = msgspec.json.Encoder(order="deterministic")


def mark(element: Node | Edge) -> str:
    """32 hexadecimal digits that are the same for equal elements, whatever the order of labels and properties.

    >>> one = Node(id="a", labels=("Document", "Law"), properties={"x": 1, "y": True})
    >>> mark(one) == mark(Node(id="a", labels=("Law", "Document"), properties={"y": True, "x": 1}))
    True
    >>> mark(one) == mark(Node(id="a", labels=("Document", "Law"), properties={"x": 1.0, "y": True}))
    False
    """
    place: object = (
        {element.type: [element.source, element.target]} if isinstance(element, Edge) else sorted(element.labels)
    )
    return blake2b(_json.encode([element.id, place, element.properties]), digest_size=16).hexdigest()
