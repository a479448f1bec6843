"""Who may change whose documents: a row a rule, and a row where nothing is certain."""

from __future__ import annotations

import pytest
from city import document

from graph.identity.symbols import number
from graph.registry import table
from graph.statements import DocumentMention, Place
from queries.competence import Standing, acts, forbidden, rules, standing


def of(
    number: str | None, kind: str = "decision", issuer: str = "", where: str = "", date: str = "2025-11-01"
) -> Standing:
    told = {"number": number, "issuer": issuer, "jurisdiction": where, "date": date, "status": "cited"}
    return standing(document("x", kind, **{k: v for k, v in told.items() if v}))


PHU_THO = of("12/2025/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Phú Thọ", where="Phú Thọ")
BAC_NINH = of("71/2025/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Bắc Ninh", where="Bắc Ninh")
HOA_BINH = of("5/2020/QĐ-UBND", issuer="Ủy ban nhân dân tỉnh Hòa Bình", where="Hòa Bình", date="2020-02-03")
COUNCIL = of("9/2020/NQ-HĐND", "resolution", "Hội đồng nhân dân tỉnh Phú Thọ", "Phú Thọ")
DISTRICT = of(
    "3/2021/QĐ-UBND", issuer="Ủy ban nhân dân huyện Thanh Thủy, tỉnh Phú Thọ", where="Phú Thọ", date="2021-05-06"
)
COMMUNE = of("1/2025/QĐ-UBND", issuer="Ủy ban nhân dân xã Thanh Thủy", where="Phú Thọ")
DECREE, LAW = of("10/2024/NĐ-CP", "decree"), of("31/2024/QH15", "law")
CIRCULAR, PRIME = of("5/2025/TT-BTC", "circular"), of("23/2018/QĐ-TTg")
STANDING_COMMITTEE = of("1339/NQ-UBTVQH15", "resolution", date="2024-12-28")
CENTRE = of("66-QĐ/TW", "regulation")
PROVINCE = of("1738-QĐ/TU", issuer="Tỉnh ủy Phú Thọ", where="Phú Thọ")
OTHER_PROVINCE = of("20-QĐ/TU", issuer="Tỉnh ủy Nghệ An", where="Nghệ An")

ROWS = [
    (DECREE, LAW, "state", "a decree does not change a law"),
    (LAW, DECREE, None, "a law changes a decree"),
    (DECREE, DECREE, None, "its own"),
    (PRIME, DECREE, "state", "the Prime Minister does not change what the Government decreed"),
    (CIRCULAR, DECREE, "state", "a ministry does not change a decree"),
    (CIRCULAR, of("7/2024/TT-BXD", "circular"), None, "ministries are merged and parted"),
    (PHU_THO, CIRCULAR, "state", "a province does not change a circular"),
    (CIRCULAR, PHU_THO, None, "whether a ministry may is not certain"),
    (PHU_THO, COUNCIL, "state", "the committee does not change what the council resolved"),
    (COUNCIL, PHU_THO, None, "the council may"),
    (STANDING_COMMITTEE, LAW, "state", "nor its standing committee what the Assembly passed"),
    (of("20/2025/NQ-UBTVQH15", "resolution", date="2025-12-01"), LAW, None, "by resolution 206 it may"),
    (of("66.1/2025/NQ-CP", "resolution", date="2025-09-01"), LAW, None, "by resolution 206 the Government may too"),
    (of("66.1/2025/NQ-CP", "resolution", date="2025-01-01"), LAW, "state", "not before it"),
    (of("66/2025/NĐ-CP", "decree", date="2025-09-01"), LAW, "state", "and not by a decree"),
    (PHU_THO, BAC_NINH, "place", "another province"),
    (PHU_THO, HOA_BINH, None, "a province that was merged into it"),
    (HOA_BINH, PHU_THO, "place", "but not the other way"),
    (of("2/2020/QĐ-UBND", issuer="UBND tỉnh Phú Thọ", where="Phú Thọ", date="2020-06-01"), HOA_BINH, "place", "before"),
    (of("2/2025/QĐ-UBND", where="Phú Thọ"), BAC_NINH, None, "whose it is was not said"),
    (DISTRICT, PHU_THO, "level", "a district does not change what the province decided"),
    (PHU_THO, DISTRICT, None, "the province may"),
    (COMMUNE, PHU_THO, "level", "nor does a commune"),
    (COMMUNE, DISTRICT, None, "the districts are gone, and the communes took over"),
    (
        of("1/2022/QĐ-UBND", issuer="Ủy ban nhân dân xã Thanh Thủy", where="Phú Thọ", date="2022-01-01"),
        DISTRICT,
        "level",
        "while they were there, not",
    ),
    (PROVINCE, CENTRE, "party", "a province's committee does not change what the centre ruled"),
    (CENTRE, PROVINCE, None, "the centre may"),
    (PROVINCE, OTHER_PROVINCE, "place", "nor what another province's committee did"),
    (of("15-NQ/HU", "resolution"), CENTRE, "party", "nor does a district's"),
    (PHU_THO, PROVINCE, "system", "the State does not change documents of the Party"),
    (PROVINCE, PHU_THO, "system", "nor a document of the Party those of the State"),
    (of("367-QĐ/TWĐTN"), LAW, None, "of the Front nothing is said"),
    (of("12/GP-CTY"), LAW, None, "an unknown body"),
    (of(None, "plan", "Công ty Điện lực"), DECREE, None, "no body of the State"),
    (of(None, issuer="Ủy ban nhân dân thành phố"), COUNCIL, "state", "a draft that has no number yet"),
    (of("661/TTr-BCA", "submission"), LAW, None, "what is proposed is no change"),
]


@pytest.mark.parametrize(("act", "target", "rule", "why"), [pytest.param(*row, id=row[3]) for row in ROWS])
def test_who_may_change_what(act: Standing, target: Standing, rule: str | None, why: str) -> None:
    found = forbidden(act, target)
    assert (found.name if found else None) == rule


def test_a_mention_has_the_same_standing_as_its_node() -> None:
    m = DocumentMention(
        handle="self",
        place=Place("s", 0, 1, "x"),
        part="self",
        type="decision",
        number="71/2025/QĐ-UBND",
        issuer="Ủy ban nhân dân tỉnh Bắc Ninh",
        jurisdiction="Bắc Ninh",
        date="2025-11-01",
    )
    assert standing(m) == BAC_NINH


def test_each_rule_names_its_source() -> None:
    for rule in rules().values():
        assert rule.says
        assert any(c.isdigit() for c in rule.source)
    for part in ("lifted", "ended"):
        assert all(row["source"] for row in table("competence")[part])
    assert table("competence")["merged"]["source"]


def test_the_data_names_organs_that_there_are() -> None:
    known = {row["name"] for row in table("organs")["organ"]}
    data = table("competence")
    named = (
        {b for row in data["order"] for b in row["bodies"]}
        | set(data["places"]["organs"])
        | set(data["kinds"].values())
    )
    named |= {row["of"] for row in data["lifted"]} | {b for row in data["lifted"] for b in row["on"]}
    assert named <= known
    assert {row["rule"] for row in data["order"]} <= set(rules())


def test_there_are_as_many_merged_places_as_the_resolution_made() -> None:
    places = table("competence")["merged"]["places"]
    old = [o for olds in places.values() for o in olds]
    assert (len(places), len(places) + len(old)) == (23, 52)
    assert len(set(old)) == len(old)
    assert set(places).isdisjoint(old)


def test_what_only_proposes_changes_nothing() -> None:
    assert acts(document("x", "decision"))
    assert not acts(document("x", "submission"))


def test_symbols_of_kinds_are_known_as_symbols() -> None:
    known = set(table("organs")["symbols"]["kinds"])
    assert set(table("series")["symbols"]) <= known
    assert number("118/KH-UBND") is not None
