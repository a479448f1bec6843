"""Central documents that are known apart from any text: their numbers, dates, issuers and titles, each with a source.

The data is ``central.csv``, a row a document, sorted; an analyst adds one with the text or the address that says so.
Facts that published texts agree on, no texts. What is not sure is not in it: a registry that errs merges wrongly.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

COLUMNS = ("type", "number", "date", "issuer", "title", "source")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One document. `date` is the day it bears, of a law the day it was passed (ISO); `number` may be missing.

    `title` is the name of a law ("Luật Đất đai"), of others what they are about; `source` says where it is read.
    """

    type: str
    number: str
    date: str
    issuer: str
    title: str
    source: str


@cache
def mark() -> str:
    """What tells one state of the registry from another."""
    return sha256(_data()).hexdigest()[:8]


def _data() -> bytes:
    return files("graph.registry").joinpath("central.csv").read_bytes()


@cache
def entries() -> tuple[Entry, ...]:
    """All entries in the order of the file."""
    rows = csv.reader(_data().decode().splitlines())
    assert tuple(next(rows)) == COLUMNS
    return tuple(Entry(*row) for row in rows)
