"""Documents still to be issued: which loaded document is the one that was ordered, if just one is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity.numbered import Known, Settled
from graph.identity.symbols import organ_named
from graph.identity.texts import Group
from graph.identity.titles import same_title
from graph.identity.told import family
from graph.model import model
from graph.names import fold, place
from graph.statements import Claim, DocumentMention

Change = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A loaded document, by its header, and what it says that it changes: relation and (by `id`) document."""

    document: Known
    header: DocumentMention
    changes: frozenset[Change]


def by_coming(groups: Iterable[Group], claims: Iterable[Claim], settled: Settled) -> None:
    """The loaded document that carries an order out, where one alone does; else a document of the order's own.

    It does so where kind, place and issuer are those of the order, it is no older, and it has the title that was
    ordered, or changes the document that was to be changed in the same way.
    """
    waiting = sorted(groups, key=lambda g: (g.source, g.first.place.start, g.first.handle))
    if not waiting:
        return
    headers = _headers(settled.known)
    changes = _changes(claims, settled.known)
    loaded: dict[tuple[str, str | None], list[_Loaded]] = defaultdict(list)
    for document in settled.known:
        for header in _own(document):
            said = frozenset(changes.get((header.source, header.handle, False), ()))
            loaded[family(header.type), place(header.jurisdiction)].append(_Loaded(document, header, said))
    joins: list[tuple[Known, Group]] = []
    for group in waiting:
        order = headers.get(group.source)
        where = place(group.first.jurisdiction) or (place(order.jurisdiction) if order else None)
        ordered = {c for m in group.mentions for c in changes.get((m.source, m.handle, True), ())}
        near = loaded[family(group.first.type), where] if where else []
        fits = {id(x.document): x.document for x in near if _carries_out(x, group, order, ordered)}
        if len(fits) == 1:
            joins += [(document, group) for document in fits.values()]
        else:
            settled.known.append(Known([group], named=group.named, citing=group.source))
    for document, group in joins:
        document.groups.append(group)


def _own(document: Known) -> list[DocumentMention]:
    return [m for g in document.groups for m in g.mentions if m.part == "self"]


def _headers(known: Sequence[Known]) -> dict[str, DocumentMention]:
    return {m.source: m for document in known for m in _own(document)}


def _changes(claims: Iterable[Claim], known: Sequence[Known]) -> dict[tuple[str, str, bool], set[Change]]:
    """What each mention (source, handle) changes or, if planned, is to change."""
    of = {(m.source, m.handle): document for document in known for g in document.groups for m in g.mentions}
    out: dict[tuple[str, str, bool], set[Change]] = defaultdict(set)
    for c in claims:
        relation = model().relations.get(str(c.properties.get("relation")))
        target = of.get((c.source, c.object))
        if c.predicate == "DEPENDS_ON" and relation and relation.family == "change" and target:
            out[c.source, c.subject, bool(c.properties.get("planned"))].add((relation.name, id(target)))
    return out


def _carries_out(loaded: _Loaded, group: Group, order: DocumentMention | None, ordered: set[Change]) -> bool:
    planned, header = group.first, loaded.header
    if header.source == group.source or not _same_issuer(planned.issuer, header.issuer) or _older(header, order):
        return False
    titled = same_title(planned.title or planned.name or "", header.title or header.name or "")
    return titled or bool(ordered & loaded.changes)


def _older(header: DocumentMention, order: DocumentMention | None) -> bool:
    date, day = (m and (m.date or m.held) for m in (header, order))
    return bool(date and day and date < day[: len(date)] and date[: len(day)] < day)


def _same_issuer(a: str | None, b: str | None) -> bool:
    if a is None or b is None or fold(a) == fold(b):
        return True
    one, other = organ_named(a), organ_named(b)
    return one is None or other is None or one == other
