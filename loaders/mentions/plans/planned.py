"""Documents still to be issued: "ban hành Quyết định sửa đổi Quyết định số 1738-QĐ/TU"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.found import Cited, Own
from loaders.mentions.anchors import anchors
from loaders.mentions.plans.around import Known, happened
from loaders.mentions.plans.orders import orders
from loaders.mentions.relations.regions import Regions
from loaders.mentions.relations.speakers import OPERATIVE
from loaders.segment import Tree

_TITLE = 320  # code points
_REACH = 220
_BEGINS = re.compile(r"[^.;:]{0,300}như +sau *:")  # the opening of what this text carries in its annex
_ITEMS = frozenset({"dash", "plus", "letter", "number", "decimal"})
_NORMATIVE = OPERATIVE - {"resolution", "decision"}


def planned(tree: Tree, own: Own, regions: Regions, cited: list[Cited]) -> list[Cited]:
    """The documents that a text orders to be issued, in printed order."""
    if own.cited.type in _NORMATIVE:
        return []
    known = Known(tree, own, regions, sorted(cited, key=lambda c: c.start))
    ordered = list(_ordered(known))
    rows = [p for p in _rows(known) if not any(o.start <= p.start < o.end for o in ordered)]
    return sorted([*ordered, *rows], key=lambda p: p.start)


def _ordered(known: Known) -> Iterator[Cited]:
    """Behind an order: "tham mưu ban hành Quyết định sửa đổi …", and what is joined to it."""
    words, low, done = orders(), known.low, known.regions.opens
    for at in anchors(known.flat, "order"):
        if at < done or (verb := words.verb.match(low, at)) is None:
            continue
        done = verb.end()
        if happened(known, at):
            continue
        found = words.object.match(low, verb.end(), min(len(low), verb.end() + _REACH))
        while found is not None and _is_coming(known, found, at):
            end = _end(known, found)
            if _is_one(known, verb, found, end):
                yield _document(known, found, end)
            done = max(done, end)
            found = words.more.match(low, end, min(len(low), end + _REACH))
            if found is not None and not _capital(known, found):
                break


def _rows(known: Known) -> Iterator[Cited]:
    """Items and table rows that begin with one: "Nghị quyết sửa đổi, bổ sung Nghị quyết số …"."""
    blocks = {b.index: b for c in known.cited if (b := known.tree.at(c.start)) is not None}
    for b in blocks.values():
        if b.start < known.regions.opened or not (b.cell or b.kind in _ITEMS) or known.regions.quoted(b.body):
            continue
        found = orders().row.match(known.low, b.body, b.end)
        if found is None or not _capital(known, found) or known.flat[b.body : found.end()].isupper():
            continue
        if found["kind"].startswith("văn"):
            continue  # "Văn bản sửa đổi, bổ sung: …" heads a list of what changed a document
        end = _end(known, found)
        if not known.starts(found.start("kind")) and known.cites(found.start("kind"), end):
            yield _document(known, found, end)


def _is_one(known: Known, verb: re.Match[str], found: re.Match[str], end: int) -> bool:
    """Whether one document is meant: it acts on another, or has a title; of those that may come some day, both."""
    cites, capital = known.cites(found.start("kind"), end), _capital(known, found)
    return (cites and capital) if verb[0] in orders().hoped else (cites or capital)


def _is_coming(known: Known, found: re.Match[str], verb: int) -> bool:
    named = bool(found["does"]) or _capital(known, found)
    if known.low.startswith("dự thảo", verb) and found["about"] == "quy định":
        return False  # "tại dự thảo Luật quy định …": what a draft says
    return named and not known.starts(found.start("kind")) and not _is_own(known, verb, found)


def _is_own(known: Known, verb: int, found: re.Match[str]) -> bool:
    """The words that issue this text itself, or what it carries: "UBND tỉnh ban hành Kế hoạch thực hiện …"."""
    own = known.own.cited.type
    if known.regions.of(verb) == "opening" and _kind(found) == own:
        return True
    if known.low.startswith("ban hành", verb) and _BEGINS.match(known.low, found.end()):
        return True
    block = known.tree.at(verb)
    if block is None or block.kind != "article" or own not in ("decision", "resolution"):
        return False
    return not known.low[block.body : verb].strip()


def _capital(known: Known, found: re.Match[str]) -> bool:
    return known.flat[found.start("kind")].isupper()


def _kind(found: re.Match[str]) -> str:
    return orders().kinds[" ".join(found["kind"].split())]


def _document(known: Known, found: re.Match[str], end: int) -> Cited:
    start = found.start("kind")
    issuer = " ".join(known.flat[slice(*found.span("issuer"))].split()).removeprefix("của ") if found["issuer"] else ""
    title = " ".join(known.flat[start:end].split()).strip(' ,“”"')
    return Cited(
        start, end, _kind(found), part="planned", form="name", title=title, issuer=issuer or None, planned=True
    )


def _end(known: Known, found: re.Match[str]) -> int:
    """Where a title ends: at the end of its clause, never inside a citation."""
    start = found.start("kind")
    limit = min(len(known.low), start + _TITLE)
    inside = known.inside(start + 1, limit)
    at = found.end()
    while (stop := orders().ends.search(known.low, at, limit)) is not None:
        over = next((c for c in inside if c.start <= stop.start() < c.end), None)
        if over is not None:
            at = over.end
        elif known.low[stop.start()] == ":" and known.cites(stop.end(), stop.end()):
            at = stop.end()
        else:
            return stop.start()
    return max([limit, *(c.end for c in inside)])
