"""Numbers for what has a long id: made of the id alone, so that deciding, loading or removing renumbers nothing.

A ticket has ten digits, of which people see and type as many as tell it from the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import pairwise

DIGITS, SHORTEST = 10, 4


def ticket(id: str) -> str:
    """The number of an id.

    >>> ticket("hai-phong/conclusion/212-KL-TU/2023-10-19/task/0a1b2c3d/1")
    '3881984155'
    """
    told = int.from_bytes(sha256(id.encode()).digest()[:8])
    return str(10 ** (DIGITS - 1) + told % (9 * 10 ** (DIGITS - 1)))


def shortest(ids: Iterable[str]) -> dict[str, str]:
    """The number of each id, in their order, cut to the digits that tell it from the numbers of all others.

    >>> shortest(["a", "b"])
    {'b': '3727', 'a': '4844'}
    """
    ranked = sorted((ticket(i), i) for i in set(ids))
    shared = [_shared(a, b) for (a, _), (b, _) in pairwise(ranked)]
    lengths = (max(SHORTEST, left + 1, right + 1) for left, right in zip([0, *shared], [*shared, 0], strict=True))
    return {i: number[:length] for (number, i), length in zip(ranked, lengths, strict=False)}


def _shared(a: str, b: str) -> int:
    """How many digits two numbers begin with in common."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), DIGITS)
