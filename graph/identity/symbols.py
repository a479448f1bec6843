"""A document number taken apart: serial, year, symbol, and the organ that numbers so."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from graph.names import fold
from graph.registry import table

_SERIAL = re.compile(r"0*(\d+(?:\.\d+)*[A-Z]?)(?![A-Z\d])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTY = re.compile(r"\d[\d.]*[A-Za-zĐđ]?-")


@dataclass(frozen=True, slots=True)
class Organ:
    """Who numbers its documents under a symbol; see registry/organs.toml."""

    name: str
    scope: Literal["central", "local"]
    party: bool
    sole: bool
    system: str
    issuers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as identity compares it. `key` is the whole, `symbol` what stands behind serial and year.

    A number without a symbol ("35", "35/2021") is `short`: it makes no key by itself.
    """

    key: str
    serial: str
    year: str | None
    symbol: str
    organ: Organ | None
    party: bool

    @property
    def short(self) -> bool:
        return not self.symbol


@cache
def _organs() -> tuple[dict[str, Organ], list[tuple[str, Organ]]]:
    """Organs by symbol, and those whose symbol goes on with a number ("QH" and then 15)."""
    exact: dict[str, Organ] = {}
    begun: list[tuple[str, Organ]] = []
    for row in table("organs")["organ"]:
        organ = Organ(
            name=row["name"],
            scope=row["scope"],
            party=row.get("party", False),
            sole=row.get("sole", False),
            system=row.get("system", "party" if row.get("party") else "state"),
            issuers=tuple(fold(i) for i in row["issuers"]),
        )
        for symbol in row["symbols"]:
            if symbol.endswith("*"):
                begun.append((symbol[:-1], organ))
            else:
                exact[symbol] = organ
    return exact, begun


def _organ(token: str) -> Organ | None:
    exact, begun = _organs()
    if token in exact:
        return exact[token]
    return next((o for start, o in begun if token.startswith(start) and token[len(start) :].isdigit()), None)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(table("organs")["symbols"]["kinds"])


def _capitals(number: str) -> str:
    """Capitals without accents and blanks: what is left of a number when its spelling is set aside."""
    parts = unicodedata.normalize("NFD", number.replace("đ", "Đ").replace("Ð", "Đ").replace("ð", "Đ"))
    bare = "".join(c for c in parts if not unicodedata.combining(c) and not c.isspace())
    return bare.replace("Đ", "D").upper()


@lru_cache(maxsize=65536)
def number(printed: str) -> Number | None:
    """The number taken apart; None where there is no serial to begin with.

    Separators do not count (66/NQ-TW is 66-NQ/TW), nor leading zeros, nor the changing symbols of one kind.

    >>> n = number("08-NQ/TU"); n.key, n.organ.name, n.party
    ('8/NQ/TU', 'Tỉnh ủy, Thành ủy', True)
    >>> n = number("35/2021/QH15"); n.serial, n.year, n.symbol
    ('35', '2021', 'QH15')
    >>> number("35").short, number("abc")
    (True, None)
    """
    bare = _capitals(printed)
    head = _SERIAL.match(bare)
    if head is None:
        return None
    same = table("organs")["symbols"]["same"]
    tokens = [same.get(t, t) for t in re.split(r"[-/]+", bare[head.end() :]) if t]
    year = tokens.pop(0) if tokens and _YEAR.fullmatch(tokens[0]) else None
    organ = _of_tokens(tokens)
    party = organ.party if organ else bool(_PARTY.match(printed.strip()))
    return Number(
        key="/".join([head[1], *([year] if year else []), *tokens]),
        serial=head[1],
        year=year,
        symbol="/".join(tokens),
        organ=organ,
        party=party,
    )


def _of_tokens(tokens: list[str]) -> Organ | None:
    if not tokens:
        return None
    if len(tokens) > 1 and tokens[0] not in _kinds():
        return _organ(tokens[0])
    return _organ(tokens[-1])


def _speaks(issuer: str, organ: Organ) -> int:
    """How much of a printed issuer names the organ: the length of the longest of its names, 0 for none."""
    words = fold(issuer)
    if organ.scope == "local":
        for post in table("organs")["levels"]["posts"]:
            words = words.removeprefix(f"{post} ")
    return max((len(i) for i in organ.issuers if words == i or words.startswith(f"{i} ")), default=0)


@lru_cache(maxsize=16384)
def organ_named(issuer: str) -> Organ | None:
    """The organ that a printed issuer names: of several the one with the longest name.

    >>> organ_named("Ban Thường vụ Thành ủy").name, organ_named("Chủ tịch Ủy ban nhân dân tỉnh").name
    ('Tỉnh ủy, Thành ủy', 'Ủy ban nhân dân')
    """
    exact, begun = _organs()
    organs = {o.name: o for o in [*exact.values(), *(o for _, o in begun)]}
    best = max(organs.values(), key=lambda o: (_speaks(issuer, o), o.name))
    return best if _speaks(issuer, best) else None
