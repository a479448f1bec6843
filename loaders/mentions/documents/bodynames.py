"""How the names of issuing bodies begin, and what cannot belong to one: a reading of ``patterns/issuers.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.mentions.kinds import patterns
from loaders.mentions.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase of the tables says of a body that begins with it."""

    sort: str  # "whole", "local", "title", "ministry" or "head"
    system: str | None = None
    level: str | None = None


@cache
def words() -> Lexicon[Word]:
    table = patterns("issuers")
    rows: list[tuple[str, Word]] = []
    for row in table["central"]:
        rows += [(n, Word("whole", row["system"], "central")) for n in (row["name"], *row.get("aka", ()))]
    for row in table["local"]:
        rows += [(n, Word("local", row["system"], row.get("level"))) for n in (row["name"], *row.get("aka", ()))]
    for row in table["ministries"]:
        for name in (row["name"], *row.get("aka", ())):
            rows.append((f"Bộ {name}", Word("whole", "state", "central")))
            rows.append((f"Sở {name}", Word("local", "state", "provincial")))
            rows.append((name, Word("ministry", "state", "central")))
    rows += [(title, Word("title")) for title in table["titles"]]
    rows += [(head, Word("head")) for head in table["heads"]]
    return Lexicon(rows)


@cache
def stops() -> re.Pattern[str]:
    stops = sorted(patterns("issuers")["stops"], key=len, reverse=True)
    return re.compile(r"[ ,]*(?:" + "|".join(re.escape(s).replace(r"\ ", " +") for s in stops) + r")(?!\w)")
