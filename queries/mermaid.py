"""A trace as a Mermaid flowchart, for a wiki or a report."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import model
from queries.names import called
from queries.trace import Step, Trace

# What Mermaid or the HTML behind it would read as its own; it takes entity codes with a hash for the ampersand.
_ENTITIES = str.maketrans({c: f"#{ord(c)};" for c in '"#&<>`|[]{}()\\;'})


def mermaid(found: Trace) -> str:
    """The flowchart: what implements stands below what it implements; planned steps are dotted."""
    return "\n".join(_lines(found))


def _lines(found: Trace) -> Iterator[str]:
    numbers = {node: f"n{i}" for i, node in enumerate(found.nodes)}
    yield "flowchart BT"
    for node, name in numbers.items():
        yield f'  {name}["{_text(called(found.nodes[node]))}"]'
    for step in {s.edge.id: s for s in found.steps}.values():
        arrow = "-.->" if step.planned else "-->"
        yield f'  {numbers[step.edge.source]} {arrow}|"{_relation(step)}"| {numbers[step.edge.target]}'
    yield f"  style {numbers[found.document]} stroke-width:3px"


def _relation(step: Step) -> str:
    known = model().relations.get(step.relation)
    return _text((known.vi if known else step.relation) + (" (dự kiến)" if step.planned else ""))


def _text(told: str) -> str:
    return " ".join(told.split()).translate(_ENTITIES)
