"""The edges that texts state, with every place in which they were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.elements import Edge, Node, Property
from graph.evidence import distinct, evidence
from graph.identify import Identity
from graph.model import model
from graph.registry.central import Entry
from graph.statements import Claim, DocumentMention, Issue, Mention, Place, Ruling

# What of a claim's properties tells parallel edges apart, by type.
_APART = {"DEPENDS_ON": ("relation", "planned"), "ASSIGNED_TO": ("role",)}


@dataclass(frozen=True, slots=True)
class End:
    """The ends and type of an edge, and what tells parallel ones apart."""

    type: str
    source: str
    target: str
    apart: tuple[str, ...] = ()


def edge_id(type: str, source: str, target: str, *apart: str) -> str:
    """The id of an edge: type, what tells parallel ones apart, ends.

    >>> edge_id("DEPENDS_ON", "a", "b", "IMPLEMENTS", "planned")
    'DEPENDS_ON.IMPLEMENTS.planned:a>b'
    """
    return f"{'.'.join((type, *(a for a in apart if a)))}:{source}>{target}"


def stated(
    mentions: Iterable[Mention], claims: Iterable[Claim], identity: Identity, nodes: Iterable[Node]
) -> tuple[list[Edge], list[Issue]]:
    """All edges of origin text, the mentions that are no document, and the claims that the model has no edge for.

    Mentions and claims come in order.
    """
    labels = {n.id: n.labels[0] for n in nodes}
    by_end: dict[End, list[Claim]] = defaultdict(list)
    issues: list[Issue] = []
    for claim in claims:
        if claim.predicate in model().events:  # of one document alone: `graph.validity` reads these
            continue
        end = _end(claim, identity)
        if end is None or not _allowed(end, labels):
            issues.append(_refused(claim))
        elif end.source != end.target and not _said_by_mentions(end, labels):
            by_end[end].append(claim)
    edges = [
        *(_edge(end, same, _ruling(same, identity), _entry(same, identity)) for end, same in by_end.items()),
        *_mentions(mentions, identity, labels),
    ]
    return edges, issues


def _end(claim: Claim, identity: Identity) -> End | None:
    """Where a claim's edge runs; None where a handle names nothing, or the model has no such edge."""
    source, target = (_node(claim.source, handle, identity) for handle in (claim.subject, claim.object))
    if source is None or target is None or claim.predicate not in model().edges:
        return None
    apart = tuple(_part(claim.properties.get(name), name) for name in _APART.get(claim.predicate, ()))
    return End(claim.predicate, source, target, apart)


def _allowed(end: End, labels: Mapping[str, str]) -> bool:
    """Whether the model lets the edge run between these; a mention stands for the document it may be."""
    edge = model().edges[end.type]
    starts, ends = (*edge.starts, "Mention"), (*edge.ends, "Mention")
    return labels.get(end.source) in starts and labels.get(end.target) in ends


def _said_by_mentions(end: End, labels: Mapping[str, str]) -> bool:
    """Whether an end is no document yet: only a dependence is kept then, what cites it is said by MENTIONS."""
    return end.type != "DEPENDS_ON" and "Mention" in (labels[end.source], labels[end.target])


def _refused(claim: Claim) -> Issue:
    told = f"{claim.subject} {claim.predicate} {claim.object} is no edge of the model"
    return Issue(kind="claim", message=told, source=claim.source, start=claim.place.start, end=claim.place.end)


def _node(source: str, handle: str, identity: Identity) -> str | None:
    return identity.target(source, handle) or identity.open.get((source, handle))


def _part(value: str | int | bool | None, name: str) -> str:
    if isinstance(value, bool) or value is None:
        return name if value else ""
    return str(value)


def _ruling(claims: Iterable[Claim], identity: Identity) -> Ruling | None:
    """The latest ruling that had a hand in an edge: in that it runs here, or in that it was read here once more."""
    ends = ((c.source, handle) for c in claims for handle in (c.subject, c.object))
    return max((identity.ruled[e] for e in ends if e in identity.ruled), key=lambda r: r.rank, default=None)


def _entry(claims: Iterable[Claim], identity: Identity) -> Entry | None:
    """The entry of the registry without which an edge would not run here, wherever it was read."""
    found = [
        next((identity.filled[c.source, h] for h in (c.object, c.subject) if (c.source, h) in identity.filled), None)
        for c in claims
    ]
    return found[0] if all(found) else None


def _edge(end: End, claims: Sequence[Claim], ruling: Ruling | None, entry: Entry | None) -> Edge:
    told = evidence(c.place for c in claims) | _told(end, claims)
    if entry is not None:
        told |= {"origin": "registry", "act": entry.source}
    if ruling is not None:
        told |= {"origin": "analyst", **decided(ruling)}
    return Edge(
        id=edge_id(end.type, end.source, end.target, *end.apart),
        type=end.type,
        source=end.source,
        target=end.target,
        properties=told,
    )


def decided(ruling: Ruling) -> dict[str, Property]:
    """Who decided what a node or edge says, when and why, as far as it was told."""
    told: dict[str, Property] = {"who": ruling.who, "when": ruling.when}
    return told | ({"why": ruling.why} if ruling.why else {})


def _told(end: End, claims: Sequence[Claim]) -> dict[str, Property]:
    """What an edge says beside its evidence, the first claim's words where several differ."""
    told: dict[str, Property] = {}
    if end.type == "CITES":
        told["count"] = len(distinct(c.place for c in claims))
    if end.type in ("CITES", "DEPENDS_ON"):
        pinpoints = sorted({str(c.properties["pinpoint"]) for c in claims if c.properties.get("pinpoint")})
        told |= {"pinpoints": pinpoints} if pinpoints else {}
    if end.type == "DEPENDS_ON":
        relation = end.apart[0]
        told |= {"relation": relation, "planned": bool(end.apart[1])}
        if relation in model().relations:
            told["family"] = model().relations[relation].family
    if end.type == "ASSIGNED_TO":
        told |= _assigned(claims)
    return told


def _assigned(claims: Sequence[Claim]) -> dict[str, Property]:
    """Role and mode, and of an inherited doer the place that it was inherited from."""
    first = claims[0].properties
    told: dict[str, Property] = {name: first[name] for name in ("role", "mode") if name in first}
    if "body_quote" in first:
        told |= {name: first[name] for name in ("body_start", "body_end", "body_quote") if name in first}
        told["body_source"] = claims[0].source
    return told


def _mentions(mentions: Iterable[Mention], identity: Identity, labels: Mapping[str, str]) -> list[Edge]:
    """MENTIONS from a document to each mention in it that is no document, MAY_REFER_TO from that to its candidates."""
    told: Mapping[tuple[str, str], Place] = {
        (m.source, m.handle): m.place for m in mentions if isinstance(m, DocumentMention)
    }
    found = []
    for where, name in identity.open.items():
        own = identity.own(where[0])
        if own is not None and own in labels:
            properties = evidence([told[where]])
            found.append(
                Edge(id=edge_id("MENTIONS", own, name), type="MENTIONS", source=own, target=name, properties=properties)
            )
        for candidate in identity.verdicts[where].candidates:
            found.append(_may_refer(name, candidate))
    return found


def _may_refer(mention: str, candidate: str) -> Edge:
    properties: dict[str, Property] = {
        "origin": "derived",
        "rule": "nothing that the mention says contradicts",
        "stands_on": [mention],
    }
    name = edge_id("MAY_REFER_TO", mention, candidate)
    return Edge(id=name, type="MAY_REFER_TO", source=mention, target=candidate, properties=properties)
