"""Assignments of real documents against what people read in them, and of all others without a crash."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from told import Tasks

from loaders.found import Duty

SHARED = Path(__file__).parents[2] / "../shared"
GOLD = SHARED / "gold"
TEXTS = SHARED / "corpus" / "text"
OWED = {"found": 0.97, "right": 0.97, "role": 0.98, "due": 0.99}
NEAR = 250  # code points: a task begins so near to the one that it is
HONOURS = ("dong chi ", "cac dong chi ", "ong ", "ba ", "cac ", "cho ", "doi voi ")
SHORTS = {"ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc", "tp": "thanh pho"}

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.exists(), reason="the shared documents are not here"),
]


def fold(name: str) -> list[str]:
    plain = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    plain = " ".join(SHORTS.get(w, w) for w in plain.split())
    for honour in HONOURS:
        plain = plain.removeprefix(honour)
    return plain.split()


def same_body(one: str, other: str) -> bool:
    """A name and the same with more behind it: "Sở Du lịch", "Sở Du lịch thành phố"."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return bool(short) and long[: len(short)] == short and (len(short) == len(long) or len(short) >= 2)


def pairs(gold: list[dict[str, Any]], duties: list[Duty]) -> Iterator[tuple[dict[str, Any], Duty]]:
    """Each task of the gold with the nearest duty of the same body over the same words."""
    left = [d for d in duties if d.actor]
    for task in gold:
        fits = [
            d
            for d in left
            if d.actor
            and same_body(task["body"], d.actor.name)
            and min(task["end"], d.end) > max(task["start"], d.start)
            and abs(task["start"] - d.start) <= NEAR
        ]
        if fits:
            best = min(fits, key=lambda d: (abs(task["start"] - d.start), d.role != task["role"]))
            left.remove(best)
            yield task, best


def test_assignments_of_real_documents() -> None:
    owed = told = met = role = dated = due = 0
    for path in sorted(GOLD.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        found = Tasks((GOLD / "text" / record["file"]).read_bytes().decode())
        owed += len(record["assignments"])
        told += sum(d.actor is not None for d in found.duties)
        for task, duty in pairs(record["assignments"], found.duties):
            met += 1
            role += duty.role == task["role"]
            if task["due"]:
                dated += 1
                due += duty.due == task["due"]
    shares = {"found": met / owed, "right": met / told, "role": role / met, "due": due / dated}
    assert owed > 300
    assert {k: v for k, v in shares.items() if v < OWED[k]} == {}


@pytest.mark.parametrize("at", range(0, 520, 40))
def test_what_is_told_stands_in_the_text(at: int) -> None:
    """No crash; spans inside one block or table cell, in printed order, and a body's name at its place."""
    for path in sorted(TEXTS.glob("*.txt"))[at : at + 4]:
        found = Tasks(path.read_bytes().decode())
        flat = found.tree.text.flat
        assert [(d.start, d.end) for d in found.duties] == sorted((d.start, d.end) for d in found.duties)
        for duty in found.duties:
            assert 0 <= duty.start < duty.end <= len(flat)
            for actor in (duty.actor, *duty.reports):
                if actor is not None:
                    assert actor.name
                    assert set(fold(flat[actor.start : actor.end])) & set(fold(actor.name))
