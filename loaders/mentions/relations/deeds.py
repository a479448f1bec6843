"""What a phrase makes of the document that it governs: it acts on it, is acted on by it, or carries it."""

from __future__ import annotations

import re

from loaders.found import Cited, Related
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.frames import Frame, Gap, Sentence
from loaders.mentions.relations.phrases import Said
from loaders.mentions.relations.ranks import family
from loaders.mentions.relations.reach import part as named
from loaders.mentions.relations.scene import Scene
from loaders.mentions.relations.telling import emit, join, silence

_OWN_PART = re.compile(rf"(?<!{LETTER})này\s*(?:đã\s*)?$")
_LEAD = 120  # code points before a passive phrase that may name the part of this text that was changed
_ATTACHED = frozenset(
    ["programme", "plan", "scheme", "rules", "regulation", "charter", "masterplan", "guidance", "report", "other"]
)
_CARRIERS = frozenset({"decision", "resolution", "decree", "circular", "regulation", "directive"})


def governed(scene: Scene, now: Sentence, gap: Gap, group: list[Said]) -> bool:
    """Takes joined phrases for what governs a document; False where they cannot be."""
    phrase = group[-1].phrase
    if not phrase.relations:
        silence(now, gap.c, gap.start)
        return True
    match phrase.voice:
        case "tail":
            return False
        case "attached":
            return _attach(scene, now, gap, group[0])
        case "passive":
            _suffer(scene, now, gap, group[0])
        case _:
            _act(scene, now, gap, group)
    return True


def part(scene: Scene, start: int, c: Cited) -> str | None:
    """What is printed before a document as the part of it that is meant: "Danh mục … ban hành kèm theo X"."""
    span = named(scene.low, start, c.start)
    return _plain(scene.flat[span[0] : span[1]]) if span else None


def _act(scene: Scene, now: Sentence, gap: Gap, group: list[Said]) -> None:
    found = scene.sources.find(group, gap.c, gap.start, now)
    relations = _relations(scene, group, gap)
    if found is None or not relations:
        silence(now, gap.c, gap.start)
        return
    (sources, planned), begin = found
    frame = Frame(relations, sources, planned, begin)
    if now.last is not None and now.last.handle in sources:
        now.frames.append(frame)
    else:
        now.frames = [frame]
    join(scene, now, frame, gap.c, part(scene, _object(scene.low, group[-1]), gap.c))


def _object(low: str, said: Said) -> int:
    """Where a phrase's object begins: its own words may hold it ("thay thế cụm từ") behind the first."""
    return said.start + len(low[said.start : said.end].split(" ")[0])


def _relations(scene: Scene, group: list[Said], gap: Gap) -> tuple[str, ...]:
    said = list(dict.fromkeys(r for s in group for r in s.phrase.relations))
    if {"AMENDS", "REPLACES"} <= set(said) and scene.low[group[-1].end : gap.end].lstrip().startswith("một số"):
        said.remove("REPLACES")  # "sửa đổi, bổ sung, thay thế một số nội dung của X" amends it
    return tuple(r for r in said if gap.c.number or r != "PROMULGATES")


def _attach(scene: Scene, now: Sentence, gap: Gap, said: Said) -> bool:
    """A numbered document that another one carries: "Chương trình số A ban hành kèm theo Quyết định số B"."""
    prev = now.last
    if prev is None or not prev.number or scene.low[gap.start : said.start].strip(" (,"):
        return False
    if prev.type not in _ATTACHED or gap.c.type not in _CARRIERS:
        return False
    emit(scene, now, Frame(("PROMULGATES",), (gap.c.handle,), start=prev.start), prev, gap.c.end)
    silence(now, gap.c, gap.start)
    return True


def _suffer(scene: Scene, now: Sentence, gap: Gap, said: Said) -> None:
    """A passive phrase: the document behind it acts on one before it, or on a part of this text."""
    lead = scene.low[gap.start : said.start]
    if len(lead) < _LEAD and _OWN_PART.search(lead):
        _changed_here(scene, now, gap, said)
        return
    target = _changed(now, gap.c)
    if target is None:
        silence(now, gap.c, gap.start)
        return
    frame = Frame(said.phrase.relations, fixed=target.handle, part=target.pinpoint, start=target.start)
    now.frames.append(frame)
    join(scene, now, frame, gap.c)


def _changed_here(scene: Scene, now: Sentence, gap: Gap, said: Said) -> None:
    """A document that changed a part of this text – unless it is told to have changed another document."""
    c, relations = gap.c, said.phrase.relations
    now.frames = [Frame(relations, fixed="self", start=gap.start, members=[c])]
    own = named(scene.low, gap.start, said.start) or (gap.start, said.start)
    words = _plain(scene.flat[own[0] : own[1]])
    now.told.later += [Related(c.handle, relation, "self", gap.start, c.end, pinpoint=words) for relation in relations]


def _changed(now: Sentence, c: Cited) -> Cited | None:
    """What a passive phrase speaks of: the nearest document of the family of the one that acts, or the nearest."""
    seen = now.seen if now.frames else []
    found = [s for s in seen if family(s) == family(c)] or seen
    return found[-1] if found else None


def _plain(printed: str) -> str:
    return " ".join(printed.split()).strip(" ,;:-")
