"""Heads that stand for the documents in brackets behind them: "các Nghị định của Chính phủ về … (số A, số B)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.found import Cited, Related
from loaders.mentions.kinds import words
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole
from loaders.text import Text

_OPENS = re.compile(r"[(:] *(?:(?:bao +)?gồm|cụ +thể(?: +là)?)? *:? *$")
_BARE = re.compile(r"(?:số *:? *)?\d")
_ENDS = re.compile(r"[;.]\s|\)")
_BRACKETS = re.compile("[()]")
_SUBJECT = 420  # code points between a head and the list of its documents
_LIST = 4000  # code points: a list is no longer


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?<!{LETTER})(?:các|những) +(?P<kind>{whole(words(), bar=LETTER)})")


class Plurals:
    """The heads of a text: each as a citation of its own (`stand`), to be read for all that it stands for."""

    def __init__(self, text: Text, cited: list[Cited]) -> None:
        """`cited` are citations in printed order."""
        self.low = text.low
        self._members: dict[str, list[Cited]] = {}
        self.stand: list[Cited] = []
        done, begun = 0, {c.start for c in cited}
        for i, c in enumerate(cited):
            head = self._head(c, cited[i - 1].end if i else 0) if c.form == "list" and c.start >= done else None
            if head is not None and head[0] not in begun:
                members = list(self._listed(cited, i))
                done = members[-1].end
                stand = replace(c, start=head[0], end=head[1], handle=f"heads {c.handle}", form="name", same=None)
                stand.pinpoint = stand.pinpoint_span = stand.subject = None
                self._members[stand.handle] = members
                self.stand.append(stand)

    def listed(self, c: Cited) -> bool:
        """Whether a document begins the list of a head."""
        return f"heads {c.handle}" in self._members

    def told(self, found: list[Related]) -> Iterator[Related]:
        """What is said of a head, of each of its documents."""
        for r in found:
            for source in self._members.get(r.source, (None,)):
                for target in self._members.get(r.target, (None,)):
                    ends = [c for c in (source, target) if c is not None]
                    if not ends:
                        yield r
                        continue
                    yield replace(
                        r,
                        source=source.handle if source else r.source,
                        target=target.handle if target else r.target,
                        end=max(r.end, *(c.end for c in ends)),
                    )

    def _head(self, c: Cited, before: int) -> tuple[int, int] | None:
        """Where the head of a list stands that begins with a document: of its kind, and nothing ends between."""
        opens = _OPENS.search(self.low, max(before, c.start - 40), c.start)
        if opens is None:
            return None
        floor = max(0, opens.start() - _SUBJECT)
        last = None
        for found in _head().finditer(self.low, floor, opens.start()):
            kind = words()[" ".join(found["kind"].split())]
            if kind.type == c.type and _ENDS.search(self.low, found.end(), opens.start()) is None:
                last = found
        return (last.start("kind"), last.end("kind")) if last else None

    def _listed(self, cited: list[Cited], first: int) -> Iterator[Cited]:
        """The documents of a list that have no word for their kind, as the first has none."""
        c = cited[first]
        bracket = self.low.rfind("(", c.start - 40, c.start) >= 0
        close = self._close(c) if bracket else self.low.find(".\n", c.end, c.start + _LIST)
        for other in cited[first:]:
            if other.start > c.start + _LIST or 0 <= close < other.start:
                return
            if other.form == "list" and other.type == c.type and _BARE.match(self.low, other.start):
                yield other

    def _close(self, c: Cited) -> int:
        """Where the bracket closes that a document stands in, or -1."""
        depth = 0
        for mark in _BRACKETS.finditer(self.low, c.end, c.start + _LIST):
            depth += 1 if mark[0] == "(" else -1
            if depth < 0:
                return mark.start()
        return -1
