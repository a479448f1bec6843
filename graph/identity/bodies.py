"""Bodies, persons and projects: names that are one, and their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.identity.home import Home
from graph.identity.keys import CENTRE
from graph.names import fold, slug, tidy
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


@lru_cache(maxsize=16384)
def shown(name: str, jurisdiction: str | None) -> str:
    """The full name of a body without the place it belongs to.

    >>> shown("UBND thành phố Hải Phòng", "Hải Phòng"), shown("Sở Du lịch thành phố", "Hải Phòng")
    ('Ủy ban nhân dân thành phố', 'Sở Du lịch')
    """
    words = _short().sub(lambda m: str(table("bodies")["short"][m[0]]), tidy(name)).strip(" ,.;:")
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


def body(mention: BodyMention, home: Home) -> str:
    """The id of a body.

    >>> from graph.statements import Place
    >>> def of(name, where): return BodyMention(handle="b", place=Place("s", 0, 1, "x"), name=name, jurisdiction=where)
    >>> home = Home("Hải Phòng", "s", "d")
    >>> body(of("Sở Du lịch", None), home), body(of("Bộ Tài chính", "Hải Phòng"), home)
    ('hai-phong/body/sở-du-lịch', 'trung-uong/body/bộ-tài-chính')
    """
    return f"{seat(mention, home)}/body/{_named(mention.name, mention.jurisdiction or home.jurisdiction)}"


def seat(mention: BodyMention, home: Home) -> str:
    """The place a body belongs to, as a slug."""
    central = _central().match(fold(shown(mention.name, None)))
    return CENTRE if central else home.slug(mention.jurisdiction)


def _named(name: str, jurisdiction: str | None) -> str:
    return slug(shown(name, jurisdiction)) or "-"


def person(mention: PersonMention, home: Home) -> str:
    """The id of a named official: by name within a body, or within the place where no body is told."""
    where = home.slug(mention.jurisdiction)
    if mention.body:
        where = f"{where}/{_named(mention.body, mention.jurisdiction or home.jurisdiction)}"
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
