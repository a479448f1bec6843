"""Who is named in front of a clause, over what precedes him, and where his task begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from loaders.mentions.bodies.bodies import Phrase, bodies
from loaders.mentions.duties.pieces import behind_joint
from loaders.mentions.duties.roles import bound
from loaders.mentions.kinds import patterns
from loaders.mentions.predicates import told
from loaders.mentions.words import union
from loaders.sentences import CAPITAL

_FAR = 450  # code points: a doer stands no farther behind the start of its sentence
_BEYOND = 240  # ... that it is bound stands in so many behind the beginning of a class in small letters
_NEAR = 120  # ... and a list of doers that goes on behind a comma begins no farther before it
_COMMA = re.compile(rf"[,)] +(?:thì +)?(?=[{CAPITAL}a-zđ])|(?<= )thì +")
_COLON = re.compile(r" *: *")
_PARTING = re.compile(r", +")
_NAMED = re.compile(rf"[{CAPITAL}]|các |những |mỗi |(?:tỉnh|thành phố) +[{CAPITAL}]")
_NAME_HERE = re.compile(rf"(?<= )(?:[{CAPITAL}]|các |những )")
_OBLIGED = re.compile(r" (?:theo [^;:.]{3,60}? )?(?:hoàn toàn )?(?:phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ) ")
_BINDING = re.compile(r" phải |trách nhiệm |nhiệm vụ ")  # no class in small letters is bound without one of these
_PARTY = re.compile(r"(?:[Đđ]ảng|ủy(?! +ban +nhân)|chi bộ)(?!\w)")
_TOLD_TO = re.compile(
    r"(?:báo cáo|trình|gửi|yêu cầu|đề nghị|giao|xin ý kiến|làm việc với|phối hợp(?: chặt chẽ)? với|cùng|gồm|như)"
    r"(?: [^\s,]+){0,2} *$"
)
_OF = " của"  # "theo đề nghị của A, B | rà soát"


class Leader(NamedTuple):
    """The doers in front of a clause, and where their task begins."""

    phrase: Phrase
    begin: int


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"[“\"(]?" + union(patterns("duties")["before"], capital=None))


def leader(flat: str, start: int, end: int, *, small: bool = False) -> Leader | None:
    """The doers named in front of a clause, over what precedes them up to a comma; `small`: see `_named`.

    >>> found = leader("Trước ngày 01/6/2026, Sở Y tế báo cáo kết quả", 0, 45)
    >>> found.phrase.actors[0].name, found.begin
    ('Sở Y tế', 30)
    """
    at = behind_joint(flat, start, end)
    phrase = bodies(flat, at, end)
    if phrase and (found := _led(flat, phrase, end)):
        return found
    if not _before().match(flat, at, end):
        return None
    return next(_behind_commas(flat, at, phrase.end if phrase else at, end, small=small), None)


def _behind_commas(flat: str, at: int, covered: int, end: int, *, small: bool) -> Iterator[Leader]:
    """Leaders behind each comma in turn; what a list of names covers is not looked at again."""
    for comma in _COMMA.finditer(flat, at, min(end, at + _FAR)):
        if comma.end() <= covered:
            continue
        listed = _listed(flat, covered, comma.start(), end)
        if listed is not None and listed.end > comma.end():
            found, covered = _last(flat, listed, at, end), listed.end
        else:
            named = _named(flat, comma.end(), end, small=small)
            found = _led(flat, named, end) if named else None
            covered = named.end if named else covered
        if found:
            yield found


def _named(flat: str, at: int, end: int, *, small: bool = False) -> Phrase | None:
    """Who is named behind a comma.

    In small letters only a class that is bound ("…, cơ quan chủ trì phải …"): one of the Party, or, where others are
    told things around it (`small`), any.
    """
    if _NAMED.match(flat, at):
        return bodies(flat, at, end)
    if not _BINDING.search(flat, at, min(end, at + _BEYOND)):
        return None
    phrase = bodies(flat, at, end)
    if phrase is None or not _OBLIGED.match(flat, phrase.end, end):
        return None
    return phrase if small or _PARTY.search(flat, at, phrase.end) else None


def _led(flat: str, phrase: Phrase, end: int) -> Leader | None:
    """The doers with their task; a place must be bound ("Thanh Hóa cần …") to be a doer."""
    begin = told(flat, phrase.end, end)
    if begin is None and (named := _specified(flat, phrase, end)):
        phrase = named
        begin = told(flat, phrase.end, end)
    if begin is None or (phrase.place and not bound(flat, phrase.end, end)):
        return None
    return Leader(phrase, begin)


def _specified(flat: str, phrase: Phrase, end: int) -> Phrase | None:
    """The bodies named behind a class and a colon: "Giám đốc các sở, ngành: Sở Tài chính, Công an tỉnh …"."""
    colon = _COLON.match(flat, phrase.end, end)
    if not colon or not phrase.actors[-1].collective:
        return None
    named = bodies(flat, colon.end(), end)
    if named is None or len(named.actors) < 2 or named.actors[0].collective:
        return None
    return Phrase(phrase.start, named.end, (*phrase.actors[:-1], *named.actors))


def _listed(flat: str, start: int, comma: int, end: int) -> Phrase | None:
    """A list of bodies before a comma that goes on behind it."""
    for name in _NAME_HERE.finditer(flat, max(start, comma - _NEAR), comma):
        phrase = bodies(flat, name.start(), end)
        if phrase and phrase.end > comma:
            return phrase
    return None


def _last(flat: str, listed: Phrase, start: int, end: int) -> Leader | None:
    """The last of a list of bodies, when the others belong to what precedes: "thống nhất với A, B | quyết định"."""
    begin = told(flat, listed.end, end)
    before = flat[start : listed.start]
    if begin is None or (_TOLD_TO.search(before) and not before.rstrip().endswith(_OF)):
        return None
    for comma in reversed(list(_PARTING.finditer(flat, listed.start, listed.end))):
        named = _named(flat, comma.end(), listed.end)
        if named and named.end >= listed.end - 1 and len(named.actors) == 1:
            return Leader(named, begin)
    return None
