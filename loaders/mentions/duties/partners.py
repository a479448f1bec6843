"""Who has a part in another's task: partners, bodies below that are told to do it, those who gather the answers."""

from __future__ import annotations

import re

from msgspec.structs import replace

from loaders.found import Actor, Span
from loaders.mentions.bodies.bodies import bodies
from loaders.mentions.duties.entries import Doer, Entry
from loaders.mentions.duties.parties import is_issuer, is_superior
from loaders.mentions.duties.pieces import Clause, over
from loaders.mentions.duties.roles import is_light, role_of
from loaders.mentions.predicates import starts, told, verb

_PARTNER = re.compile(
    r"[Pp]hối hợp(?:(?: +|, *)(?:chặt chẽ|chủ động|thường xuyên|tốt|hiệu quả|kịp thời|đồng bộ|cùng))*"
    r"(?: +(?:cùng +với|với|cùng))? +(?:và +)?"
)
_WITH = re.compile(r"(?:với|cùng) +$")
_STEER = re.compile(
    r"(?<!Ban )(?<!sự )[Cc]hỉ đạo(?:(?:, | và )(?:hướng dẫn|hỗ trợ|đôn đốc|kiểm tra|điều hành|định hướng|tổ chức))* +"
    r"|[Pp]hân công (?:(?:rõ|cụ thể) )?(?:trách nhiệm|nhiệm vụ)(?: cụ thể)? cho +"
)
_GATHER = re.compile(
    r"(?<!đã )(?:gửi|phản ánh|báo cáo|thông tin)"
    r"(?: kết quả(?: thực hiện)?| bằng văn bản| kịp thời| ngay| [Bb]áo cáo| hồ sơ)*"
    r"(?: về| tới| đến| cho| kết quả(?: thực hiện)? về)? +"
)
_COLON = re.compile(r" *: *")
_SO_THAT = re.compile(r"[^;.]{0,90}? ?để (?:kịp thời |được )?(?=(?:theo dõi, )?tổng hợp)")
_DIRECTLY = re.compile(r" +(?=tổng hợp)")  # "gửi Sở Tài chính | tổng hợp": of a report it would be its receiver's own
_TO = re.compile(r"(?:báo cáo|trình)(?: kết quả[^,;.]{0,40}? (?:về|với|cho|lên))?(?: về| với| cho| lên)? +")
_LEADS = re.compile(r"(?:để|nhằm|trong(?: (?:việc|công tác|quá trình))?) +")
_AHEAD = 90  # code points: a partner's words stand so near behind the beginning of a task
_NEAR = 70  # ... and behind the beginning of one that a body below is told


def partners(flat: str, start: int, end: int, mode: str) -> list[Doer]:
    """Those with whom a doer is to work."""
    found: list[Doer] = []
    for match in _PARTNER.finditer(flat, start, end):
        phrase = bodies(flat, match.end(), end)
        if phrase:
            found += [Doer(a, "coordinate", mode) for a in phrase.actors]
    return found


def has_partner(flat: str, at: int, end: int) -> bool:
    """Whether a task begins with its partner: "chủ trì, phối hợp với Sở Y tế …"."""
    partner = _PARTNER.search(flat, at, min(end, at + _AHEAD))
    if partner is None or not is_light(flat[at : partner.start()]):
        return False
    return bodies(flat, partner.end(), end) is not None


def parts(flat: str, clause: Clause, main: Entry, at: int, issuer: str) -> list[Entry]:
    """The parts that a clause of a task has from an offset on; partners named in front join its own doers."""
    found = _steered(flat, clause, main, at)
    _helping(flat, clause, main, issuer)
    below = [e.start for e in found]
    for match in _PARTNER.finditer(flat, at, clause.end):
        phrase = bodies(flat, match.end(), clause.end)
        if phrase is None or is_issuer(phrase, issuer):
            continue
        under = any(start <= match.start() for start in below)
        mode = "implicit" if under else _mode(main)
        doers = [Doer(a, "coordinate", mode) for a in phrase.actors]
        begin = _into(flat, phrase.end, clause.end)
        joins = main.clause is clause and not under and is_light(flat[main.start : match.start()])
        if joins and begin < clause.end:
            main.start = begin
            main.doers += doers
        else:
            begin = min(begin, clause.end - 1)
            found.append(Entry(begin, clause.end, match.start(), doers, main=False, clause=clause))
    return found + gathered(flat, clause, issuer)


def _helping(flat: str, clause: Clause, main: Entry, issuer: str) -> None:
    """ "phối hợp với" the issuer itself: the doer helps, and the issuer has no task."""
    match = _PARTNER.search(flat, main.start, min(clause.end, main.start + _AHEAD))
    before = flat[main.start : match.start()] if match else ""
    if match is None or "chủ trì" in before.lower() or not is_light(before):
        return
    phrase = bodies(flat, match.end(), clause.end)
    if phrase and is_issuer(phrase, issuer):
        main.doers = [replace(d, role="coordinate") if d.role == "lead" else d for d in main.doers]


def _into(flat: str, at: int, end: int) -> int:
    """Where a task begins behind its partners, over what only leads to it: "với các xã | để | sửa bến đò"."""
    begin = over(flat, at, end)
    found = _LEADS.match(flat, begin, end)
    return found.end() if found and verb(flat, found.end(), end) else begin


def accompanied(flat: str, clause: Clause) -> list[Entry]:
    """The entry of the partners with whom an item begins that names nobody else: "Phối hợp với Công an tỉnh …"."""
    found = _PARTNER.match(flat, clause.start, clause.end)
    phrase = bodies(flat, found.end(), clause.end) if found else None
    begin = _into(flat, phrase.end, clause.end) if phrase else clause.end
    if phrase is None or begin >= clause.end:
        return []
    doers = [Doer(a, "coordinate") for a in phrase.actors]
    return [Entry(begin, clause.end, clause.start, doers, clause=clause)]


def accompanying(flat: str, start: int, end: int) -> tuple[Span, list[Actor]]:
    """The task of a cell behind its own partners, and these: "Chủ trì, phối hợp với Bộ Y tế | xây dựng …"."""
    match = _PARTNER.search(flat, start, min(end, start + _AHEAD))
    phrase = bodies(flat, match.end(), end) if match and is_light(flat[start : match.start()]) else None
    begin = _into(flat, phrase.end, end) if phrase else end
    if phrase is None or begin >= end or not verb(flat, begin, end):
        return (start, end), []
    return (begin, end), list(phrase.actors)


def _mode(main: Entry) -> str:
    return next((d.mode for d in reversed(main.doers) if d.role != "direct"), main.doers[0].mode)


def _steered(flat: str, clause: Clause, main: Entry, at: int) -> list[Entry]:
    """ "chỉ đạo B làm …": B does it."""
    if any(d.role == "direct" for d in main.doers):
        return []
    known = {d.actor.name.lower() for d in main.doers}
    found = []
    for match in _STEER.finditer(flat, at, clause.end):
        phrase = bodies(flat, match.end(), clause.end)
        begin = _begin(flat, phrase.end, clause.end) if phrase else None
        if phrase is None or begin is None:
            continue
        role = _role_below(flat, begin, clause.end)
        doers = [Doer(a, role, "implicit") for a in phrase.actors if a.name.lower() not in known]
        if doers:
            found.append(Entry(begin, clause.end, match.start(), doers, main=False, clause=clause))
    return found


def _begin(flat: str, at: int, end: int) -> int | None:
    """Where what bodies below are told begins, behind a colon too: "chỉ đạo các trạm y tế: Bảo đảm …"."""
    colon = _COLON.match(flat, at, end)
    if colon and verb(flat, colon.end(), end):
        return colon.end()
    begin = told(flat, at, end)
    return begin if begin is not None and starts(flat, begin, end) else None


def _role_below(flat: str, at: int, end: int) -> str:
    partner = _PARTNER.search(flat, at, min(end, at + _NEAR))
    paired = partner is not None and _WITH.search(partner[0]) is not None
    return "coordinate" if role_of(flat, at, end, partner=paired) == "coordinate" else "lead"


def gathered(flat: str, clause: Clause, issuer: str) -> list[Entry]:
    """ "gửi về X để tổng hợp": X gathers what is sent, whoever sends it, unless X is the issuer or stands above."""
    found: list[Entry] = []
    if flat.find("tổng hợp", clause.start, clause.end) < 0:
        return found
    for match in _GATHER.finditer(flat, clause.start, clause.end):
        phrase = bodies(flat, match.end(), clause.end)
        if phrase is None or is_issuer(phrase, issuer) or is_superior(phrase):
            continue
        purpose = _SO_THAT.match(flat, phrase.end, clause.end)
        if purpose is None and not match[0].startswith("báo cáo"):
            purpose = _DIRECTLY.match(flat, phrase.end, clause.end)
        if purpose:
            doers = [Doer(a, "lead", "implicit") for a in phrase.actors]
            found.append(Entry(purpose.end(), clause.end, match.start(), doers, main=False, clause=clause))
    return found


def reports(flat: str, start: int, end: int) -> list[Actor]:
    """Whom a task's doer is to report to."""
    found: dict[str, Actor] = {}
    for match in _TO.finditer(flat, start, end):
        phrase = bodies(flat, match.end(), end)
        for actor in phrase.actors if phrase else ():
            found.setdefault(actor.name, actor)
    return list(found.values())
