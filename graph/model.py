"""The model, read once from ``model.toml``: kinds, edges, relations, roles, with their labels in vi and en."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the model with its labels; of a kind its node `label`, of a relation its `family` and `eli` term.

    `why` says why a relation has no `eli` term.
    """

    name: str
    vi: str
    en: str
    label: str = ""
    normative: bool = False
    family: str = ""
    eli: str = ""
    why: str = ""
    origin: str = ""
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    labels: dict[str, Term]
    kinds: dict[str, Term]
    edges: dict[str, Term]
    relations: dict[str, Term]
    events: dict[str, Term]
    roles: dict[str, Term]
    modes: dict[str, Term]
    statuses: dict[str, Term]


def _term(name: str, row: dict[str, Any]) -> Term:
    return Term(
        name=name,
        vi=row["vi"],
        en=row["en"],
        label=row.get("label", ""),
        normative=row.get("normative", False),
        family=row.get("family", ""),
        eli=row.get("eli", ""),
        why=row.get("why", ""),
        origin=row.get("origin", ""),
        starts=tuple(row.get("from", ())),
        ends=tuple(row.get("to", ())),
    )


@cache
def model() -> Model:
    """The one model of this program.

    >>> model().relations["AMENDS"].family
    'change'
    """
    table = tomllib.loads(files("graph").joinpath("model.toml").read_text(encoding="utf-8"))
    return Model(**{part: {name: _term(name, row) for name, row in rows.items()} for part, rows in table.items()})


def labels(kind: str, carries: str | None = None) -> tuple[str, ...]:
    """The node labels of a document of a kind; a notice that carries a conclusion has both.

    >>> labels("notice", "conclusion")
    ('Document', 'Conclusion', 'Notice')
    """
    kinds = model().kinds
    own = {kinds[k].label for k in (kind, carries) if k}
    return ("Document", *sorted(own))
