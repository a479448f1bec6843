"""What the readers of one text hand to each other, in offsets of the twin, before it becomes statements.

Kept apart from `graph.statements` because these are still being worked out: `loaders.link` completes a short
form from the full one, `loaders.state` gives every place its quote.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.statements import Form, Part

Span = tuple[int, int]


@dataclass(slots=True)
class Cited:
    """A document spoken of at ``start:end`` (type word to last identifying part). Fields as in DocumentMention.

    `pinpoint` is the part meant, as printed ("khoản 2 Điều 5"), `pinpoint_span` where it stands. `name` is what
    identifies a document without a number. `subject` is the span of what follows as its title ("về …"), where known.
    """

    start: int
    end: int
    type: str
    part: Part = "citation"
    form: Form = "full"
    handle: str = ""
    number: str | None = None
    date: str | None = None
    held: str | None = None
    term: str | None = None
    issuer: str | None = None
    name: str | None = None
    title: str | None = None
    pinpoint: str | None = None
    pinpoint_span: Span | None = None
    subject: Span | None = None
    signer: str | None = None
    secrecy: str | None = None
    jurisdiction: str | None = None
    level: str | None = None
    system: str | None = None
    planned: bool = False
    carries: str | None = None
    same: str | None = None
    unclear: tuple[str, ...] = ()


@dataclass(slots=True)
class Own:
    """What a text says of itself: `cited` is its own mention (handle "self"); `recipients` are "nơi nhận" spans.

    `opens` is the twin offset where the body begins (after header, title and căn cứ), `preamble` the span of
    title and căn cứ, `closes` where recipients and signature begin.
    """

    cited: Cited
    issuer_span: Span | None = None
    signer_span: Span | None = None
    signer_post: str | None = None
    recipients: list[Span] = field(default_factory=list)
    preamble: Span = (0, 0)
    opens: int = 0
    closes: int = 0


@dataclass(slots=True)
class Related:
    """One relation of the model between two documents, by handle, with its clause."""

    source: str
    relation: str
    target: str
    start: int
    end: int
    planned: bool = False
    pinpoint: str | None = None


@dataclass(slots=True)
class Actor:
    """A body or a named person at ``start:end``. `name` as printed (white space folded); of a person `post` too."""

    start: int
    end: int
    name: str
    collective: bool = False
    person: bool = False
    post: str | None = None
    jurisdiction: str | None = None
    level: str | None = None
    system: str | None = None


@dataclass(slots=True)
class Duty:
    """One body and one piece of work: the task's span, who, in which role and mode, by when.

    `actor` is None where nobody can be named. `inherited` says that the actor stands elsewhere than in the item
    (a heading, a ruling sentence): its span is then the place it was inherited from. Entries of one task share
    the same ``start:end``. `due` is ISO or None, `due_text` literal, `recurs` a rhythm ("hằng quý").
    """

    start: int
    end: int
    actor: Actor | None
    role: str = "lead"
    mode: str = "implicit"
    inherited: bool = False
    due: str | None = None
    due_text: str | None = None
    recurs: str | None = None
    reports: list[Actor] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """A named, specific project or work."""

    start: int
    end: int
    name: str
    jurisdiction: str | None = None


@dataclass(slots=True)
class Doubt:
    """Something read and not understood; becomes an `Issue`."""

    kind: str
    message: str
    start: int
    end: int
