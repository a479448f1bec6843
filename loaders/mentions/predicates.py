"""Where what somebody is told to do begins: at a verb, behind a name, behind an aside."""

from __future__ import annotations

import re

from loaders.mentions.verbs import verbs

_GAP = re.compile(r"(?:…|\.{3})?[ ,]*(?:\([^()]{1,120}\)[ ,]*)?")
_PAST = re.compile(r"(?<!\w)(?:đã|đang|sẽ)(?!\w)(?! +(?:được|có|ban hành|giao|phê duyệt|quy định|ký))")
_SAID = re.compile(r"(?:\W{0,3}\w+){3}")
_WORD = re.compile(r"\w")
_BEFORE = 14  # code points: the words to which a verb may be tied stand in so many before it
_WORK = re.compile(r"(?<!\w)(?<!tổ )(?<!Tổ )(?<!oàn )công tác +$")  # "công tác tham mưu": a noun of a verb
_COMMA = re.compile(r", +")
# "hằng năm và định kỳ | báo cáo", "định kỳ hằng quý, | rà soát": how often, in front of a task
_OFTEN = re.compile(
    r",? *(?i:định +kỳ|(?:hằng|hàng) +(?:năm|quý|tháng|tuần|ngày))"
    r"(?:(?:,| và| hoặc)? +(?:định +kỳ|đột +xuất|(?:hằng|hàng) +(?:năm|quý|tháng|tuần|ngày)"
    r"|\d{1,2} +tháng(?: +một +lần)?))*(?!\w)(?: *\([^()]{3,60}\))?,? +"
)
# "căn cứ hướng dẫn của Bộ Y tế | tổ chức rà soát, đánh giá": verbs in a row behind what they rest on
_ORGANISES = re.compile(r"(?<= )(?<!về )(?<!việc )(?<!hoạch )(?<!công tác )tổ +chức +(?=\w+ +\w+,)")
_ACTS = re.compile(r" để +(?:quyết|quy|xác|xem|ban|lập|xây|bố|thực|triển|phân|đề|tổ) ")


def starts(flat: str, at: int, end: int) -> bool:
    """Whether a task can begin at an offset, so that a name ends before it.

    A verb that another follows at once is still a part of the name ("Cục Kết cấu hạ tầng xây dựng | tham mưu").
    """
    words = verbs()
    found = words.firm.match(flat, at, end)
    if found is None or _WORK.search(flat, max(0, at - _BEFORE), at):
        return False
    tied = words.compounds if " " in found[0] else words.tied
    return tied.search(flat, max(0, at - _BEFORE), found.end()) is None


def ends(flat: str, at: int, end: int) -> bool:
    """Whether the verb at an offset is the last word, so that it belongs to a name ("Cục … đầu tư xây dựng")."""
    found = verbs().nouns.match(flat, at, end)
    return found is not None and not _WORD.search(flat, found.end(), end)


def loosely(flat: str, at: int, end: int) -> bool:
    """Whether a verb stands here that may also be a part of a name ("quản lý", "phát triển")."""
    return verbs().loose.match(flat, at, end) is not None


def tells_apart(flat: str, at: int, end: int) -> bool:
    """Whether words stand here that may tell a class from others: a verb, none that only hurries or binds."""
    words = verbs()
    if flat.startswith("đã ", at) or words.telling_apart.match(flat, at, end):
        return True
    hurried = words.light.match(flat, at, end)
    return not (hurried and hurried[0]) and not flat.startswith("hoàn toàn", at) and starts(flat, at, end)


def described(flat: str, at: int, end: int) -> list[int]:
    """The ends of the verbs in a row that may tell a class from others: "cơ quan | chủ trì | giải quyết | thủ tục"."""
    words = verbs()
    found = words.telling_apart.match(flat, at, end)
    stops = []
    while found:
        stops.append(found.end())
        found = words.apart.match(flat, found.end(), end)
    return stops


def stops(flat: str, at: int, end: int) -> bool:
    """Whether the name of a class ends before a word though no task begins there."""
    return verbs().stops.match(flat, at, end) is not None


def states(flat: str, at: int, end: int) -> bool:
    """Whether a fact about a body is told from an offset on: "đã …", "có chức năng …"."""
    return verbs().facts.match(flat, at, end) is not None


def verb(flat: str, at: int, end: int) -> bool:
    """Whether an item begins with what is to be done, a capital in front or not.

    >>> verb("- Rà soát các quy định", 0, 22), verb("Danh mục dự án", 0, 14)
    (True, False)
    """
    while at < end and not flat[at].isalnum():
        at += 1
    if at >= end or flat[at].isdigit():
        return False
    small = flat[at].lower() + flat[at + 1 : min(end, at + 60)]
    return starts(small, 0, len(small)) or loosely(small, 0, len(small))


def opening(flat: str, at: int, end: int) -> bool:
    """Whether an item that begins here can be a task of somebody named elsewhere."""
    small = flat[at : at + 40].lstrip('“"( ')
    return bool(small) and verbs().things.match(small) is None


def told(flat: str, at: int, end: int) -> int | None:
    """Where a task begins behind the name of its doer, over a comma, brackets or an aside; None where none does.

    >>> told("Sở Y tế, theo chức năng, nhiệm vụ, rà soát", 7, 42)
    35
    >>> told("Sở Y tế đã rà soát", 7, 18)
    """
    words = verbs()
    if stressed := words.above.match(flat, at, end):
        at = stressed.end()
    gap = _GAP.match(flat, at, end)
    begin = gap.end() if gap else at
    if words.facts.match(flat, begin, end):
        return None
    if not words.firm.match(flat, begin, end):
        if words.doing.match(flat, begin, end) and "," not in flat[at:begin]:
            return begin
        late = words.late.match(flat, begin, end)
        return late.end() if late and not words.facts.search(flat, begin, late.end()) else None
    return _behind_asides(flat, begin, end)


def _behind_asides(flat: str, begin: int, end: int) -> int | None:
    """Over asides in front of a task; None where they tell what was done."""
    words = verbs()
    at = begin
    while aside := words.asides.match(flat, at, end):
        if _PAST.search(aside[0]):
            return None
        if _ACTS.search(aside[0]):
            return at
        if (inner := _inner(flat, at, aside.end(), end)) is not None:
            return inner
        at = aside.end()
    while at < end and flat[at] in " ,":
        at += 1
    if at >= end or words.facts.match(flat, at, end):
        return None
    if at == begin or starts(flat, at, end):
        return at
    return begin if _SAID.match(flat, at, end) else None


def _inner(flat: str, at: int, stop: int, end: int) -> int | None:
    """Where a task begins inside what looks like an aside up to the comma between its verbs."""
    often = _OFTEN.match(flat, at, end)
    if often and starts(flat, often.end(), end):
        return often.end()
    organised = next(_ORGANISES.finditer(flat, at, stop), None)
    return organised.start() if organised and starts(flat, organised.end(), end) else None


def acts(flat: str, at: int, end: int) -> bool:
    """Whether an item begins with what is to be done, over what may stand before it: "Để kịp thời …, | rà soát"."""
    return verb(flat, at, end) or after_aside(flat, at, end) > at


def after_purpose(flat: str, at: int, end: int) -> int:
    """Over what a task is for: "Nhằm bảo đảm an toàn, | rà soát"."""
    return after_aside(flat, at, end) if verbs().purpose.match(flat, at, end) else at


def after_aside(flat: str, at: int, end: int) -> int:
    """Over what stands before the verb of an item: "Trên cơ sở đề nghị của …, | tham mưu"."""
    if not verbs().front.match(flat, at, end):
        return at
    commas = _COMMA.finditer(flat, at, min(end, at + 300))
    return next((c.end() for c in commas if starts(flat, c.end(), end)), at)
