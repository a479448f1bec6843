"""Bodies, persons and projects: names that are one, and their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from graph.identity.home import Home
from graph.identity.keys import CENTRE
from graph.names import fold, place, slug, tidy
from graph.registry import table
from graph.statements import BodyMention, PersonMention, ProjectMention


@cache
def _short() -> re.Pattern[str]:
    forms = sorted(table("bodies")["short"], key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(re.escape(f) for f in forms) + r")(?!\w)")


@cache
def _central() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("bodies")["central"]["bodies"]))


@cache
def _begins(part: str) -> re.Pattern[str]:
    return re.compile(r"(?:các )?(?:" + "|".join(table("bodies")["local"][part]) + r")\b")


@cache
def _local() -> re.Pattern[str]:
    heads = (*table("bodies")["local"]["heads"], *table("bodies")["local"]["councils"])
    return re.compile(r"(?:" + "|".join(heads) + r")\b")


@lru_cache(maxsize=16384)
def named_place(name: str) -> str | None:
    """The place whose name stands behind a local body.

    >>> named_place("Thành ủy Đà Nẵng"), named_place("Sở Y tế"), named_place("Đại học Đà Nẵng")
    ('Đà Nẵng', None, None)
    """
    words = name.split()
    proper = list(takewhile(lambda w: w[0].isupper(), reversed(words)))
    head = " ".join(words[: len(words) - len(proper)])
    return " ".join(reversed(proper)) if proper and _local().match(fold(head)) else None


@lru_cache(maxsize=16384)
def full(name: str) -> str:
    """A name in full: short forms written out, without what a list of recipients adds ("(để báo cáo)").

    >>> full("UBND  thành phố (để b/c)")
    'Ủy ban nhân dân thành phố'
    """
    words = _short().sub(lambda m: str(table("bodies")["short"][m[0]]), tidy(name))
    return re.sub(r"\s*\((?:để|đ/c|b/c)[^)]*\)\s*$", "", words).strip(" ,.;:")


@lru_cache(maxsize=16384)
def shown(name: str, jurisdiction: str | None) -> str:
    """The full name of a body without the place it belongs to.

    >>> shown("UBND thành phố Hải Phòng", "Hải Phòng"), shown("Sở Du lịch thành phố", "Hải Phòng")
    ('Ủy ban nhân dân thành phố', 'Sở Du lịch')
    """
    words = full(name)
    if jurisdiction:
        where = re.sub(r"^(?:thành phố|tỉnh)\s+", "", jurisdiction, flags=re.IGNORECASE)
        cut = len(words) - len(where)
        behind = cut > 0 and fold(words[cut:]) == fold(where) and words[cut - 1] in " ,"
        before = words[:cut].rstrip(" ,") if behind else words
        if behind and (re.search(r"(?:thành phố|tỉnh)$", fold(before)) or _begins("heads").match(fold(before))):
            words = before
    if _begins("shed").match(fold(words)):
        words = re.sub(r"[ ,]+(?:thành phố|tỉnh)$", "", words, flags=re.IGNORECASE)
    return words


def belongs(mention: BodyMention, home: Home) -> str | None:
    """The place that a body belongs to: the centre, the place told, the text's own, or that in its own name.

    A text of the centre has no Thành ủy of its own: the one it names is that of the city named.
    """
    name = full(mention.name)
    if _central().match(fold(name)):
        return "trung ương"
    told = mention.jurisdiction or home.jurisdiction
    return named_place(name) or told if place(told) in (None, CENTRE) else told


def body(mention: BodyMention, home: Home) -> str:
    """The id of a body.

    >>> from graph.statements import Place
    >>> def of(name, where): return BodyMention(handle="b", place=Place("s", 0, 1, "x"), name=name, jurisdiction=where)
    >>> home = Home("Hải Phòng", "s", "d")
    >>> body(of("Sở Du lịch", None), home), body(of("Bộ Tài chính", "Hải Phòng"), home)
    ('hai-phong/body/sở-du-lịch', 'trung-uong/body/bộ-tài-chính')
    >>> body(of("Thành ủy Đà Nẵng", None), Home("trung ương", "s", "d"))
    'da-nang/body/thành-ủy'
    """
    where = belongs(mention, home)
    return f"{home.slug(where)}/body/{slug(shown(mention.name, where)) or '-'}"


@cache
def _classes() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("bodies")["classes"]["collective"]))


def collective(mention: BodyMention) -> bool:
    """Whether a name speaks of a class of bodies: as the text's reader found, or as its words show."""
    return mention.collective or bool(_classes().match(fold(full(mention.name))))


def person(mention: PersonMention, home: Home) -> str:
    """The id of a named official: by name within a body, or within the place where no body is told."""
    where = home.slug(mention.jurisdiction)
    if mention.body:
        where = f"{where}/{slug(shown(mention.body, mention.jurisdiction or home.jurisdiction)) or '-'}"
    return f"{where}/person/{slug(mention.name) or '-'}"


def project(mention: ProjectMention, home: Home) -> str:
    return f"{home.slug(mention.jurisdiction)}/project/{slug(mention.name) or '-'}"


@dataclass(frozen=True, slots=True)
class Membership:
    """Bodies of which kind belong to which class of bodies of the same place."""

    rule: str
    member: re.Pattern[str]
    group: re.Pattern[str]


@cache
def memberships() -> tuple[Membership, ...]:
    rows = table("bodies")["member"]
    return tuple(Membership(row["rule"], re.compile(row["member"]), re.compile(row["class"])) for row in rows)
