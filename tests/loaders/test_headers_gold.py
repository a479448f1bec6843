"""Headers of real documents against what their publishers print beside them."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from graph.model import model
from loaders.header import header
from loaders.segment import segment
from loaders.text import Text

SHARED = Path(__file__).parents[2] / "../shared"
GOLD = SHARED / "gold" / "headers.csv"
OWED = {"number": 0.99, "kind": 0.99, "date": 0.99, "issuer": 0.95, "signer": 0.95}


def fold(words: str | None) -> str:
    plain = unicodedata.normalize("NFD", (words or "").lower().replace("đ", "d"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def same_issuer(gold: str, issuer: str | None, place: str | None) -> bool:
    """A publisher names the province ("Tỉnh Hà Tĩnh") of a provincial body, or the body and then the province."""
    body, _, province = fold(gold).partition("thanh pho ")
    if fold(gold).startswith(("tinh ", "thanh pho ")):
        return fold(place) == fold(gold).removeprefix("tinh ").removeprefix("thanh pho ")
    return fold(issuer) == fold(gold) or (fold(issuer) == body.strip() and fold(place) == province)


@pytest.mark.corpus
@pytest.mark.skipif(not GOLD.exists(), reason="the shared documents are not here")
def test_headers_of_real_documents() -> None:
    kinds = {fold(term.vi): kind for kind, term in model().kinds.items()}
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong: list[tuple[str, str, str, str | None]] = []
    with GOLD.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        raw = (SHARED / "corpus" / "text" / row["file"]).read_bytes().decode()
        own, _ = header(segment(Text(raw)))
        c = own.cited
        found = {
            "number": (c.number or "").lstrip("0") == row["number"].lstrip("0"),
            "kind": kinds.get(fold(row["kind"])) == c.type,
            "date": (c.date or "").split("-") == row["date"].split("/")[::-1],
            "issuer": same_issuer(row["issuer"], c.issuer, c.jurisdiction),
            "signer": fold(c.signer) == fold(row["signer"]),
        }
        for field, good in found.items():
            if row[field]:
                asked[field] += 1
                right[field] += good
                if not good:
                    wrong.append((row["file"], field, row[field], getattr(c, "type" if field == "kind" else field)))
    shares = {field: right[field] / asked[field] for field in OWED}
    assert all(asked[field] > 100 for field in OWED)
    assert {f: s for f, s in shares.items() if s < OWED[f]} == {}, wrong
