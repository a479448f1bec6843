"""One member of a list of doers: a body, a post with its body, a named person, a class."""

from __future__ import annotations

import re

import msgspec

from loaders.mentions.bodies.areas import area, central, is_place, places
from loaders.mentions.bodies.beginnings import skip
from loaders.mentions.bodies.bodywords import ASIDE, MANY, body_words
from loaders.mentions.bodies.free import free
from loaders.mentions.bodies.persons import family
from loaders.mentions.bodies.runs import capitals, first_word, plain, run
from loaders.mentions.predicates import starts

_OF = re.compile(r" +(?:của|thuộc|tại|ở|trực thuộc)(?: +(?:các|những))? +")
_ANY_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|huyện|quận) +ủy")  # in small letters: any of them
_HOLDER = re.compile(r"Phó |Thủ tướng|Tổng (?!Li)|Chủ tịch|Bí thư|Chánh |Thống đốc|Trưởng |Thường trực Ban")  # a post
_OWN = ("Bộ", "Sở", "Ban", "Cục", "Viện", "Tổng cục")  # "Chánh Văn phòng Bộ": the one that speaks


class Member(msgspec.Struct):
    """One member of a list: `stop` is where its name ends, `end` where its words do (an aside may follow).

    `many` for a class; `name` where it is not what is printed; `head` is the noun that its name begins with.
    """

    start: int
    stop: int
    end: int
    many: bool
    person: bool = False
    name: str | None = None
    post: str | None = None
    head: str = ""


def single(flat: str, at: int, end: int, *, holder: bool = False) -> Member | None:
    """A body or a post-holder that a capital begins; `holder`: a post stands before it, so that a person may follow."""
    return (
        _whole(flat, at, end, holder=holder)
        or _posted(flat, at, end)
        or _fielded(flat, at, end, holder=holder)
        or _free(flat, at, end)
    )


def _whole(flat: str, at: int, end: int, *, holder: bool = False) -> Member | None:
    found = body_words().whole.match(flat, at, end)
    if not found or body_words().false_heads.match(flat, at, end):
        return None
    holder = holder or _HOLDER.match(found[0]) is not None
    member = _behind(flat, at, found.end(), end, head=found[0], holder=holder)
    member.many = member.many or _ANY_COMMITTEE.search(found[0]) is not None
    return member


def _posted(flat: str, at: int, end: int) -> Member | None:
    """A post-holder with the body whose post it is: "Giám đốc Sở Y tế", "Chủ tịch Ủy ban nhân dân xã"."""
    found = body_words().posts.match(flat, at, end)
    if not found:
        return None
    stop = found.end()
    if flat.startswith(" ", stop) and (inner := _office(flat, skip(flat, stop), end)):
        post = f"{plain(flat[at : inner.start])} {inner.post}" if inner.person and inner.post else None
        many = inner.many and flat[inner.start : inner.stop] not in _OWN
        return Member(at, inner.stop, inner.end, many, inner.person, inner.name, post, found[0])
    member = _behind(flat, at, stop, end, head=found[0], holder=True)
    if member.stop == stop and not member.person:
        member.many = True  # "Bộ trưởng, Thủ trưởng …": whoever holds such a post
    return member


def _office(flat: str, at: int, end: int) -> Member | None:
    """The body behind a post: one, or a class ("Thủ trưởng các cơ quan")."""
    if many := MANY.match(flat, at, end):
        return classed(flat, at, first_word(flat, many.end(), end), end)
    if inner := single(flat, at, end, holder=True):
        return inner
    named = body_words().classes.match(flat, at, end)
    return classed(flat, at, named.end(), end) if named else None


def _fielded(flat: str, at: int, end: int, *, holder: bool = False) -> Member | None:
    """A ministry or department, by its field."""
    words = body_words()
    found = words.fielded.match(flat, at, end)
    if not found:
        return None
    field = words.fields.match(flat, found.end(), end)
    stop = field.end() if field else _unknown(flat, found.end(), end)
    return _behind(flat, at, stop, end, head=found[0], holder=holder) if stop > found.end() else None


def _unknown(flat: str, at: int, end: int) -> int:
    """The end of a field that no table has: capitals, and small letters up to a task ("An toàn thực phẩm")."""
    stop = capitals(flat, at, end)
    if stop == at or not flat.startswith(" ", stop):
        return stop
    more = run(flat, stop, end).stop
    whole = not flat[more:end].strip(" .;,")  # a cell of a table that ends with the name
    return more if whole or starts(flat, skip(flat, more), end) else stop


def _free(flat: str, at: int, end: int) -> Member | None:
    found = free(flat, at, end)
    return Member(at, found.stop, found.aside, found.many, head=found.head) if found else None


def _behind(flat: str, at: int, stop: int, end: int, *, head: str, holder: bool) -> Member:
    """A proper name with what follows and belongs to it: an area, a level, "của …", of a post its holder's name."""
    many, before = False, -1
    while stop > before:
        before = stop
        if holder and (person := family(flat, stop, end)):
            return Member(
                at, person.end(), person.end(), False, True, plain(person["name"]), plain(flat[at:stop]), head
            )
        stop, several = _further(flat, stop, end)
        many = many or several
    aside = ASIDE.match(flat, stop, end)
    return Member(at, stop, aside.end() if aside else stop, many, head=head)


def _further(flat: str, at: int, end: int) -> tuple[int, bool]:
    """The end of the next piece of a name, the same offset where there is none; whether it makes a class of it."""
    found, many = area(flat, at, end)
    if found > at:
        return found, many
    if tail := body_words().tails.match(flat, at, end):
        return tail.end(), False
    if known := body_words().pointed.match(flat, at, end):
        return known.end(), False
    stop = capitals(flat, at, end)
    if stop > at and is_place(flat, skip(flat, at), end):
        return stop, False
    of = _OF.match(flat, at, end)
    inner = next((m for f in (_whole, _fielded, _free) if (m := f(flat, of.end(), end))), None) if of else None
    return inner.stop if inner else at, False


def classed(flat: str, start: int, at: int, end: int, *, complete: bool = False, one: bool = False) -> Member:
    """A class; `complete` says that it is one of several, so that a verb behind it is none of its name.

    `one`: it is named without a plural ("Trung tâm | có chức năng …").
    """
    stop, aside, _ = run(flat, at, end, complete=complete, one=one)
    if (whole := central(flat, stop, end)) > stop:
        stop = aside = whole
    if (listed := places(flat, stop, end)) > stop:
        stop = aside = listed
    return Member(start, stop, aside, True)
