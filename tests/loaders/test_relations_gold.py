"""Relations on the hand-made gold, from gold's own citations: the ceiling of the reading of relations alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from loaders.found import Cited
from loaders.header import header
from loaders.mentions.plans.coming import coming
from loaders.mentions.relations.relations import relations
from loaders.segment import segment
from loaders.state import _name
from loaders.text import Text

SHARED = Path(__file__).parents[2] / "../shared"
SETS = [("gold", "gold/text", 0.96), ("gold/relations", "corpus/text", 0.95)]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared documents are not here"),
]

Label = tuple[str, ...]


def label(c: dict[str, Any]) -> Label:
    named = c.get("number") or c.get("name") or c["quote"]
    return (c["type"], " ".join(named.lower().split()))


def mentions(text: Text, gold: list[dict[str, Any]]) -> list[Cited]:
    """Gold's citations as ours, each with the pinpoint that stands before it."""
    found: list[Cited] = []
    first: dict[Label, str] = {}
    for i, c in enumerate(sorted(gold, key=lambda c: (c["start"], -c["end"]))):
        start = text.flat_offset(c["start"])
        mention = Cited(
            start, text.flat_offset(c["end"]), c["type"], handle=f"d{i}", number=c.get("number"), name=c.get("name")
        )
        mention.date, mention.pinpoint, mention.issuer = c.get("date"), c.get("pinpoint"), c.get("issuer")
        if mention.pinpoint:
            words = r"\s+".join(map(re.escape, mention.pinpoint.split()))
            for m in re.finditer(words, text.flat[max(0, start - 250) : start]):
                mention.pinpoint_span = (max(0, start - 250) + m.start(), max(0, start - 250) + m.end())
        mention.same = first.get(label(c))
        first.setdefault(label(c), mention.handle)
        found.append(mention)
    return found


def scores(gold: dict[str, Any], raw: str) -> tuple[int, int, int]:
    """Right, in gold, and predicted: relations of one document by what gold calls their ends."""
    text = Text(raw, "s")
    tree = segment(text)
    own, _ = header(tree)
    ordered = sorted(gold["citations"], key=lambda c: (c["start"], -c["end"]))
    cited = mentions(text, gold["citations"])
    labels = {m.handle: label(c) for m, c in zip(cited, ordered, strict=True)}
    by_id = {c["id"]: label(c) for c in ordered} | {"self": ("self",)}
    spoken = [*cited, *coming(tree, own, cited)]
    _name(spoken)
    programmes = {c.handle for c in spoken if c.part == "programme"}
    found = {
        (labels.get(r.source, ("self",)), r.relation, labels.get(r.target, ("self",)), r.planned)
        for r in relations(tree, own, spoken)
        if not {r.source, r.target} & programmes and r.relation != "APPROVES"
    }
    right = {(by_id[r["source"]], r["relation"], by_id[r["target"]], bool(r["planned"])) for r in gold["relations"]}
    return len(found & right), len(right), len(found)


@pytest.mark.parametrize(("folder", "texts", "floor"), SETS, ids=[s[0] for s in SETS])
def test_relations_agree_with_gold(folder: str, texts: str, floor: float) -> None:
    totals = [0, 0, 0]
    for path in sorted((SHARED / folder).glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (SHARED / texts / gold["file"]).read_bytes().decode("utf-8")
        totals = [a + b for a, b in zip(totals, scores(gold, raw), strict=True)]
    right, gold_count, predicted = totals
    assert 2 * right / (gold_count + predicted) >= floor
