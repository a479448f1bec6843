"""Whether a clause says of the text it stands in, or of a part of it, from when it is in force."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from graph.days import TAKES
from loaders.found import Cited, Own, Span
from loaders.mentions.kinds import words
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.effect import Effect
from loaders.mentions.relations.forcewords import force_words
from loaders.tree import Tree

_PINNED = re.compile(rf"(?<!{LETTER})(?:điều|khoản|điểm|chương|mục|phụ +lục) +(?:\d|[ivxlc]+\b|[a-zđ]\b)")
_QUOTE = 8_000  # code points: a longer quotation was never closed


@dataclass(frozen=True, slots=True)
class About:
    """Whom a clause is of: a handle, where the clause begins, and the part that is meant, where it is one."""

    handle: str
    start: int
    part: Span | None = None


class Selves:
    """What one text says of itself; `within` gives the documents that are named in a stretch of it."""

    def __init__(self, tree: Tree, own: Own, within: Callable[[int, int], list[Cited]]) -> None:
        self.flat, self.low = tree.text.flat, tree.text.low
        self.own = own
        self.within = within

    def about(self, start: int, effect: Effect) -> About | None:
        """This text, or a part of it, where its own kind is named before what is said."""
        lead = self.low[start : effect.start]
        about = self._named(start, lead, effect)
        return None if about is None or self._quoted(effect.start) else about

    def _named(self, start: int, lead: str, effect: Effect) -> About | None:
        named = [m for m in force_words().this.finditer(lead) if self._is_own(m["kind"])]
        for m in named:
            gap = lead[m.end() :]
            if (not gap.strip(" ,") or force_words().also.match(gap)) and (about := self._said_by(start, lead, m)):
                return about
        if named:
            return None
        bare = force_words().bare.match(lead)
        if bare is not None and self._is_own(bare["kind"]):
            return About("self", start + bare.start("kind"))
        return self._of_part(start, lead) if effect.event == TAKES and effect.when.date else None

    def _is_own(self, kind: str) -> bool:
        found = words().get(" ".join(kind.split()))
        return found is None or found.type == self.own.cited.type

    def _said_by(self, start: int, lead: str, named: re.Match[str]) -> About | None:
        before = lead[: named.start()]
        if force_words().opening.fullmatch(before):
            return About("self", start + named.start())
        part = force_words().part.match(before)
        if part is None or force_words().cases.search(before):
            return None
        begins = start + _begins(before)
        return About("self", begins, (begins, start + len(before.rstrip().removesuffix(" của"))))

    def _of_part(self, start: int, lead: str) -> About | None:
        """A part that stands alone: "Các quy định về phân cấp tại Phụ lục I có hiệu lực từ ngày …"."""
        if not force_words().part.match(lead) or not _PINNED.search(lead) or force_words().cases.search(lead):
            return None
        end = start + len(lead.rstrip())
        if self.within(start, end):
            return None
        begins = start + _begins(lead)
        return About("self", begins, (begins, end))

    def _quoted(self, at: int) -> bool:
        """Whether a place stands inside quoted words: the nearest mark that no other answers opens, and is answered."""
        depth, opens, closes = 0, at, at
        low = max(0, at - _QUOTE)
        while depth >= 0:
            opens, closes = self.flat.rfind("“", low, opens), self.flat.rfind("”", low, closes)
            if opens < 0:
                return False
            if closes > opens:
                depth, opens = depth + 1, opens + 1
            else:
                depth, closes = depth - 1, closes + 1
        return self.flat.find("”", at, at + _QUOTE) >= 0


def _begins(lead: str) -> int:
    """Where the words of a clause begin behind its marks."""
    return next((i for i, sign in enumerate(lead) if sign.isalpha()), 0)
