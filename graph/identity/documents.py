"""The documents that identity found, with ids, aliases and the verdict on each mention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.identity import ids
from graph.identity.keys import Key
from graph.identity.numbered import Known, Settled, sortable
from graph.identity.symbols import number
from graph.identity.texts import Group
from graph.identity.told import said
from graph.model import model
from graph.names import slug
from graph.registry.central import Entry
from graph.statements import DocumentMention

Status = Literal["resolved", "ambiguous", "unmatched", "planned"]
Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a mention ends as: `target` is a document's id where resolved or planned, else `candidates` are ids."""

    status: Status
    target: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its id, the weaker keys that still answer, and its mentions, the loaded texts' own first.

    `kind` is its type, `number` as the fullest form prints it. `citing` is the source without which it would not be
    told apart from others, where it stands on one text alone; `entry` is what the registry has of it.
    """

    id: str
    aliases: tuple[str, ...]
    kind: str
    number: str | None
    mentions: tuple[DocumentMention, ...]
    citing: str | None = None
    entry: Entry | None = None

    @property
    def status(self) -> Literal["loaded", "cited", "planned"]:
        if any(m.part == "self" for m in self.mentions):
            return "loaded"
        return "planned" if all(m.part == "planned" or m.planned for m in self.mentions) else "cited"


def documents(known: Sequence[Known]) -> dict[int, Document]:
    """Each document by the `id` of what it was made from."""
    names = _ids(known)
    own = {g.source: names[id(k)] for k in known for g in k.groups if g.own}
    return {id(k): _document(k, names[id(k)], own) for k in known}


def verdicts(found: Iterable[Group], settled: Settled, made: Mapping[int, Document]) -> dict[Where, Verdict]:
    """What each mention of the groups ends as, by (source, handle)."""
    of = {id(g): k for k in settled.known for g in k.groups}
    out: dict[Where, Verdict] = {}
    for group in found:
        targets = sorted({made[id(k)].id for k in _may_be(group, of, settled)})
        verdict = Verdict("ambiguous", None, tuple(targets)) if targets else Verdict("unmatched")
        if len(targets) == 1:
            planned = made[id(_may_be(group, of, settled)[0])].status == "planned"
            verdict = Verdict("planned" if planned else "resolved", targets[0])
        out |= {(m.source, m.handle): verdict for m in group.mentions}
    return dict(sorted(out.items()))


def _may_be(group: Group, of: Mapping[int, Known], settled: Settled) -> list[Known]:
    if group.options:
        return [k for option in group.options for k in _may_be(option, of, settled)]
    return [of[id(group)]] if id(group) in of else settled.options.get(id(group), [])


def _place(m: DocumentMention) -> tuple[bool, str, int, int, str]:
    """The order of a document's mentions: its own headers, then by place."""
    return m.part != "self", m.source, m.place.start, m.place.end, m.handle


def _mentions(known: Known) -> list[DocumentMention]:
    return sorted((m for g in known.groups for m in g.mentions), key=_place)


def _kind(mentions: Sequence[DocumentMention]) -> str:
    """The type of a document: its header's, else what most mentions say; "văn bản" only where none says more."""
    told = [said(m) for m in mentions if m.part == "self"] or [said(m) for m in mentions]
    votes = Counter(k if k in model().kinds else "other" for k in told)
    return min(votes, key=lambda k: (k == "other", -votes[k], k))


def _printed(mentions: Sequence[DocumentMention], *, short: bool = False) -> list[str]:
    """The numbers as printed, the header's first, then the most frequent: those with a symbol, or those without."""
    votes: Counter[tuple[bool, str]] = Counter()
    for m in mentions:
        found = number(m.number) if m.number else None
        if m.number and found is not None and found.short == short:
            votes[m.part != "self", m.number] += 1
    return [n for _, n in sorted(votes, key=lambda v: (v[0], -votes[v], v[1]))]


def _ids(known: Sequence[Known]) -> dict[int, str]:
    """Ids; a document that stands on a citing text is named after that text's own document."""
    firm = {id(k): (_id(k, None), _order(k)) for k in known if not _leans(k)}
    out = ids.unique(firm)
    own = {g.source: out[id(k)] for k in known if id(k) in out for g in k.groups if g.own}
    leaning = {id(k): (_id(k, own.get(k.citing or "", k.citing)), _order(k)) for k in known if _leans(k)}
    return out | ids.unique(leaning, taken=out.values())


def _leans(known: Known) -> bool:
    """Whether the id has to carry the document that cites or orders this one."""
    if known.own or known.citing is None:
        return False
    return known.key is not None or known.named is None or all(g.coming for g in known.groups)


def _order(known: Known) -> tuple[str, ...]:
    key = sortable(known.key) if known.key else ()
    first = _mentions(known)[0]
    return (*key, first.source, f"{first.place.start:09}", f"{first.place.end:09}", first.handle)


def _id(known: Known, citing: str | None) -> str:
    mentions = _mentions(known)
    kind, first = _kind(mentions), mentions[0]
    if known.key is not None:
        base = ids.numbered(known.key, (_printed(mentions) or [_number(known)])[0], kind)
        return f"{base}/in/{citing}" if citing else base
    if known.own and (title := first.title or first.name):
        return ids.titled(known.named, first, title, kind)
    if citing and all(g.coming for g in known.groups):
        words = known.named.words if known.named else first.place.quote
        return f"{citing}/{kind}/{slug(words) or '-'}"
    if known.named is not None:
        return ids.named(known.named, kind, known.citing or first.source)
    return f"{_bare(mentions, kind)}/{f'in/{citing}' if citing else first.source[: ids.SHORT_SOURCE]}"


def _number(known: Known) -> str:
    """The number of a document of which no text prints it: as the registry has it."""
    return known.entry.number if known.entry and known.entry.number else known.full.number


def _bare(mentions: Sequence[DocumentMention], kind: str) -> str:
    """The id of a document known by a number without its symbol, as far as it goes."""
    first, digits = mentions[0], (_printed(mentions, short=True) or ["-"])[0]
    return ids.numbered(Key(number=digits, place=ids.place_of(first), date=first.date), digits, kind)


def _document(known: Known, name: str, own: Mapping[str, str]) -> Document:
    mentions = _mentions(known)
    return Document(
        id=name,
        aliases=tuple(sorted(_aliases(known, mentions, own) - {name})),
        kind=_kind(mentions),
        number=next(iter(_printed(mentions) or _printed(mentions, short=True)), None),
        mentions=tuple(mentions),
        citing=known.citing,
        entry=known.entry,
    )


def _aliases(known: Known, mentions: Sequence[DocumentMention], own: Mapping[str, str]) -> set[str]:
    """Every key that a mention of it, or somebody who knows less of it, would give the document."""
    kind = _kind(mentions)
    out: set[str] = set()
    if known.key is not None:
        keys = {known.key, *(g.key for g in known.groups if g.key)}
        for digits in _printed(mentions) or [_number(known)]:
            out |= {alias for key in keys for alias in ids.weaker(key, digits, kind)}
    for group in known.groups:
        citing = own.get(group.source, group.source)
        if group.key is not None and not group.own and not group.key.anchored:
            digits = (_printed(group.mentions) or [group.key.number])[0]
            out.add(f"{ids.numbered(group.key, digits, _kind(group.mentions))}/in/{citing}")
        if group.key is None and group.short is not None:
            out.add(f"{_bare(group.mentions, _kind(group.mentions))}/in/{citing}")
        if group.named is not None:
            coming = f"{citing}/{_kind(group.mentions)}/{slug(group.named.words) or '-'}"
            out.add(coming if group.coming else ids.named(group.named, kind, group.source))
    return out
