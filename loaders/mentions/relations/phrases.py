"""The words that state a relation, found in a stretch of text: a reading of ``patterns/relations.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole
from loaders.mentions.relations.spelling import spell, starts

Voice = Literal["active", "passive", "tail", "attached"]

_NUMBER = r"(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|mười lăm|hai mươi)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One entry of the table, which explains `far` and all below it; `relations` may be empty."""

    relations: tuple[str, ...]
    voice: Voice
    far: bool
    bare: bool
    order: bool
    subject: bool
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase at ``start:end`` of the small-letter twin."""

    phrase: Phrase
    start: int
    end: int


def either(words: Iterable[str]) -> str:
    """One pattern for any of several words, the longest first."""
    return "(?:" + "|".join(re.escape(w).replace("\\ ", " +") for w in sorted(words, key=len, reverse=True)) + ")"


_Rows = tuple[tuple[re.Pattern[str], Phrase], ...]
_NONE: _Rows = ()
_ORDER = {"passive": 1, "attached": 2, "tail": 3, "active": 4}


class Phrases:
    """The table, compiled, by the first two words of each phrase."""

    def __init__(self, table: dict[str, Any]) -> None:
        words = table["words"]
        slots = {"n": _NUMBER, "by": either(words["by"]), "of": either(words["of"])}
        self._rows: dict[str, dict[str, _Rows]] = {}  # by the first word, then the second
        rows = sorted(table["phrase"], key=lambda r: bool(r["relations"]) and _ORDER[r.get("voice", "active")])
        known = [
            (starts(w), (re.compile(spell(w, slots) + rf"(?!{LETTER})"), self._phrase(row)))
            for row in rows
            for w in row["words"]
        ]
        for first, second in {pair for pairs, _ in known for pair in pairs}:
            fits = {(first, second), (first, "")}
            self._rows.setdefault(first, {})[second] = tuple(e for pairs, e in known if not fits.isdisjoint(pairs))
        self._any = re.compile(rf"(?P<first>{whole(self._rows, bar=LETTER)})(?!{LETTER})(?: +(?P<second>{LETTER}+))?")

    @staticmethod
    def _phrase(row: dict[str, Any]) -> Phrase:
        return Phrase(
            relations=tuple(row["relations"]),
            voice=row.get("voice", "active"),
            far=row.get("reach") == "far",
            bare=row.get("bare", False),
            order=row.get("order") == "planned",
            subject=row.get("subject", False),
            unless=tuple(row.get("unless", ())),
        )

    def find(self, low: str, start: int, end: int) -> list[Said]:
        """All phrases of a stretch in printed order; of those that begin at one place the longest."""
        found: list[Said] = []
        at = start
        while (begun := self._any.search(low, at, end)) is not None:
            first, second = begun.groups("")
            place, rows = begun.start(), self._rows[first]
            longest = None
            at = place + len(first)
            for pattern, phrase in rows.get(second) or rows.get("", _NONE):
                m = pattern.match(low, place, end)
                if m and (longest is None or m.end() > at):
                    longest, at = phrase, m.end()
            if longest is not None:
                found.append(Said(longest, place, at))
        return found


@cache
def phrases() -> Phrases:
    """The one table of this program."""
    return Phrases(patterns("relations"))
