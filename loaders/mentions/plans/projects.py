"""Named, specific projects and works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.found import Own, Work
from loaders.mentions.anchors import anchors
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.relations.phrases import either
from loaders.mentions.relations.speakers import OPERATIVE
from loaders.segment import Block, Tree

_CAPITAL = "[A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ]"
_SMALL = r"(?:(?![A-ZĐ])[^\W\d_])"
_RULES = OPERATIVE - {"resolution", "decision", "regulation"}
_NAME = 220  # code points
_RING = re.compile(r" +\d[\d,.]*")
_ROW_END = re.compile(r" +(?:thuộc|tại)(?= )|[,;|]")
_LOT = re.compile(r"mỏ [^\d|]*(?:lô|số|ấp|khu|cát|đá) +\d")  # a mine by the number of its lot
_LISTED = re.compile(r" *, *(?:và +)?| +và +")
_STAGE = re.compile(r"(?<![^\W_])(?:giai +đoạn +(?:[1-9]|I{1,3}V?)|số +[1-9]|cơ +sở +[1-9])(?![\w/])")


@dataclass(frozen=True, slots=True)
class _Table:
    kind: re.Pattern[str]
    projects: frozenset[str]
    works: frozenset[str]
    founding: re.Pattern[str]
    before: re.Pattern[str]
    not_name: re.Pattern[str]
    ends: re.Pattern[str]
    proper: re.Pattern[str]
    row: re.Pattern[str]


@cache
def _table() -> _Table:
    t = patterns("projects")
    common = "|".join(map(re.escape, t["common"]))
    name = rf"{_CAPITAL}{_SMALL}+(?: +{_CAPITAL}{_SMALL}+)*"
    return _Table(
        kind=re.compile(rf"{either([*t['projects'], *t['works'], *t['founded']])}(?= )"),
        projects=frozenset(t["projects"]),
        works=frozenset(t["works"]),
        founding=re.compile(rf"(?<!{LETTER}){either(t['founding'])} +$"),
        before=re.compile(rf"(?<![^\W_]){either(t['before'])} +$"),
        not_name=re.compile(
            rf" +(?!đầu +tư +công +trình)(?:{either(t['not'])}(?!{LETTER})|[.,;:()|“-]|\d+(?![\d ]*(?:$|[,;.) ])))"
        ),
        ends=re.compile(rf"[;.:|()“”…,]| +\d+ +dự +án|(?<!công) +trình(?!{LETTER})| +{either(t['ends'])}(?!{LETTER})"),
        proper=re.compile(rf"(?<= )(?<!Việt )(?!(?:{common})(?!{LETTER}))(?:{name}|[A-Z]{{2,3}}[.\d]+\d)(?:[ -]+\d+)?"),
        row=re.compile(rf"(?!{either(t['papers'])}){either(t['rows'])} (?=[^|]*{LETTER})"),
    )


def projects(tree: Tree, own: Own) -> list[Work]:
    """The projects that a text names, in printed order, each at its first place; general rules name none."""
    if own.cited.type in _RULES:
        return []
    found: list[Work] = []
    seen: set[str] = set()
    named = [*_running(tree), *_rows(tree)]
    for start, end in sorted(named):
        name = " ".join(tree.text.flat[start:end].split()).strip(" -,")
        if found and start < found[-1].end:
            continue
        if (key := name.lower()) not in seen:
            seen.add(key)
            found.append(
                Work(start, start + len(tree.text.flat[start:end].rstrip(" -,")), name, own.cited.jurisdiction)
            )
    return found


def _running(tree: Tree) -> Iterator[tuple[int, int]]:
    """Names in running text."""
    t, low, flat = _table(), tree.text.low, tree.text.flat
    done = 0
    for start, kind, after in _kinds(flat, low):
        listed = done > 0 and _LISTED.fullmatch(low, done, start) is not None
        if start < done or flat[start:after].isupper() or not _opens(low, start, kind, after, listed=listed):
            continue
        block = tree.at(start)
        limit = min(len(low) if block is None else block.end, after + _NAME)
        stop = t.ends.search(low, after, limit)
        end = _specific(flat, low, kind, after, stop.start() if stop else limit)
        if end is not None:
            done = end
            yield start, end


def _kinds(flat: str, low: str) -> Iterator[tuple[int, str, int]]:
    """Where a kind stands, the longest at each place: its start, its words, its end."""
    kind = _table().kind
    for at in anchors(flat, "project"):
        if (found := kind.match(low, at)) is not None:
            yield at, " ".join(found[0].split()), found.end()


def _opens(low: str, start: int, kind: str, after: int, *, listed: bool) -> bool:
    """Whether a kind may begin a name here: "các dự án" and "ban quản lý dự án" do not.

    `listed` says that it goes on a list of projects.
    """
    t = _table()
    lead = max(0, start - 24)
    if t.not_name.match(low, after) or t.before.search(low, lead, start):
        return False
    return listed or kind in t.projects or kind in t.works or t.founding.search(low, lead, start) is not None


def _specific(flat: str, low: str, kind: str, start: int, end: int) -> int | None:
    """The end of a name that has a proper noun or a stage, or None."""
    t = _table()
    proper = list(t.proper.finditer(flat, start, end))
    stage = _STAGE.search(low, start, end)
    if kind.endswith("vành đai") and (number := _RING.match(low, start, end)):
        return number.end()
    if kind in t.projects:
        return end if proper or stage else None
    if not proper or len(flat[start : proper[0].start()].split()) > 5:
        return None
    return max(proper[-1].end() if kind in t.works else end, stage.end() if stage else 0)


def _rows(tree: Tree) -> Iterator[tuple[int, int]]:
    """Cells that name a work, in a table that speaks of projects."""
    low, flat = tree.text.low, tree.text.flat
    speaks = False
    for b in tree.blocks:
        if not b.cell:
            continue
        speaks = speaks or "dự án" in low[b.start : b.end]
        if speaks and b.end - b.body < 160 and (cell := _cell(b, flat, low)) is not None:
            yield cell


def _cell(block: Block, flat: str, low: str) -> tuple[int, int] | None:
    t = _table()
    if not flat[block.body].isupper() or not t.row.match(low, block.body, block.end):
        return None
    stop = _ROW_END.search(low, block.body, block.end)
    end = stop.start() if stop else block.end
    proper = t.proper.search(flat, block.body + 1, end)
    lot = proper or _LOT.match(low, block.body, end)
    return (block.body, end) if lot and len(flat[block.body : end].split()) <= 16 else None
