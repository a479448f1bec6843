"""Each assignment of the corpus has its body in its own sentence, or says from where it was inherited."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from graph import build
from loaders import load

TEXTS = Path(__file__).parents[2] / "../shared/corpus/text"
EVERY = 6  # one text in so many: the whole corpus takes a minute
SHORTS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "tp": "thanh pho",
    "ttg": "thu tuong",
}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not TEXTS.exists(), reason="the shared documents are not here"),
]


def fold(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(SHORTS.get(word, word) for word in plain.split())


def test_each_body_stands_where_it_is_told() -> None:
    g = build(load(*sorted(TEXTS.glob("*.txt"))[::EVERY], jobs=1).statements)
    bare, seen = [], 0
    for edge in g.typed("ASSIGNED_TO"):
        said = edge.properties
        where = fold(f"{said.get('body_quote', '')} {said['sentence']} {said['quote']}")
        name = fold(str(g.nodes[edge.target].properties["name"]))
        seen += 1
        if not set(name.split()) <= set(where.split()):
            bare.append((name, re.sub(r"\s+", " ", str(said["quote"]))[:120]))
    assert seen > 500
    assert bare == []
