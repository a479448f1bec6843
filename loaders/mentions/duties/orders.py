"""The words of an order: "giao", "đề nghị", "yêu cầu", "ủy quyền", and the mode that each gives."""

from __future__ import annotations

import re

from loaders.mentions.verbs import verbs
from loaders.mentions.words import each

# "được Ủy ban nhân dân tỉnh ủy quyền cho …": told of, not ordered.
_PASSIVE = re.compile(r"(?<!\w)(?:được|do) (?:[^\s,;.]+ ){1,9}$")
_CASE = re.compile(r"[Tt]rường hợp +$")  # "trường hợp đề nghị cơ quan chủ trì chuyển …": a condition
_POLITE = ("trân trọng", "kính")  # these are orders whatever stands before
_NEAR = 14  # code points: the word before an order stands in so many
_LONG = 24  # ... and those of an order
_FAR = 80  # ... and what makes it passive in so many


def orders(flat: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of an order in a clause that are an order: not "được giao", "theo đề nghị", "khi có yêu cầu"."""
    found = []
    words = verbs()
    for match in each(words.ordering, words.orders, flat, start, end):
        at = match.start()
        before = flat[max(start, at - _NEAR) : at].rstrip().rsplit(" ", 1)[-1].lower().strip(",")
        plain = before in words.no_order and not match[0].startswith(_POLITE)
        told = _PASSIVE.search(flat, max(start, at - _FAR), at) or _CASE.search(flat, max(start, at - _NEAR), at)
        if not plain and not told:
            found.append(match)
    return found


def order_at(flat: str, at: int, end: int) -> re.Match[str] | None:
    """The words of an order that a text begins with."""
    return verbs().orders.match(flat, at, min(end, at + _LONG))


def gives(flat: str, start: int, at: int) -> bool:
    """Whether who speaks gives at an offset: nobody else stands in front ("Chi bộ giao nhiệm vụ cho …")."""
    return verbs().giving.search(flat[start:at]) is not None


def mode_of(word: str) -> str:
    """The mode that the word of an order gives: assign, request, require, delegate.

    >>> mode_of("Ủy quyền cho "), mode_of("giao nhiệm vụ cho")
    ('delegate', 'assign')
    """
    modes = verbs().modes
    plain = " ".join(word.lower().split()).strip(" :")
    known = [w for w in modes if plain.startswith(w)]
    return modes[max(known, key=len)] if known else "implicit"
