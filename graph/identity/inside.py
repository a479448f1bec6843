"""One text: which of its groups of mentions are one document, before any other text is looked at.

Inside one text a number with its symbol is enough, and so is a name; what fits several documents of the text keeps
them as options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.identity.keys import agree, enough, key_rank, usual
from graph.identity.named import names_agree, names_enough
from graph.identity.settle import Cluster, Rules, always, settle
from graph.identity.shorts import short_fits
from graph.identity.texts import Group, grown, linked, merged, order
from graph.identity.titles import same_title
from graph.statements import DocumentMention, Issue

Bucket = Callable[[Group], object]


def groups(mentions: Iterable[DocumentMention]) -> tuple[list[Group], list[Issue]]:
    """The documents that one text speaks of, in the order of their first mention, and what was not believed."""
    issues: list[Issue] = []
    found, doubtful = linked(mentions, issues)
    for step in (_by_number, _by_short, _by_name, _by_plan):
        found = sorted(step(found), key=lambda g: order(g.first))
    return found + _unclear(found, doubtful), issues


def _by_number(found: list[Group]) -> list[Group]:
    rules: Rules[Group] = Rules(
        agree=lambda a, b: a.key is not None and b.key is not None and agree(a.key, b.key),
        enough=lambda a, b: a.key is not None and b.key is not None and enough(a.key, b.key),
        joins=always,
        rank=lambda g: key_rank(g.key),
        choose=_usual,
    )
    return _regrouped(found, lambda g: g.key.number if g.key else None, rules)


def _usual(group: Group, fits: list[Cluster[Group]]) -> list[Cluster[Group]]:
    """Of two dates of one State number with its year, the header's or the one that most mentions print."""
    return usual(
        group.key,
        fits,
        key=lambda c: merged(c).key,
        weight=lambda c: sum(len(g.mentions) for g in c),
        own=lambda c: any(g.own for g in c),
    )


def _by_name(found: list[Group]) -> list[Group]:
    rules: Rules[Group] = Rules(
        agree=_named_alike,
        enough=lambda a, b: a.named is not None and b.named is not None and names_enough(a.named, b.named),
        joins=always,
        rank=_name_rank,
    )

    def bucket(group: Group) -> object:
        return (group.named.type, group.named.words) if group.named and not group.coming else None

    return _regrouped(found, bucket, rules)


def _by_plan(found: list[Group]) -> list[Group]:
    """Documents to come: ordered twice in one text, once with a longer title, they are one."""
    rules: Rules[Group] = Rules(agree=_planned_alike, enough=_planned_alike, joins=always, rank=lambda g: 0)
    out = _regrouped(found, lambda g: g.first.type if g.coming and g.key is None else None, rules)
    for group in out:
        if group.coming and group.options and not group.first.unclear:
            group.options = []  # it fits two of them: a third
    return out


def _planned_alike(a: Group, b: Group) -> bool:
    return same_title(*(g.first.title or g.first.name or g.first.place.quote for g in (a, b)))


def _named_alike(a: Group, b: Group) -> bool:
    if a.named is None or b.named is None or not names_agree(a.named, b.named):
        return False
    return a.key is None or b.key is None or agree(a.key, b.key)


def _name_rank(group: Group) -> int:
    if group.key is not None or group.named is None:
        return 0
    return group.named.rank


def _regrouped(found: list[Group], bucket: Bucket, rules: Rules[Group]) -> list[Group]:
    """The groups of each bucket settled by the rules; groups outside any bucket stay as they are."""
    buckets: dict[object, dict[object, list[Group]]] = {}
    out = []
    for group in found:
        where = bucket(group)
        if where is None or group.options:
            out.append(group)
        else:
            buckets.setdefault(where, {}).setdefault((group.key, group.named), []).append(group)
    for alike in buckets.values():
        settled = settle([merged(parts) for parts in alike.values()], rules)
        wholes = {id(c): merged(c) for c in settled.clusters}
        out += wholes.values()
        for group, fits in settled.options.items():
            group.options = [] if group.own else [wholes[id(c)] for c in fits]
            out.append(group)
    return out


def _by_short(found: list[Group]) -> list[Group]:
    """Short forms: with the one number of this text that fits, else together where they are alike."""
    full = [g for g in found if g.key and not g.options]
    out = [g for g in found if g.key or not g.short or g.options]
    alike: dict[object, Group] = {}
    for group in found:
        if group.key or not group.short or group.options:
            continue
        fits = [g for g in full if g.key and short_fits(group, g.key)]
        if len(fits) == 1:
            fits[0].take(group)
        elif fits:
            group.options = fits
            out.append(group)
        else:
            first = group.first
            told = (first.type, group.short.key, group.named, first.issuer, first.date, first.term, first.jurisdiction)
            if told in alike:
                alike[told].take(group)
            else:
                alike[told] = group
                out.append(group)
    return out


def _unclear(found: list[Group], doubtful: list[DocumentMention]) -> list[Group]:
    """One group for each unclear mention, with the groups it may be."""
    of = {m.handle: g for g in found for m in g.mentions}
    out = []
    for mention in doubtful:
        group = grown(Group(mention.source, []), mention)
        options = {id(of[h]): of[h] for h in mention.unclear if h in of}
        group.options = sorted(options.values(), key=lambda g: order(g.first))
        out.append(group)
    return out
