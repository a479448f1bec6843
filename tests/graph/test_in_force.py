"""The days in force of a document, from what texts say: whose word counts, what ends it, in any order."""

from __future__ import annotations

import random
from typing import Any

from telling import HP, Text, as_bytes, together

from graph.build import build
from graph.elements import Graph

TAKES, LOSES = "TAKES_EFFECT", "LOSES_EFFECT"
OLD, NEW = "10/2019/QĐ-UBND", "20/2024/QĐ-UBND"
OLD_ID, NEW_ID = "hai-phong/decision/10-2019-QD-UBND/2019-03-04", "hai-phong/decision/20-2024-QD-UBND/2024-05-06"


def decision(letter: str, number: str, date: str | None) -> Text:
    return Text(letter, type="decision", number=number, date=date, jurisdiction=HP, title=f"về phí đò {number}")


def old(letter: str = "A") -> Text:
    return decision(letter, OLD, "2019-03-04")


def new(letter: str = "B") -> tuple[Text, str]:
    """The later decision, and how it speaks of the old one."""
    t = decision(letter, NEW, "2024-05-06")
    return t, t.cite(type="decision", number=OLD, date="2019-03-04", jurisdiction=HP, quote=f"Quyết định số {OLD}")


def says(t: Text, event: str, handle: str = "self", *, quote: str = "", **told: Any) -> None:
    t.claim(handle, event, handle, place=t.place(quote or f"{event} {told}"), **told)


def ends(
    t: Text, handle: str, relation: str = "REPLACES", *, quote: str = f"thay thế Quyết định số {OLD}", **told: Any
) -> None:
    t.claim("self", "DEPENDS_ON", handle, place=t.place(quote), relation=relation, planned=False, **told)


def days(g: Graph, id_: str) -> tuple[Any, Any, Any]:
    p = g.nodes[id_].properties
    return p.get("in_force_from"), p.get("in_force_to"), p.get("ended_by")


def disagreements(g: Graph) -> list[str]:
    return [i.message for i in g.issues if i.kind == "disagreement"]


def test_its_own_day_with_the_clause() -> None:
    t = old()
    says(t, TAKES, date="2019-03-15", text="từ ngày 15/3/2019", quote="Quyết định này có hiệu lực từ ngày 15/3/2019")
    p = build(t.statements).nodes[OLD_ID].properties
    assert p["in_force_from"] == "2019-03-15"
    assert p["events"] == ["in force"]
    assert p["event_quotes"] == ["Quyết định này có hiệu lực từ ngày 15/3/2019"]
    start, end = p["event_starts"][0], p["event_ends"][0]  # type: ignore[index]
    assert t.raw[start:end] == p["event_quotes"][0]  # type: ignore[index]
    assert p["event_sources"] == [t.source]


def test_days_are_counted_from_the_day_of_the_document() -> None:
    t = old()
    says(t, TAKES, days=45, text="sau 45 ngày kể từ ngày ký")
    assert days(build(t.statements), OLD_ID)[0] == "2019-04-18"


def test_another_text_may_tell_the_day_that_they_are_counted_from() -> None:
    undated = decision("A", OLD, None)
    says(undated, TAKES, days=0, text="kể từ ngày ký")
    assert "in_force_from" not in next(build(undated.statements).labelled("Decision")).properties
    citing, _ = new()
    assert days(build(together(undated, citing)), OLD_ID)[0] == "2019-03-04"


def test_what_hangs_on_something_else_has_no_day_and_says_why() -> None:
    t = old()
    says(t, TAKES, text="kể từ ngày Luật Hộ tịch có hiệu lực")
    p = build(t.statements).nodes[OLD_ID].properties
    assert "in_force_from" not in p
    assert (p["events"], p["event_dates"]) == (["in force"], ["kể từ ngày Luật Hộ tịch có hiệu lực"])


def test_a_part_is_no_day_of_the_whole() -> None:
    t = old()
    says(t, TAKES, date="2019-03-15")
    says(t, TAKES, date="2019-01-01", pinpoint="Điều 5")
    p = build(t.statements).nodes[OLD_ID].properties
    assert p["in_force_from"] == "2019-03-15"
    assert (p["events"], p["event_dates"]) == (["in force", "in force in part"], ["2019-03-15", "2019-01-01"])


def test_its_own_word_goes_before_that_of_others_and_the_disagreement_is_told() -> None:
    own = old()
    says(own, TAKES, date="2019-03-15")
    others = [new(letter) for letter in "BCD"]
    for t, handle in others:
        says(t, TAKES, handle, date="2019-04-01")
    g = build(together(own, *(t for t, _ in others)))
    assert days(g, OLD_ID)[0] == "2019-03-15"
    assert disagreements(g) == [f"{OLD_ID}: in force 2019-04-01 here, and 2019-03-15 elsewhere"] * 3
    assert g.nodes[OLD_ID].properties["event_dates"] == ["2019-03-15", "2019-04-01"]


def test_of_others_most_count() -> None:
    texts = [new(letter) for letter in "BCD"]
    for (t, handle), day in zip(texts, ("2019-04-01", "2019-03-15", "2019-03-15"), strict=True):
        says(t, TAKES, handle, date=day)
    assert days(build(together(*(t for t, _ in texts))), OLD_ID)[0] == "2019-03-15"


def test_nobody_else_puts_it_in_force_before_it_was_issued() -> None:
    t, handle = new()
    says(t, TAKES, handle, date="2018-01-01")
    g = build(t.statements)
    assert days(g, OLD_ID)[0] is None
    assert disagreements(g) == [f"{OLD_ID}: in force on 2018-01-01 here, and issued later"]


def test_it_ends_the_day_before_what_replaces_it_takes_effect() -> None:
    t, handle = new()
    says(t, TAKES, date="2024-06-01")
    ends(t, handle)
    g = build(together(old(), t))
    assert days(g, OLD_ID) == (None, "2024-05-31", NEW_ID)
    assert days(g, NEW_ID) == ("2024-06-01", None, None)


def test_what_repeals_a_part_or_is_planned_or_amends_ends_nothing() -> None:
    cases: list[dict[str, Any]] = [
        {"relation": "REPEALS", "pinpoint": "Điều 5"},
        {"quote": f"bãi bỏ một số điều của Quyết định số {OLD}", "relation": "REPEALS"},
        {"relation": "AMENDS"},
        {"relation": "SUSPENDS"},
    ]
    for case in cases:
        t, handle = new()
        says(t, TAKES, date="2024-06-01")
        ends(t, handle, **case)
        assert days(build(together(old(), t)), OLD_ID) == (None, None, None)
    t, handle = new()
    t.claim("self", "DEPENDS_ON", handle, relation="REPLACES", planned=True)
    assert days(build(together(old(), t)), OLD_ID) == (None, None, None)


def test_what_proposes_or_is_older_ends_nothing() -> None:
    report = Text("C", type="report", number="9/BC-UBND", date="2024-05-06", jurisdiction=HP, title="về phí đò")
    cited = report.cite(type="decision", number=OLD, date="2019-03-04", jurisdiction=HP)
    ends(report, cited)
    assert days(build(together(old(), report)), OLD_ID) == (None, None, None)
    older = decision("D", "5/2018/QĐ-UBND", "2018-01-02")
    ends(older, older.cite(type="decision", number=OLD, date="2019-03-04", jurisdiction=HP))
    assert days(build(together(old(), older)), OLD_ID) == (None, None, None)


def test_an_end_on_a_day_that_nobody_tells() -> None:
    t, handle = new()
    ends(t, handle)
    assert days(build(together(old(), t)), OLD_ID) == (None, None, NEW_ID)


def test_a_day_printed_for_the_end_goes_before_the_day_of_the_repealing_document() -> None:
    t, handle = new()
    says(t, TAKES, date="2024-06-01")
    ends(t, handle)
    says(t, LOSES, handle, date="2024-12-31")
    assert days(build(together(old(), t)), OLD_ID)[1:] == ("2024-12-31", NEW_ID)


def test_the_earliest_end_counts() -> None:
    own = old()
    says(own, TAKES, date="2019-03-15")
    says(own, LOSES, date="2027-12-31")
    assert days(build(own.statements), OLD_ID) == ("2019-03-15", "2027-12-31", OLD_ID)
    t, handle = new()
    says(t, TAKES, date="2024-06-01")
    ends(t, handle)
    assert days(build(together(own, t)), OLD_ID) == ("2019-03-15", "2024-05-31", NEW_ID)


def test_the_order_of_texts_does_not_matter_and_what_is_taken_back_goes() -> None:
    own = old()
    says(own, TAKES, days=10)
    t, handle = new()
    says(t, TAKES, date="2024-06-01")
    says(t, TAKES, handle, date="2019-04-01")
    ends(t, handle)
    third, of_old = new("C")
    says(third, TAKES, of_old, date="2019-03-20")
    statements = together(own, t, third)
    first = as_bytes(build(statements))
    for seed in range(6):
        random.Random(seed).shuffle(statements)
        assert as_bytes(build(statements)) == first
    assert days(build(together(own, third)), OLD_ID) == ("2019-03-14", None, None)


def test_a_claim_of_validity_is_no_edge() -> None:
    t = old()
    says(t, TAKES, date="2019-03-15")
    g = build(t.statements)
    assert not list(g.typed(TAKES))
    assert not [i for i in g.issues if i.kind == "claim"]
