"""Documents without a number of their own in the text: by name, by title, by a short form, by kind and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.identity.central import EMPTY, Central
from graph.identity.filling import entry_name, fill_named, narrowed, told
from graph.identity.keys import CENTRE, Key, prefixes
from graph.identity.named import NATIONAL, Name, dated, names_agree, names_enough
from graph.identity.numbered import Known, Settled
from graph.identity.settle import Rules, settle
from graph.identity.shorts import short_fits
from graph.identity.symbols import number, organ_named
from graph.identity.texts import Group
from graph.identity.told import family
from graph.names import place

# Kinds of which a bare number is a name ("Đề án 06", "Chương trình 135").
KNOWN_BY_NUMBER = ("scheme", "programme")


def by_name(groups: Iterable[Group], days: Mapping[str, str], settled: Settled, central: Central = EMPTY) -> None:
    """Documents that a name or title identifies, alone or as the name of a numbered document."""
    buckets: dict[tuple[str, str], dict[Name, list[Group]]] = defaultdict(lambda: defaultdict(list))
    for group in groups:
        if group.named is not None:
            told = dated(group.named, days.get(group.source))
            buckets[told.type, told.words][told].append(group)
    numbered = _named(settled.known, central)
    for bucket, of in sorted(buckets.items()):
        _bucket(of, numbered.get(bucket, {}), days, settled, central)


def _named(known: Sequence[Known], central: Central) -> dict[tuple[str, str], dict[Name, Known]]:
    """The numbered documents under the names that texts give them, and of laws those in the registry."""
    out: dict[tuple[str, str], dict[Name, Known]] = defaultdict(dict)
    for i, document in enumerate(known):
        full = document.full
        for printed in {g.named for g in document.groups if g.named is not None}:
            whole = Name(
                type=printed.type,
                words=printed.words,
                place=full.place or printed.place,
                date=full.date or full.numbered_year or printed.date,
                term=None if printed.type in NATIONAL else full.term or printed.term,
                sure=printed.sure,
                known=i,
            )
            out[whole.type, whole.words][whole] = document
        entered = entry_name(document.entry, full, central) if document.entry else None
        if entered and entered.words not in told(document):
            out[entered.type, entered.words][replace(entered, known=i)] = document
    return out


def _sortable(n: Name) -> tuple[str, ...]:
    return (n.type, n.words, n.place or "", n.date or "", n.term or "", str(n.known))


def _bucket(
    of: Mapping[Name, list[Group]],
    numbered: Mapping[Name, Known],
    days: Mapping[str, str],
    out: Settled,
    central: Central,
) -> None:
    """Settles the names that share their words; a name without a time is each text's own unless it fits one alone."""
    found = settle(sorted({*of, *numbered}, key=_sortable), _RULES)
    firm: list[tuple[Name, Known]] = []
    lesser, alone = list(found.options), set()
    for cluster in found.clusters:
        lesser += [n for n in cluster if not n.anchored]
        if sure := [n for n in cluster if n.anchored]:
            firm.append((_joint(sure), _document(sure, of, numbered, days, out, central)))
        else:
            alone |= {*cluster}  # it fits nothing, or another that contradicts it would join the same
    for n in sorted(lesser, key=_sortable):
        near = [] if n in alone else [(whole, d) for whole, d in firm if names_agree(n, whole)]
        for group in of.get(n, ()):
            fits = [d for whole, d in near if not _later(n, whole, days, group)]
            _place(group, n, narrowed(n, fits, central, days.get(group.source)), fits, out)


_RULES: Rules[Name] = Rules(
    agree=names_agree,
    rank=lambda n: n.rank,
    enough=names_enough,
    joins=names_enough,
    may=lambda a, b: b.anchored,
)


def _joint(cluster: Sequence[Name]) -> Name:
    whole = cluster[0]
    for n in cluster[1:]:
        whole = replace(
            whole,
            place=whole.place or n.place,
            date=max(whole.date or "", n.date or "", key=len) or None,
            term=whole.term or n.term,
            sure=whole.sure or n.sure,
            known=max(whole.known, n.known),
        )
    return whole


def _document(
    cluster: Sequence[Name],
    of: Mapping[Name, list[Group]],
    numbered: Mapping[Name, Known],
    days: Mapping[str, str],
    out: Settled,
    central: Central,
) -> Known:
    """The document of a cluster: the numbered one that is in it, or a new one."""
    document = next((numbered[n] for n in cluster if n in numbered), None)
    groups = [g for n in cluster for g in of.get(n, ())]
    if document is None:
        document = Known(groups, named=_joint(cluster))
        out.known.append(document)
        fill_named(document, out, central, days)
    else:
        document.groups += groups
        document.named = document.named or _joint(cluster)
        _note(document, groups, out)
    return document


def _note(document: Known, groups: Iterable[Group], out: Settled) -> None:
    """Notes the mentions by a name that a number has in the registry alone."""
    if (entry := document.entry) is not None:
        known = told(document)
        out.filled |= {id(g): entry for g in groups if g.key is None and g.named and g.named.words not in known}


def _later(n: Name, whole: Name, days: Mapping[str, str], group: Group) -> bool:
    day = days.get(group.source)
    return bool(day and n.date is None and whole.date and whole.date > day[: len(whole.date)])


def _place(group: Group, n: Name, fits: list[Known], wider: list[Known], out: Settled) -> None:
    """Gives a group to the one document it fits, keeps several as options, or makes it one of its own.

    `wider` are those that it would fit without the registry.
    """
    if len(fits) == 1 and not group.own:
        fits[0].groups.append(group)
        if len(wider) > 1 and (entry := fits[0].entry) is not None:
            out.filled[id(group)] = entry
    elif len(fits) > 1 and not group.own:
        out.options[id(group)] = fits
    else:
        out.known.append(Known([group], named=n, citing=group.source))


def by_short(groups: Iterable[Group], days: Mapping[str, str], settled: Settled) -> None:
    """Numbers without a symbol; what says too little to make a key stays without a document."""
    serials: dict[str, list[Known]] = defaultdict(list)
    for document in settled.known:
        if document.key is not None and document.citing is None:
            found = number(document.key.number)
            serials[found.serial if found else ""].append(document)
    for group in groups:
        assert group.short is not None
        day = days.get(group.source)
        near = serials.get(group.short.serial, ())
        fits = [d for d in near if short_fits(group, d.full) and not _ahead(d.full, day, group)]
        if len(fits) == 1 and not group.own:
            fits[0].groups.append(group)
        elif len(fits) > 1 and not group.own:
            settled.options[id(group)] = fits
        elif group.own or _tells(group):
            settled.known.append(Known([group], named=group.named, citing=group.source))


def _ahead(full: Key, day: str | None, group: Group) -> bool:
    return bool(day and full.date and group.first.date is None and full.date > day[: len(full.date)])


def _tells(group: Group) -> bool:
    """Whether a bare number comes with something that makes a key: whose, when, or a kind known by its numbers."""
    first = group.first
    told = (first.issuer, first.jurisdiction, first.date, first.term, group.short and group.short.year)
    return first.type in KNOWN_BY_NUMBER or any(told)


def by_date(groups: Iterable[Group], settled: Settled) -> None:
    """Mentions with neither number nor name: the one document of that kind, day and organ, if there is one."""
    dated: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for document in settled.known:
        if document.key is not None and document.key.day and document.key.type:
            dated[document.key.type, document.key.day].append(document)
    for group in groups:
        first = group.first
        if group.own:
            settled.known.append(Known([group], citing=group.source))
            continue
        fits = [d for d in dated.get((family(first.type), first.date or ""), ()) if _whose(group, d.full)]
        if len(fits) == 1:
            fits[0].groups.append(group)
        elif fits:
            settled.options[id(group)] = fits


def _whose(group: Group, full: Key) -> bool:
    """Whether a mention without a number says whose it is, and it is the document's organ."""
    issuer = group.first.issuer
    found = number(full.number)
    if issuer is None or found is None or found.organ is None:
        return False
    where = CENTRE if found.organ.scope == "central" else place(group.first.jurisdiction)
    return organ_named(issuer) == found.organ and prefixes(where, full.place)
