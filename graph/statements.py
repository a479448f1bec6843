"""The atom of the graph: a statement is one claim of one text, with the place it was read in.

A text yields one `Source`, then *mentions* (somebody or something is spoken of here) and *claims* (what the
text says of two of them). Handles such as ``"self"`` or ``"d3"`` name a mention inside its own text only; which
mentions are one document, body or task across texts is not said here but computed by `graph.identify`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

Form = Literal["header", "full", "short", "list", "name"]
Part = Literal["self", "citation", "planned", "programme"]
Value: TypeAlias = str | int | bool


class Place(msgspec.Struct, frozen=True, order=True):
    """Where something was read: code points ``start:end`` of the text of `source`; ``text[start:end] == quote``."""

    source: str
    start: int
    end: int
    quote: str
    sentence: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True, tag_field="what", tag="source", omit_defaults=True):
    """One text that was read; `id` is the bare hex SHA-256 of its bytes, `chars` its length in code points."""

    id: str
    format: str
    chars: int
    paths: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        return self.id


class Mention(msgspec.Struct, frozen=True, kw_only=True, tag_field="what", tag=True, omit_defaults=True):
    """Something is spoken of at a place. `handle` is unique among the mentions of one source."""

    handle: str
    place: Place

    @property
    def source(self) -> str:
        return self.place.source


class DocumentMention(Mention, frozen=True, kw_only=True, tag_field="what", tag="document", omit_defaults=True):
    """A document as far as this place, and what is plainly the same document in the same text, tells.

    `part` says what it is to the text: the text itself, an existing document it cites, one still to be issued,
    or an unnumbered programme, scheme or masterplan. `number` is normalised (``27-NQ/TW``), `date` and `held`
    are ISO dates, months or years as far as known. `jurisdiction` is ``"trung ương"`` or a province or city
    ("Hải Phòng") – None where the text does not tell. `same` is the handle of an earlier mention in the same
    text that is plainly the same document; `unclear` are handles that it may as well be.
    """

    part: Part
    type: str
    form: Form = "full"
    number: str | None = None
    date: str | None = None
    held: str | None = None
    term: str | None = None
    issuer: str | None = None
    name: str | None = None
    title: str | None = None
    pinpoint: str | None = None
    signer: str | None = None
    secrecy: str | None = None
    jurisdiction: str | None = None
    level: str | None = None
    system: str | None = None
    planned: bool = False
    carries: str | None = None
    same: str | None = None
    unclear: tuple[str, ...] = ()


class BodyMention(Mention, frozen=True, kw_only=True, tag_field="what", tag="body", omit_defaults=True):
    """An organisation, or a class of them (`collective`: "các sở, ngành"). `name` is as printed."""

    name: str
    jurisdiction: str | None = None
    collective: bool = False
    level: str | None = None
    system: str | None = None


class PersonMention(Mention, frozen=True, kw_only=True, tag_field="what", tag="person", omit_defaults=True):
    """A named official; `post` as printed, `jurisdiction` and `body` as far as the text tells."""

    name: str
    post: str | None = None
    body: str | None = None
    jurisdiction: str | None = None


class ProjectMention(Mention, frozen=True, kw_only=True, tag_field="what", tag="project", omit_defaults=True):
    """A named, specific project or work."""

    name: str
    jurisdiction: str | None = None


class TaskMention(Mention, frozen=True, kw_only=True, tag_field="what", tag="task", omit_defaults=True):
    """One piece of work that the text orders; the place is the order. `due` is the last day allowed (ISO)."""

    due: str | None = None
    due_text: str | None = None
    recurs: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="what", tag="claim", omit_defaults=True):
    """What a text says of two mentions: an edge of the model between two handles, with the clause.

    `properties` are those of the edge in ``model.toml``: of DEPENDS_ON ``relation`` and ``planned``, of
    ASSIGNED_TO ``role``, ``mode`` and, where the doer was inherited, ``body_start``, ``body_end``, ``body_quote``.

    An event of the model is said of one document, subject and object alike: ``date`` is its day, or it falls ``days``
    behind the document's own day, or hangs on something else; ``text`` is the time as printed, ``pinpoint`` the part.
    """

    subject: str
    predicate: str
    object: str
    place: Place
    properties: dict[str, Value] = {}

    @property
    def source(self) -> str:
        return self.place.source


class Ruling(msgspec.Struct, frozen=True, kw_only=True, tag_field="what", tag="ruling", omit_defaults=True):
    """What somebody decided of a mention, found in its text: `graph.decisions` makes these, no text says them.

    `about` and `other` are mentions by (source, handle). ``accept``: `about` means the document that `other` means.
    ``reject``: it does not. ``same``, ``apart``: the documents of the two are one, are two. ``correct``, ``assign``:
    `about` is not as it was read, or not read at all. ``done``, ``reopen``: of a task, `on` a day. Of two rulings the
    one with the higher `rank` is the later one.
    """

    kind: Literal["accept", "reject", "same", "apart", "correct", "assign", "done", "reopen"]
    about: tuple[str, str]
    who: str
    when: str
    why: str = ""
    other: tuple[str, str] | None = None
    on: str | None = None
    rank: int = 0

    @property
    def source(self) -> str:
        return self.about[0]


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was read and not understood, or not believed; offsets as in `Place`."""

    kind: str
    message: str
    source: str
    start: int
    end: int


Statement: TypeAlias = (
    Source | DocumentMention | BodyMention | PersonMention | ProjectMention | TaskMention | Claim | Ruling
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one text says: its statements, the source first, and what was not understood."""

    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()

    @property
    def source(self) -> Source:
        first = self.statements[0]
        assert isinstance(first, Source)
        return first

    @property
    def document(self) -> DocumentMention:
        """The text's mention of itself."""
        return next(s for s in self.statements if isinstance(s, DocumentMention) and s.handle == "self")

    def of(self, part: Part) -> Iterator[DocumentMention]:
        """The documents that this text speaks of as `part`, in the order they are printed."""
        return (s for s in self.statements if isinstance(s, DocumentMention) and s.part == part)

    def claims(self, predicate: str) -> Iterator[Claim]:
        return (s for s in self.statements if isinstance(s, Claim) and s.predicate == predicate)


def mentions_in_order(statements: Iterable[Statement]) -> list[Mention]:
    """Mentions by place, each handle of a source once, whatever order they came in.

    A handle that two mentions bear, which is a loader's mistake, stays with the earlier place.
    """
    found: dict[tuple[str, str], Mention] = {}
    for m in statements:
        if isinstance(m, Mention):
            where = (m.source, m.handle)
            other = found.get(where)
            if other is None or (m != other and (m.place, repr(m)) < (other.place, repr(other))):
                found[where] = m
    return sorted(found.values(), key=lambda m: (m.place, m.handle))


def claims_in_order(statements: Iterable[Statement]) -> list[Claim]:
    """Claims by place, each once, whatever order they came in."""
    found = {
        (c.place, c.subject, c.predicate, c.object, repr(sorted(c.properties.items()))): c
        for c in statements
        if isinstance(c, Claim)
    }
    return [found[k] for k in sorted(found)]
