"""The words of what is to be done and of how it is ordered, compiled once from ``duties.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.mentions.kinds import patterns
from loaders.mentions.words import inside, union

_END = r"(?!\w)"


@dataclass(frozen=True, slots=True)
class Verbs:
    """Patterns by the tables of the same names in ``duties.toml``; `modes` has the mode of each word of an order.

    `ordering` finds where `orders` may match; `light` matches any run of words that say only how or in which
    part a task is done, also none.
    """

    firm: re.Pattern[str]
    loose: re.Pattern[str]
    doing: re.Pattern[str]
    nouns: re.Pattern[str]
    tied: re.Pattern[str]
    compounds: re.Pattern[str]
    telling_apart: re.Pattern[str]
    apart: re.Pattern[str]
    stops: re.Pattern[str]
    orders: re.Pattern[str]
    ordering: re.Pattern[str]
    no_order: frozenset[str]
    giving: re.Pattern[str]
    modes: dict[str, str]
    binding: re.Pattern[str]
    light: re.Pattern[str]
    late: re.Pattern[str]
    facts: re.Pattern[str]
    idle: re.Pattern[str]
    asides: re.Pattern[str]
    above: re.Pattern[str]
    carrying: re.Pattern[str]
    things: re.Pattern[str]
    front: re.Pattern[str]
    purpose: re.Pattern[str]


@cache
def verbs() -> Verbs:
    """The patterns, compiled at the first call."""
    table = patterns("duties")
    either = {k: re.compile(union(table[k], capital=None)) for k in ("facts", "idle")}
    small = ("loose", "doing", "nouns", "stops", "telling_apart")
    return Verbs(
        **either,
        **{k: re.compile(union(table[k], capital=False)) for k in small},
        firm=re.compile(_firm(table)),
        tied=re.compile(union(table["tied"], capital=None) + "$"),
        apart=re.compile(" +" + union([*table["telling_apart"], "lập", "theo dõi", "số hóa"], capital=False)),
        compounds=re.compile(union(table["compounds"], capital=False) + "$"),
        orders=re.compile(_orders(table)),
        ordering=re.compile(inside(w for row in table["orders"] for w in row["words"])),
        no_order=frozenset(table["no_order"].split()),
        giving=re.compile(rf"(?:^|[;,:.()“”\-]|(?:{'|'.join(table['giving'])})) *$"),
        modes={w: row["mode"] for row in table["orders"] for w in row["words"]},
        binding=re.compile(union([w for row in table["binding"] for w in row["words"]], capital=None)),
        light=re.compile(_light(table), re.I),
        late=re.compile(rf"[^.;:]{{0,60}}?[ ,](?={union(table['late'], capital=False)})"),
        asides=re.compile(_asides(table)),
        above=re.compile(_stressed(table)),
        carrying=re.compile(r"(?:theo [^,;.]{3,80}, )?" + union(table["carrying"], capital=None)),
        things=re.compile("(?:" + "|".join(re.escape(t) for t in table["things"]) + ")", re.I),
        purpose=re.compile(union(table["purpose"], capital=None)),
        front=re.compile(union(table["before"], capital=None)),
    )


def _firm(table: dict[str, Any]) -> str:
    """What a task begins with, save where the same words belong to a name."""
    nouns = f"{union(table['nouns'], capital=False)}(?= +{union(table['leads'], capital=False)})"
    apart = f"{union(table['telling_apart'], capital=False)}(?= +{union(table['binds'], capital=False)})"
    group = rf"tổ +chức{_END}(?! +(?:{'|'.join(table['groups']).replace(' ', ' +')}){_END})(?! *[,;.:])"
    words = [union(table["firm"], capital=False), group, "g" + _given(table), union(table["bold"], capital=True)]
    return f"(?!(?:{nouns}|{apart}))(?:{'|'.join(words)})"


def _given(table: dict[str, Any]) -> str:
    """ "giao", its first letter aside, where it is no traffic: "giao thông", "giao dịch"."""
    return rf"iao{_END}(?! +(?:{'|'.join(table['traffic'])}){_END})"


def _orders(table: dict[str, Any]) -> str:
    words = [w for row in table["orders"] for w in row["words"] if w != "giao"]
    order = f"(?:{union(words, capital=None)}|[Gg]{_given(table)})"
    return rf"{order}(?: +nhiệm vụ)?(?: +(?:cho|đối với|tới))? *:? *"


def _light(table: dict[str, Any]) -> str:
    place = r"là +(?:cơ +quan|đơn +vị) +(?:đầu +mối|chủ +trì|thường +trực)"
    return rf"(?:[\s,]|và(?= +chủ| +tiếp)|{place}|{'|'.join(table['light']).replace(' ', ' +')})*"


def _asides(table: dict[str, Any]) -> str:
    brief, stretch, asides = (union(table[k], capital=None) for k in ("brief", "stretch", "asides"))
    return (
        rf",? *(?:{brief}(?:,? +{stretch})*,?|{asides}[^,;.:]*(?:, +{stretch}(?: +{stretch})*(?= *,| +(?:có|chịu)))*,?)"
    )


def _stressed(table: dict[str, Any]) -> str:
    after = rf",? +(?:\w+ ){{0,1}}?(?:{'|'.join(table['stressed'])}){_END}"
    return rf" *, *(?:{'|'.join(table['stressing'])})[^;.]{{3,110}}?(?={after})"
