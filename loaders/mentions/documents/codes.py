"""The codes of bodies in numbers: "TU" is the Party's, of a province."""

from __future__ import annotations

from functools import cache

from loaders.mentions.documents.issuers import Issuer
from loaders.mentions.kinds import patterns
from loaders.mentions.places import CENTRE


@cache
def codes() -> dict[str, Issuer]:
    """What the code of a body in a number tells ("TU": Party, provincial); `end` is 0.

    >>> codes()["TU"].system
    'party'
    """
    table = patterns("issuers")
    found: dict[str, Issuer] = {}
    for row in table["central"]:
        found |= {code: Issuer(0, "central", row["system"], CENTRE) for code in row["codes"]}
    for row in table["ministries"]:
        for code in row["codes"]:
            local = code.startswith("S")
            found.setdefault(code, Issuer(0, "provincial" if local else "central", "state", None if local else CENTRE))
    for row in table["local"]:
        found |= {code: Issuer(0, row.get("level"), row["system"]) for code in row["codes"]}
    return found
