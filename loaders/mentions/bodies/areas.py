"""What a name is of: the area or the level behind it, one or a class of them, or a list of places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.bodies.beginnings import opens, skip
from loaders.mentions.kinds import patterns
from loaders.mentions.places import provinces
from loaders.mentions.predicates import starts
from loaders.mentions.words import NAME, union
from loaders.sentences import CAPITAL

_FAR = 40  # code points: the name of a place, and the verb that it may look like, is no longer
_NEXT = re.compile(r"(?: *,| +và) *(?:và +)?")
_COLON = re.compile(r" *: *")
_BLANK = re.compile(r" +")
_PLACE = re.compile(NAME)
_LISTED_END = re.compile(r" *(?:[,;.)]| và |$)")
_SEATED = re.compile(rf"(?:Tỉnh|Thành phố)(?: +{NAME})?(?!\w)|(?:tỉnh|thành phố) +{NAME}(?!\w)")
_CENTRAL = re.compile(r" +trực thuộc(?: +[Tt]rung ương)?")


@dataclass(frozen=True, slots=True)
class _Forms:
    """`several`: kinds of area or levels, of which any is meant; `row`: kinds in a row; `seat`: one area.

    `sort`: a sort of area that is named for none of its kind ("thành phố | thuộc tỉnh").
    """

    several: re.Pattern[str]
    row: re.Pattern[str]
    seat: re.Pattern[str]
    sort: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table = patterns("bodies")
    kind = rf"{union(table['areas'], capital=None)}(?! +(?:hội|lộ|đội|đoàn|ủy)(?!\w))"
    sort = f"(?: +{union(table['sorts'], capital=False)}(?: *,? *(?:và +)?{union(table['sorts'], capital=False)})*)?"
    under = r"(?: +thuộc +(?:[Tt]ỉnh|[Tt]hành phố)(?: +trực thuộc +[Tt]rung ương)?(?!\w))?"
    kind = f"{kind}{sort}{under}"
    row = rf"{kind}(?:(?: *,| +và| +hoặc) *{kind})+"
    above = rf"(?:tỉnh|[Tt]hành phố|TP\.?|huyện(?: đảo)?|quận|thị xã) +{NAME}"
    return _Forms(
        several=re.compile(
            r"(?: +các)? +cấp +(?:tỉnh|huyện|xã|cơ sở)(?:,? +(?:và +)?(?:cấp +)?(?:tỉnh|huyện|xã)(?!\w))*"
            rf"| +các +(?:{row}|{kind})|(?: +{row}(?! +[{CAPITAL}]))| +các +địa +phương"
            r"| +(?:các|hai|2) +cấp| +cùng cấp"
        ),
        row=re.compile(rf" +{row}(?! +[{CAPITAL}])"),
        sort=re.compile(r"thuộc +(?:[Tt]ỉnh|[Tt]hành phố)(?: +trực thuộc +[Tt]rung ương)?$"),
        seat=re.compile(rf" +{kind}(?P<named> +{NAME}(?:(?:,| +thuộc| +-)? +{above}){{0,2}})?| +khu vực +[\dIVX]+"),
    )


def area(flat: str, at: int, end: int) -> tuple[int, bool]:
    """The end of the area behind a name, the same offset where there is none; whether it makes a class of the name."""
    if several := _forms().several.match(flat, at, end):
        stop = central(flat, several.end(), end)
        return places(flat, stop, end, bare=" các " in several[0]), True
    if (one := seat(flat, at, end)) is not None:
        stop = places(flat, one, end)
        return stop, stop > one or _forms().sort.search(flat, at, one) is not None
    return at, False


def is_several(flat: str, at: int, end: int) -> bool:
    """Whether kinds of area stand in a row in a name."""
    return any(_forms().row.match(flat, blank.start(), end) for blank in _BLANK.finditer(flat, at, end))


def seat(flat: str, at: int, end: int) -> int | None:
    """The end of one area, its name included; None where none stands there."""
    found = _forms().seat.match(flat, at, end)
    if found is None:
        return None
    named = found.start("named")
    if named < 0 or is_place(flat, skip(flat, named), end):
        return found.end()
    return named  # "Công an Thành phố | Chỉ đạo …"


def within(flat: str, at: int, end: int) -> int | None:
    """The end of an area inside a name that runs on, or of several kinds in a row: "Đảng ủy | xã, phường, đặc khu"."""
    row = _forms().row.match(flat, at, end)
    return row.end() if row else seat(flat, at, end)


@cache
def area_words() -> frozenset[str]:
    """The words that an area can begin with, in small letters."""
    return frozenset(name.split()[0].strip(".").lower() for name in patterns("bodies")["areas"])


def central(flat: str, at: int, end: int) -> int:
    """Behind "trực thuộc Trung ương"; the same offset where it does not stand there."""
    found = _CENTRAL.match(flat, at, end)
    return found.end() if found else at


def places(flat: str, at: int, end: int, *, bare: bool = False) -> int:
    """The end of a list of places behind a colon: "các tỉnh: Lào Cai, Đồng Nai"; what is to be done is none.

    `bare`: without a colon too, behind a plural ("các phường Ba Đình, Ngọc Hà").
    """
    gap = _COLON.match(flat, at, end) or (_BLANK.match(flat, at, end) if bare else None)
    first = _PLACE.match(flat, gap.end(), end) if gap else None
    if first is None or not is_place(flat, first.start(), end):
        return at
    if not (_is_known(flat, first.start(), end) or _LISTED_END.match(flat, first.end(), end)):
        return at
    stop = first.end()
    while (joint := _NEXT.match(flat, stop, end)) and (other := _PLACE.match(flat, joint.end(), end)):
        if not is_place(flat, other.start(), end):
            break
        stop = other.end()
    return stop


def is_place(flat: str, at: int, end: int) -> bool:
    """Whether a capital begins the name of a place: no body, and nothing that is to be done ("Căn cứ")."""
    if _is_known(flat, at, end):
        return True
    small = flat[at].lower() + flat[at + 1 : min(end, at + _FAR)]
    return not (starts(small, 0, len(small)) or opens(flat, at, end))


def _is_known(flat: str, at: int, end: int) -> bool:
    """Whether a province stands at an offset: "Cần Thơ", which begins like a verb."""
    return provinces().at(flat[at : min(end, at + _FAR)].lower(), 0) is not None


def seated(flat: str, at: int, end: int) -> int | None:
    """The end of a province or city that stands alone, with its name or without: "Tỉnh", "thành phố Huế"."""
    found = _SEATED.match(flat, at, end)
    return found.end() if found else None
