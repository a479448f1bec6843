"""The registry of central documents: its rows, what it fills, and that it never overrules a text."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from central import proposed, votes
from telling import CENTRAL, HP, Text, as_bytes, only, together

from graph.build import build
from graph.elements import Graph, Node
from graph.identify import Identity, identify
from graph.identity.central import central
from graph.identity.named import NATIONAL, canonical
from graph.identity.symbols import number
from graph.identity.terms import central_term
from graph.identity.told import family
from graph.local import Local
from graph.names import fold
from graph.registry import table
from graph.registry.central import Entry, entries
from graph.statements import DocumentMention, Statement

NUMBERED = [e for e in entries() if e.number]
LAND = {"type": "law", "jurisdiction": CENTRAL}
PARTY = {"jurisdiction": CENTRAL, "term": None}


def entry(printed: str, day: str = "") -> Entry:
    return only(e for e in entries() if e.number == printed and e.date.startswith(day))


# --- the data


def test_the_registry_is_large_sorted_and_of_many_kinds() -> None:
    assert len(entries()) >= 300
    assert list(entries()) == sorted(entries(), key=lambda e: (e.type, e.date, e.number))
    assert {"constitution", "law", "code", "ordinance", "resolution", "conclusion"} <= {e.type for e in entries()}


def test_a_row_is_whole() -> None:
    for e in entries():
        assert e.source, e
        assert e.issuer, e
        assert e.date.isdecimal() if len(e.date) == 4 else date.fromisoformat(e.date), e
        assert "1945-09-02" < e.date <= date.today().isoformat(), e
        assert e.title or e.type not in NATIONAL, e
        assert e.number or e.type == "constitution", e
        assert all(part and part == " ".join(part.split()) for part in e.source.split("; ")), e


def test_a_number_is_that_of_the_kind_the_year_and_the_issuer() -> None:
    assert [e for e in NUMBERED if not _is_numbered(e)] == []


def _is_numbered(e: Entry) -> bool:
    found = number(e.number)
    if found is None or found.organ is None or found.organ.scope != "central":
        return False
    kinds = table("series")["symbols"].get(found.symbol.split("/")[0])
    issued = any(fold(e.issuer).startswith(name) for name in found.organ.issuers)
    dated = found.year in (None, e.date[:4]) and (len(e.date) == 10 or not found.party)
    return issued and dated and (kinds is None or e.type in kinds)


def series(e: Entry) -> object:
    found = number(e.number)
    assert found is not None
    return (central_term(e.date) or e.date) if found.party else e.date[:4]


def test_no_two_rows_conflict() -> None:
    """One number of a kind in its series is one document; a name of a law with its day is one law."""
    numbers, names = defaultdict(list), defaultdict(list)
    for e in NUMBERED:
        numbers[family(e.type), number(e.number).key, series(e)].append(e)  # type: ignore[union-attr]
    for e in entries():
        if e.type in NATIONAL:
            names[family(e.type), canonical(e.type, e.title), e.date].append(e)
    assert [found for found in (*numbers.values(), *names.values()) if len(found) > 1] == []


def test_of_one_series_the_higher_number_is_the_younger_document() -> None:
    """Numbers are given in the order of days; laws and resolutions of the Assembly count over its whole term."""
    by: dict[object, list[tuple[int, str, str]]] = defaultdict(list)
    for e in NUMBERED:
        found = number(e.number)
        assert found is not None
        if found.serial.isdecimal() and len(e.date) == 10:
            which = series(e) if found.party or not found.symbol.startswith("QH") else found.symbol
            by[e.type, found.symbol, bool(found.year), which].append((int(found.serial), e.date, e.number))
    rows = [sorted(some) for some in by.values()]
    assert [(a, b) for some in rows for a, b in pairwise(some) if b[1] < a[1]] == []


# --- what it fills


def laws(*told: dict[str, Any], day: str = "2025-08-01", registry: bool = True) -> tuple[Graph, list[str]]:
    """A graph of texts of a day that cite a document each, and the documents that they are found to mean."""
    texts = []
    for letter, said in zip("ABCDEFG", told, strict=False):
        t = Text(letter, type="plan", number=f"{ord(letter)}/KH-UBND", date=day, jurisdiction=HP)
        t.cite(**{**LAND, **said})
        texts.append(t)
    statements = together(*texts)
    identity = identify(statements, registry=registry)
    return build(statements, registry=registry), [str(identity.target(t.source, "d1")) for t in texts]


def node(g: Graph, name: str) -> Node:
    return g.nodes[name]


def test_a_number_with_its_year_takes_the_day_the_issuer_and_the_title() -> None:
    g, (name,) = laws({"number": "31/2024/QH15"})
    assert name == "trung-uong/law/31-2024-QH15/2024-01-18"
    told = node(g, name).properties
    assert (told["date"], told["issuer"], told["title"]) == ("2024-01-18", "Quốc hội", "Luật Đất đai")
    assert told["filled"] == ["date", "issuer", "title"]
    assert (told["origin"], told["act"]) == ("registry", entry("31/2024/QH15").source)
    assert "trung-uong/law/31-2024-QH15" in told["aliases"]  # type: ignore[operator]


def test_a_law_named_with_its_year_takes_the_number_and_is_the_law_of_that_number() -> None:
    g, found = laws({"name": "Luật Đất đai năm 2024"}, {"number": "31/2024/QH15"}, {"name": "Luật Đất đai năm 2013"})
    assert found == ["trung-uong/law/31-2024-QH15/2024-01-18"] * 2 + ["trung-uong/law/45-2013-QH13/2013-11-29"]
    old = node(g, found[2]).properties
    assert (old["number"], old["date"], old["title"]) == ("45/2013/QH13", "2013-11-29", "Luật Đất đai năm 2013")
    assert old["filled"] == ["date", "issuer", "number"]
    edge = only(e for e in g.typed("CITES") if e.target == found[2])
    assert (edge.properties["origin"], edge.properties["act"]) == ("registry", entry("45/2013/QH13").source)
    assert edge.properties["quote"]


def test_an_edge_that_a_text_supports_too_is_the_texts() -> None:
    t = Text("A", number="1/KH-UBND", date="2025-08-01", jurisdiction=HP)
    t.cite(**LAND, name="Luật Đất đai năm 2024")
    t.cite(**LAND, number="31/2024/QH15")
    edge = only(build(t.statements).typed("CITES"))
    assert (edge.properties["origin"], edge.properties["count"]) == ("text", 2)


def test_two_laws_of_one_name_and_year_are_told_apart_by_their_days_alone() -> None:
    """65/2025/QH15 was passed in February, 72/2025/QH15 in June."""
    words = "Luật Tổ chức chính quyền địa phương"
    assert laws({"name": f"{words} năm 2025"})[1] == ["trung-uong/law/tổ-chức-chính-quyền-địa-phương/2025"]
    dated = {"name": words, "date": "2025-06-16"}
    assert laws(dated)[1] == ["trung-uong/law/72-2025-QH15/2025-06-16"]


def test_a_misprint_of_a_number_makes_no_law_ambiguous() -> None:
    words = "Luật Tổ chức chính quyền địa phương"
    rows = (
        {"number": "72/2025/QH", "name": words, "date": "2025-06-16"},
        {"number": "72/2025/QH15", "name": words, "date": "2025-06-16"},
        {"name": words, "date": "2025-06-16"},
    )
    assert laws(*rows)[1][2] == "trung-uong/law/72-2025-QH15/2025-06-16"
    assert laws(*rows, registry=False)[1][2] == "None"


def test_a_bare_name_stays_open_between_versions_but_not_for_one_that_was_not_passed() -> None:
    versions = ({"number": "45/2013/QH13"}, {"number": "31/2024/QH15"})
    assert laws(*versions, {"name": "Luật Đất đai"})[1][2] == "None"
    assert laws(*versions, {"name": "Luật Đất đai"}, day="2020-05-05")[1][2] != "trung-uong/law/31-2024-QH15/2024-01-18"
    named = ({"number": "10/2012/QH13", "type": "code"}, {"number": "45/2019/QH14", "type": "code"})
    code = {"name": "Bộ luật Lao động", "type": "code"}
    early = laws(*named, code, day="2019-06-30")[1][2]
    assert early == "trung-uong/code/10-2012-QH13/2012-06-18"


def test_a_bare_name_that_no_number_answers_to_in_the_texts_is_not_looked_up() -> None:
    assert laws({"name": "Luật Thư viện"})[1] == laws({"name": "Luật Thư viện"}, registry=False)[1]


def party(**told: Any) -> str | None:
    t = Text("A", type="plan", number="7-KH/TU", date="2023-05-05", jurisdiction=HP)
    handle = t.document(**{"type": "resolution", "number": "27-NQ/TW", **PARTY, **told})
    return identify(t.statements).target(t.source, handle)


def test_an_undated_party_number_is_filled_by_its_title_alone() -> None:
    """There are two 27-NQ/TW: on wages (2018), and on the rule of law (2022)."""
    lone = "trung-uong/resolution/27-NQ-TW/in/"
    assert party(title="về cải cách chính sách tiền lương đối với cán bộ, công chức, viên chức").endswith("/2018-05-21")
    assert party(title=entry("27-NQ/TW", "2022").title).endswith("/2022-11-09")
    assert party().startswith(lone)
    assert party(title="về một việc khác hẳn mà không ai biết").startswith(lone)
    assert party(term="XIII").endswith("/2022-11-09")
    assert party(date="2018").endswith("/2018-05-21")


def test_a_number_that_restarts_each_year_is_filled_within_its_year_alone() -> None:
    plain = {"type": "decision", "number": "749/QĐ-TTg", "jurisdiction": CENTRAL}
    assert laws(plain)[1][0].startswith("trung-uong/decision/749-QD-TTg/in/")
    assert laws(plain | {"date": "2020"})[1] == ["trung-uong/decision/749-QD-TTg/2020-06-03"]
    assert laws(plain | {"date": "2021"})[1] == ["trung-uong/decision/749-QD-TTg/2021"]


# --- a text is never overruled


def test_another_date_in_a_text_stays_and_an_issue_says_so() -> None:
    g, (name,) = laws({"number": "31/2024/QH15", "date": "2024-01-19"})
    assert name == "trung-uong/law/31-2024-QH15/2024-01-19"
    assert node(g, name).properties["date"] == "2024-01-19"
    assert "filled" not in node(g, name).properties
    issue = only(i for i in g.issues if i.kind == "registry")
    source = entry("31/2024/QH15").source
    assert issue.message == f"31/2024/QH15 bears the date 2024-01-19 here, 2024-01-18 in the registry ({source})"


def test_another_name_in_a_text_stays_and_an_issue_says_so() -> None:
    """85/2015/QH13 is the law on elections; that on statistics is 89/2015/QH13."""
    g, (name,) = laws({"number": "85/2015/QH13", "name": "Luật Thống kê"})
    assert name == "trung-uong/law/85-2015-QH13"
    assert "date" not in node(g, name).properties
    assert "is 'thống kê' here, 'Luật Bầu cử" in only(i for i in g.issues if i.kind == "registry").message


def test_the_date_of_a_loaded_header_counts_before_the_registry() -> None:
    law = Text("L", type="law", number="31/2024/QH15", date="2024-01-19", jurisdiction=CENTRAL)
    other = Text("A", number="1/KH-UBND", date="2025-08-01", jurisdiction=HP)
    dated = other.document(**LAND, number="31/2024/QH15", date="2024-01-18")
    third = Text("B", number="2/KH-UBND", date="2025-08-02", jurisdiction=HP)
    bare = third.document(**LAND, number="31/2024/QH15")
    identity = identify(together(law, other, third))
    assert identity.target(third.source, bare) == identity.own(law.source)
    assert identity.target(other.source, dated) != identity.own(law.source)


def test_of_two_dates_that_texts_give_a_bare_number_has_that_of_the_registry() -> None:
    rows = [
        {"type": "decree", "number": "35/2022/NĐ-CP", "date": d} for d in ("2024-05-28", "2024-05-28", "2022-05-28")
    ]
    found = laws(*rows, {"type": "decree", "number": "35/2022/NĐ-CP"})[1]
    assert found[3] == found[2] == "trung-uong/decree/35-2022-ND-CP/2022-05-28"
    without = laws(*rows, {"type": "decree", "number": "35/2022/NĐ-CP"}, registry=False)[1]
    assert without[3] == without[0]


@pytest.mark.parametrize("seed", range(60))
def test_no_two_documents_are_merged_over_an_entry(seed: int) -> None:
    """Mentions of an entry, of its number on other days and of other kinds: none of them shares a document."""
    rng = random.Random(seed)
    e = rng.choice([e for e in NUMBERED if len(e.date) == 10])
    party = "/TW" in e.number
    others = (
        {f"{int(e.date[:4]) - 5 * n}{e.date[4:]}" for n in (1, 2)} if party else {f"{e.date[:8]}{rng.randint(10, 28)}"}
    )
    deeds = [(e.type, d) for d in sorted({e.date, *others})]
    if e.number.split("-")[-1] == "QĐ/TW":
        deeds.append(("regulation" if e.type == "decision" else "decision", e.date))
    meant: dict[tuple[str, str], tuple[str, str]] = {}
    texts = []
    for i, (kind, day) in enumerate(rng.sample(deeds, len(deeds)) * 2):
        t = Text(f"T{i}", number=f"{i + 1}/KH-UBND", date="2026-05-01", jurisdiction=HP, type="plan")
        meant[t.source, t.document(type=kind, number=e.number, date=day, jurisdiction=CENTRAL)] = kind, day
        if rng.random() < 0.5:
            hurried = t.document(type=kind, number=e.number, jurisdiction=CENTRAL, title=e.title or None)
            meant[t.source, hurried] = kind, day
        texts.append(t)
    identity = identify(together(*texts))
    for (a, one), (b, other) in combinations(meant.items(), 2):
        same = identity.verdicts[a].target is not None and identity.verdicts[a].target == identity.verdicts[b].target
        assert not same or one == other, f"{e.number}: {one} and {other}"


# --- on, off, and in any order


def both(statements: list[Statement]) -> tuple[Identity, Identity]:
    return identify(statements), identify(statements, registry=False)


def test_without_the_registry_nothing_is_of_it() -> None:
    g, found = laws({"name": "Luật Đất đai năm 2024"}, {"number": "31/2024/QH15"}, registry=False)
    assert found == ["trung-uong/law/đất-đai/2024", "trung-uong/law/31-2024-QH15"]
    told = [*(n.properties for n in g.nodes.values()), *(e.properties for e in g.edges.values())]
    assert not any("filled" in p or p.get("origin") == "registry" for p in told)
    assert not [i for i in g.issues if i.kind == "registry"]


def test_load_order_does_not_matter() -> None:
    texts = []
    for i, e in enumerate(random.Random(5).sample(NUMBERED, 12)):
        for j, said in enumerate(({"number": e.number}, {"number": e.number, "date": e.date}, {"title": e.title})):
            t = Text(f"{i}{j}", number=f"{i + 1}{j}/KH-UBND", date="2026-05-01", jurisdiction=HP, type="plan")
            t.cite(**{"type": e.type, "jurisdiction": CENTRAL, **said})
            t.cite(**LAND, name="Luật Đất đai năm 2024" if j else "Luật Đất đai")
            texts.append(t)
    statements = together(*texts)
    whole = as_bytes(build(statements))
    for seed in range(3):
        assert as_bytes(build(random.Random(seed).sample(statements, len(statements)))) == whole


def test_every_numbered_entry_answers_to_its_own_number() -> None:
    """A mention that prints all of a row is that row's document, and one with a number alone where that suffices."""
    t = Text("A", number="1/KH-UBND", date=date.today().isoformat(), jurisdiction=HP, type="plan")
    rows = {t.document(type=e.type, number=e.number, date=e.date, jurisdiction=CENTRAL): e for e in NUMBERED}
    identity = identify(t.statements)
    for handle, e in rows.items():
        assert identity.documents[str(identity.target(t.source, handle))].entry == e


def test_a_kept_graph_is_older_than_a_registry_that_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    t = Text("A", number="1/KH-UBND", date="2025-08-01", jurisdiction=HP)
    t.cite(**LAND, number="31/2024/QH15")
    with Local(tmp_path / "s", write=True) as held:
        held.add(t.reading)
    with Local(tmp_path / "s") as held:
        assert not held.stale
        assert held.registry
    monkeypatch.setattr("graph.registry.central.mark", lambda: "another")
    with Local(tmp_path / "s") as held:
        assert held.stale


# --- the script that proposes rows


def test_rows_are_proposed_where_enough_texts_agree() -> None:
    def text(letter: str, **told: Any) -> Text:
        t = Text(letter, type="plan", number=f"{ord(letter)}/KH-UBND", date="2026-05-01", jurisdiction=HP)
        t.document(
            **{"type": "decree", "number": "900/2025/NĐ-CP", "date": "2025-11-11", "jurisdiction": CENTRAL, **told}
        )
        return t

    def rows(*texts: Text, least: int = 3) -> list[Entry]:
        return list(proposed(votes(t.reading for t in texts), least))

    same = [text(letter, title="quy định về phí đò", issuer="Chính phủ") for letter in "ABC"]
    row = only(rows(*same))
    assert (row.type, row.number, row.date) == ("decree", "900/2025/NĐ-CP", "2025-11-11")
    assert (row.issuer, row.title, row.source) == (
        "Chính phủ",
        "quy định về phí đò",
        "65/KH-UBND; 66/KH-UBND; 67/KH-UBND",
    )
    assert rows(*same[:2]) == []
    assert rows(*same, text("D", date="2025-11-12")) == []
    header = Text(
        "N", type="decree", number="900/2025/NĐ-CP", date="2025-11-11", jurisdiction=CENTRAL, issuer="Chính phủ"
    )
    assert [e.source for e in rows(header, same[0])] == ["900/2025/NĐ-CP; 65/KH-UBND"]
    assert rows(text("E", number="900/QĐ-UBND", jurisdiction=HP), text("F", number="35/2025")) == []


def test_the_index_holds_every_row() -> None:
    assert sum(map(len, central().numbered.values())) == len(NUMBERED)
    assert all(isinstance(m, DocumentMention) for m in Text("A", title="x").told)
