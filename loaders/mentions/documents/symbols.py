"""The letters of a number: how they are written, which kind of document they name, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from loaders.mentions import kinds
from loaders.mentions.documents.codes import codes
from loaders.mentions.documents.issuers import Issuer

_LETTERS = re.compile(r"([A-Za-zĐđ]+?)(\d+)")
_ASSEMBLY = re.compile(r"(QH|UBTVQH|HĐNN)(\d{1,2})")
_JOINT = re.compile(r" ?([-/.&]) ?")
_FOLD = str.maketrans("đ", "d")
_KNOWN = 4096  # different symbols kept: a text repeats few


class Symbol(NamedTuple):
    """The groups of letters of a number as canonically written, the joints printed between them.

    `cut` digits of a footnote's mark were glued to its end.
    """

    groups: tuple[str, ...]
    joints: tuple[str, ...]
    cut: int


class Meaning(NamedTuple):
    """What the letters of a number tell: the kind of document, who issued it, and the term of an Assembly."""

    kind: str | None
    issuer: Issuer | None
    term: str | None


@lru_cache(_KNOWN)
def symbol(printed: str, *, glued: bool = False) -> Symbol:
    """The letters of a number as printed; `glued` says that one group may be two ("NĐCP").

    >>> symbol("nđ-CP3")
    Symbol(groups=('NĐ', 'CP'), joints=('-',), cut=1)
    """
    pieces = _JOINT.split(printed)
    known = [canonical(group) for group in pieces[::2]]
    groups, joints = tuple(group for group, _ in known), tuple(pieces[1::2])
    if glued and len(groups) == 1 and (both := _unglued(groups[0])):
        groups, joints = both, ("-",)
    return Symbol(groups, joints, known[-1][1])


@lru_cache(_KNOWN)
def meaning(groups: tuple[str, ...]) -> Meaning:
    """What the canonical groups of a number tell.

    >>> meaning(("NQ", "TW")).kind
    'resolution'
    """
    issuer, term = _issuer(groups)
    return Meaning(kind_of(groups), issuer, term)


@cache
def _canonical() -> dict[str, str]:
    """Groups of letters as folded -> as canonically written ("ctr" -> "CTr", "nd" -> "NĐ")."""
    table: dict[str, str] = {}
    for group in (*kinds.symbols(), *codes()):
        if "-" not in group:
            table.setdefault(_fold(group), group)
    # Where folding meets ("HD", "HĐ"), what is printed exactly is right: `canonical` asks for that first.
    return table


def _fold(group: str) -> str:
    return group.lower().translate(_FOLD)


def canonical(group: str) -> tuple[str, int]:
    """A group as canonically written, and how many glued digits of a footnote mark were taken off its end.

    >>> canonical("TW1"), canonical("TTG"), canonical("QH15")
    (('TW', 1), ('TTg', 0), ('QH15', 0))
    """
    if group in codes() or group in kinds.symbols():
        return group, 0
    digits = _LETTERS.fullmatch(group)
    if group in typos():
        return typos()[group], 0
    if digits and (assembly := _ASSEMBLY.match(group.upper())):
        return assembly[0], len(group) - assembly.end()
    if digits and _fold(digits[1]) in _canonical():
        return canonical(digits[1])[0], len(digits[2])
    return _canonical().get(_fold(group), group), 0


@cache
def typos() -> dict[str, str]:
    """Groups that are plainly mistyped -> what was meant."""
    return dict(kinds.patterns("kinds")["typos"])


def _unglued(group: str) -> tuple[str, str] | None:
    """Kind and body of a group that lost its hyphen ("NĐCP", "TTBTC")."""
    for kind in ("NĐ", "NQ", "QĐ", "TT", "CT", "KH"):
        if group.startswith(kind) and len(group) > 3 and (body := canonical(group[2:])[0]) in codes():
            return kind, body
    return None


def kind_of(groups: Sequence[str]) -> str | None:
    """The kind that the letters of a number name: of a law or a resolution of the Assembly only the words tell."""
    table = kinds.symbols()
    if len(groups) > 1 and (both := table.get(f"{groups[0]}-{groups[1]}")):
        return both.type
    kind = table.get(groups[0])
    return kind.type if kind else None


def _issuer(groups: Sequence[str]) -> tuple[Issuer | None, str | None]:
    """The body whose code ends a number, or begins it, and the term of an Assembly."""
    table = codes()
    for group in (groups[-1], *groups[1:-1], groups[0]):
        if assembly := _ASSEMBLY.fullmatch(group):
            return table[assembly[1]], roman(int(assembly[2]))
        if group in table and not (group is groups[0] and len(groups) > 1 and group in kinds.symbols()):
            return table[group], None
    last = groups[-1]
    if len(groups) > 1 and last.endswith(("TW", "TU")):
        return table[last[-2:]], None
    return None, None


def roman(number: int) -> str:
    """A Roman number.

    >>> roman(14)
    'XIV'
    """
    out = ""
    for value, letters in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += letters * (number // value)
        number %= value
    return out
