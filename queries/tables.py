"""Rows as people and programs want them: an aligned table, CSV, JSON.

A row is a dict of JSON values; of a node, an edge or a path a table shows the name, CSV and JSON the whole.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from queries.names import running

Row: TypeAlias = Mapping[str, Any]
# Columns of a table: what a long word and a few short ones may claim before the rest is shared; none falls below 3.
_WORD, _SHORT, _NARROWEST = 18, 12, 3
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(rows: Iterable[Row]) -> str:
    """One array of objects, a row a line, so that two answers can be compared by lines."""
    lines = [json.dumps(dict(r), ensure_ascii=False) for r in rows]
    return "[" + ",\n ".join(lines) + "]"


def as_csv(rows: Iterable[Row], columns: Sequence[str], *, sheet: bool = False) -> str:
    """CSV with one header line. For a spreadsheet it begins with a byte order mark, and no cell can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [_cell(row.get(c)) for c in columns]
        writer.writerow([f"'{c}" if sheet and c.startswith(_FORMULA) else c for c in cells])
    return (_BOM if sheet else "") + out.getvalue()


def as_table(rows: Sequence[Row], columns: Sequence[str], *, width: int | None = None) -> str:
    """Aligned columns under a header; with `width` long cells are folded so that a line has that many columns."""
    cells = [[shown(row.get(c)) for c in columns] for row in rows]
    room = _widths([list(columns), *cells], width)
    lines = [_line([c.upper() for c in columns], room), _line(["─" * w for w in room], room)]
    for row in cells:
        folded = [_fold(c, w) for c, w in zip(row, room, strict=True)]
        for i in range(max(map(len, folded), default=0)):
            lines.append(_line([f[i] if i < len(f) else "" for f in folded], room))
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and not any(isinstance(v, dict | list) for v in value):
        return "; ".join(map(_cell, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def shown(value: Any) -> str:
    """A value as people read it: a node or edge by its name, a list by its parts."""
    if isinstance(value, Mapping):
        return _named(value)
    if isinstance(value, list | tuple):
        return "; ".join(map(shown, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return running(_cell(value))


def _named(value: Mapping[str, Any]) -> str:
    from graph.elements import Node
    from queries.names import called

    if "labels" in value:
        return called(Node(id=value["id"], labels=tuple(value["labels"]), properties=value["properties"]))
    if "nodes" in value and "edges" in value:
        return " → ".join(map(shown, value["nodes"]))
    if "type" in value and "properties" in value:
        return str(value["properties"].get("relation", value["type"]))
    return _cell(dict(value))


def _size(text: str) -> int:
    """Columns that a text takes on a terminal: combining marks take none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _widths(rows: list[list[str]], width: int | None) -> list[int]:
    """What each column gets: what it needs, or, where that is too much for the screen, its share.

    A column gets its longest word, or a few short ones, first; what is left goes, one by one, to the column with
    most text for its width.
    """
    columns = list(zip(*rows, strict=True))
    needs = [max(map(_size, c), default=0) for c in columns]
    if width is None or sum(needs) + 2 * (len(needs) - 1) <= width:
        return needs
    words = [max((_size(w) for cell in c for w in cell.split()), default=0) for c in columns]
    room = [min(n, max(min(w, _WORD), _SHORT)) for n, w in zip(needs, words, strict=True)]
    text = [sum(map(_size, c)) for c in columns]
    for _ in range(width - sum(room) - 2 * (len(room) - 1)):
        open_ = [i for i, w in enumerate(room) if w < needs[i]]
        room[max(open_, key=lambda i: text[i] / (room[i] or 1))] += 1
    while sum(room) + 2 * (len(room) - 1) > width and max(room) > _NARROWEST:
        room[room.index(max(room))] -= 1
    return room


def _fold(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, folded between words."""
    lines, line = [], ""
    for word in text.split():
        if line and _size(line) + 1 + _size(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while _size(line) > width:
            at = max(line.rfind(c, width // 2, width) for c in "/-") + 1 or width
            lines.append(line[:at])
            line = line[at:]
    return [*lines, line] if line or not lines else lines


def _line(cells: list[str], room: list[int]) -> str:
    return "  ".join(c + " " * (w - _size(c)) for c, w in zip(cells, room, strict=True)).rstrip()
