"""Who a text speaks to: names of bodies, posts and persons, classes of them, and lists of all these.

A phrase of several bodies named one by one is one actor each; a phrase of classes ("các bộ, ngành, địa phương") is
one collective actor. The words are in ``bodies.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.found import Actor
from loaders.mentions.bodies.actors import actors
from loaders.mentions.bodies.bodywords import JOIN, MANY, begins, body_words, opens
from loaders.mentions.bodies.members import Member, classed, single
from loaders.mentions.bodies.persons import person
from loaders.mentions.bodies.plurals import plural, shared
from loaders.mentions.bodies.runs import first_word, plain, run
from loaders.mentions.places import provinces
from loaders.mentions.predicates import starts
from loaders.mentions.words import NAME

_LIMIT = 260  # code points: no name of a body is longer
_HONOUR = re.compile(r"(?:cho +)?(?:(?P<many>[Cc]ác) +)?(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|đ/c)\b *")
_SEATED = re.compile(rf"(?:Tỉnh|Thành phố)(?: +{NAME})?(?!\w)|(?:tỉnh|thành phố) +{NAME}(?!\w)")
_LONE = re.compile(r"(?:cơ quan|đơn vị|tổ chức|cá nhân|cấp ủy|ngành|sở|ban|bộ)$", re.I)
_GENERIC = re.compile(r"(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|ngành|sở|ban|xã|phường)$", re.I)
_VERBAL = ("Tổ chức", "Đại biểu", "Thành viên")
_WORD = re.compile(r"\w+")
_SMALL = re.compile(
    r"\b(?:Và|Các|Của|Có|Liên Quan|Cấp|Thuộc|Trực|Với|Phía|Trong|Theo|Năm|Giai Đoạn|Thực Hiện|Triển Khai|Chủ Trì"
    r"|Chỉ Đạo|Tỉnh(?!\s+\w*ủy)|Xã|Phường|Thành Phố)\b"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A list of doers at ``start:end`` of the twin."""

    start: int
    end: int
    actors: tuple[Actor, ...]
    place: bool = False  # a place stands for its authorities: "Thanh Hóa cần …", "với Tỉnh"


def bodies(flat: str, at: int, end: int) -> Phrase | None:
    """The doers named from an offset on, or None where no name of a body stands there.

    >>> [a.name for a in bodies("Bộ Y tế, Bộ Tài chính và các bộ, ngành rà soát", 0, 46).actors]
    ['Bộ Y tế', 'Bộ Tài chính', 'các bộ, ngành']
    """
    if not begins(flat, at, end):
        return None
    members: list[Member] = []
    start = at
    while more := _more(flat, at, min(end, at + _LIMIT), members):
        members += more
        joined = JOIN.match(flat, more[-1].end, end)
        if not joined:
            break
        at = joined.end()
    if not members:
        return _place(flat, start, end)
    return Phrase(start, members[-1].end, tuple(actors(flat, members)))


def _more(flat: str, at: int, end: int, members: list[Member]) -> list[Member] | None:
    """The next member of a list, of which some stand before it."""
    if members and (field := shared(flat, at, end, members[-1])):
        return [field]
    return _next(flat, at, end, listed=bool(members))


def titled(text: str) -> str:
    """A heading in capitals as a sentence would print it, offsets kept: "SỞ Y TẾ VÀ CÁC XÃ" → "Sở Y Tế và các Xã".

    >>> titled("SỞ Y TẾ VÀ CÁC XÃ")
    'Sở Y Tế và các xã'
    """
    words = _WORD.sub(lambda m: m[0][0] + m[0][1:].lower() if len(m[0]) > 1 else m[0], text)
    return _SMALL.sub(lambda m: m[0].lower(), words)


def _place(flat: str, at: int, end: int) -> Phrase | None:
    """A province or city for its authorities, with its name or without."""
    found = _SEATED.match(flat, at, end)
    stop = found.end() if found else at
    if found is None and flat[at : at + 1].isupper():
        known = provinces().at(flat[at : min(end, at + 40)].lower(), 0)
        stop = at + known[0] if known else at
    if stop == at:
        return None
    return Phrase(at, stop, (Actor(at, stop, plain(flat[at:stop]), level="provincial"),), place=True)


def _next(flat: str, at: int, end: int, *, listed: bool) -> list[Member] | None:
    """The next member of a list; several where a plural head has its members behind it ("các Bộ: Y tế, Công an")."""
    start = at
    honour = _HONOUR.match(flat, at, end)
    if honour:
        at = honour.end()
        if not honour["many"] and (named := person(flat, at, end)):
            return [Member(at, named.stop, named.stop, False, True, named.name, named.posts)]
    if found := body_words().front.match(flat, at, end):
        return [classed(flat, at, found.end(), end)]
    many = MANY.match(flat, at, end)
    if many or (honour and honour["many"]):
        return _several(flat, start, many.end() if many else at, end)
    if member := single(flat, at, end):
        return [member]
    bare = _bare(flat, at, end, listed=listed)
    return [bare] if bare else None


def _several(flat: str, start: int, at: int, end: int) -> list[Member] | None:
    """What "các" begins."""
    if not _is_class(flat, at, end):
        return None
    return plural(flat, at, end) or [classed(flat, start, first_word(flat, at, end), end)]


def _is_class(flat: str, at: int, end: int) -> bool:
    """Whether what a plural says is bodies: "các sở", "các Ban của …", not "các cuộc vận động"."""
    words = body_words()
    if words.others.match(flat, at, end) and not flat.startswith(("đồng chí", "ủy viên"), at):
        return False
    return words.classes.match(flat, at, end) is not None or opens(flat, at, end)


def _bare(flat: str, at: int, end: int, *, listed: bool) -> Member | None:
    """A class without "các": "Sở, ban, ngành …", "… và đơn vị liên quan"; a noun alone is none."""
    words = body_words()
    found = words.classes.match(flat, at, end)
    if not found or found[0].lower() == "cấp" or _SEATED.match(flat, at, end) or words.others.match(flat, at, end):
        return None
    if listed:
        return classed(flat, at, found.end(), end, complete=_GENERIC.match(found[0]) is not None)
    if starts(flat, at, end) or (_LONE.match(found[0]) and not _goes_on(flat, found.end(), end)):
        return None  # "cơ quan đăng ký …": no class is told, a kind of body is described
    if flat[at].islower() or _stands(found[0]) or _more_classes(flat, found.end(), end):
        return classed(flat, at, found.end(), end, one=flat[at].isupper())
    return None


def _stands(noun: str) -> bool:
    """Whether a class may stand in front without "các": "Cơ quan phối hợp có trách nhiệm …"; "Tổ chức …" is a verb."""
    return " " in noun and not noun.startswith(_VERBAL)


def _goes_on(flat: str, at: int, end: int) -> bool:
    """Whether a class noun is one of several or is told apart by more words."""
    joined = JOIN.match(flat, at, end)
    if joined and body_words().classes.match(flat, joined.end(), end):
        return True
    return run(flat, at, end).words > 0


def _more_classes(flat: str, at: int, end: int) -> bool:
    """Whether a bare class noun in front goes on as a class does: "Sở, ban, ngành", "Cơ quan có liên quan"."""
    joined = JOIN.match(flat, at, end)
    words = body_words()
    return bool((joined and words.classes.match(flat, joined.end(), end)) or words.tails.match(flat, at, end))
