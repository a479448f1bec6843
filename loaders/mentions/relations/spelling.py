"""How the table spells a phrase: "sửa đổi[, bổ sung] {by}"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.mentions.letters import LETTER

_OPENS = re.compile(rf"(?P<first>{LETTER}+)(?: (?P<second>{LETTER}+))?")
_SECOND = re.compile(rf"{LETTER}+(?: {LETTER}| ?[^\w ])")


def spell(words: str, slots: dict[str, str]) -> str:
    """The pattern of a phrase: [ ] may be missing, {name} is one of a slot's words.

    >>> bool(re.fullmatch(spell("sửa đổi[, bổ sung] {by}", {"by": "(?:bởi|tại)"}), "sửa đổi tại"))
    True
    """
    out = []
    for piece in re.split(r"(\[|\]|\{\w+\}| )", words):
        match piece:
            case "[":
                out.append("(?:")
            case "]":
                out.append(")?")
            case " ":
                out.append(" +")
            case _ if piece.startswith("{"):
                out.append(slots[piece[1:-1]])
            case _:
                out.append(re.escape(piece))
    return "".join(out)


def starts(words: str) -> set[tuple[str, str]]:
    """The first two words that a phrase may have; the second is "" where it may be any or none.

    >>> sorted(starts("[tạm ]ngưng[ việc] áp dụng"))
    [('ngưng', 'việc'), ('ngưng', 'áp'), ('tạm', 'ngưng')]
    """
    return {(m["first"], m["second"] or "") for spelled in _spellings(words) if (m := _OPENS.match(spelled))}


def _spellings(words: str) -> Iterator[str]:
    """The beginnings of a phrase with and without what may be missing in them."""
    fixed, optional, rest = words.partition("[")
    if not optional or _SECOND.match(fixed):
        yield fixed
        return
    inside, _, after = rest.partition("]")
    yield from _spellings(fixed + inside + after)
    yield from _spellings(fixed + after)
