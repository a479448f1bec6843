"""From a phrase and the documents it governs to the relations that a clause states."""

from __future__ import annotations

from loaders.found import Cited, Related
from loaders.mentions.relations.frames import Frame, Sentence
from loaders.mentions.relations.scene import Scene

_GUIDES = frozenset({"guidance", "circular", "joint_circular"})
_CLAUSE = 600  # code points: evidence that would be longer begins at its document


def join(scene: Scene, now: Sentence, frame: Frame, c: Cited, part: str | None = None) -> None:
    """A frame governs one more document, or the `part` of it that is printed before it."""
    frame.members.append(c)
    if frame.merged is not None:
        now.told.now += [Related("self", "CONSOLIDATES", p.handle, p.start, p.end) for p in (frame.merged, c)]
    emit(scene, now, frame, c, c.end, part)


def emit(scene: Scene, now: Sentence, frame: Frame, c: Cited, end: int, part: str | None = None) -> None:
    """States what a frame says of a document, in a clause that ends at an offset."""
    start = frame.start if end - frame.start <= _CLAUSE else (c.pinpoint_span or (c.start,))[0]
    for relation in frame.relations:
        if frame.fixed is not None:
            now.told.now.append(Related(c.handle, relation, frame.fixed, start, end, frame.planned, frame.part))
            continue
        for source in frame.sources:
            told = _guiding(scene, now, relation, source, start)
            now.told.now.append(Related(source, told, c.handle, start, end, frame.planned, c.pinpoint or part))


def silence(now: Sentence, c: Cited, start: int) -> None:
    """A document of which nothing is said."""
    now.frames.append(Frame(start=start, members=[c]))


def _guiding(scene: Scene, now: Sentence, relation: str, source: str, start: int) -> str:
    """A circular or a guidance "về thực hiện X" guides X."""
    if relation != "IMPLEMENTS":
        return relation
    if source == "self":
        named = start < scene.regions.titled and scene.own.cited.type in _GUIDES
        return "GUIDES" if named else relation
    kind = next((s.type for s in now.seen if s.handle == source), scene.kinds.get(source, ""))
    return "GUIDES" if kind in _GUIDES else relation
