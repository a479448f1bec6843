"""What a document says of itself: kind, number, date, issuer, signer, title, term, recipients, secrecy."""

from __future__ import annotations

from loaders.authority import authority
from loaders.found import Cited, Doubt, Own
from loaders.frame import frame
from loaders.own_date import held_on, signed_on
from loaders.own_kind import is_consolidated, own_kind, spoken_kind
from loaders.own_number import own_number
from loaders.own_title import own_term, own_title
from loaders.recipients import recipients
from loaders.segment import Tree
from loaders.signature import signature
from loaders.standing import named_behind, secrecy, stand


def header(tree: Tree) -> tuple[Own, list[Doubt]]:
    """The text's mention of itself, with where its body begins and ends."""
    text, f = tree.text, frame(tree)
    spoken, consolidated = spoken_kind(text, f), is_consolidated(text, f)
    number = own_number(text, f, spoken=spoken, consolidated=consolidated)
    kind, carries = own_kind(text, f, number, spoken=spoken, consolidated=consolidated)
    title = own_title(text, f)
    on = signed_on(text, f, number, kind, consolidated=consolidated)
    signed = signature(text, f)
    c = Cited(0, 0, kind, part="self", form="header", handle="self", carries=carries)
    c.title, c.date, c.signer, c.secrecy = title.words, on.date, signed.name, secrecy(text, f)
    if number:
        c.start, c.end, c.number, c.term = number.start, number.end, number.text, number.term
    else:
        c.start, c.end = (f.title, f.kind_end) if f.title is not None else (0, 0)
        c.term = own_term(text, f, kind)
    if "conclusion" in (kind, carries):
        c.held = held_on(text, f, title.end)
    closes = min(f.closes, signed.behalf[0]) if signed.behalf and signed.behalf[0] >= f.opens else f.closes
    own = Own(c, preamble=(f.title or 0, f.opens), opens=f.opens, closes=closes)
    own.signer_span, own.signer_post, own.recipients = signed.span, signed.post, recipients(text, f, signed)
    told = authority(text, f, number, signed, notice=kind == "notice") or (number and named_behind(text, number))
    if told:
        own.issuer_span, c.issuer = told
    stand(c, text, f, number, on.place)
    return own, [on.doubt] if on.doubt else []
