"""From the members of a list to the actors that they name: one each, or one for a class told in several words."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.found import Actor
from loaders.mentions.bodies.bodywords import MANY, body_words
from loaders.mentions.bodies.members import Member
from loaders.mentions.bodies.runs import plain

_UNDER = re.compile(r" thuộc +(?:Bộ|Sở) [^,]*$")
_COMMITTEE = re.compile(r"(?:[Cc]ác +)?(?:[^,;]{1,60} )?(?P<of>[Tt]ỉnh|[Tt]hành) +ủy")
_UNITS = ("Cục", "Tổng cục", "Vụ", "Trung tâm", "Chi cục", "Viện", "Cục trưởng", "Vụ trưởng", "Viện trưởng")
_ABOVE = ("Bộ", "Sở", "Văn phòng Trung ương Đảng", "Văn phòng Chính phủ", "Văn phòng Quốc hội")
_FRONT = ("Mặt trận Tổ quốc", "MTTQ")
_GIVEN = re.compile(r"^(?:cho|đối với) ")


def actors(flat: str, members: list[Member]) -> list[Actor]:
    """One actor each for what is named one by one; one for classes that stand together."""
    members = _either(flat, _seconded(flat, members))
    _generalise(flat, members)
    _fronted(members)
    if len(members) > 1 and all(m.many for m in members):
        return [_actor(flat, _joined(members[0], members[-1]))]
    merged: list[Member] = []
    for member in members:
        if merged and merged[-1].many and _belongs(flat, merged[-1], member):
            merged[-1] = _joined(merged[-1], member)
        else:
            merged.append(member)
    return [_actor(flat, m) for m in merged]


def _generalise(flat: str, members: list[Member]) -> None:
    """ "Ban tuyên giáo tỉnh ủy, thành ủy": committees of provinces and of cities side by side are all of them."""
    for one, other in pairwise(members):
        found = [_COMMITTEE.fullmatch(flat[m.start : m.stop]) for m in (one, other)]
        if {m["of"].lower() for m in found if m} == {"tỉnh", "thành"}:
            one.many = other.many = True


def _fronted(members: list[Member]) -> None:
    """ "cơ quan, tổ chức đảng, Mặt trận Tổ quốc": the Front beside classes of bodies is one of them."""
    for one, other in pairwise(members):
        if one.many and not one.head and other.head.startswith(_FRONT):
            other.many, other.head = True, ""


def _either(flat: str, members: list[Member]) -> list[Member]:
    """ "Sở Du lịch/Sở Văn hóa tỉnh, thành phố": names of which a place has one are a class."""
    kept: list[Member] = []
    for member in members:
        if kept and flat[kept[-1].end : member.start] == "/":
            kept[-1] = _joined(kept[-1], member)
        else:
            kept.append(member)
    return kept


def _seconded(flat: str, members: list[Member]) -> list[Member]:
    """ "Cục Việc làm, Bộ Nội vụ rà soát": a unit and the ministry that it is of are one."""
    kept: list[Member] = []
    for number, member in enumerate(members):
        last = number + 1 == len(members) or flat[member.end : members[number + 1].start] != ", "
        unit = kept[-1] if kept else None
        if unit and last and member.head in _ABOVE and unit.head in _UNITS and flat[unit.end : member.start] == ", ":
            unit.end = member.end
        else:
            kept.append(member)
    return kept


def _joined(first: Member, last: Member) -> Member:
    return Member(first.start, last.stop, last.end, True, head=first.head)


def _belongs(flat: str, last: Member, member: Member) -> bool:
    """Whether a member belongs to the class named before it: "các tỉnh ủy, thành ủy", "… thuộc Bộ A, Bộ B"."""
    if not member.many:
        return member.head in ("Bộ", "Sở") and _UNDER.search(flat[last.start : last.stop]) is not None
    if flat[member.start].islower() and not MANY.match(flat, member.start):
        return True
    return flat[member.start : member.stop].rstrip().endswith("liên quan")


def _actor(flat: str, member: Member) -> Actor:
    facts = body_words().facts
    level, system, local = facts.get(" ".join(member.head.lower().split()), (None, None, True))
    return Actor(
        member.start,
        member.stop,
        _GIVEN.sub("", member.name or plain(flat[member.start : member.stop])),
        collective=member.many,
        person=member.person,
        post=member.post,
        jurisdiction=None if local else "trung ương",
        level=level,
        system=system,
    )
