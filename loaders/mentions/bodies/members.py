"""One member of a list of doers: a body, a post with its body, a named person, a class."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.mentions.bodies.bodywords import ASIDE, JOIN, MANY, body_words
from loaders.mentions.bodies.runs import capitals, first_word, opens, places, plain, run
from loaders.mentions.places import provinces
from loaders.mentions.predicates import starts
from loaders.mentions.words import AREA, NAME
from loaders.sentences import CAPITAL

_OF = re.compile(r" +(?:của|thuộc|tại|ở|trực thuộc)(?: +(?:các|những))? +")
_LEVELS = re.compile(
    rf"(?: +các)? +cấp +(?:tỉnh|huyện|xã|cơ sở)(?:,? +(?:và +)?(?:cấp +)?(?:tỉnh|huyện|xã)(?!\w))*"
    rf"|(?: +các)? +{AREA}(?:(?: *,| +và) *{AREA})+(?! +[{CAPITAL}])| +các +{AREA}| +các +địa +phương"
    r"| +(?:các|hai|2) +cấp| +cùng cấp"
)
_SEAT = re.compile(rf" +{AREA}(?: +{NAME})?(?:, *(?:tỉnh|thành phố) +{NAME})?| +khu vực +[\dIVX]+")
_COMMA = re.compile(r" *, *(?=[^\W\d_])")
_CENTRAL = re.compile(r" +trực thuộc(?: +[Tt]rung ương)?")
_ANY_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|huyện|quận) +ủy")  # in small letters: any of them
_PROPER = re.compile(rf" +(?:[{CAPITAL}\d]|(?:các|thuộc|của) )")
_CLASSY = re.compile(r"\b(?:các|những)\b|\bcấp (?:tỉnh|huyện|xã|cơ sở)\b|\b(?:các|cùng|hai|2) cấp\b")
_POST = re.compile(rf"(?: *, *| *- *)(?=[{CAPITAL}])")
_POSTS = ("Ủy viên", "Phó", "Trưởng")
_OWN = ("Bộ", "Sở", "Ban", "Cục", "Viện", "Tổng cục")  # "Chánh Văn phòng Bộ": the one that speaks
_NAMELESS = ("Công ty", "Chủ đầu tư")  # bodies as they stand: the document says which


@dataclass(slots=True)
class Member:
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


def single(flat: str, at: int, end: int) -> Member | None:
    """A body or a post-holder that a capital begins."""
    return _whole(flat, at, end) or _posted(flat, at, end) or _fielded(flat, at, end) or _free(flat, at, end)


def _whole(flat: str, at: int, end: int) -> Member | None:
    found = body_words().whole.match(flat, at, end)
    if not found:
        return None
    member = _behind(flat, at, found.end(), end, head=found[0])
    member.many = member.many or _ANY_COMMITTEE.search(found[0]) is not None
    return member


def _posted(flat: str, at: int, end: int) -> Member | None:
    """A post-holder with the body whose post it is: "Giám đốc Sở Y tế", "Chủ tịch Ủy ban nhân dân xã"."""
    found = body_words().posts.match(flat, at, end)
    if not found:
        return None
    stop = found.end()
    if flat.startswith(" ", stop) and (inner := _office(flat, _skip(flat, stop), end)):
        post = f"{plain(flat[at : inner.start])} {inner.post}" if inner.person and inner.post else None
        many = inner.many and flat[inner.start : inner.stop] not in _OWN
        return Member(at, inner.stop, inner.end, many, inner.person, inner.name, post, found[0])
    member = _behind(flat, at, stop, end, head=found[0])
    if member.stop == stop and not member.person:
        member.many = True  # "Bộ trưởng, Thủ trưởng …": whoever holds such a post
    return member


def _skip(flat: str, at: int) -> int:
    while flat.startswith(" ", at):
        at += 1
    return at


def _office(flat: str, at: int, end: int) -> Member | None:
    """The body behind a post: one, or a class ("Thủ trưởng các cơ quan")."""
    if many := MANY.match(flat, at, end):
        return classed(flat, at, first_word(flat, many.end(), end), end)
    if inner := single(flat, at, end):
        return inner
    named = body_words().classes.match(flat, at, end)
    return classed(flat, at, named.end(), end) if named else None


def _fielded(flat: str, at: int, end: int) -> Member | None:
    """A ministry or department, by its field."""
    words = body_words()
    found = words.fielded.match(flat, at, end)
    if not found:
        return None
    field = words.fields.match(flat, found.end(), end)
    stop = field.end() if field else capitals(flat, found.end(), end)
    return _behind(flat, at, stop, end, head=found[0]) if stop > found.end() else None


def _free(flat: str, at: int, end: int) -> Member | None:
    """A body whose name runs on in small letters: "Ban Quản lý dự án đầu tư xây dựng"."""
    words = body_words()
    found = words.free.match(flat, at, end)
    if not found or words.false_heads.match(flat, at, end):
        return None
    if " " not in found[0] and not _PROPER.match(flat, found.end(), end):
        return None  # "Ban hành", "Tổ chức", "Trường hợp": no name follows
    stop, aside, _ = run(flat, found.end(), end)
    if stop == found.end() and found[0] not in _NAMELESS:
        return None
    if found[0] in words.listing and (more := _fields(flat, stop, end)) > stop:
        stop = aside = more
    one = " ".join(found[0].lower().split()) in words.single
    return Member(at, stop, aside, not one and _CLASSY.search(flat, at, stop) is not None, head=found[0])


def _fields(flat: str, at: int, end: int) -> int:
    """The end of a name that lists its fields: "Vụ Kế hoạch, Tài chính", "Cục Quản lý, giám sát kế toán, kiểm toán"."""
    managing = flat[:at].endswith("Quản lý")
    while comma := _COMMA.match(flat, at, end):
        begin = comma.end()
        if not (flat[begin].isupper() or managing) or _is_other(flat, begin, end):
            break
        stop = run(flat, _word(flat, begin, end), end).stop
        if not (JOIN.match(flat, stop, end) or starts(flat, _skip(flat, stop), end)):
            break
        at = stop
    return at


def _is_other(flat: str, at: int, end: int) -> bool:
    """Whether another body, a class or a place begins, and no field of work."""
    words = body_words()
    if opens(flat, at, end) or provinces().at(flat[at : at + 40].lower(), 0):
        return True
    return words.classes.match(flat, at, end) is not None and not words.others.match(flat, at, end)


def _word(flat: str, at: int, end: int) -> int:
    while at < end and flat[at].isalnum():
        at += 1
    return at


def _behind(flat: str, at: int, stop: int, end: int, *, head: str) -> Member:
    """A proper name with what follows and belongs to it: an area, a level, "của …", a person's name."""
    many, before = False, -1
    while stop > before:
        before = stop
        if person := _family(flat, stop, end):
            return Member(
                at, person.end(), person.end(), False, True, plain(person["name"]), plain(flat[at:stop]), head
            )
        stop, several = _further(flat, stop, end)
        many = many or several
    aside = ASIDE.match(flat, stop, end)
    return Member(at, stop, aside.end() if aside else stop, many, head=head)


def _further(flat: str, at: int, end: int) -> tuple[int, bool]:
    """The end of the next piece of a name, the same offset where there is none; whether it makes a class of it."""
    if levels := _LEVELS.match(flat, at, end):
        central = _CENTRAL.match(flat, levels.end(), end)
        return places(flat, central.end() if central else levels.end(), end), True
    if seat := _SEAT.match(flat, at, end):
        stop = places(flat, seat.end(), end)
        return stop, stop > seat.end()
    if tail := body_words().tails.match(flat, at, end):
        return tail.end(), False
    if (stop := capitals(flat, at, end)) > at:
        return stop, False
    of = _OF.match(flat, at, end)
    inner = next((m for f in (_whole, _fielded, _free) if (m := f(flat, of.end(), end))), None) if of else None
    return inner.stop if inner else at, False


def _family(flat: str, at: int, end: int) -> re.Match[str] | None:
    """A person's name; a province may look like one ("Lâm Đồng", "Hồ Chí Minh")."""
    found = body_words().family.match(flat, at, end)
    return None if found is None or provinces().at(found["name"].lower(), 0) else found


def person(flat: str, at: int, end: int) -> Member | None:
    """A named person with the posts that follow: "đồng chí Lê Khắc Nam, Ủy viên Thành ủy, Phó Chủ tịch …"."""
    found = _family(flat, at, end)
    if not found:
        return None
    words = body_words()
    stop, posts = found.end(), []
    while joined := _POST.match(flat, stop, end):
        begin = joined.end()
        known = words.posts.match(flat, begin, end) or words.whole.match(flat, begin, end)
        if not known and not flat.startswith(_POSTS, begin):
            break
        stop = run(flat, begin, end).stop
        posts.append(plain(flat[begin:stop]))
    return Member(at, stop, stop, False, True, plain(found["name"]), ", ".join(posts) or None)


def classed(flat: str, start: int, at: int, end: int, *, complete: bool = False) -> Member:
    """A class; `complete` says that it is one of several, so that a verb behind it is none of its name."""
    stop, aside, _ = run(flat, at, end, complete=complete)
    if central := _CENTRAL.match(flat, stop, end):
        stop = aside = central.end()
    if (listed := places(flat, stop, end)) > stop:
        stop = aside = listed
    return Member(start, stop, aside, True)
