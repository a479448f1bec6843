"""From a phrase and the documents it governs to the relations that a clause states."""

from __future__ import annotations

from loaders.found import Cited, Own, Related
from loaders.mentions.relations.frames import Frame, Sentence
from loaders.mentions.relations.regions import Regions

_GUIDES = frozenset({"guidance", "circular", "joint_circular"})
_CLAUSE = 600  # code points: evidence that would be longer begins at its document


class Telling:
    """Collects what a block states; `take` hands it over and begins anew."""

    def __init__(self, own: Own, regions: Regions, coming: list[Cited]) -> None:
        self.own = own
        self.regions = regions
        self._kinds = {p.handle: p.type for p in coming}
        self._out: list[Related] = []
        self._later: list[Related] = []

    def take(self) -> list[Related]:
        """What was told, in printed order."""
        acting = {r.source for r in self._out}
        told = self._out + [r for r in self._later if r.source not in acting]
        self._out, self._later = [], []
        return told

    def join(self, frame: Frame, c: Cited, sentence: Sentence, part: str | None = None) -> None:
        """A frame governs one more document, or the `part` of it that is printed before it."""
        frame.members.append(c)
        if frame.merged is not None:
            self._out += [Related("self", "CONSOLIDATES", p.handle, p.start, p.end) for p in (frame.merged, c)]
        self.emit(frame, c, c.end, sentence, part)

    def emit(self, frame: Frame, c: Cited, end: int, sentence: Sentence, part: str | None = None) -> None:
        start = frame.start if end - frame.start <= _CLAUSE else (c.pinpoint_span or (c.start,))[0]
        for relation in frame.relations:
            if frame.fixed is not None:
                self._out.append(Related(c.handle, relation, frame.fixed, start, end, frame.planned, frame.part))
                continue
            for source in frame.sources:
                told = self._guiding(relation, source, start, sentence)
                self._out.append(Related(source, told, c.handle, start, end, frame.planned, c.pinpoint or part))

    def amended(self, relations: tuple[str, ...], c: Cited, start: int, part: str) -> None:
        """A document that changed a part of this text – unless it is told to have changed another document."""
        self._later += [Related(c.handle, relation, "self", start, c.end, pinpoint=part) for relation in relations]

    def _guiding(self, relation: str, source: str, start: int, sentence: Sentence) -> str:
        """A circular or a guidance "về thực hiện X" guides X."""
        if relation != "IMPLEMENTS":
            return relation
        if source == "self":
            named = start < self.regions.titled and self.own.cited.type in _GUIDES
            return "GUIDES" if named else relation
        kind = next((s.type for s in sentence.seen if s.handle == source), self._kinds.get(source, ""))
        return "GUIDES" if kind in _GUIDES else relation
