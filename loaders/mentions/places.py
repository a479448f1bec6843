"""Provinces and cities: which one a text names, and what it was or became."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.registry import table
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import UPPER
from loaders.mentions.lexicon import Lexicon, anyof

CENTRE = "trung ương"
LEVELS = {
    "tỉnh": "provincial",
    "thành phố": "provincial",
    "tp": "provincial",
    "tp.": "provincial",
    "thủ đô": "provincial",
    "quận": "district",
    "huyện": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}
_PROVINCIAL = re.compile(r"(?<!\w)(?:tỉnh|thành phố|tp\.) +")
_READ = 100_000  # code points in which a text has said often enough of which province it is
_AREA = re.compile(r"[ -]*(tỉnh|thành +phố|tp\.?|thủ +đô|quận|huyện|thị +xã|xã|phường|thị +trấn|đặc +khu)(?!\w)")
# Never over a blank line, which the twin shows as two blanks.
_NAME = re.compile(rf" +[{UPPER}][\w'’]*(?:(?: |-| - )[{UPPER}][\w'’]*){{0,3}}")
_SHOUTED = re.compile(rf" +[{UPPER}'’]+(?: +[{UPPER}'’]+)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Area:
    """An area named in a text: the offset behind it, its level, and its province where the text tells it."""

    end: int
    level: str
    province: str | None


@cache
def provinces() -> Lexicon[str]:
    """Every province, past and present, in every spelling, with its name."""
    known = table("provinces")
    names = {n: n for row in known["now"].values() for n in row["from"]} | {n: n for n in known["now"]}
    return Lexicon([*names.items(), *known["spelled"].items()])


@cache
def successors() -> dict[str, str]:
    """The province that each province of before 1 July 2025 is now part of.

    >>> successors()["Hải Dương"]
    'Hải Phòng'
    """
    return {old: new for new, row in table("provinces")["now"].items() for old in row["from"]}


def province(name: str) -> str | None:
    """The province that a name or the beginning of a name means.

    >>> province("TP. HCM")
    'Hồ Chí Minh'
    """
    found = provinces().at(name.lower(), 0)
    return found[1] if found else None


def spoken_of(flat: str, low: str) -> str | None:
    """The one province that a text speaks of by name more often than of all others together, at least twice.

    Where it names none that is known, the one unknown place that it calls a province or city.
    """
    counts: dict[str, int] = {}
    unknown: dict[str, int] = {}
    for mention in _PROVINCIAL.finditer(low, 0, _READ):
        if found := provinces().at(low, mention.end()):
            counts[found[1]] = counts.get(found[1], 0) + 1
        elif named := _NAME.match(flat, mention.end() - 1):
            name = " ".join(named[0].split())
            unknown[name] = unknown.get(name, 0) + 1
    counts = counts or unknown
    most = max(counts, key=lambda name: counts[name], default=None)
    return most if most and counts[most] > 1 and counts[most] * 2 > sum(counts.values()) else None


def area(flat: str, low: str, at: int) -> Area | None:
    """The area at an offset: "tỉnh Nghệ An", "Thành phố", "phường Ba Đình", "thành phố Vinh, tỉnh Nghệ An"."""
    word = _AREA.match(low, at)
    if not word:
        return None
    level = LEVELS[" ".join(word[1].split())]
    named = named_at(flat, low, word.end())
    if named is None:
        return Area(word.end(), level, None)
    end, known = named
    if known is None and word[1] in ("tỉnh", "thủ đô"):
        return Area(word.end(), level, None)
    if known is None and level == "provincial":
        level = "district"  # "thành phố Vinh": a city that is no province
    if level != "provincial":
        outer = area(flat, low, end + 1) if low[end : end + 1] == "," else area(flat, low, end)
        if outer and outer.level == "provincial" and outer.province:
            return Area(outer.end, level, outer.province)
        known = None
    return Area(end, level, known)


def named_at(flat: str, low: str, at: int) -> tuple[int, str | None] | None:
    """Where a place name behind an offset ends, and the province that it is; None where no name follows."""
    start = at
    while low[start : start + 1] in (" ", "-"):
        start += 1
    if known := provinces().at(low, start):
        return known if flat[start].isupper() else None
    found = (_SHOUTED if flat[at - 1 : at].isupper() else _NAME).match(flat, at)
    return (found.end(), None) if found and not _no_name().match(low, start) else None


@cache
def _no_name() -> re.Pattern[str]:
    """Words that begin what an area does, not its name ("tỉnh Quy định …")."""
    return re.compile(rf"{anyof(patterns('issuers')['stops'])}(?!\w)")
