"""Which mentions, over all texts, are one document: a number is not a name.

Everything is computed from all statements at once, so that load order never matters and nothing has to be undone:
`texts` groups the mentions of one text, `numbered` and `unnumbered` join the groups of all texts where the evidence
is enough and nothing contradicts, `ids` names the result. A wrong merge is worse than none: what fits several
documents keeps them all as candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph.identity import ids
from graph.identity.home import Home
from graph.identity.keys import Key
from graph.identity.numbered import Known, Settled, by_number, sortable
from graph.identity.texts import Group, groups
from graph.identity.things import occurrences, things
from graph.identity.unnumbered import by_coming, by_date, by_name, by_short
from graph.names import slug
from graph.statements import DocumentMention, Issue, Mention, Statement

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
    told apart from others, where it stands on one text alone.
    """

    id: str
    aliases: tuple[str, ...]
    kind: str
    number: str | None
    mentions: tuple[DocumentMention, ...]
    citing: str | None = None

    @property
    def status(self) -> Literal["loaded", "cited", "planned"]:
        if any(m.part == "self" for m in self.mentions):
            return "loaded"
        return "planned" if all(m.part == "planned" or m.planned for m in self.mentions) else "cited"


@dataclass(frozen=True, slots=True)
class Identity:
    """The documents by id, the verdict on each document mention, and what was not believed.

    All are keyed by (source, handle): `things` are the ids of bodies, persons, projects and tasks, `open` those of
    the mentions that are no document.
    """

    documents: Mapping[str, Document]
    verdicts: Mapping[Where, Verdict]
    things: Mapping[Where, str]
    open: Mapping[Where, str]
    issues: tuple[Issue, ...] = ()

    def resolution(self, source: str, handle: str) -> Verdict:
        """What a document mention ends as."""
        return self.verdicts[source, handle]

    def target(self, source: str, handle: str) -> str | None:
        """The id of what a handle means: document, body, person, project or task; None where that is not settled."""
        verdict = self.verdicts.get((source, handle))
        return verdict.target if verdict else self.things.get((source, handle))

    def own(self, source: str) -> str | None:
        """The id of the document whose text a source is."""
        return self.target(source, "self")


def identify(statements: Iterable[Statement]) -> Identity:
    """Says of every document mention which document it means; any order of statements gives the same answer."""
    texts: dict[str, dict[str, DocumentMention]] = defaultdict(dict)
    others: list[Mention] = []
    for s in statements:
        if isinstance(s, DocumentMention):
            texts[s.source][s.handle] = s
        elif isinstance(s, Mention):
            others.append(s)
    found: list[Group] = []
    issues: list[Issue] = []
    for _, mentions in sorted(texts.items()):
        some, doubts = groups(mentions.values())
        found += some
        issues += doubts
    settled = _settled(found)
    names = _ids(settled.known)
    documents = {names[id(k)]: _document(k, names) for k in settled.known}
    verdicts = _verdicts(found, settled, names, documents)
    homes = {source: _home(source, mentions, verdicts) for source, mentions in texts.items()}
    return Identity(
        documents=dict(sorted(documents.items())),
        verdicts=dict(sorted(verdicts.items())),
        things=things(others, homes),
        open={where: name for where, name in occurrences(texts).items() if verdicts[where].target is None},
        issues=tuple(sorted(issues, key=lambda i: (i.source, i.start, i.end, i.kind, i.message))),
    )


def _home(source: str, mentions: Mapping[str, DocumentMention], verdicts: Mapping[Where, Verdict]) -> Home:
    """Where what a text names is at home: its own document and jurisdiction."""
    own = mentions.get("self")
    target = verdicts[source, "self"].target if own else None
    return Home(own.jurisdiction if own else None, source, target or source)


def _settled(found: list[Group]) -> Settled:
    """The documents of all texts; a group in none of them, and without options, says too little to make a key."""
    days = {g.source: m.date for g in found for m in g.mentions if m.part == "self" and m.date and len(m.date) == 10}
    clear = [g for g in found if not g.options]
    settled = by_number(clear, days)
    rest = [g for g in clear if g.key is None]
    coming = [g for g in rest if g.coming]
    said = [g for g in rest if not g.coming]
    by_name([g for g in said if g.named and not g.short], days, settled)
    by_short([g for g in said if g.short], days, settled)
    bare = [g for g in said if not g.named and not g.short]
    settled.known += [Known([g], citing=g.source) for g in bare if g.own]
    by_date([g for g in bare if not g.own], settled)
    by_coming(coming, days, settled)
    return settled


def _verdicts(
    found: list[Group],
    settled: Settled,
    names: Mapping[int, str],
    documents: Mapping[str, Document],
) -> dict[Where, Verdict]:
    of = {id(g): k for k in settled.known for g in k.groups}
    verdicts: dict[Where, Verdict] = {}
    for group in found:
        verdict = _verdict(group, of, settled, names, documents)
        for mention in group.mentions:
            verdicts[mention.source, mention.handle] = verdict
    return verdicts


def _verdict(
    group: Group,
    of: Mapping[int, Known],
    settled: Settled,
    names: Mapping[int, str],
    documents: Mapping[str, Document],
) -> Verdict:
    known = _may_be(group, of, settled)
    targets = sorted({names[id(k)] for k in known})
    if len(targets) == 1:
        status: Status = "planned" if documents[targets[0]].status == "planned" else "resolved"
        return Verdict(status, targets[0])
    return Verdict("ambiguous", None, tuple(targets)) if targets else Verdict("unmatched")


def _may_be(group: Group, of: Mapping[int, Known], settled: Settled) -> list[Known]:
    if group.options:
        return [k for option in group.options for k in _may_be(option, of, settled)]
    if id(group) in of:
        return [of[id(group)]]
    return settled.options.get(id(group), [])


def _first(known: Known) -> tuple[bool, str, int, int, str]:
    """A document's earliest mention, its own header before all others."""
    return min(_place(m) for g in known.groups for m in g.mentions)


def _place(m: DocumentMention) -> tuple[bool, str, int, int, str]:
    return m.part != "self", m.source, m.place.start, m.place.end, m.handle


def _kind(known: Known) -> str:
    """The type of a document: its header's, else what most mentions say."""
    votes: Counter[str] = Counter()
    for group in known.groups:
        for mention in group.mentions:
            votes[mention.type] += 1_000_000 if mention.part == "self" else 1
    return min(votes, key=lambda k: (k == "other", -votes[k], k))


def _ids(known: list[Known]) -> dict[int, str]:
    """The id of each document; those that stand on a citing text are named after that text's own document."""
    settled = {id(k): (_id(k, ""), _order(k)) for k in known if not _leans(k)}
    out = ids.unique(settled)
    own = {g.source: out[id(k)] for k in known if k.own and id(k) in out for g in k.groups if g.own}
    leaning = {id(k): (_id(k, own.get(k.citing or "", k.citing or "")), _order(k)) for k in known if _leans(k)}
    taken = {name: (name, ()) for name in out.values()}
    both = ids.unique({**{-i: taken[n] for i, n in enumerate(out.values(), 1)}, **leaning})
    return {**out, **{i: name for i, name in both.items() if i > 0}}


def _leans(known: Known) -> bool:
    """Whether a document's id has to carry the document that cites or orders it."""
    if known.own or known.citing is None:
        return False
    return known.key is not None or known.named is None or _coming(known)


def _coming(known: Known) -> bool:
    return all(g.coming for g in known.groups)


def _order(known: Known) -> tuple[str, ...]:
    key = sortable(known.key) if known.key else ()
    return (*key, *(str(part) for part in _first(known)))


def _id(known: Known, citing: str) -> str:
    kind = _kind(known)
    first = min((g.first for g in known.groups), key=_place)
    source = known.citing or _first(known)[1]
    if known.key is not None:
        base = ids.numbered(known.key, ids.printed(known.groups) or known.key.number, kind)
        return f"{base}/in/{citing}" if citing else base
    if citing and _coming(known):
        words = known.named.words if known.named else first.place.quote
        return f"{citing}/{kind}/{slug(words) or '-'}"
    if known.own and (title := first.title or first.name):
        return ids.titled(known.named, first, title, kind, source)
    if known.named is not None:
        return ids.named(known.named, kind, source)
    digits = ids.printed(known.groups, full=False)
    base = ids.numbered(Key(number=digits or "", place=ids.place_of(first), date=first.date), digits or "-", kind)
    return f"{base}/in/{citing}" if citing else f"{base}/{source[: ids.SHORT_SOURCE]}"


def _document(known: Known, names: Mapping[int, str]) -> Document:
    mentions = sorted((m for g in known.groups for m in g.mentions), key=_place)
    name = names[id(known)]
    return Document(
        id=name,
        aliases=tuple(sorted(_aliases(known) - {name})),
        kind=_kind(known),
        number=ids.printed(known.groups) or ids.printed(known.groups, full=False),
        mentions=tuple(mentions),
        citing=known.citing,
    )


def _aliases(known: Known) -> set[str]:
    """Every key that some mention, or somebody who knows less, would give the document."""
    kind = _kind(known)
    out: set[str] = set()
    if known.key is not None:
        digits = ids.printed(known.groups) or known.key.number
        for key in {known.key, *(g.key for g in known.groups if g.key)}:
            out |= ids.weaker(key, digits, kind)
    for group in known.groups:
        if group.named is not None and not group.coming:
            out.add(ids.named(group.named, kind, group.source))
    return out
