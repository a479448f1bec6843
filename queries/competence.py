"""Who may change whose documents: only what is certain is said, by the rules of ``registry/competence.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.elements import Node
from graph.identity.symbols import number, organ_named
from graph.names import fold, place
from graph.registry import table
from graph.statements import DocumentMention
from queries.names import value

# The relations that only a competent body may make true. To correct or to consolidate is left to offices.
CHANGES = ("AMENDS", "REPLACES", "REPEALS", "SUSPENDS")
_PROVINCE = re.compile(r"\btỉnh\b")


@dataclass(frozen=True, slots=True)
class Standing:
    """Who issued a document, as far as it is certain: the organ by its name in ``organs.toml``, None where it is not.

    `level` and `place` are told of local bodies alone, and only by their own words or the document's own header: what
    a text says of "Ủy ban nhân dân tỉnh" may be of another province than its own. `date` is ISO, as far as known.
    """

    kind: str
    organ: str | None = None
    system: str | None = None
    level: str | None = None
    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of competence: what it says, and where it is written."""

    name: str
    says: str
    source: str


@cache
def rules() -> dict[str, Rule]:
    return {name: Rule(name, row["says"], row["source"]) for name, row in table("competence")["rules"].items()}


def standing(told: Node | DocumentMention) -> Standing:
    """The standing of the body that issued a document: its number's symbol goes before what is printed, and that before
    its kind."""
    p = _told(told)
    found = number(p["number"]) if p["number"] else None
    organ = (found.organ if found else None) or (organ_named(p["issuer"]) if p["issuer"] else None)
    name = organ.name if organ else table("competence")["kinds"].get(p["type"])
    central = organ is None or organ.scope == "central"
    return Standing(
        kind=p["type"],
        organ=name,
        system=organ.system if organ else "state" if name else None,
        level=None if central else _level(p["issuer"], p["jurisdiction"]),
        place=place(p["jurisdiction"]) if not central and (_headed(told) or _named(p)) else None,
        date=p["date"] or None,
    )


def _headed(told: Node | DocumentMention) -> bool:
    return value(told, "status") == "loaded" if isinstance(told, Node) else told.part == "self"


def _named(p: dict[str, str]) -> bool:
    """Whether an issuer's words name the place that it is of."""
    return bool(p["jurisdiction"]) and fold(p["jurisdiction"]) in fold(p["issuer"])


_FIELDS = ("type", "number", "issuer", "jurisdiction", "date")


def _told(told: Node | DocumentMention) -> dict[str, str]:
    if isinstance(told, Node):
        return {name: value(told, name) for name in _FIELDS}
    return {name: getattr(told, name) or "" for name in _FIELDS}


def _level(issuer: str, jurisdiction: str) -> str | None:
    """The level that an issuer's own words leave no doubt of; a "thành phố" may be of the centre or of a province."""
    words = f" {fold(issuer)} "
    for name in ("commune", "district"):
        if any(f" {sign} " in words for sign in table("organs")["levels"][name]):
            return name
    ours = f" thành phố {fold(jurisdiction)} " if jurisdiction else "\n"
    return "provincial" if _PROVINCE.search(words) or words.endswith(ours) else None


def acts(node: Node) -> bool:
    """Whether a document is of a kind that changes others; a submission, a letter or a consolidated text is none."""
    return "Document" in node.labels and value(node, "type") not in table("competence")["proposing"]["kinds"]


def forbidden(act: Standing, target: Standing) -> Rule | None:
    """The rule that certainly keeps one body from changing the document of another; None where nothing is certain."""
    if None in (act.organ, target.organ) or {act.system, target.system} - {"party", "state"}:
        return None
    if act.kind in table("competence")["proposing"]["kinds"]:
        return None
    name = next(_broken(act, target), None)
    return rules()[name] if name else None


def _broken(act: Standing, target: Standing) -> Iterator[str]:
    if act.system != target.system:
        yield "system"
        return
    if _elsewhere(act, target):
        yield "place"
    if _lower(act, target):
        yield "level"
    rank = _ranked_below(act, target)
    if rank and not _lifted(rank, act, target) and not _of_lower_level(act, target):
        yield rank


def _elsewhere(act: Standing, target: Standing) -> bool:
    """Whether both are provincial bodies of one kind, of places that were never one."""
    if act.organ != target.organ or act.organ not in table("competence")["places"]["organs"]:
        return False
    if act.place is None or target.place is None or act.place == target.place:
        return False
    party = act.system == "party"
    return (party or act.level == target.level == "provincial") and not _merged(act, target)


def _merged(act: Standing, target: Standing) -> bool:
    rows = table("competence")["merged"]
    known = {place(new): {place(old) for old in olds} for new, olds in rows["places"].items()}
    return target.place in known.get(act.place, ()) and not (act.date and act.date < rows["from"][: len(act.date)])


def _lower(act: Standing, target: Standing) -> bool:
    order: list[str] = table("competence")["levels"]["order"]
    if act.level not in order or target.level not in order or order.index(act.level) <= order.index(target.level):
        return False
    ended = (row for row in table("competence")["ended"] if row["level"] == target.level)
    return not any(act.date is None or act.date >= row["from"][: len(act.date)] for row in ended)


def _of_lower_level(act: Standing, target: Standing) -> bool:
    """Whether the other's level is below: what is higher in rank there may still be lower here."""
    order: list[str] = table("competence")["levels"]["order"]
    if target.level not in order or target.level == "provincial":
        return False
    return act.level not in order or order.index(target.level) > order.index(act.level)


def _ranked_below(act: Standing, target: Standing) -> str | None:
    for row in table("competence")["order"]:
        bodies: list[str] = row["bodies"]
        if act.organ in bodies and target.organ in bodies and bodies.index(target.organ) < bodies.index(act.organ):
            return str(row["rule"])
    return None


def _lifted(rule: str, act: Standing, target: Standing) -> bool:
    return any(_lifts(row, rule, act, target) for row in table("competence")["lifted"])


def _lifts(row: dict[str, Any], rule: str, act: Standing, target: Standing) -> bool:
    if (row["rule"], row["of"], row["kind"]) != (rule, act.organ, act.kind) or target.organ not in row["on"]:
        return False
    day = act.date
    return day is None or bool(row["from"][: len(day)] <= day <= row["until"][: len(day)])
