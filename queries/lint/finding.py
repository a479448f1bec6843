"""What may be wrong with a draft."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from graph.statements import Place

Remark = Literal["unknown", "no_deadline"]
Error = Literal[
    "wrong_date",
    "wrong_issuer",
    "wrong_type",
    "wrong_number",
    "repealed",
    "replaced",
    "no_competence",
    "no_doer",
    "ambiguous",
]
Kind = Literal[Error, Remark]
ERRORS: tuple[str, ...] = get_args(Error)
REMARKS: tuple[str, ...] = get_args(Remark)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at in a draft: ``text[start:end] == quote`` in code points of the text of `file`.

    `message` says what is wrong and what to do; `target` is the id of the document meant, where one is.
    """

    file: str
    start: int
    end: int
    quote: str
    kind: Kind
    message: str
    target: str | None = None

    @property
    def wrong(self) -> bool:
        """Whether it is an error; the others are remarks."""
        return self.kind in ERRORS

    def told(self) -> dict[str, Any]:
        """The contract's JSON object."""
        return asdict(self)


def finding(place: Place, kind: Kind, message: str, target: str | None = None) -> Finding:
    """A finding at a place of a text; the file is filled in by who knows it."""
    return Finding("", place.start, place.end, place.quote, kind, message, target)
