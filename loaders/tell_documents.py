"""What a text says of documents: those it speaks of, what it cites, how they are related, and who issued it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.statements import Claim, DocumentMention, Statement
from loaders.found import Actor, Cited, Own, Related
from loaders.mentions.bodies.bodies import bodies
from loaders.teller import Teller, plain

_CLASSES = ("các ", "những ", "toàn thể ")  # whole classes of recipients


def documents(teller: Teller, spoken: Iterable[Cited]) -> list[Statement]:
    return [
        DocumentMention(
            handle=c.handle,
            place=teller.place(c.start, c.end),
            part=c.part,
            type=c.type,
            form=c.form,
            number=c.number,
            date=c.date,
            held=c.held,
            term=c.term,
            issuer=c.issuer,
            name=c.name,
            title=c.title,
            pinpoint=c.pinpoint,
            signer=c.signer,
            secrecy=c.secrecy,
            jurisdiction=c.jurisdiction,
            level=c.level,
            system=c.system,
            planned=c.planned,
            carries=c.carries,
            same=c.same,
            unclear=c.unclear,
        )
        for c in spoken
    ]


def citations(teller: Teller, cited: Iterable[Cited]) -> list[Statement]:
    return [
        teller.claim("self", "CITES", c.handle, (c.start, c.end), **({"pinpoint": c.pinpoint} if c.pinpoint else {}))
        for c in cited
    ]


def relations(teller: Teller, related: Iterable[Related]) -> list[Statement]:
    return [
        teller.claim(
            r.source,
            "DEPENDS_ON",
            r.target,
            (r.start, r.end),
            relation=r.relation,
            planned=r.planned,
            **({"pinpoint": r.pinpoint} if r.pinpoint else {}),
        )
        for r in related
    ]


def parties(teller: Teller, own: Own) -> list[Statement]:
    """Issuer, signer and recipients of the text itself; they wait in the teller."""
    c = own.cited
    told: list[Statement] = []
    if own.issuer_span and c.issuer:
        issuer = Actor(*own.issuer_span, c.issuer, jurisdiction=c.jurisdiction, level=c.level, system=c.system)
        told.append(_of("ISSUED_BY", teller, issuer))
    if own.signer_span and c.signer:
        told.append(_of("SIGNED_BY", teller, Actor(*own.signer_span, c.signer, person=True, post=own.signer_post)))
    for span in own.recipients:
        name = plain(teller.tree.text.flat[slice(*span)])
        named = bodies(teller.tree.text.flat, *span)  # "UBND các quận, huyện"
        collective = name.lower().startswith(_CLASSES) or (named is not None and named.actors[-1].collective)
        told.append(_of("SENT_TO", teller, Actor(*span, name, jurisdiction=c.jurisdiction, collective=collective)))
    return told


def _of(predicate: str, teller: Teller, actor: Actor) -> Claim:
    return teller.claim("self", predicate, teller.actor(actor), (actor.start, actor.end))
