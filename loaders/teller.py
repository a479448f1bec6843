"""Turns findings into statements: places with quote and sentence, claims, and each body and person once."""

from __future__ import annotations

import re

from msgspec.structs import replace

from graph.statements import BodyMention, Claim, PersonMention, Place, Statement, Value
from loaders.found import Actor, Span
from loaders.tree import Tree

_SPACES = re.compile(r"\s+")


class Teller:
    """What is told of one text. Bodies and persons wait until `drain` states them, before the claims about them."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._places: dict[Span, Place] = {}
        self._actors: dict[tuple[object, ...], str] = {}
        self._waiting: dict[str, Statement] = {}

    def place(self, start: int, end: int) -> Place:
        """The place of a span of the twin, with the sentence around it."""
        known = self._places.get((start, end))
        if known is None:
            known = self.tree.text.place(start, end, self.tree.sentence(start, end))
            self._places[start, end] = known
        return known

    def claim(self, subject: str, predicate: str, target: str, span: Span, **properties: Value) -> Claim:
        """An edge of the model between two handles, with its clause."""
        return Claim(
            subject=subject, predicate=predicate, object=target, place=self.place(*span), properties=properties
        )

    def actor(self, actor: Actor) -> str:
        """The handle of a body or person, stated once for each name in a text, at its first place.

        A header names its issuer in capitals: the first place in ordinary letters is preferred while it waits.
        """
        key = (actor.person, plain(actor.name).lower(), actor.post if actor.person else actor.jurisdiction)
        handle = self._actors.get(key)
        if handle is None:
            handle = f"{'n' if actor.person else 'b'}{len(self._actors)}"
            self._actors[key] = handle
            self._waiting[handle] = self._mention(handle, actor)
        elif isinstance(told := self._waiting.get(handle), BodyMention) and _shouts(told.name, actor.name):
            self._waiting[handle] = replace(told, place=self.place(actor.start, actor.end), name=actor.name)
        return handle

    def drain(self) -> list[Statement]:
        """The bodies and persons named since the last call."""
        told, self._waiting = list(self._waiting.values()), {}
        return told

    def _mention(self, handle: str, actor: Actor) -> Statement:
        place = self.place(actor.start, actor.end)
        if actor.person:
            return PersonMention(
                handle=handle, place=place, name=actor.name, post=actor.post, jurisdiction=actor.jurisdiction
            )
        return BodyMention(
            handle=handle,
            place=place,
            name=actor.name,
            jurisdiction=actor.jurisdiction,
            collective=actor.collective,
            level=actor.level,
            system=actor.system,
        )


def _shouts(name: str, other: str) -> bool:
    """Whether a name of several words is in capitals throughout, the other spelling of it in ordinary letters."""
    return " " in name and name.isupper() and other[0].isupper() and not other.isupper()


def plain(name: str) -> str:
    """A name on one line, without the signs around it."""
    return _SPACES.sub(" ", name).strip(" .;,:-")
