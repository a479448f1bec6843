"""The hand-written expectations beside this file, and what `danchieu extract` printed, as comparable lines.

An expectation is a JSON file an example: one row a fact, in the rulings of the gold guide. A row that the program
is known to read wrongly is ``{"row": [...], "fails": "why"}``, of the document ``{"value": ..., "fails": "why"}``; a
fact that it should not find is listed, with the reason, under ``"unwanted"``. Rows become lines, so that a failure
reads as lines missing and lines too many.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.names import fold_tones

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "lam-trieu"
UNNUMBERED = ("programme", "scheme", "masterplan")
PARTS = ("document", "citations", "relations", "planned", "programmes", "projects", "assignments")


@dataclass(frozen=True, slots=True)
class Expected:
    """One fact that a person reads in an example; `fails` says why the program does not, where that is known."""

    part: str
    line: str
    fails: str = ""


def plain(text: str | None) -> str:
    """Words with single blanks, composed, without stars, one placement of tone marks; ``-`` for nothing."""
    if not text:
        return "-"
    composed = unicodedata.normalize("NFC", text).replace("*", " ")
    return fold_tones(" ".join(composed.split())).strip()


def line(*cells: str | None) -> str:
    return " | ".join(plain(c) for c in cells)


def expectations() -> list[dict[str, Any]]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(HERE.glob("*.json"))]


def expected(golden: dict[str, Any], part: str) -> list[Expected]:
    """The facts of one part of an expectation."""
    if part == "document":
        return [_property(key, value) for key, value in golden["document"].items()]
    return [_expected(part, row) for row in golden[part]]


def _property(key: str, value: Any) -> Expected:
    if isinstance(value, dict):
        return Expected("document", _property(key, value["value"]).line, value["fails"])
    return Expected("document", line(key, _cased(key, value)))


def _expected(part: str, row: Any) -> Expected:
    if isinstance(row, dict):
        return Expected(part, _expected(part, row["row"]).line, row["fails"])
    return Expected(part, line(*row) if isinstance(row, list) else line(row))


def unwanted(golden: dict[str, Any], part: str) -> list[Expected]:
    """What the program is known to find in this part and should not."""
    return [Expected(part, line(*u["row"]), u["fails"]) for u in golden.get("unwanted", {}).get(part, [])]


def _cased(key: str, value: str | None) -> str | None:
    """Headers are printed in capitals: of an issuer the words count alone."""
    return value.lower() if value and key == "issuer" else value


class Found:
    """What the program printed about one file, as the same lines."""

    def __init__(self, told: dict[str, Any], golden: dict[str, Any], text: str) -> None:
        self.told = told
        self.golden = golden
        self.text = text

    def lines(self, part: str) -> list[str]:
        return list(getattr(self, f"_{part}")())

    def _document(self) -> Iterator[str]:
        for key, value in self.golden["document"].items():
            told = line(key, _cased(key, self.told["document"][key]))
            if not isinstance(value, dict) or told == _property(key, value).line:
                yield told

    def _citations(self) -> Iterator[str]:
        for c in self.told["citations"]:
            yield line(c["quote"], c["type"], c["number"], c["date"], c["status"])

    def _relations(self) -> Iterator[str]:
        """One line for each pair; a document to come stands as `self`, which orders it (R5)."""
        seen = set()
        for r in self.told["relations"]:
            if r["relation"] == "APPROVES" or self._unnumbered(r):
                continue
            seen.add(
                line(self._end(r, "source"), r["relation"], self._end(r, "target"), "planned" if r["planned"] else "")
            )
        return iter(sorted(seen - {s for s in seen if s.startswith("self") and s.split(" | ")[2] == "self"}))

    def _unnumbered(self, relation: dict[str, Any]) -> bool:
        """Whether a programme that exists without a number stands at an end: the rulings have no such row."""
        named = {p["id"] for p in self.told["programmes"] if not p.get("planned")} - {None}
        return bool(named & {relation["source"], relation["target"]})

    def _end(self, relation: dict[str, Any], end: str) -> str:
        ordered = {p["id"] for p in self.told["planned"] + self.told["programmes"]}
        at = relation[f"{end}_citation"]
        if at is not None:
            cited = self.told["citations"][at]
            date = f"@{cited['date']}" if cited["date"] else ""
            return str(cited["number"] + date if cited["number"] else cited["name"] or cited["quote"])
        if relation[end] in ordered | {self.told["document"]["id"], "self"}:
            return "self"
        return f"? {relation[end]}"

    def _planned(self) -> Iterator[str]:
        rows = self._rows("planned")
        for p in self.told["planned"]:
            if p["type"] not in UNNUMBERED:
                said = f"{plain(p['title'])} {plain(p['evidence']['quote'])}"
                yield self._named(said, [(t, n) for t, n in rows if t == p["type"]], p["type"], p["title"])

    def _programmes(self) -> Iterator[str]:
        """Programmes, schemes and masterplans, whether they exist or are still to come."""
        ordered = [p["title"] for p in self.told["planned"] if p["type"] in UNNUMBERED]
        return self._names("programmes", [p["name"] for p in self.told["programmes"]] + ordered)

    def _projects(self) -> Iterator[str]:
        return self._names("projects", [p["name"] for p in self.told["projects"]])

    def _names(self, part: str, names: list[str]) -> Iterator[str]:
        """Each name once, however often and however long it is printed."""
        rows = [(n,) for n in self._rows(part)]
        return iter(sorted({self._named(plain(name), rows, name) for name in names}))

    def _named(self, said: str, rows: Sequence[Sequence[str]], *own: str | None) -> str:
        """The expected row whose name stands in `said`, or holds it; else a row of its own."""
        for row in rows:
            if plain(row[-1]).lower() in said.lower() or said.lower() in plain(row[-1]).lower():
                return line(*row)
        return line(*own)

    def _rows(self, part: str) -> list[Any]:
        return [r["row"] if isinstance(r, dict) else r for r in self.golden[part]]

    def _assignments(self) -> Iterator[str]:
        for a in self.told["assignments"]:
            if a["body"] is not None:
                collective = "collective" if a["collective"] else ""
                yield line(a["body"], a["role"], a["mode"], a["due"], collective, self._task(a))

    def _task(self, assignment: dict[str, Any]) -> str:
        """The expected words of a task that the program's span holds and, if it begins elsewhere, begins near."""
        task = assignment["task"]
        said = plain(task["quote"])
        rows = [r for r in self._rows("assignments") if plain(r[0]).lower() == plain(assignment["body"]).lower()]
        near = [(said.find(plain(r[5])), r[5]) for r in rows if 0 <= said.find(plain(r[5])) <= 250]
        if near:
            return str(min(near)[1])
        inside = [r[5] for r in rows if said in plain(r[5]) or plain(r[5]).startswith(said[:25])]
        return str(inside[0]) if inside else said[:70]
