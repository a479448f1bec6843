"""An item in its pieces: the topic that it opens with, its sentences and clauses, and who is named in front."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.found import Span
from loaders.mentions.bodies import Phrase, bodies
from loaders.mentions.kinds import patterns
from loaders.mentions.orders import orders
from loaders.mentions.predicates import starts, told
from loaders.mentions.roles import bound
from loaders.mentions.words import union
from loaders.sentences import CAPITAL, cuts

_TOPIC = re.compile(r"(?:(?:Về|Đối với|Liên quan|Riêng|Trong|Nội dung)\b[^:;]{3,420}|[^:;.]{3,160}): *")
_FAR = 450  # code points: a doer stands no farther behind the start of its sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of an item; `sentence` counts from 0, `last` says that its sentence ends the item."""

    start: int
    end: int
    sentence: int
    last: bool


@cache
def _before() -> re.Pattern[str]:
    return re.compile(r"[“\"(]?" + union(patterns("duties")["before"], capital=None))


@cache
def _joint() -> re.Pattern[str]:
    joints = sorted(patterns("duties")["joints"], key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(j) for j in joints) + r")(?!\w) *", re.I)


def topic(flat: str, start: int, end: int) -> int:
    """Where an item's order begins behind what it is about: "Về X: giao Bộ Y …"; `start` where it opens with none."""
    found = _TOPIC.match(flat, start, end)
    if not found or found.end() >= end:
        return start
    if starts(flat, start, end) and not re.match(r"(?:Về|Đối với|Liên quan) ", flat[start : start + 12]):
        return start
    if orders(flat, start, found.end()) and not flat.startswith("Về ", start):
        return start
    after = flat[found.end() : found.end() + 1]
    named = flat.startswith(("Về ", "Đối với ", "Liên quan "), start)
    if not named and (after.islower() or bodies(flat, start, found.end()) is not None):
        return start
    return found.end()


def clauses(flat: str, start: int, end: int) -> list[Clause]:
    """The clauses of an item: its sentences, cut at semicolons outside brackets."""
    spans: list[Span] = []
    at = start
    for stop, after in cuts(flat, start, end):
        spans.append((at, stop))
        at = after
    spans.append((at, end))
    sentences = _joined(flat, _sentences(flat, spans))
    count = sentences[-1][1] if sentences else 0
    return [Clause(s, e, n, n == count) for (s, e), n in sentences]


def _sentences(flat: str, spans: list[Span]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    number = 0
    for start, end in spans:
        at = start
        for cut in _semicolons(flat, start, end):
            found.append(((at, cut), number))
            at = cut + 1
            while at < end and flat[at] == " ":
                at += 1
        if at < end:
            found.append(((at, end), number))
        if flat[end - 1 : end] != ";":
            number += 1
    return found


def _joined(flat: str, pieces: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Pieces that only name doers are joined to what these are told: "Chánh Văn phòng …; Giám đốc Sở …; … chịu"."""
    found: list[tuple[Span, int]] = []
    for (start, end), number in pieces:
        if found and found[-1][1] == number and (before := found[-1][0])[1] - before[0] < 400:
            phrase = bodies(flat, before[0], end)
            if phrase and phrase.end > before[1]:
                found[-1] = ((before[0], end), number)
                continue
        found.append(((start, end), number))
    return found


def _semicolons(flat: str, start: int, end: int) -> list[int]:
    found, depth = [], 0
    for match in re.compile(r"[();]").finditer(flat, start, end):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and match.start() > start and match.start() < end - 1:
            found.append(match.start())
    return found


def behind_joint(flat: str, start: int, end: int) -> int:
    """Over small words in front of a clause: "đồng thời", "trong đó"."""
    found = _joint().match(flat, start, end)
    return found.end() if found else start


def leader(flat: str, start: int, end: int) -> tuple[Phrase, int] | None:
    """The doers named in front of a clause, over what precedes them up to a comma, and where their task begins."""
    at = behind_joint(flat, start, end)
    phrase = bodies(flat, at, end)
    if phrase:
        begin = _told(flat, phrase, end)
        if begin is not None:
            return phrase, begin
    if not _before().match(flat, at, end):
        return None
    covered = at if phrase is None else phrase.end
    for comma in _COMMA.finditer(flat, at, min(end, at + _FAR)):
        if comma.end() <= covered:
            continue
        listed = _listed(flat, max(at, covered), comma.start(), end)
        if listed is not None and listed.end > comma.end():
            found = _last(flat, listed, at, end)
            if found:
                return found
            covered = listed.end
            continue
        named = bodies(flat, comma.end(), end) if _NAMED.match(flat, comma.end()) else None
        if named:
            begin = _told(flat, named, end)
            if begin is not None:
                return named, begin
            covered = named.end
    return None


def _told(flat: str, phrase: Phrase, end: int) -> int | None:
    """Where the task of the doers begins; a place must be bound ("Thanh Hóa cần …") to be a doer."""
    begin = told(flat, phrase.end, end)
    return None if begin is not None and phrase.place and not bound(flat, phrase.end, end) else begin


_COMMA = re.compile(rf"[,)] +(?:thì +)?(?=[{CAPITAL}a-zđ])|(?<= )thì +")
_NAMED = re.compile(rf"[{CAPITAL}]|các |những |mỗi |(?:tỉnh|thành phố) +[{CAPITAL}]")
_NAME_HERE = re.compile(rf"(?<= )(?:[{CAPITAL}]|các |những )")
_TOLD_TO = re.compile(r"(?:báo cáo|trình|gửi|yêu cầu|đề nghị|giao|xin ý kiến|phối hợp(?: chặt chẽ)? với|cùng|gồm|như)(?: [^\s,]+){0,2} *$")


def _listed(flat: str, start: int, comma: int, end: int) -> Phrase | None:
    """A list of bodies before a comma that goes on behind it."""
    for name in _NAME_HERE.finditer(flat, max(start, comma - 120), comma):
        phrase = bodies(flat, name.start(), end)
        if phrase and phrase.end > comma:
            return phrase
    return None


def _last(flat: str, listed: Phrase, start: int, end: int) -> tuple[Phrase, int] | None:
    """The last of a list of bodies, when the others belong to what precedes: "thống nhất với A, B | quyết định"."""
    begin = told(flat, listed.end, end)
    if begin is None or _TOLD_TO.search(flat[start : listed.start]):
        return None
    cut = [m for m in re.compile(r", +").finditer(flat, listed.start, listed.end)]
    for comma in reversed(cut):
        named = bodies(flat, comma.end(), listed.end) if _NAMED.match(flat, comma.end()) else None
        if named and named.end >= listed.end - 1 and len(named.actors) == 1:
            return named, begin
    return None
