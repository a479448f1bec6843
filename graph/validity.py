"""From which day to which day a document is in force: what its own clauses say, what others say, and what ended it.

The events that texts state of a document stand on its node, each with its place, as aligned lists. Of the days of the
whole document the one that its own text tells goes before what others say, of whom most have it; another day is an
issue. A document ends on the last day that a clause gives it, or on the day before the one on which what repeals or
replaces it as a whole takes effect, whichever is earlier.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import structs

from graph.days import LOSES, TAKES, shifted
from graph.elements import Edge, Node, Property
from graph.extent import whole
from graph.identify import Identity
from graph.model import model
from graph.registry import table
from graph.statements import Claim, Issue, Place

_ENDS = ("REPLACES", "REPEALS")


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a document as a text states it: an ISO `day`, or `text` alone; `by` is the document that says so."""

    event: str
    day: str | None
    text: str
    part: bool
    own: bool
    by: str
    place: Place

    @property
    def name(self) -> str:
        """What the event is called: "in force in part"."""
        return f"{model().events[self.event].en}{' in part' if self.part else ''}"


@dataclass(frozen=True, slots=True)
class End:
    """The last day on which a document is in force, None where it is not known, and the document that ended it."""

    day: str | None
    by: str


def valid(
    nodes: Sequence[Node], edges: Iterable[Edge], claims: Iterable[Claim], identity: Identity
) -> tuple[list[Node], list[Issue]]:
    """The nodes, the documents among them with their validity, and where texts do not agree on a day."""
    known = {n.id: n for n in nodes if "Document" in n.labels}
    told, issues = _told(claims, known, identity)
    begins = {id_: first for id_, events in told.items() if (first := _chosen(events, TAKES)) is not None}
    ends = _ends(edges, known, told, begins)
    for id_, events in told.items():
        issues += _disagreements(id_, events)
    return [_valid(n, told.get(n.id, ()), begins.get(n.id), ends.get(n.id)) for n in nodes], issues


def _told(
    claims: Iterable[Claim], known: Mapping[str, Node], identity: Identity
) -> tuple[dict[str, list[Told]], list[Issue]]:
    """The events of each document, its own first, then in the order of their places."""
    found: dict[str, list[Told]] = defaultdict(list)
    issues: list[Issue] = []
    for claim in claims:
        node = known.get(identity.target(claim.source, claim.subject) or "")
        if claim.predicate not in model().events or node is None:
            continue
        told = _event(claim, node, identity)
        if not told.own and told.event == TAKES and _early(told, node):
            issues.append(_issue(told.place, f"{node.id}: in force on {told.day} here, and issued later"))
        else:
            found[node.id].append(told)
    order = {id_: sorted(events, key=lambda t: (not t.own, t.place)) for id_, events in found.items()}
    return dict(sorted(order.items())), issues


def _event(claim: Claim, node: Node, identity: Identity) -> Told:
    return Told(
        event=claim.predicate,
        day=_day(claim.properties, str(node.properties.get("date", ""))),
        text=str(claim.properties.get("text", "")),
        part=bool(claim.properties.get("pinpoint")),
        own=claim.subject == "self",
        by=identity.own(claim.source) or node.id,
        place=claim.place,
    )


def _day(told: Mapping[str, Property], issued: str) -> str | None:
    """The day that a claim gives, counted from the day of issue where it says so and that is known."""
    if "date" in told:
        return str(told["date"])
    days = told.get("days")
    return shifted(issued, int(days)) if isinstance(days, int) and len(issued) == 10 else None


def _early(told: Told, node: Node) -> bool:
    """Whether others say that a document was in force before it was issued: they speak of another one, or err."""
    issued = str(node.properties.get("date", ""))
    return told.day is not None and told.day[: len(issued)] < issued


def _chosen(events: Sequence[Told], event: str) -> Told | None:
    """Of the whole document, with a day: its own text's first, else what most say, else the first place."""
    found = [t for t in events if t.event == event and t.day and not t.part]
    if not found or found[0].own:
        return found[0] if found else None
    votes = Counter(t.day for t in found)
    return min(found, key=lambda t: (-votes[t.day], t.place))


def _disagreements(id_: str, events: Sequence[Told]) -> Iterator[Issue]:
    """Another day than the chosen one, of one event of the whole document."""
    for event in model().events:
        chosen = _chosen(events, event)
        for t in events:
            if chosen and t.event == event and t.day and not t.part and t.day != chosen.day:
                yield _issue(t.place, f"{id_}: {t.name} {t.day} here, and {chosen.day} elsewhere")


def _issue(place: Place, message: str) -> Issue:
    return Issue(kind="disagreement", message=message, source=place.source, start=place.start, end=place.end)


# -- the end ---------------------------------------------------------------------------------------------------------


def _ends(
    edges: Iterable[Edge], known: Mapping[str, Node], told: Mapping[str, list[Told]], begins: Mapping[str, Told]
) -> dict[str, End]:
    """How each document ended that did: the earliest end that has a day."""
    found: dict[str, list[End]] = defaultdict(list)
    for id_, events in told.items():
        found[id_] += [End(t.day, t.by) for t in events if t.event == LOSES and not t.part]
    for edge in edges:
        acting, target = known.get(edge.source), known.get(edge.target)
        if acting is None or target is None or not _ended(edge, acting, target):
            continue
        if all(end.by != acting.id for end in found[target.id]):
            first = begins.get(acting.id)
            found[target.id].append(End(shifted(first.day, -1) if first and first.day else None, acting.id))
    return {id_: min(ends, key=lambda e: (e.day is None, e.day or "", e.by)) for id_, ends in found.items() if ends}


def _ended(edge: Edge, acting: Node, target: Node) -> bool:
    """Whether an edge is the repeal of a whole document, done, by one of a kind that repeals, and not older."""
    p = edge.properties
    if edge.type != "DEPENDS_ON" or p.get("relation") not in _ENDS or p.get("planned"):
        return False
    if acting.properties.get("type") in table("competence")["proposing"]["kinds"]:
        return False
    ours, theirs = (str(n.properties.get("date", "")) for n in (acting, target))
    length = min(len(ours), len(theirs))
    return ours[:length] >= theirs[:length] and whole(edge, target)


# -- the node --------------------------------------------------------------------------------------------------------


def _valid(node: Node, events: Sequence[Told], first: Told | None, end: End | None) -> Node:
    """A document's node with its days, and its events in order: those that it stands on lead."""
    if not events and end is None:
        return node
    told: dict[str, Property] = dict(node.properties)
    if first is not None and first.day:
        told["in_force_from"] = first.day
    if end is not None:
        told |= {"ended_by": end.by} | ({"in_force_to": end.day} if end.day else {})
    return structs.replace(node, properties=told | _lists(_once(events, first)))


def _once(events: Sequence[Told], first: Told | None) -> list[Told]:
    """Each event of a day once, at its first place: beginnings before ends, the whole before its parts."""
    rank = list(model().events)
    kept: dict[tuple[str, bool, str], Told] = {}
    for t in events:
        kept.setdefault((t.event, t.part, t.day or t.text), t)
    return sorted(
        kept.values(),
        key=lambda t: (rank.index(t.event), t.part, first is None or t.day != first.day, t.day or "9999", t.place),
    )


def _lists(events: Sequence[Told]) -> dict[str, Property]:
    if not events:
        return {}
    return {
        "events": [t.name for t in events],
        "event_dates": [t.day or t.text or t.place.quote for t in events],
        "event_sources": [t.place.source for t in events],
        "event_starts": [t.place.start for t in events],
        "event_ends": [t.place.end for t in events],
        "event_quotes": [t.place.quote for t in events],
    }
