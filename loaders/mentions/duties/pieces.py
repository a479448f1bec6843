"""An item in its pieces: its sentences and their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from loaders.found import Span
from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.kinds import patterns
from loaders.sentences import CAPITAL, cuts

_NUMBER = r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\) +"  # of an item inside a sentence: "(1) Bộ Y tế …; (2) Bộ Công an …"
_NUMBERED = re.compile(rf"\. +(?={_NUMBER}\w)")
_ITEM = re.compile(r"\((\d{1,2}|[ivx]{1,4}|[a-zđ])\) +")
_COUNTED = re.compile(  # "05 chức năng chính: (i)", no "Điều 5 Luật này: (1)", "03 nhóm sau: (1)"
    rf"(?<!\w)\d{{1,2}} +(?P<what>(?![{CAPITAL}]|ngày|tháng|năm|nhóm)(?:\w+,? +){{0,7}}\w+) *: *\((?P<i>[1ia])\)"
)
_WITH = re.compile(r"[Pp]hối hợp(?: chặt chẽ)?(?: cùng)?(?: với| cùng)? +")
_STOP = re.compile(r"[.;!?…]")
_DOTS = re.compile(r" *(?:…|\.{3})(?!\.)")
_MARK = re.compile(r"[();]")
_LONG = 400  # code points: a piece longer than this does more than name doers


class Clause(msgspec.Struct, frozen=True):
    """A clause of an item; `sentence` counts from 0, `last` says that its sentence ends the item."""

    start: int
    end: int
    sentence: int
    last: bool


@cache
def _joint() -> re.Pattern[str]:
    joints = sorted(patterns("duties")["joints"], key=len, reverse=True)
    return re.compile(rf"(?:{_NUMBER})?(?:(?:" + "|".join(re.escape(j) for j in joints) + r")(?!\w) *)?", re.I)


def clauses(flat: str, start: int, end: int) -> list[Clause]:
    """The clauses of an item: its sentences, cut at semicolons outside brackets."""
    if not _STOP.search(flat, start, end - 1):
        return [Clause(start, end, 0, True)] if start < end else []
    spans: list[Span] = []
    at = start
    for stop, after in sorted([*cuts(flat, start, end), *_numbers(flat, start, end)]):
        spans.append((at, stop))
        at = after
    spans.append((at, end))
    sentences = _joined(flat, _sentences(flat, spans))
    count = sentences[-1][1] if sentences else 0
    return [Clause(s, e, n, n == count) for (s, e), n in sentences]


def _numbers(flat: str, start: int, end: int) -> list[Span]:
    """The gaps before numbered items inside a paragraph."""
    return [(m.start() + 1, m.end()) for m in _NUMBERED.finditer(flat, start, end)]


def numbered(flat: str, clause: Clause, start: int) -> bool:
    """Whether a clause is a numbered item inside the paragraph that begins at `start`, and none of a list of things."""
    found = _ITEM.match(flat, clause.start, clause.end)
    return found is not None and not _of_things(flat, start, found)


def _of_things(flat: str, start: int, number: re.Match[str]) -> bool:
    """Whether a number goes on with a list that counts things: "05 chức năng chính: (i) …; | (ii) …"."""
    heads = [m for m in _COUNTED.finditer(flat, start, number.start()) if (m["i"] == "i") == (number[1][0] in "ivx")]
    between = _ITEM.findall(flat, heads[-1].end(), number.start()) if heads else []
    same = all((n[0] in "ivx") == (number[1][0] in "ivx") for n in between)
    return bool(heads) and same and not any(word in heads[-1]["what"] for word in patterns("duties")["announces"])


def _sentences(flat: str, spans: list[Span]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    number = 0
    for start, end in spans:
        at = start
        for cut in _semicolons(flat, start, end):
            found.append(((at, cut), number))
            at = cut + 1
            while at < end and flat[at] == " ":
                at += 1
        if at < end:
            found.append(((at, end), number))
        if flat[end - 1 : end] != ";":
            number += 1
    return found


def _joined(flat: str, pieces: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Pieces that only name doers are joined to what these are told: "Chánh Văn phòng …; Giám đốc Sở …; … chịu"."""
    found: list[tuple[Span, int]] = []
    for (start, end), number in pieces:
        first, cut = found[-1][0] if found and found[-1][1] == number else (start, start)
        near = start > first and cut - first < _LONG
        if near and any(p.end > cut for p in _listed(flat, first, cut, end)):
            found[-1] = ((first, end), number)
        else:
            found.append(((start, end), number))
    return found


def _listed(flat: str, start: int, cut: int, end: int) -> Iterator[Phrase]:
    """The doers that a piece begins with, and the partners that it may end with: "…; phối hợp với Sở A; | Sở B"."""
    places = [start, *(m.end() for m in _WITH.finditer(flat, start, cut))]
    yield from (p for at in places if (p := bodies(flat, at, end)))


def _semicolons(flat: str, start: int, end: int) -> list[int]:
    found, depth = [], 0
    for match in _MARK.finditer(flat, start, end):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and match.start() > start and match.start() < end - 1:
            found.append(match.start())
    return found


def behind_joint(flat: str, start: int, end: int) -> int:
    """Over a number and small words in front of a clause: "(2)", "đồng thời", "trong đó"."""
    found = _joint().match(flat, start, end)
    return found.end() if found else start


def over(flat: str, at: int, end: int) -> int:
    """Over blanks, commas and the dots of a list cut short: "các Khu công nghiệp… | nắm tình hình"."""
    if dots := _DOTS.match(flat, at, end):
        at = dots.end()
    while at < end and flat[at] in " ,":
        at += 1
    return at


def trimmed(flat: str, start: int, end: int) -> int:
    """The end of words without the marks that close them; at least one code point is left."""
    while end > start and flat[end - 1] in " ;,.:":
        end -= 1
    return max(start + 1, end)
