"""How high the makers of State documents stand, and which kinds of document change each other."""

from __future__ import annotations

import re

from loaders.found import Cited

# By the number: the smaller, the higher. A lower one cannot change a higher one.
_RANKS = (
    (re.compile(r"/(?:QH|UBTVQH)\d|/L-CTN"), 1),
    (re.compile(r"NĐ-CP|NQ-CP|/CP$"), 2),
    (re.compile(r"QĐ-TTg|CT-TTg", re.I), 3),
    (re.compile(r"/TTT?LT|/TT-|QĐ-B|QĐ-NHNN|QĐ-TTCP"), 4),
    (re.compile(r"NQ-HĐND|/HĐND"), 5),
    (re.compile(r"-UBND|-CTUBND|/UBND"), 6),
)
_TYPES = {"constitution": 0, "law": 1, "code": 1, "ordinance": 1, "decree": 2, "circular": 4, "joint_circular": 4}
_LAWS = frozenset({"law", "code", "ordinance", "constitution"})
_CIRCULARS = frozenset({"circular", "joint_circular"})


def rank(cited: Cited) -> int | None:
    """How high the maker of a document stands, as far as number and kind tell.

    >>> rank(Cited(0, 0, "decision", number="15/2021/QĐ-UBND"))
    6
    """
    for pattern, found in _RANKS:
        if cited.number and pattern.search(cited.number):
            return found
    return _TYPES.get(cited.type)


def family(cited: Cited) -> str:
    """Documents of one family change each other: laws and codes, circulars and joint circulars."""
    if cited.type in _LAWS or (cited.number and "/QH" in cited.number):
        return "law"
    return "circular" if cited.type in _CIRCULARS else cited.type
