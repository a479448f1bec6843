"""Who a text speaks to: names of bodies, posts and persons, classes of them, and lists of all these.

A phrase of several bodies named one by one is one actor each; a phrase of classes ("các bộ, ngành, địa phương") is
one collective actor. The words are in ``bodies.toml``.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from loaders.found import Actor
from loaders.mentions.bodies.actors import actors
from loaders.mentions.bodies.areas import seated
from loaders.mentions.bodies.beginnings import Beginning, begins
from loaders.mentions.bodies.bodywords import JOIN, MANY, body_words
from loaders.mentions.bodies.classes import bare, several
from loaders.mentions.bodies.members import Member, classed, single
from loaders.mentions.bodies.persons import person
from loaders.mentions.bodies.plurals import shared, sibling
from loaders.mentions.bodies.runs import plain
from loaders.mentions.places import provinces

_AGAIN = 64  # places: who stands at one is asked several times in the reading of an item
_LIMIT = 260  # code points: no name of a body is longer
_HONOUR = re.compile(r"(?:cho +)?(?:(?P<many>[Cc]ác) +)?(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|đ/c)\b *")
# "Các ông, bà: | Chánh Văn phòng; Giám đốc Sở Y tế"
_ADDRESS = re.compile(r"(?:[Cc]ác +)?(?:[Ôô]ng *(?:[,/(] *[Bb]à\)?)?|[Đđ]ồng chí) *: *")
_WORD = re.compile(r"\w+")
_SMALL = re.compile(
    r"\b(?:Và|Các|Của|Có|Liên Quan|Cấp|Thuộc|Trực|Với|Phía|Trong|Theo|Năm|Giai Đoạn|Thực Hiện|Triển Khai|Chủ Trì"
    r"|Chỉ Đạo|Tỉnh(?!\s+\w*ủy)|Xã|Phường|Thành Phố)\b"
)


class Phrase(msgspec.Struct, frozen=True):
    """A list of doers at ``start:end`` of the twin."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    place: bool = False  # a place stands for its authorities: "Thanh Hóa cần …", "với Tỉnh"


@lru_cache(maxsize=_AGAIN)
def bodies(flat: str, at: int, end: int) -> Phrase | None:
    """The doers named from an offset on, or None where no name of a body stands there.

    >>> [a.name for a in bodies("Bộ Y tế, Bộ Tài chính và các bộ, ngành rà soát", 0, 46).actors]
    ['Bộ Y tế', 'Bộ Tài chính', 'các bộ, ngành']
    """
    kind = begins(flat, at, end)
    if kind is None:
        return None
    if kind == "before" and (address := _ADDRESS.match(flat, at, end)):
        named = bodies(flat, address.end(), end)
        return Phrase(at, named.end, named.actors, named.place) if named else None
    members = _first(flat, at, min(end, at + _LIMIT), kind) or []
    if not members:
        return _place(flat, at, end)
    while joined := JOIN.match(flat, members[-1].end, end):
        more = _next(flat, joined.end(), min(end, joined.end() + _LIMIT), members[-1])
        if not more:
            break
        members += more
    return Phrase(at, members[-1].end, tuple(actors(flat, members)))


def _next(flat: str, at: int, end: int, before: Member) -> list[Member] | None:
    """The next member of a list, behind another."""
    if field := shared(flat, at, end, before):
        return [field]
    kind = begins(flat, at, end)
    found = _first(flat, at, end, kind, listed=True) if kind else None
    if found is None and (firm := sibling(flat, at, end, before)):
        return [firm]
    return found


def titled(text: str) -> str:
    """A heading in capitals as a sentence would print it, offsets kept: "SỞ Y TẾ VÀ CÁC XÃ" → "Sở Y Tế và các Xã".

    >>> titled("SỞ Y TẾ VÀ CÁC XÃ")
    'Sở Y Tế và các xã'
    """
    words = _WORD.sub(lambda m: m[0][0] + m[0][1:].lower() if len(m[0]) > 1 else m[0], text)
    return _SMALL.sub(lambda m: m[0].lower(), words)


def _place(flat: str, at: int, end: int) -> Phrase | None:
    """A province or city for its authorities, with its name or without."""
    stop = seated(flat, at, end) or at
    if stop == at and flat[at : at + 1].isupper():
        known = provinces().at(flat[at : min(end, at + 40)].lower(), 0)
        stop = at + known[0] if known else at
    if stop == at:
        return None
    return Phrase(at, stop, (Actor(at, stop, plain(flat[at:stop]), level="provincial"),), place=True)


def _first(flat: str, at: int, end: int, kind: Beginning, *, listed: bool = False) -> list[Member] | None:
    """The member that begins at an offset; several where a plural head has them behind it ("các Bộ: Y tế, Công an").

    `listed` says that others stand before it.
    """
    if kind == "before":
        return _honoured(flat, at, end, listed=listed)
    if kind == "name":
        found = body_words().front.match(flat, at, end)
        if member := classed(flat, at, found.end(), end) if found else single(flat, at, end):
            return [member]
    member = bare(flat, at, end, listed=listed)
    return [member] if member else None


def _honoured(flat: str, at: int, end: int, *, listed: bool) -> list[Member] | None:
    """What an honour or a plural begins: "đồng chí A", "các đồng chí Bí thư …", "các sở"."""
    start = at
    honour = _HONOUR.match(flat, at, end)
    if honour:
        at = honour.end()
        if not honour["many"] and (named := person(flat, at, end)):
            return [Member(at, named.stop, named.stop, False, True, named.name, named.posts)]
    many = MANY.match(flat, at, end)
    if many or (honour and honour["many"]):
        return several(flat, start, many.end() if many else at, end)
    member = single(flat, at, end) or bare(flat, at, end, listed=listed)
    return [member] if member else None
