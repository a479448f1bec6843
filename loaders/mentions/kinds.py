"""Kinds of document: the words and the abbreviations that say which one is meant."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def patterns(name: str) -> dict[str, Any]:
    """A table of language knowledge from ``loaders/patterns``; it is read once, and nobody changes it."""
    return tomllib.loads(files("loaders").joinpath("patterns", f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind with its words (small letters) and symbols; see ``kinds.toml``."""

    type: str
    words: tuple[str, ...]
    symbols: tuple[str, ...]
    named: bool
    short: bool


@cache
def kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(
            row["type"],
            tuple(row["words"]),
            tuple(row["symbols"]),
            row.get("named", False),
            row.get("short", False),
        )
        for row in patterns("kinds")["kind"]
    )


@cache
def words() -> dict[str, Kind]:
    """Every word for a kind, in small letters.

    >>> words()["thông tư liên tịch"].type
    'joint_circular'
    """
    return {word: kind for kind in kinds() for word in kind.words}


@cache
def symbols() -> dict[str, Kind]:
    """Every abbreviation of a kind in a number, as canonically written.

    >>> symbols()["CTr"].type
    'programme'
    """
    return {symbol: kind for kind in kinds() for symbol in kind.symbols}
