"""Several members behind one head: "các Bộ: Tài chính, Công an", "Đảng ủy Bộ Nội vụ, Bộ Y tế", "Sở Y tế, Nội vụ"."""

from __future__ import annotations

import re

from loaders.mentions.bodies.beginnings import skip
from loaders.mentions.bodies.bodywords import JOIN, BodyWords, body_words
from loaders.mentions.bodies.members import Member, single
from loaders.mentions.bodies.runs import plain, run
from loaders.mentions.predicates import starts

_COLON = re.compile(r" *: *")
_FIRMS = ("Tập đoàn", "Tổng công ty", "Tổng Công ty", "Công ty")
_SHORT = re.compile(r"[A-ZĐ]{2,8}(?!\w)")
_COMMITTEE = re.compile(r"Đảng ủy +")


def plural(flat: str, at: int, end: int) -> list[Member] | None:
    """A member for each name that a plural head has behind it; None where it has none."""
    words = body_words()
    found = words.heads.match(flat, at, end)
    if not found:
        return None
    if colon := _COLON.match(flat, found.end(), end):
        return _listed(words, flat, colon.end(), end, found[1]) or None
    return _repeated(words, flat, at, end) if found[1] in words.repeated else None


def shared(flat: str, at: int, end: int, before: Member) -> Member | None:
    """A field of work that shares the head of the member before it: "Bộ Y tế, | Tài chính"."""
    words = body_words()
    if before.head not in ("Bộ", "Sở") or before.person:
        return None
    if not (before.name or flat).startswith(before.head, 0 if before.name else before.start):
        return None
    field = words.fields.match(flat, at - 1, end)
    if field is None or (before.head == "Sở" and single(flat, at, end)):
        return None
    stop = field.end()
    if not (JOIN.match(flat, stop, end) or _COLON.match(flat, stop, end) or starts(flat, skip(flat, stop), end)):
        return None
    return Member(at, stop, stop, False, name=f"{before.head} {plain(flat[at:stop])}", head=before.head)


def sibling(flat: str, at: int, end: int, before: Member) -> Member | None:
    """A short name in capitals that shares the class of the member before it: "Tập đoàn FPT, | CMC"."""
    short = _SHORT.match(flat, at, end) if before.head in _FIRMS else None
    if short is None:
        return None
    stop = short.end()
    if not (JOIN.match(flat, stop, end) or starts(flat, skip(flat, stop), end)):
        return None
    return Member(at, stop, stop, False, head=before.head)


def _listed(words: BodyWords, flat: str, at: int, end: int, head: str) -> list[Member]:
    """The names behind a colon, each with the head in front of it where the heading holds it back."""
    members: list[Member] = []
    while True:
        field = words.fields.match(flat, at - 1, end) if head in ("Bộ", "Sở") else None
        stop = field.end() if field else run(flat, at, end).stop
        if stop == at or not flat[at].isupper():
            return members
        bare = head in words.bare and not words.fielded.match(flat, at, end)
        name = plain(flat[at:stop])
        members.append(Member(at, stop, stop, False, name=f"{head} {name}" if bare else name, head=head))
        joined = JOIN.match(flat, stop, end)
        if not joined or not _is_name(words, flat, joined.end(), end, head):
            return members
        at = joined.end()


def _is_name(words: BodyWords, flat: str, at: int, end: int, head: str) -> bool:
    """Whether a list goes on with another name under its head; "Công an" is a ministry's, and no department's."""
    if not flat[at : at + 1].isupper():
        return False
    return (head == "Bộ" and words.fields.match(flat, at - 1, end) is not None) or single(flat, at, end) is None


def _repeated(words: BodyWords, flat: str, at: int, end: int) -> list[Member] | None:
    """A head said in the plural once, or with each name; one name alone is none."""
    committee = _COMMITTEE.match(flat, at, end)
    prefix = "Đảng ủy " if committee else ""
    at = committee.end() if committee else at
    members: list[Member] = []
    while True:
        head = words.fielded.match(flat, at, end)
        field = words.fields.match(flat, head.end() if head else at - 1, end)
        if not field or (not head and not members):
            break
        kind = head[0] if head else members[0].head
        name = f"{prefix}{kind} {plain(field[0])}"
        members.append(Member(at, field.end(), field.end(), False, name=name, head=kind))
        joined = JOIN.match(flat, field.end(), end)
        if not joined or flat[joined.end() : joined.end() + 1].islower():
            break
        at = joined.end()
    return members if len(members) > 1 else None
