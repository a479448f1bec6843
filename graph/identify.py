"""Which mentions, over all texts, are one document: a number is not a name.

Everything is computed from all statements at once, so that load order never matters and nothing has to be undone:
`texts` groups the mentions of one text, `numbered` and `unnumbered` join the groups of all texts where the evidence
is enough and nothing contradicts, `ids` names the result. A wrong merge is worse than none: what fits several
documents keeps them all as candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.identity.central import EMPTY, Central, central
from graph.identity.coming import by_coming
from graph.identity.documents import Document, Verdict, Where, documents, verdicts
from graph.identity.filling import fill_numbered
from graph.identity.home import Home
from graph.identity.inside import groups
from graph.identity.numbered import Settled, by_number
from graph.identity.ruled import parted, ruled, rulings_in_order
from graph.identity.texts import Group
from graph.identity.things import occurrences, things
from graph.identity.unnumbered import by_date, by_name, by_short
from graph.registry.central import Entry
from graph.statements import Claim, DocumentMention, Issue, Mention, Ruling, Statement, mentions_in_order

__all__ = ["Document", "Identity", "Verdict", "identify"]


@dataclass(frozen=True, slots=True)
class Identity:
    """The documents by id, the verdict on each document mention, and what was not believed.

    `verdicts`, `things` and `open` are keyed by (source, handle): `things` are the ids of bodies, persons, projects
    and tasks, `open` those of the mentions that are no document. `homes` tell where the names of a source belong,
    `ruled` which mention means what it means by whose ruling, `filled` which does by the registry, and by which entry.
    """

    documents: Mapping[str, Document]
    verdicts: Mapping[Where, Verdict]
    things: Mapping[Where, str]
    open: Mapping[Where, str]
    homes: Mapping[str, Home]
    issues: tuple[Issue, ...] = ()
    ruled: Mapping[Where, Ruling] = field(default_factory=dict)
    filled: Mapping[Where, Entry] = field(default_factory=dict)

    def resolution(self, source: str, handle: str) -> Verdict:
        """What a document mention ends as."""
        return self.verdicts[source, handle]

    def target(self, source: str, handle: str) -> str | None:
        """The id of what a handle means: document, body, person, project or task; None where that is not settled."""
        verdict = self.verdicts.get((source, handle))
        return verdict.target if verdict else self.things.get((source, handle))

    def home(self, source: str) -> Home:
        """Where the names of a text belong."""
        return self.homes.get(source) or Home(None, source, source)

    def own(self, source: str) -> str | None:
        """The id of the document whose text a source is."""
        return self.target(source, "self")


def identify(statements: Iterable[Statement], *, registry: bool = True) -> Identity:
    """Says of every mention what it means; any order of statements gives the same answer.

    `registry`: whether what is known of central documents apart from any text fills what the texts leave open.
    """
    told = list(statements)
    texts, others = _by_text(told)
    found: list[Group] = []
    issues: list[Issue] = []
    for mentions in texts.values():
        some, doubts = groups(mentions.values())
        found += some
        issues += doubts
    rulings = rulings_in_order(told)
    found = parted(found, rulings)
    settled = _settled(found, [c for c in told if isinstance(c, Claim)], central() if registry else EMPTY)
    moved = ruled(found, settled, rulings)
    made = documents(settled.known)
    ends = verdicts(found, settled, made)
    homes = {source: _home(source, mentions, ends) for source, mentions in texts.items()}
    return Identity(
        documents={d.id: d for d in sorted(made.values(), key=lambda d: d.id)},
        verdicts=ends,
        things=things(others, homes),
        open={where: name for where, name in occurrences(texts).items() if ends[where].target is None},
        homes=homes,
        issues=tuple(sorted([*issues, *settled.issues], key=lambda i: (i.source, i.start, i.end, i.kind, i.message))),
        ruled=moved,
        filled=_filled(found, settled),
    )


def _by_text(statements: Iterable[Statement]) -> tuple[dict[str, dict[str, DocumentMention]], list[Mention]]:
    """Document mentions by source and handle, and all other mentions, in the order of their places."""
    texts: dict[str, dict[str, DocumentMention]] = {}
    others: list[Mention] = []
    for m in mentions_in_order(statements):
        if isinstance(m, DocumentMention):
            texts.setdefault(m.source, {})[m.handle] = m
        else:
            others.append(m)
    return dict(sorted(texts.items())), others


def _home(source: str, mentions: Mapping[str, DocumentMention], ends: Mapping[Where, Verdict]) -> Home:
    """Where what a text names is at home: its own document and jurisdiction."""
    own = mentions.get("self")
    target = ends[source, "self"].target if own else None
    return Home(own.jurisdiction if own else None, source, target or source)


def _filled(found: Iterable[Group], settled: Settled) -> dict[Where, Entry]:
    told = ((m, settled.filled[id(g)]) for g in found if id(g) in settled.filled for m in g.mentions)
    return {(m.source, m.handle): entry for m, entry in told}


def _settled(found: list[Group], claims: list[Claim], known: Central) -> Settled:
    """The documents of all texts; a group in none of them, and without options, says too little to make a key."""
    days = {g.source: m.date for g in found for m in g.mentions if m.part == "self" and m.date and len(m.date) == 10}
    clear = [g for g in found if not g.options]
    settled = by_number(clear, days, known)
    fill_numbered(settled, known, days)
    rest = [g for g in clear if g.key is None]
    said = [g for g in rest if not g.coming]
    by_name([g for g in said if g.named and not g.short], days, settled, known)
    by_short([g for g in said if g.short], days, settled)
    by_date([g for g in said if not g.named and not g.short], settled)
    by_coming([g for g in rest if g.coming], claims, settled)
    return settled
