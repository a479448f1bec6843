"""What the reading of an item is made of: its text and what holds for it, doers, and entries."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from loaders.found import Actor, Span
from loaders.mentions.bodies.bodies import Phrase
from loaders.mentions.duties.pieces import Clause
from loaders.mentions.duties.terms import Deadline


class Doer(msgspec.Struct, frozen=True):
    """Who does a task, in which role and mode; `inherited` from a heading or a ruling sentence."""

    actor: Actor
    role: str = "lead"
    mode: str = "implicit"
    inherited: bool = False


class Scope(msgspec.Struct, frozen=True):
    """What holds for the items below a heading or a ruling sentence.

    `ending`: an act of rules says who is to carry it out; `aiming`: a section of aims among those;
    `telling`: the section tells, only words that bind or order give a task; `strict`:
    so does the whole document, only an express order does; `steers`: the doers direct those whom an item names;
    `demands`: such a section says what is demanded, so that who is named in it is told something;
    `naming`: a section says who carries something out, its headings are names, such as no table has among them.
    `issuer`: names of who speaks, as `spelled` gives them.
    """

    doers: tuple[Doer, ...] = ()
    mode: str | None = None
    deadline: Deadline | None = None
    telling: bool = False
    aiming: bool = False
    demands: bool = False
    strict: bool = False
    steers: bool = False
    ending: bool = False
    naming: bool = False
    issuer: str = ""


class Entry(msgspec.Struct):
    """A task at ``start:end`` and its doers; `anchor` is where its words begin, those of the doer included.

    A `main` entry is what the item is about, another a part of it: a partner's, or of those who gather answers.
    """

    start: int
    end: int
    anchor: int
    doers: list[Doer]
    main: bool = True
    deadline: Deadline | None = None
    clause: Clause | None = None


class Item(msgspec.Struct, frozen=True):
    """An item at ``start:end`` of the twin; behind the topic that it opens with its order begins, at `core`.

    `scope` is what holds for it; `fresh`: a task may begin here whose doer stands above. `headed` is the heading on
    the item's own line. `cited` are spans of citations, whose dates are no deadlines; `today` the document's own
    date.
    """

    flat: str
    start: int
    core: int
    end: int
    scope: Scope
    today: str | None
    fresh: bool
    cited: Sequence[Span] = ()
    headed: Phrase | None = None


def latest(entries: Sequence[Entry]) -> Entry | None:
    """The last main entry."""
    return next((e for e in reversed(entries) if e.main), None)
