"""The edges that texts state, with every place in which they were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.elements import Edge, Property
from graph.evidence import distinct, evidence
from graph.identify import Identity
from graph.model import model
from graph.statements import Claim, DocumentMention, Place, Statement

# What of a claim's properties tells parallel edges apart, by type.
_APART = {"DEPENDS_ON": ("relation", "planned"), "ASSIGNED_TO": ("role",)}


@dataclass(frozen=True, slots=True, order=True)
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


def stated(statements: Sequence[Statement], identity: Identity) -> list[Edge]:
    """All edges of origin text, and the mentions that are no document."""
    claims: dict[End, list[Claim]] = defaultdict(list)
    for claim in statements:
        if isinstance(claim, Claim) and (end := _end(claim, identity)) is not None:
            claims[end].append(claim)
    return [*(_edge(end, same) for end, same in sorted(claims.items())), *_mentions(statements, identity)]


def _end(claim: Claim, identity: Identity) -> End | None:
    """Where a claim's edge runs; None where an end is not known, or both are one document."""
    source, target = (_node(claim.source, handle, identity) for handle in (claim.subject, claim.object))
    if source is None or target is None or source == target or claim.predicate not in model().edges:
        return None
    if claim.predicate != "DEPENDS_ON" and {source, target} & _open_ends(claim, identity):
        return None  # MENTIONS says it
    apart = tuple(_part(claim.properties.get(name), name) for name in _APART.get(claim.predicate, ()))
    return End(claim.predicate, source, target, apart)


def _open_ends(claim: Claim, identity: Identity) -> set[str]:
    ends = ((claim.source, claim.subject), (claim.source, claim.object))
    return {identity.open[end] for end in ends if end in identity.open}


def _node(source: str, handle: str, identity: Identity) -> str | None:
    return identity.target(source, handle) or identity.open.get((source, handle))


def _part(value: str | int | bool | None, name: str) -> str:
    if isinstance(value, bool) or value is None:
        return name if value else ""
    return str(value)


def _edge(end: End, claims: list[Claim]) -> Edge:
    claims.sort(key=lambda c: (c.place, repr(sorted(c.properties.items()))))
    told = evidence(c.place for c in claims) | _told(end, claims)
    return Edge(
        id=edge_id(end.type, end.source, end.target, *end.apart),
        type=end.type,
        source=end.source,
        target=end.target,
        properties=told,
    )


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


def _mentions(statements: Iterable[Statement], identity: Identity) -> list[Edge]:
    """MENTIONS from a document to each mention in it that is no document, MAY_REFER_TO from that to its candidates."""
    told: Mapping[tuple[str, str], Place] = {
        (s.source, s.handle): s.place for s in statements if isinstance(s, DocumentMention)
    }
    found = []
    for where, name in identity.open.items():
        own = identity.own(where[0])
        if own is not None:
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
