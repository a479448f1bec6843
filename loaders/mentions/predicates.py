"""What somebody is told to do: where it begins, and what its first words say of the doer's part in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.words import union

_LIGHT = (
    r"(?:[\s,]|và(?= chủ| tiếp)|chủ trì|tiếp tục|chủ động|tích cực|khẩn trương|kịp thời|thường xuyên|trực tiếp|nghiêm túc"
    r"|có trách nhiệm|chịu trách nhiệm|là (?:cơ quan|đơn vị) (?:đầu mối|chủ trì|thường trực)|làm đầu mối|đầu mối|tập trung"
    r"|quyết liệt|sớm|nhanh chóng|tăng cường|đẩy mạnh|cần|phải|việc|trao đổi)*"
)


_GAP = re.compile(r"[ ,]*(?:\([^()]{1,120}\)[ ,]*)?")
# A doer's name may run on in words that no table has: "… của địa phương sau khi hợp nhất, sáp nhập | khẩn trương".
_LATE = re.compile(
    r"[^.;:]{0,60}?[ ,](?=(?:khẩn trương|có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp với|tiếp tục|chủ động)(?!\w))"
)
_PAST = re.compile(r"(?<!\w)(?:đã|đang|sẽ)(?!\w)(?! +(?:được|có|ban hành|giao|phê duyệt|quy định|ký))")
_LETTERS = re.compile(r"(?:\W{0,3}\w+){3}")


@dataclass(frozen=True, slots=True)
class _Verbs:
    firm: re.Pattern[str]
    orders: re.Pattern[str]
    modes: dict[str, str]
    binding: re.Pattern[str]
    facts: re.Pattern[str]
    idle: re.Pattern[str]
    asides: re.Pattern[str]
    above: re.Pattern[str]
    things: re.Pattern[str]
    stops: re.Pattern[str]
    tied: re.Pattern[str]
    carrying: re.Pattern[str]
    nouns: re.Pattern[str]
    loose: re.Pattern[str]
    front: re.Pattern[str]


@cache
def _verbs() -> _Verbs:
    table = patterns("duties")
    groups = "|".join(table["groups"]).replace(" ", " +")
    traffic = "|".join(table["traffic"])
    names = (
        f"(?:{union(table['nouns'], capital=False)}(?= +{union(table['leads'], capital=False)})"
        f"|{union(table['telling_apart'], capital=False)}(?= +{union(table['binds'], capital=False)}))"
    )
    group = f"tổ +chức(?!\\w)(?! +(?:{groups})(?!\\w))(?! *[,;.:])"
    given = f"giao(?!\\w)(?! +(?:{traffic})(?!\\w))"
    orders = [w for row in table["orders"] for w in row["words"] if w != "giao"]
    asides = union(table["asides"], capital=None)
    brief, stretch = union(table["brief"], capital=None), union(table["stretch"], capital=None)
    return _Verbs(
        firm=re.compile(f"(?!{names})(?:{union(table['firm'], capital=False)}|{group}|{given}|{union(table['bold'], capital=True)})"),
        orders=re.compile(rf"(?<!\w)(?:{union(orders, capital=None)}|[Gg]{given[1:]})(?: +nhiệm vụ)?(?: +(?:cho|đối với|tới))? *:? *"),
        modes={w: row["mode"] for row in table["orders"] for w in row["words"]},
        binding=re.compile(union([w for row in table["binding"] for w in row["words"]], capital=None)),
        facts=re.compile(union(table["facts"], capital=None)),
        idle=re.compile(union(table["idle"], capital=None)),
        asides=re.compile(rf",? *(?:{brief}(?:,? +{stretch})*,?|{asides}[^,;.:]*,?)"),
        above=re.compile(r" *, *(?:đặc biệt là|nhất là|trực tiếp là|trong đó có|trọng tâm là|mà trực tiếp là)[^;.:]{3,90}?(?=,? +(?:\w+ ){0,1}?(?:có trách nhiệm|chịu trách nhiệm|phải|cần|khẩn trương|tiếp tục|tập trung|đã)(?!\w))"),
        loose=re.compile(union(table["loose"], capital=False)),
        front=re.compile(union(table["before"], capital=None)),
        carrying=re.compile(r"(?:theo [^,;.]{3,80}, )?" + union(table["carrying"], capital=None)),
        nouns=re.compile(union(table["nouns"], capital=False)),
        tied=re.compile(union(table["tied"], capital=None) + "$"),
        stops=re.compile(union(table["stops"], capital=False)),
        things=re.compile("(?:" + "|".join(re.escape(t) for t in table["things"]) + ")", re.I),
    )


def starts(flat: str, at: int, end: int) -> bool:
    """Whether a task can begin at an offset, so that a name ends before it.

    A verb that another follows at once is still a part of the name ("Cục Kết cấu hạ tầng xây dựng | tham mưu").
    """
    verbs = _verbs()
    found = verbs.firm.match(flat, at, end)
    if found is None:
        return False
    return " " in found[0] or verbs.tied.search(flat, max(0, at - 12), found.end()) is None


def ends(flat: str, at: int, end: int) -> bool:
    """Whether the verb at an offset is the last word, so that it belongs to a name ("Cục … đầu tư xây dựng")."""
    found = _verbs().nouns.match(flat, at, end)
    return found is not None and not re.compile(r"\w").search(flat, found.end(), end)


def loosely(flat: str, at: int, end: int) -> bool:
    """Whether a verb stands here that may also be a part of a name ("quản lý", "phát triển")."""
    return _verbs().loose.match(flat, at, end) is not None


def stops(flat: str, at: int, end: int) -> bool:
    """Whether the name of a class ends before a word though no task begins there."""
    return _verbs().stops.match(flat, at, end) is not None


def opening(flat: str, at: int, end: int) -> bool:
    """Whether an item that begins here can be a task of somebody named elsewhere."""
    small = flat[at : at + 40].lstrip("“\"( ")
    return bool(small) and _verbs().things.match(small) is None


def told(flat: str, at: int, end: int) -> int | None:
    """Where a task begins behind the name of its doer, over a comma, brackets or an aside; None where none does."""
    verbs = _verbs()
    if stressed := verbs.above.match(flat, at, end):
        at = stressed.end()
    gap = _GAP.match(flat, at, end)
    begin = gap.end() if gap else at
    if verbs.facts.match(flat, begin, end):
        return None
    if not verbs.firm.match(flat, begin, end):
        late = _LATE.match(flat, begin, end)
        if not late or verbs.facts.search(flat, begin, late.end()):
            return None
        return late.end()
    at = begin
    while aside := verbs.asides.match(flat, at, end):
        if _PAST.search(aside[0]):
            return None
        at = aside.end()
    while at < end and flat[at] in " ,":
        at += 1
    if at >= end or verbs.facts.match(flat, at, end):
        return None
    if at == begin or starts(flat, at, end):
        return at
    return begin if _LETTERS.match(flat, at, end) else None


def bound(flat: str, at: int, end: int) -> bool:
    """Whether the words before the task bind the doer: "có trách nhiệm", "cần", "phải"."""
    light = re.compile(_LIGHT, re.I).match(flat, at, min(end, at + 80))
    return light is not None and _verbs().binding.search(light[0]) is not None


def orders(flat: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of an order in a clause that are an order: not "được giao", "theo đề nghị", "khi có yêu cầu"."""
    found = []
    for match in _verbs().orders.finditer(flat, start, end):
        before = flat[max(start, match.start() - 14) : match.start()].rstrip().rsplit(" ", 1)[-1].lower().strip(",")
        if before not in _NO_ORDER and not _PASSIVE.search(flat, max(start, match.start() - 80), match.start()):
            found.append(match)
    return found


# "được Ủy ban nhân dân tỉnh ủy quyền cho …": told of, not ordered.
_PASSIVE = re.compile(r"(?<!\w)(?:được|do) (?:[^\s,;.]+ ){1,9}$")
_GIVES = re.compile(r"(?:^|[;,:.()“”\-]|(?:thống nhất|thì|đồng ý|và|đồng thời|quyết nghị|quyết định|trong đó|cũng|hoặc)) *$")


def gives(flat: str, start: int, at: int) -> bool:
    """Whether who speaks gives at an offset: nobody else stands in front ("Chi bộ giao nhiệm vụ cho …")."""
    return _GIVES.search(flat[start:at]) is not None


_NO_ORDER = frozenset(
    "bàn chuyển ngoại được đã do theo của việc văn bản có các những khi bị sự không nhu và hồ đơn phiếu trình kiến về lời tự nội dung đang sẽ mới đáp ứng mục đích từ một".split()
)


def mode_of(word: str) -> str:
    """The mode that the word of an order gives: assign, request, require, delegate."""
    modes = _verbs().modes
    plain = " ".join(word.lower().split()).strip(" :")
    return next((m for w, m in sorted(modes.items(), key=lambda x: -len(x[0])) if plain.startswith(w)), "implicit")


def idle(flat: str, start: int, end: int) -> bool:
    """Whether a clause thanks, agrees or informs, and orders nothing."""
    light = re.compile(_LIGHT, re.I).match(flat, start, end)
    return _verbs().idle.match(flat, light.end() if light else start, end) is not None


def verb(flat: str, at: int, end: int) -> bool:
    """Whether an item begins with what is to be done, a capital in front or not."""
    while at < end and not flat[at].isalnum():
        at += 1
    if at >= end or flat[at].isdigit():
        return False
    small = flat[at].lower() + flat[at + 1 : min(end, at + 60)]
    return starts(small, 0, len(small)) or _verbs().loose.match(small) is not None


def after_aside(flat: str, at: int, end: int) -> int:
    """Over what stands before the verb of an item: "Trên cơ sở đề nghị của …, | tham mưu"."""
    if not _verbs().front.match(flat, at, end):
        return at
    for comma in re.compile(r", +").finditer(flat, at, min(end, at + 300)):
        if starts(flat, comma.end(), end):
            return comma.end()
    return at


def carries(flat: str, at: int, end: int) -> bool:
    """Whether a task carries an act out ("hướng dẫn thi hành") and is no rule for a case."""
    light = re.compile(_LIGHT, re.I).match(flat, at, end)
    return _verbs().carrying.match(flat, light.end() if light else at, end) is not None


def role_of(flat: str, at: int, end: int, *, partner: bool) -> str:
    """The doer's part by the first words of the task; `partner` says that a partner follows "phối hợp với"."""
    light = re.compile(_LIGHT, re.I).match(flat, at, end)
    begin = light.end() if light else at
    led = light is not None and "chủ trì" in light[0].lower()
    words = flat[begin : begin + 30].lower()
    if led:
        return "lead"
    if words.startswith("phối hợp") and not partner:
        return "coordinate"
    if words.startswith("tham mưu") and not re.match(r"tham mưu, (?!báo cáo|đề xuất|giúp)", words):
        return "advise"
    return "lead"


def is_light(words: str) -> bool:
    """Whether words say only how or in which part a task is done ("chủ trì,", "tiếp tục chủ động")."""
    return re.fullmatch(_LIGHT, words, re.I) is not None
