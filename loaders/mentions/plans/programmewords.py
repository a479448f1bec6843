"""How the name of an unnumbered programme begins, and the words around it: a reading of ``programmes.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of ``programmes.toml``, which explains its marks."""

    type: str
    marks: frozenset[str]
    small: bool

    def without(self, marks: frozenset[str]) -> Kind:
        return replace(self, marks=self.marks - marks)


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: dict[str, Kind]
    anchor: re.Pattern[str]
    national: re.Pattern[str]
    not_name: re.Pattern[str]
    ends: re.Pattern[str]
    goes_on: re.Pattern[str]
    coming: re.Pattern[str]


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(row["type"], frozenset(row["marks"]), row.get("small", False))


def _printed(kinds: dict[str, Kind]) -> Iterator[str]:
    """How a name begins in print: with a capital or in capitals."""
    for word, kind in kinds.items():
        yield from (word, word.capitalize(), word.upper()) if kind.small else (word.capitalize(), word.upper())


@cache
def words() -> _Words:
    """The one table of this program."""
    t = patterns("programmes")
    listed = t["words"]
    found = {w: _kind(row) for row in t["kind"] for w in row["words"]}
    order = either(listed["coming"])
    places, ends = either(listed["places"]), either(listed["ends"])
    return _Words(
        kinds=found,
        anchor=re.compile(rf"(?P<kind>{either(_printed(found))})(?= )"),
        national=re.compile(rf"(?<!{LETTER}){either(listed['national'])}(?!{LETTER})"),
        not_name=re.compile(rf" +(?:{either(listed['not'])}(?!{LETTER})|[\d“”.,;:()|-])"),
        ends=re.compile(rf"[;.:|…”]|\((?!{LETTER}{{2,8}}\))| +(?!{places}(?!{LETTER})){ends}(?!{LETTER})"),
        goes_on=re.compile(rf", *{either(listed['goes_on'])}(?!{LETTER})"),
        coming=re.compile(rf"(?<!{LETTER}){order}(?: +(?:{order}|và|,|dự thảo|hồ sơ))*[ ,]*$"),
    )
