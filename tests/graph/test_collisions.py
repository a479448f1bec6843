"""Generated collisions: documents that share a number and differ in one thing alone. None may be merged.

Every case makes documents whose numbers read alike, then mentions of them in several texts, from the fullest form to
what a hurried author leaves. A text that cites several of them cites each in full before it says less; another one
says less from the start, of one document alone. A mention may end as its document, as several candidates, or as a
document of its own; it may never share a document with a mention of another.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from telling import CENTRAL, Text, together

from graph.identify import identify

PLACES = ("Hải Phòng", "Hà Nội", "Bắc Ninh", "Đà Nẵng", "Cần Thơ", "Hà Nam", "Hà Tĩnh", "Thanh Hóa", "Nghệ An", "Huế")
PARTY = {
    "resolution": "NQ",
    "directive": "CT",
    "conclusion": "KL",
    "programme": "CTr",
    "decision": "QĐ",
    "regulation": "QĐ",
}
STATE = {"resolution": "NQ", "directive": "CT", "decision": "QĐ", "plan": "KH", "regulation": "QĐ"}
TERMS = (("XIV", 2011), ("XV", 2016), ("XVI", 2021), ("XVII", 2026))
CASES = 640


@dataclass(frozen=True)
class Deed:
    """One document as it is: what its mentions may tell of it."""

    type: str
    number: str
    jurisdiction: str
    date: str
    term: str | None = None


def day(year: int, rng: random.Random) -> str:
    return f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def by_term(rng: random.Random) -> list[Deed]:
    """One Party number of one committee in several terms."""
    kind, place, serial = rng.choice(sorted(PARTY)), rng.choice(PLACES), f"{rng.randint(1, 99):02}"
    return [
        Deed(kind, f"{serial}-{PARTY[kind]}/TU", place, day(year + rng.randint(0, 4), rng), term)
        for term, year in rng.sample(TERMS, rng.randint(2, 4))
    ]


def by_place(rng: random.Random) -> list[Deed]:
    """One number of several provinces, Party or State, with its year or without, some of one day."""
    places = rng.sample(PLACES, rng.randint(2, 5))
    serial, year = rng.randint(1, 99), rng.randint(2016, 2025)
    one_day = day(year, rng)
    dates = [one_day if rng.random() < 0.3 else day(year, rng) for _ in places]
    form = rng.choice(("{n:02}-NQ/TU", "{n}/{y}/QĐ-UBND", "{n}/QĐ-UBND", "{n}/{y}/NQ-HĐND", "{n}/KH-UBND"))
    kind = {"NQ": "resolution", "QĐ": "decision", "KH": "plan"}[
        form.split("-")[-2].split("/")[-1] if "TU" not in form else "NQ"
    ]
    return [Deed(kind, form.format(n=serial, y=year), p, d) for p, d in zip(places, dates, strict=True)]


def by_year(rng: random.Random) -> list[Deed]:
    """One State number without a year, of one body in several years; or with it, which makes several numbers."""
    years = rng.sample(range(2008, 2026), rng.randint(2, 4))
    serial = rng.randint(1, 200)
    form, kind, place = rng.choice(
        (
            ("{n}/NQ-CP", "resolution", CENTRAL),
            ("{n}/QĐ-TTg", "decision", CENTRAL),
            ("{n}/CT-TTg", "directive", CENTRAL),
            ("{n}/QĐ-UBND", "decision", rng.choice(PLACES)),
            ("{n}/{y}/NĐ-CP", "decree", CENTRAL),
            ("{n}/{y}/TT-BTC", "circular", CENTRAL),
        )
    )
    return [Deed(kind, form.format(n=serial, y=y), place, day(y, rng)) for y in years]


def by_kind(rng: random.Random) -> list[Deed]:
    """One serial, often one symbol (QĐ), of several kinds, some of one day."""
    table, form, place = rng.choice(
        (
            (PARTY, "{n:02}-{s}/TU", rng.choice(PLACES)),
            (PARTY, "{n:02}-{s}/TW", CENTRAL),
            (STATE, "{n}/{s}-UBND", rng.choice(PLACES)),
        )
    )
    kinds = rng.sample(sorted(table), rng.randint(2, 4)) if rng.random() < 0.5 else ["decision", "regulation"]
    year, serial = rng.randint(2016, 2020), rng.randint(1, 99)
    one_day = day(year, rng)
    return [
        Deed(k, form.format(n=serial, s=table[k]), place, one_day if rng.random() < 0.5 else day(year, rng))
        for k in kinds
    ]


def by_several(rng: random.Random) -> list[Deed]:
    """A heap of documents of one number that differ in anything."""
    heap = {
        (d.type, d.number, d.jurisdiction, d.date): d for _ in range(3) for d in by_term(random.Random(rng.random()))
    }
    serial = rng.randint(1, 9)
    return [
        Deed(d.type, f"{serial:02}-{PARTY[d.type]}/TU", d.jurisdiction, d.date, d.term) for _, d in sorted(heap.items())
    ]


WAYS = (by_term, by_place, by_year, by_kind, by_several)


def full(deed: Deed) -> dict[str, Any]:
    return {"type": deed.type, "number": deed.number, "jurisdiction": deed.jurisdiction, "date": deed.date}


def less(deed: Deed, rng: random.Random) -> dict[str, Any]:
    """A mention that may lack the date, or the day, or the place, and may have the term."""
    told = full(deed) | {"date": rng.choice((deed.date, deed.date[:4], None, None))}
    if deed.term and rng.random() < 0.4:
        told["term"] = deed.term
    if rng.random() < 0.25:
        told["jurisdiction"] = None
    return told


def tell(deeds: list[Deed], rng: random.Random) -> tuple[list[Text], dict[tuple[str, str], Deed]]:
    """Texts that cite the deeds, and which deed each mention means; every deed is cited in full somewhere."""
    texts = [Text(f"T{i}") for i in range(rng.randint(1, 3))]
    meant: dict[tuple[str, str], Deed] = {}
    cited = [(text, d) for d in deeds for text in texts if text is texts[0] or rng.random() < 0.5]
    for text, deed in sorted(cited, key=lambda _: rng.random()):
        meant[text.source, text.document(**full(deed))] = deed
        for _ in range(rng.randint(0, 2)):
            meant[text.source, text.document(**less(deed, rng))] = deed
    for i in range(rng.randint(0, 3)):
        hurried, deed = Text(f"H{i}"), rng.choice(deeds)
        for _ in range(rng.randint(1, 2)):
            meant[hurried.source, hurried.document(**less(deed, rng))] = deed
        texts.append(hurried)
    return texts, meant


def distinct(deeds: list[Deed]) -> list[Deed]:
    """Without a deed that is another one's double: one number, type, place, and term or year of its series."""
    seen: dict[tuple[str, ...], Deed] = {}
    for d in deeds:
        series = d.term or (
            d.date[:4] if "-UBND" in d.number or d.number.count("/") == 2 or "CP" in d.number else d.date
        )
        seen.setdefault((d.type, d.number, d.jurisdiction, series), d)
    return list(seen.values())


@pytest.mark.parametrize("seed", range(CASES))
def test_no_two_documents_are_merged(seed: int) -> None:
    rng = random.Random(seed)
    deeds = distinct(WAYS[seed % len(WAYS)](rng))
    texts, meant = tell(deeds, rng)
    identity = identify(together(*texts))
    found = {where: identity.verdicts[where] for where in meant}
    for (a, one), (b, other) in combinations(meant.items(), 2):
        merged = found[a].target is not None and found[a].target == found[b].target
        assert not merged or one == other, f"{one} and {other} are {found[a].target}"
    right = {deed: {found[w].target for w, d in meant.items() if d == deed} - {None} for deed in deeds}
    for where, deed in meant.items():
        if found[where].status == "ambiguous":
            assert right[deed] & set(found[where].candidates), f"{deed} is none of {found[where].candidates}"


def test_the_suite_is_large_and_full_mentions_are_found() -> None:
    """The suite cannot pass by finding nothing: of all mentions in full, each ends as one document of its own."""
    found = 0
    for seed in range(CASES):
        rng = random.Random(seed)
        deeds = distinct(WAYS[seed % len(WAYS)](rng))
        text = Text("T")
        handles = [text.document(**full(d)) for d in deeds]
        identity = identify(text.statements)
        targets = {identity.target(text.source, h) for h in handles}
        assert None not in targets
        assert len(targets) == len(deeds)
        found += len(targets)
    assert found > 2 * 500
