"""Names, numbers and places as identity and ids write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.bodies import memberships
from graph.identity.named import _forms
from graph.identity.symbols import number
from graph.names import LONGEST, fold, number_slug, place, plain, slug
from graph.registry import table

FOLDED = [
    ("case", "SỞ DU LỊCH", "sở du lịch"),
    ("the old placement of the tone mark", "Uỷ ban hoà giải", "ủy ban hòa giải"),
    ("the tone of quý stays where it is", "Quý III", "quý iii"),
    ("a closed syllable has one placement", "khoán, uýt", "khoán, uýt"),
    ("the Icelandic letter for Đ", "NGHỊ ÐỊNH", "nghị định"),
    ("blanks and line breaks", "Sở\n Du  lịch ", "sở du lịch"),
]


@pytest.mark.parametrize(("reason", "text", "folded"), FOLDED, ids=[r[0] for r in FOLDED])
def test_folding(reason: str, text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize(("one", "other"), [("Hưng", "Hùng"), ("Hà Nam", "Hả Nam"), ("đất", "dat"), ("Sở", "So")])
def test_identity_keeps_accents_and_search_does_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert slug(one) != slug(other)
    assert plain(one) == plain(other)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_folding_is_settled_at_once_and_slugs_are_plain(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    made = slug(text)
    assert len(made) <= LONGEST + 9
    assert not set(made) & set(" /\t\n>#?")


def test_long_names_that_begin_alike_have_two_slugs() -> None:
    base = "về phát triển nhà ở xã hội trên địa bàn thành phố Hải Phòng đến năm 2030 và định hướng "
    assert slug(base + "một") != slug(base + "hai")
    assert slug(base + "một") == slug((base + "một").upper())


@pytest.mark.parametrize(
    ("printed", "written"),
    [("08-NQ/TU", "08-NQ-TU"), ("71/2025/QĐ-UBND", "71-2025-QD-UBND"), ("66.16/2026/NQ-CP", "66.16-2026-NQ-CP")],
)
def test_numbers_in_ids(printed: str, written: str) -> None:
    assert number_slug(printed) == written
    assert number_slug(unicodedata.normalize("NFD", printed)) == written


@pytest.mark.parametrize(
    ("printed", "key", "organ", "party"),
    [
        ("08-NQ/TU", "8/NQ/TU", "Tỉnh ủy, Thành ủy", True),
        ("66- NQ/TW", "66/NQ/TW", "Trung ương Đảng", True),
        ("66.16/2026/NQ-CP", "66.16/2026/NQ/CP", "Chính phủ", False),
        ("12a/2024/QĐ-UBND", "12A/2024/QD/UBND", "Ủy ban nhân dân", False),
        ("528/2018/UBTVQH14", "528/2018/UBTVQH14", "Ủy ban Thường vụ Quốc hội", False),
        ("11306/VPCP-NN", "11306/VPCP/NN", "Văn phòng Chính phủ", False),
        ("15-NQ/HU", "15/NQ/HU", "Cấp ủy khác", True),
        ("07-QĐ/XYZ", "7/QD/XYZ", None, True),
        ("07/QĐ-XYZ", "7/QD/XYZ", None, False),
    ],
)
def test_numbers_taken_apart(printed: str, key: str, organ: str | None, party: bool) -> None:
    found = number(printed)
    assert found is not None
    assert (found.key, found.organ.name if found.organ else None, found.party) == (key, organ, party)


def test_every_organ_has_an_example_that_is_its_own() -> None:
    for row in table("organs")["organ"]:
        found = number(row["example"])
        assert found is not None, row["example"]
        assert found.organ is not None, row["example"]
        assert found.organ.name == row["name"]


def test_every_name_and_every_membership_has_an_example_that_fits() -> None:
    for form, row in zip(_forms(), table("names")["name"], strict=True):
        kind = row["example"].split(" ")[0].lower()
        words = fold(row["example"]).removeprefix("nghị quyết ").removeprefix("kết luận ").removeprefix("điều lệ ")
        assert form.pattern.match(words.removeprefix("hiến pháp ")), (kind, row["example"])
    for rule, row in zip(memberships(), table("bodies")["member"], strict=True):
        member, group = (fold(e) for e in row["example"])
        assert rule.member.match(member), row["rule"]
        assert rule.group.match(group), row["rule"]


@pytest.mark.parametrize(
    ("name", "member"),
    [("Bộ Chính trị", False), ("Bộ trưởng Bộ Tài chính", False), ("Bộ Chỉ huy Quân sự", False), ("Bộ Y tế", True)],
)
def test_not_every_bộ_is_a_ministry(name: str, member: bool) -> None:
    rule = next(r for r in memberships() if "ministry" in r.rule)
    assert bool(rule.member.match(fold(name))) == member


def test_places_are_told_apart() -> None:
    assert place("Thành phố Hồ Chí Minh") == place("TP. Hồ Chí Minh") == "ho-chi-minh"
    assert place("Thừa Thiên - Huế") == place("Huế")
    assert place("Hải Dương") != place("Hải Phòng")
    assert place(None) is None
    assert place("?") is None
