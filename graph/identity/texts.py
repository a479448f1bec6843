"""The mentions of one text, grouped by what the loaders found: the same document, or unclear which.

What they found to be the same (`same`) is believed unless number or date contradict; what they could not tell
(`unclear`) keeps its candidates. `graph.identity.inside` then joins what the numbers and names of the text tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity.keys import Key, agree, joint, prefixes
from graph.identity.named import Name, name
from graph.identity.symbols import Number, number
from graph.identity.told import dated, key
from graph.statements import DocumentMention, Issue


@dataclass(slots=True, eq=False)
class Group:
    """Mentions of one text that are one document. `options` are the groups of the text that it may as well be.

    `key` is set where a number with its symbol is known, `short` where only a number without, `named` where a name is.
    """

    source: str
    mentions: list[DocumentMention]
    key: Key | None = None
    short: Number | None = None
    named: Name | None = None
    options: list[Group] = field(default_factory=list)

    @property
    def own(self) -> bool:
        """Whether this is the text itself."""
        return any(m.part == "self" for m in self.mentions)

    @property
    def coming(self) -> bool:
        """Whether all mentions speak of a document still to be issued."""
        return all(m.part == "planned" or m.planned for m in self.mentions)

    @property
    def first(self) -> DocumentMention:
        return self.mentions[0]

    def take(self, other: Group) -> None:
        """Adds the mentions of another group, and nothing of what they tell."""
        self.mentions = sorted([*self.mentions, *other.mentions], key=order)


def order(mention: DocumentMention) -> tuple[bool, int, int, str]:
    """The text itself first, then as printed."""
    return mention.part != "self", mention.place.start, mention.place.end, mention.handle


def linked(mentions: Iterable[DocumentMention], issues: list[Issue]) -> tuple[list[Group], list[DocumentMention]]:
    """Groups by what the loaders found to be the same, the text itself first; and the mentions they left unclear."""
    of: dict[str, Group] = {}
    doubtful = []
    waiting = sorted(mentions, key=order)
    while waiting:
        later = []
        known = {m.handle for m in waiting}
        for mention in waiting:
            if mention.same in known and mention.same not in of and mention.same != mention.handle:
                later.append(mention)
            elif mention.unclear and not mention.same:
                doubtful.append(mention)
            else:
                of[mention.handle] = _with(of.get(mention.same or ""), mention, issues)
        if len(later) == len(waiting):  # a ring of handles, or one that hangs on an unclear mention
            later, rest = [], later
            for mention in rest:
                of[mention.handle] = _with(of.get(mention.same or ""), mention, issues)
        waiting = later
    unique = list({id(g): g for g in of.values()}.values())
    return sorted(unique, key=lambda g: order(g.first)), doubtful


def _with(group: Group | None, mention: DocumentMention, issues: list[Issue]) -> Group:
    if group is not None:
        if (why := _contradicts(group, mention)) is None:
            return grown(group, mention)
        message = f"{mention.place.quote!r} was taken for {group.first.place.quote!r}, but its {why} contradicts"
        issues.append(
            Issue(
                kind="contradiction",
                message=message,
                source=mention.source,
                start=mention.place.start,
                end=mention.place.end,
            )
        )
    return grown(Group(mention.source, []), mention)


def _contradicts(group: Group, mention: DocumentMention) -> str | None:
    told = key(mention)
    if told and group.key and told.number != group.key.number:
        return "number"
    return None if all(prefixes(dated(m), dated(mention)) for m in group.mentions) else "date"


def grown(group: Group, mention: DocumentMention) -> Group:
    """The group with one more mention, and what it tells."""
    group.mentions = sorted([*group.mentions, mention], key=order)
    told = key(mention)
    if told is not None:
        group.key = joint(group.key, told) if group.key and agree(group.key, told) else group.key or told
    elif mention.number and group.short is None:
        group.short = number(mention.number)
    words = mention.name or (mention.title if mention.part != "citation" else None)
    if words and (group.named is None or mention.part == "self"):
        group.named = name(mention.type, words, mention)
    if told is None and group.key and mention.date and not group.key.date:
        group.key = joint(group.key, Key(number=group.key.number, date=mention.date))
    return group


def merged(parts: Sequence[Group]) -> Group:
    """One group of several of a text that are one document."""
    if len(parts) == 1:
        return parts[0]
    whole = Group(parts[0].source, [])
    for part in sorted(parts, key=lambda g: order(g.first)):
        whole.take(part)
        if part.key:
            whole.key = joint(whole.key, part.key) if whole.key else part.key
        whole.short = whole.short or part.short
        whole.named = whole.named or part.named
    return whole
