"""From which day to which day documents are in force, as the clauses of a text say of it and of others.

The text itself is meant where its own kind is named ("Nghị định này"), outside of quoted words; another document where
what is said of it follows its name. What is said of a part keeps the part's name.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.statements import Claim, Value
from loaders.found import Cited, Own
from loaders.mentions.relations.effect import Effect, effects
from loaders.mentions.relations.others import Others
from loaders.mentions.relations.selves import About, Selves
from loaders.tree import Tree


def validity(tree: Tree, own: Own, cited: list[Cited]) -> list[Claim]:
    """Claims of the events of ``model.toml``, each of one document: subject and object are the same mention.

    `properties` hold the day: ``date`` (ISO), or ``days`` behind the document's own day; neither where the clause ties
    it to something else; ``text`` is the time as printed, ``pinpoint`` the part that is meant.
    """
    return list(_Reader(tree, own, cited).claims())


class _Reader:
    def __init__(self, tree: Tree, own: Own, cited: list[Cited]) -> None:
        self.tree = tree
        self.flat, self.low = tree.text.flat, tree.text.low
        self.others = Others(tree, cited)
        self.selves = Selves(tree, own, self.others.within)
        self._first = {c.handle: c.same or c.handle for c in cited}

    def claims(self) -> Iterator[Claim]:
        """Each thing said once in a text; clauses of the body go before those that a scan has put elsewhere."""
        found = list(self._found())
        ruled = any(self._body(about) and about.handle == "self" for _, about in found)
        told: set[tuple[object, ...]] = set()
        for effect, about in found:
            if about.handle == "self" and ruled and not self._body(about):
                continue
            claim = self._claim(effect, about)
            key = (self._first.get(claim.subject, claim.subject), claim.predicate, *sorted(claim.properties.items()))
            if about.handle == "self" or key not in told:
                yield claim
            told.add(key)

    def _claim(self, effect: Effect, about: About) -> Claim:
        when, span = effect.when, (about.start, effect.end)
        told: dict[str, Value] = {"text": _plain(self.flat[when.start : when.end])}
        if when.date:
            told["date"] = when.date
        elif when.days is not None:
            told["days"] = when.days
        if about.part:
            told["pinpoint"] = _plain(self.flat[about.part[0] : about.part[1]])
        place = self.tree.text.place(*span, self.tree.sentence(*span))
        return Claim(subject=about.handle, predicate=effect.event, object=about.handle, place=place, properties=told)

    def _body(self, about: About) -> bool:
        block = self.tree.at(about.start)
        return block is not None and block.zone == "body"

    def _found(self) -> Iterator[tuple[Effect, About]]:
        """What is said of whom; a clause is read from where the one before it in the sentence ends."""
        before = 0
        for effect in effects(self.low):
            start = self.tree.sentence(effect.start, effect.start + 1)[0]
            about = self.selves.about(start, effect) or self.others.about(start, before, effect)
            if about is not None:
                yield effect, about
                before = effect.when.end


def _plain(printed: str) -> str:
    return " ".join(printed.split()).strip(" ,;:-")
