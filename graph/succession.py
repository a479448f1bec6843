"""What the registry knows of the bodies that texts speak of: who took over from whom, who is part of whom, who ended.

The data is ``registry/successions.toml`` and ``provinces.toml``, each row with the act it stands on. Nothing is said of
bodies that no text speaks of, but for the one that took over from one: it is added under the id that a text that names
it would give it, so that the two are one as soon as one does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec import structs

from graph.edges import edge_id
from graph.elements import Edge, Node, Property
from graph.identity.bodies import body, shown
from graph.identity.home import Home
from graph.identity.keys import CENTRE
from graph.names import fold, place, slug
from graph.registry import table
from graph.statements import BodyMention, Place

_PLACE = re.compile(r"\b(tỉnh ủy|tỉnh)\b", re.IGNORECASE)
_CITY = {"tỉnh ủy": "thành ủy", "tỉnh": "thành phố"}


@dataclass(frozen=True, slots=True)
class Act:
    """On what a row stands, and from which day (or month) on: ISO."""

    source: str
    on: str


@dataclass(frozen=True, slots=True)
class Heir:
    """The body that took over: its name, and whose it is where it is of another place."""

    name: str
    act: Act
    jurisdiction: str | None = None


def registered(nodes: Sequence[Node]) -> tuple[list[Node], list[Edge]]:
    """The nodes, those that took over added, with the last day of those that ended; and the edges between bodies."""
    known = {n.id: n for n in nodes}
    edges: list[Edge] = []
    todo = sorted((n for n in nodes if n.labels == ("Body",)), key=lambda n: n.id)
    while todo:
        was = todo.pop(0)
        for heir in _heirs(was):
            taker = _taker(was, heir)
            if taker.id not in known:
                known[taker.id] = taker
                todo.append(taker)
            if taker.id != was.id:
                edges.append(_edge("SUCCEEDED_BY", was.id, taker.id, heir.act.source, valid_from=heir.act.on))
    bodies = [n for n in known.values() if n.labels == ("Body",)]
    known |= {n.id: n for n in map(_ended, bodies)}
    return list(known.values()), [*edges, *_parts(bodies)]


def _edge(type: str, source: str, target: str, act: str, **valid: str) -> Edge:
    told: dict[str, Property] = {"origin": "registry", "act": act, **valid}
    return Edge(id=edge_id(type, source, target), type=type, source=source, target=target, properties=told)


def _name(node: Node) -> str:
    return str(node.properties.get("name", ""))


def _place(node: Node) -> str:
    """The slug of the place a body belongs to."""
    return node.id.split("/body/")[0]


@cache
def _posts() -> re.Pattern[str]:
    """The posts that stand before the body whose head they are."""
    posts = sorted(table("organs")["levels"]["posts"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(posts)}) (?=\w)", re.IGNORECASE)


def _split(node: Node) -> tuple[str, str]:
    """The post that a name begins with, or nothing, and the body."""
    found = _posts().match(_name(node))
    return (found[0], _name(node)[found.end() :]) if found else ("", _name(node))


@cache
def _rows() -> Mapping[str, list[tuple[Act, Mapping[str, Any]]]]:
    """What became of bodies, by the slugs of their names: the act and the row."""
    found = defaultdict(list)
    for act in table("successions")["act"]:
        for row in act["body"]:
            found[slug(row["was"])].append((Act(act["source"], act["on"]), row))
    return dict(found)


def _heirs(was: Node) -> Iterator[Heir]:
    if was.properties.get("collective"):
        return
    post, own = _split(was)
    for act, row in _rows().get(slug(own), ()):
        if _place(was) not in {place(name) for name in row.get("but", ())}:
            yield Heir(f"{post}{row['is']}", act)
    if (merged := _merged().get(_place(was))) and _provincial().match(fold(own)):
        yield Heir(f"{post}{_renamed(own, merged)}", merged.act, merged.name)


@dataclass(frozen=True, slots=True)
class Province:
    """What a province went into."""

    name: str
    city: bool
    act: Act


@cache
def _merged() -> Mapping[str | None, Province]:
    """The provinces that went into another, or became a city, by their slugs."""
    known = table("provinces")
    found: dict[str | None, Province] = {}
    for name, row in known["now"].items():
        act = Act(row.get("act", known["act"]["source"]), row.get("on", known["act"]["on"]))
        found |= {place(old): Province(name, row["kind"] == "thành phố", act) for old in row["from"] if old != name}
    return found


@cache
def _provincial() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in table("successions")["province"]["bodies"]))


def _renamed(own: str, into: Province) -> str:
    """A name of a province's body as that of a city has it: "Tỉnh ủy" becomes "Thành ủy"."""
    return _PLACE.sub(lambda m: _cased(m[0], _CITY[m[0].lower()]), own) if into.city else own


def _cased(before: str, after: str) -> str:
    """
    >>> _cased("TỈNH", "thành phố"), _cased("Tỉnh ủy", "thành ủy"), _cased("tỉnh", "thành phố")
    ('THÀNH PHỐ', 'Thành ủy', 'thành phố')
    """
    if before.isupper():
        return after.upper()
    return after[:1].upper() + after[1:] if before[:1].isupper() else after


def _taker(predecessor: Node, heir: Heir) -> Node:
    """The node of the body that took over, as a text that names it would make it."""
    told = heir.jurisdiction or predecessor.properties.get("jurisdiction")
    where = str(told) if told else None
    mention = BodyMention(handle="", place=Place("", 0, 0, ""), name=heir.name, jurisdiction=where)
    properties: dict[str, Property] = {"name": shown(heir.name, where), "collective": False}
    properties |= {"jurisdiction": where} if where else {}
    properties |= {name: predecessor.properties[name] for name in ("level", "system") if name in predecessor.properties}
    home = Home(where, _place(predecessor), "")
    return Node(id=body(mention, home), labels=("Body",), properties=dict(sorted(properties.items())))


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    rows = table("successions")["ended"]
    return tuple((re.compile("|".join(f"(?:{p})" for p in r["bodies"])), r["until"], r["source"]) for r in rows)


def _ended(node: Node) -> Node:
    """A body that has ended, with its last day and the act."""
    own = fold(_split(node)[1])
    for pattern, until, source in _endings():
        if pattern.match(own):
            return structs.replace(node, properties={**node.properties, "valid_to": until, "act": source})
    return node


def _parts(bodies: Iterable[Node]) -> Iterator[Edge]:
    """Who is part of whom, among bodies that are nodes."""
    by_place: dict[str, list[Node]] = defaultdict(list)
    for node in bodies:
        if not node.properties.get("collective"):
            by_place[_place(node)].append(node)
    for where, some in sorted(by_place.items()):
        names = {fold(_name(b)): b for b in some}
        yield from _departments(names) if where != CENTRE else ()
        yield from _within(names)


def _departments(names: Mapping[str, Node]) -> Iterator[Edge]:
    """The parts that every place has, where its whole is just one node."""
    for rule in table("successions")["part"]:
        wholes = [b for name, b in names.items() if re.fullmatch(rule["whole"], name)]
        for name, node in names.items():
            if len(wholes) == 1 and re.fullmatch(rule["part"], name):
                yield _edge("PART_OF", node.id, wholes[0].id, rule["source"])


def _within(names: Mapping[str, Node]) -> Iterator[Edge]:
    for row in table("successions")["within"]:
        part, whole = names.get(fold(row["part"])), names.get(fold(row["whole"]))
        if part is not None and whole is not None:
            valid = {f"valid_{k}": row[k] for k in ("from", "to") if k in row}
            yield _edge("PART_OF", part.id, whole.id, row["source"], **valid)
