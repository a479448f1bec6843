"""Names that go on where others end, because they say what a board works on.

"Ban Chỉ đạo | thực hiện Nghị quyết … của tỉnh", "Ban Chỉ đạo tỉnh | về chuyển đổi số", "Ban Chỉ huy phòng thủ dân sự
|, phòng chống thiên tai … tỉnh". What shows it is the area that ends the name, with what is to be done right behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.bodies.beginnings import is_other, skip
from loaders.mentions.bodies.bodywords import JOIN, MANY
from loaders.mentions.bodies.runs import run
from loaders.mentions.kinds import patterns
from loaders.mentions.predicates import loosely, starts, told
from loaders.mentions.words import NAME, inside, union

_FAR = 220  # code points: no name goes on for longer
_ABOUT = re.compile(r" +về +(?:việc +)?(?=[^\W\d_])")
_SEVERAL = re.compile(
    r" +về +(?:[^\W\d_]+ +){0,3}[^\W\d_]+(?:, +(?!và )(?:[^\W\d_]+ +){0,3}[^\W\d_]+)+ +và +(?=[^\W\d_])"
)
_AND = re.compile(r" +và +")
_GOES_ON = re.compile(r" *,| +(?:và|về) ")
_JOINT = re.compile(r" *, *| +và +")
_STOP = re.compile(r"[;:.“”()]")
_HERE = re.compile(r"(?:địa bàn|toàn|trong|ngoài|các|khắp|mọi)$")  # "trên địa bàn tỉnh" ends no name
_CLOSED = re.compile(r" *(?:\([^()]{1,120}\) *)?(?:[:.;]|$)")


@dataclass(frozen=True, slots=True)
class _Forms:
    """`tail`: the area that may end a name; `telling`: verbs that are never a part of one."""

    tail: re.Pattern[str]
    telling: re.Pattern[str]
    boards: frozenset[str]
    inner: re.Pattern[str]


@cache
def _forms() -> _Forms:
    table = patterns("bodies")
    kind = union(table["areas"], capital=None)
    tail = rf" +(?:của +)?(?:{kind}(?! +hội)(?: +{NAME})?|{union(table['levels'], capital=None)})"
    return _Forms(
        tail=re.compile(tail),
        telling=re.compile(inside(patterns("duties")["firmest"])),
        boards=frozenset(name.lower() for name in table["boards"]),
        inner=re.compile(" +" + union([name for name in table["boards"] if " " in name], capital=True)),
    )


def is_board(head: str) -> bool:
    """Whether a noun is that of a board, whose name may say what it works on."""
    return " ".join(head.lower().split()) in _forms().boards


def has_board(words: str) -> bool:
    """Whether the name of a board is among words: "các thành viên Ban Chỉ đạo …"."""
    return _forms().inner.search(words) is not None


def longer(flat: str, head: str, start: int, stop: int, end: int) -> int:
    """The end of a name that ends at `stop` as others do; `head` is the noun in front of `start`.

    The same offset where it does not go on.
    """
    if not (stop == start or _GOES_ON.match(flat, stop, end)):
        return stop
    board = is_board(head)
    while (more := _and(flat, start, stop, end) or _about(flat, stop, end)) is not None:
        further = run(flat, more, end).stop
        ends = starts(flat, skip(flat, further), end) or flat.startswith(", Bộ ", further)
        if further == more or not (board or ends):
            break
        stop = further
    works = board and stop == start
    if works or _JOINT.match(flat, stop, end):
        return _seated(flat, stop, end, works=works) or stop
    return stop


def _about(flat: str, at: int, end: int) -> int | None:
    """Behind the first word of what a board is about, or of the last of several such things.

    "Ban Chỉ đạo quốc gia | về phòng | , chống thiên tai", "… | về tìm kiếm, quy tập và xác | định danh tính …".
    """
    found = _SEVERAL.match(flat, at, end) or _ABOUT.match(flat, at, end)
    return _word(flat, found.end(), end) if found else None


def _and(flat: str, start: int, stop: int, end: int) -> int | None:
    """Behind a word that "và" joins to a name: a second thing done ("Cục Quản lý | và xây | dựng …"), or a second
    thing that is no class of bodies ("Ban Quản lý khu kinh tế | và các khu | công nghiệp").
    """
    found = _AND.match(flat, stop, end)
    if found is None:
        return None
    many = MANY.match(flat, found.end(), end)
    if many and stop > start and not is_other(flat, many.end(), end):
        return _word(flat, many.end(), end)
    name = flat[skip(flat, start) : stop].lower()
    done = name.count(" ") < 2 and (starts(name, 0, len(name)) or loosely(name, 0, len(name)))
    return _word(flat, found.end(), end) if done and flat[found.end() : found.end() + 1].islower() else None


def _seated(flat: str, at: int, end: int, *, works: bool) -> int | None:
    """The end of a name in its area, where somebody is told something behind it; `works`: it begins with a verb."""
    stop = _STOP.search(flat, at, min(end, at + _FAR))
    limit = stop.start() if stop else min(end, at + _FAR)
    forms = _forms()
    told_of = forms.telling.search(flat, at, limit)
    limit = told_of.start() if told_of else limit
    for tail in forms.tail.finditer(flat, at, limit):
        if _HERE.search(flat, max(at, tail.start() - 12), tail.start()):
            continue
        if any(is_other(flat, joint.end(), end) for joint in JOIN.finditer(flat, at, tail.start())):
            return None
        if _acts(flat, tail.end(), end, works=works):
            return tail.end()
    return None


def _acts(flat: str, at: int, end: int, *, works: bool) -> bool:
    """Whether what is to be done follows a name, or another body, or, where no verb begins the name, nothing."""
    if starts(flat, skip(flat, at), end):
        return True
    joint = JOIN.match(flat, at, end)
    if joint and is_other(flat, joint.end(), end):
        return True
    return not works and (_CLOSED.match(flat, at, end) is not None or told(flat, at, end) is not None)


def _word(flat: str, at: int, end: int) -> int:
    while at < end and flat[at].isalnum():
        at += 1
    return at
