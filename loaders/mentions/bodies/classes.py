"""Classes of bodies: "các sở, ngành", "Sở, ban, ngành …", "… và đơn vị liên quan"."""

from __future__ import annotations

import re

from loaders.mentions.bodies.areas import seated
from loaders.mentions.bodies.beginnings import opens, skip
from loaders.mentions.bodies.bodywords import JOIN, body_words
from loaders.mentions.bodies.longer import has_board, longer
from loaders.mentions.bodies.members import Member, classed
from loaders.mentions.bodies.plurals import plural
from loaders.mentions.bodies.runs import first_word, run
from loaders.mentions.predicates import described, starts, tells_apart
from loaders.sentences import CAPITAL

_LONE = re.compile(r"(?:cơ quan|đơn vị|tổ chức|cá nhân|cấp ủy|ngành|sở|ban|bộ)$", re.I)
_GENERIC = re.compile(r"(?:cơ quan|đơn vị|địa phương|tổ chức|cá nhân|ngành|sở|ban|xã|phường)$", re.I)
_VERBAL = ("Tổ chức", "Đại biểu", "Thành viên")
_DOER = re.compile(r"(?:cơ quan|đơn vị|tổ chức|bộ phận|người được (?:giao|phân công))$", re.I)
# "Cơ quan | chủ trì giải quyết thủ tục | có trách nhiệm": what it does tells it from others.
_BOUND = re.compile(
    rf" +(?:(?! (?:phải|cần|thì) )[^.;:,“”()]|,(?! +(?:các|những|người|cơ +quan|[{CAPITAL}]))){{8,110}}?"
    r"(?= +(?:hoàn +toàn +)?(?:có|chịu) +(?:trách +nhiệm|nhiệm +vụ))"
)

_CHOSEN = re.compile(r"được +(?:giao|phân công|lựa chọn|chỉ định|ủy quyền|mời)(?!\w)")


def several(flat: str, start: int, at: int, end: int) -> list[Member] | None:
    """What "các" begins."""
    if not _is_class(flat, at, end):
        return None
    if found := plural(flat, at, end):
        return found
    stop = first_word(flat, at, end)
    return [_doing(flat, start, at, stop, end) or _of_board(flat, classed(flat, start, stop, end), end)]


def _of_board(flat: str, member: Member, end: int) -> Member:
    """The members of a board, to the end of what it works on: "các thành viên Ban Chỉ đạo quốc gia | về bến đò"."""
    if not flat.startswith(" về ", member.stop) or not has_board(flat[member.start : member.stop]):
        return member
    stop = longer(flat, "Ban Chỉ đạo", member.start, member.stop, end)
    return Member(member.start, stop, max(stop, member.end), member.many)


def _is_class(flat: str, at: int, end: int) -> bool:
    """Whether what a plural says is bodies: "các sở", "các Ban của …", not "các cuộc vận động"."""
    words = body_words()
    if words.others.match(flat, at, end) and not flat.startswith(("đồng chí", "ủy viên", "Ủy viên"), at):
        return False
    return words.classes.match(flat, at, end) is not None or opens(flat, at, end)


def bare(flat: str, at: int, end: int, *, listed: bool) -> Member | None:
    """A class without "các": "Sở, ban, ngành …", "… và đơn vị liên quan"; a noun alone is none."""
    words = body_words()
    found = words.classes.match(flat, at, end)
    if not found or found[0].lower() == "cấp" or seated(flat, at, end) or words.others.match(flat, at, end):
        return None
    if doing := _doing(flat, at, at, found.end(), end, listed=listed):
        return doing
    if listed:
        return classed(flat, at, found.end(), end, complete=_GENERIC.match(found[0]) is not None)
    if starts(flat, at, end) or (_LONE.match(found[0]) and not _goes_on(flat, found.end(), end)):
        return None  # "cơ quan đăng ký …": no class is told, a kind of body is described
    if flat[at].islower() or _stands(found[0]) or _more_classes(flat, found.end(), end):
        return classed(flat, at, found.end(), end, one=flat[at].isupper())
    return None


def _doing(flat: str, start: int, at: int, stop: int, end: int, *, listed: bool = False) -> Member | None:
    """A class whose noun ends at `stop`, told apart by what it does, and bound: "Cơ quan thẩm định có trách nhiệm …".

    Without "các" in front it need not be bound: "Cơ quan thực hiện số hóa | lập danh mục …".
    """
    begin = skip(flat, stop)
    if not _DOER.match(flat, at, stop):
        return None
    if chosen := _CHOSEN.match(flat, begin, end):
        further = run(flat, chosen.end(), end).stop
        picked = further > chosen.end() and starts(flat, skip(flat, further), end)
        return Member(start, further, further, many=True) if picked else None
    if not tells_apart(flat, begin, end) or (_is_verb(flat, at) and not flat.startswith("đã ", begin)):
        return None
    if found := _BOUND.match(flat, stop, end):
        return Member(start, found.end(), found.end(), many=True)
    return _telling(flat, at, begin, end) if start == at and not listed else None


def _is_verb(flat: str, at: int) -> bool:
    """Whether the noun of a class may be a verb: "tổ chức kiểm tra"."""
    return flat.startswith(("tổ chức", "Tổ chức"), at)


def _telling(flat: str, at: int, begin: int, end: int) -> Member | None:
    """A class that what it does from `begin` on tells apart, with what it is told right behind."""
    for stop in reversed(described(flat, begin, end)):
        further = run(flat, stop, end, complete=True).stop
        words = flat[begin:further]
        if " " in words and words.islower() and starts(flat, skip(flat, further), end):
            return Member(at, further, further, many=True)
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
