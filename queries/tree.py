"""A trace as a tree for people: each step with the sentence that states it, planned ones marked, cycles cut."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator

from graph.elements import Node
from graph.model import model
from queries.names import called, heading, running, short
from queries.trace import Step, Trace

Mark = Callable[[str], str]
_UP, _DOWN = "implements", "is implemented by"
_ROOM = 24  # code points below which a title says nothing


def tree(found: Trace, *, width: int = 100, mark: Mark | None = None) -> str:
    """The chain upwards, then downwards; `mark` may dress the quote inside its sentence (bold on a terminal)."""
    return "\n".join(_Tree(found, width, mark or (lambda quote: quote)).lines())


class _Tree:
    def __init__(self, found: Trace, width: int, mark: Mark) -> None:
        self.found = found
        self.width = max(width, 40)
        self.mark = mark
        self.drawn: set[tuple[bool, str]] = set()

    def lines(self) -> Iterator[str]:
        root = self.found.nodes.get(self.found.document)
        yield called(root) if root else self.found.document
        yield f"  {self.found.document}"
        for up, title in ((True, _UP), (False, _DOWN)):
            if any(s.up is up for s in self.found.steps):
                yield ""
                yield f"{title}:"
                yield from self._below(self.found.document, up, "", (self.found.document,))
        if not self.found.steps:
            yield ""
            yield "It implements nothing, and nothing implements it, as far as is loaded."

    def _below(self, node: str, up: bool, bar: str, path: tuple[str, ...]) -> Iterator[str]:
        steps = [s for s in self.found.steps if s.up is up and s.near == node]
        for i, step in enumerate(steps):
            last = i == len(steps) - 1
            inner = bar + ("   " if last else "│  ")
            more = self._more(step, path)
            goes_on = not more and any(s.up is up and s.near == step.far for s in self.found.steps)
            yield self._title(step, f"{bar}{'└─' if last else '├─'} ", more)
            yield from self._sentence(step, inner + ("│  " if goes_on else "   "))
            if not more:
                self.drawn.add((up, step.far))
                yield from self._below(step.far, up, inner, (*path, step.far))

    def _more(self, step: Step, path: tuple[str, ...]) -> str:
        if step.far in path:
            return "  ↻ back to a document above: a cycle"
        return "  (see above)" if (step.up, step.far) in self.drawn else ""

    def _title(self, step: Step, bar: str, more: str) -> str:
        """The line of a step: the relation, what the document is called, and of its title what has room."""
        known = model().relations.get(step.relation)
        relation = f"{known.vi} / {known.en}" if known else step.relation
        node = self.found.nodes.get(step.far)
        line = f"{bar}[{relation}{', planned' if step.planned else ''}] {called(node) if node else step.far}"
        room = self.width - len(line) - len(more) - 2
        title = _title(node) if node else ""
        return f"{line}: {short(title, room)}{more}" if title and room >= _ROOM else line + more

    def _sentence(self, step: Step, bar: str) -> Iterator[str]:
        p = step.edge.properties
        quote = running(str(p.get("quote", "")))
        sentence = running(str(p.get("sentence") or quote))
        if not sentence:
            return
        lines = textwrap.wrap(f"“{sentence}”", max(self.width - len(bar), 30))
        yield from (bar + line for line in _marked(lines, quote, self.mark))
        source = str(p.get("source", ""))
        text = self.found.nodes.get(self.found.texts.get(source, ""))
        where = called(text) if text else self.found.texts.get(source, source[:12])
        yield f"{bar}— {where}, characters {p.get('start')}–{p.get('end')}"


def _title(node: Node) -> str:
    """The title of a document, where it says more than what the document is called."""
    title, own = str(node.properties.get("title") or ""), heading(node)
    return "" if title.casefold() in own.casefold() or own in title else title


def _marked(lines: list[str], quote: str, mark: Mark) -> Iterator[str]:
    """The lines, what belongs to the quote dressed; the quote may run over several lines."""
    whole = " ".join(lines)
    start = whole.find(quote) if quote else -1
    end = start + len(quote)
    at = 0
    for line in lines:
        a, b = max(start - at, 0), min(end - at, len(line))
        yield line[:a] + mark(line[a:b]) + line[b:] if start >= 0 and a < b else line
        at += len(line) + 1
