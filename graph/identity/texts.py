"""What one text says of each document it speaks of: its mentions grouped, before any other text is looked at.

Inside one text a number with its symbol is enough, and so is a name. What the loaders found to be the same document
(`same`) is believed unless number or date contradict; what they could not tell (`unclear`) keeps its candidates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from graph.identity.keys import Key, agree, joint, key, prefixes
from graph.identity.named import Name, name, names_agree
from graph.identity.settle import settle
from graph.identity.symbols import Number, number, organ_named
from graph.identity.terms import term
from graph.names import place
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
    def unissued(self) -> bool:
        """A planned document, or a programme, scheme or masterplan without a number."""
        return all(m.part in ("planned", "programme") for m in self.mentions)

    @property
    def first(self) -> DocumentMention:
        return self.mentions[0]


def order(mention: DocumentMention) -> tuple[bool, int, int, str]:
    """The text itself first, then as printed."""
    return mention.part != "self", mention.place.start, mention.place.end, mention.handle


def groups(mentions: Iterable[DocumentMention]) -> tuple[list[Group], list[Issue]]:
    """The documents that one text speaks of, in the order of their first mention, and what was not believed."""
    issues: list[Issue] = []
    found, doubtful = _linked(sorted(mentions, key=order), issues)
    for step in (_by_number, _by_short, _by_name):
        found = step(found)
    return found + _unclear(found, doubtful), issues


def _linked(mentions: Sequence[DocumentMention], issues: list[Issue]) -> tuple[list[Group], list[DocumentMention]]:
    """Groups by what the loaders found to be the same; and the mentions they left unclear."""
    of: dict[str, Group] = {}
    doubtful = []
    waiting = list(mentions)
    while waiting:
        later = []
        known = {m.handle for m in waiting}
        for mention in waiting:
            if mention.same in known and mention.same not in of and mention.same != mention.handle:
                later.append(mention)
            elif mention.unclear and not mention.same:
                doubtful.append(mention)
            else:
                of[mention.handle] = _joined(of.get(mention.same or ""), mention, issues)
        if len(later) == len(waiting):  # a ring of handles, or one that hangs on an unclear mention
            later, rest = [], later
            for mention in rest:
                of[mention.handle] = _joined(of.get(mention.same or ""), mention, issues)
        waiting = later
    unique = list({id(g): g for g in of.values()}.values())
    return sorted(unique, key=lambda g: order(g.first)), doubtful


def _joined(group: Group | None, mention: DocumentMention, issues: list[Issue]) -> Group:
    if group is not None:
        if (why := _contradicts(group, mention)) is None:
            return _grown(group, mention)
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
    return _grown(Group(mention.source, []), mention)


def _contradicts(group: Group, mention: DocumentMention) -> str | None:
    told = key(mention)
    if told and group.key and told.number != group.key.number:
        return "number"
    return None if all(prefixes(m.date, mention.date) for m in group.mentions) else "date"


def _grown(group: Group, mention: DocumentMention) -> Group:
    group.mentions = sorted([*group.mentions, mention], key=order)
    told = key(mention)
    if told is not None:
        group.key = joint(group.key, told) if group.key and agree(group.key, told) else group.key or told
    elif mention.number and group.short is None:
        group.short = number(mention.number)
    words = mention.name or (mention.title if mention.part != "citation" else None)
    if words and (group.named is None or mention.part == "self"):
        group.named = name(mention.type, words, mention)
    if group.key and mention.date and not group.key.date:
        group.key = joint(group.key, Key(number=group.key.number, date=mention.date))
    return group


def _merged(parts: Sequence[Group]) -> Group:
    if len(parts) == 1:
        return parts[0]
    whole = Group(parts[0].source, sorted((m for p in parts for m in p.mentions), key=order))
    for part in parts:
        if part.key:
            whole.key = joint(whole.key, part.key) if whole.key else part.key
        whole.short = whole.short or part.short
        whole.named = whole.named or part.named
    return whole


def _regrouped(
    found: list[Group], bucket: Callable[[Group], object], agrees: Callable[[Group, Group], bool]
) -> list[Group]:
    """Groups of one bucket that agree made one; one that fits several that contradict keeps them as options."""
    buckets: dict[object, dict[object, list[Group]]] = {}
    out = []
    for group in found:
        where = bucket(group)
        if where is None or group.options:
            out.append(group)
        else:
            buckets.setdefault(where, {}).setdefault((group.key, group.named), []).append(group)
    for alike in buckets.values():
        members = [_merged(parts) for parts in alike.values()]
        clusters, bridges = settle(members, agree=agrees, enough=lambda a, b: True)
        wholes = [_merged(c) for c in clusters]
        out += wholes
        for bridge in bridges:
            fits = [w for w, c in zip(wholes, clusters, strict=True) if all(agrees(bridge, g) for g in c)]
            bridge.options = usual(bridge, fits, lambda g: len(g.mentions), lambda g: g.own)
            if len(bridge.options) == 1:
                whole = bridge.options[0]
                whole.mentions = sorted([*whole.mentions, *bridge.mentions], key=order)
            else:
                out.append(bridge)
    return sorted(out, key=lambda g: order(g.first))


def usual(group: Group, fits: list[Group], weight: Callable[[Group], int], own: Callable[[Group], bool]) -> list[Group]:
    """Of the documents that a number with its year may mean, the one that bears the usual date, if there is one.

    A State number with its year is one document by itself: two dates of it are one right and one mistaken, and
    the header or a clear majority says which. Without either all are kept.
    """
    if group.key is None or group.key.numbered_year is None or group.key.place is None or group.key.date:
        return fits
    if any(g.key is None or g.key.place != group.key.place or g.key.type != group.key.type for g in fits):
        return fits
    headed = [g for g in fits if own(g)]
    if len(headed) == 1:
        return headed
    ranked = sorted(fits, key=weight, reverse=True)
    clear = len(ranked) > 1 and weight(ranked[0]) > sum(weight(g) for g in ranked[1:])
    return ranked[:1] if clear else fits


def _by_number(found: list[Group]) -> list[Group]:
    def agrees(a: Group, b: Group) -> bool:
        return a.key is not None and b.key is not None and agree(a.key, b.key)

    return _regrouped(found, lambda g: g.key.number if g.key else None, agrees)


def _by_name(found: list[Group]) -> list[Group]:
    def agrees(a: Group, b: Group) -> bool:
        if a.named is None or b.named is None or not names_agree(a.named, b.named):
            return False
        return a.key is None or b.key is None or agree(a.key, b.key)

    def bucket(group: Group) -> object:
        if group.named is None:
            return None
        return group.named.type, group.named.words, group.coming

    return _regrouped(found, bucket, agrees)


def _by_short(found: list[Group]) -> list[Group]:
    """Short forms: with the one number of this text that fits, else together where they are alike."""
    full = [g for g in found if g.key and not g.options]
    out = [g for g in found if g.key or not g.short or g.options]
    alike: dict[object, Group] = {}
    for group in found:
        if group in out or group.short is None:
            continue
        fits = [g for g in full if g.key and short_fits(group, g.key)]
        if len(fits) == 1:
            fits[0].mentions = sorted([*fits[0].mentions, *group.mentions], key=order)
        elif fits:
            group.options = fits
            out.append(group)
        else:
            same = alike.setdefault((group.first.type, group.short.key, group.named, *_told(group)), group)
            if same is not group:
                same.mentions = sorted([*same.mentions, *group.mentions], key=order)
            else:
                out.append(group)
    return sorted(out, key=lambda g: order(g.first))


def _told(group: Group) -> tuple[str | None, ...]:
    m = group.first
    return m.issuer, m.date, m.term, m.jurisdiction


def short_fits(group: Group, full: Key) -> bool:
    """Whether a number without its symbol can be the document of a full key.

    The kind must be the same and the issuer, where one is printed, the organ that the symbol belongs to.
    """
    told, first = group.short, group.first
    whole = number(full.number)
    if told is None or whole is None or told.serial != whole.serial:
        return False
    if full.type != {"code": "law"}.get(first.type, first.type):
        return False
    if told.year and whole.year != told.year:
        return False
    return _issuer_fits(group, whole) and agree(full, _partial(group, full))


def _issuer_fits(group: Group, whole: Number) -> bool:
    issuer = next((m.issuer for m in group.mentions if m.issuer), None)
    if issuer is None:
        return True
    organ = organ_named(issuer)
    return organ is None or whole.organ is None or organ == whole.organ


def _partial(group: Group, full: Key) -> Key:
    first = group.first
    local = full.place != "trung-uong"
    return Key(
        number=full.number,
        type=full.type,
        place=place(first.jurisdiction) if local or first.jurisdiction else None,
        date=first.date or None,
        term=term(first.term) if full.party else None,
        party=full.party,
    )


def _unclear(found: list[Group], doubtful: list[DocumentMention]) -> list[Group]:
    """One group for each unclear mention, with the groups it may be."""
    of = {m.handle: g for g in found for m in g.mentions}
    out = []
    for mention in doubtful:
        group = _grown(Group(mention.source, []), mention)
        options = {id(of[h]): of[h] for h in mention.unclear if h in of}
        group.options = sorted(options.values(), key=lambda g: order(g.first))
        out.append(group)
    return out
