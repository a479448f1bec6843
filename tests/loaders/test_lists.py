"""What the members of a list of numbers share, and names that are printed short."""

from __future__ import annotations

import pytest

from loaders.found import Cited
from loaders.header import header
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.mentions.kinds import patterns
from loaders.segment import segment
from loaders.text import Text


def read(words: str) -> list[Cited]:
    tree = segment(Text("Theo tinh thần chung, " + words))
    own, _ = header(tree)
    cited, _ = documents(tree, own)
    link(own, cited)
    return cited


def issuers(words: str) -> list[str | None]:
    return [c.issuer for c in read(words)]


def test_the_head_of_a_list_gives_its_issuer_to_all_members() -> None:
    found = read(
        "các Quyết định của Thủ tướng Chính phủ: số 12/2020/QĐ-TTg ngày 02/3/2020 về phí đò; số 15/2021/QĐ-TTg ngày "
        "04/5/2021 sửa đổi Nghị định số 5/2020/NĐ-CP; số 20/2022/QĐ-TTg về bến."
    )
    assert [(c.number, c.issuer) for c in found] == [
        ("12/2020/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("15/2021/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("5/2020/NĐ-CP", None),
        ("20/2022/QĐ-TTg", "Thủ tướng Chính phủ"),
    ]


def test_a_head_without_a_colon_does_so_too() -> None:
    words = "các Nghị định của Chính phủ số 63/2010/NĐ-CP ngày 08/6/2010, số 48/2013/NĐ-CP và số 92/2017/NĐ-CP"
    assert issuers(words) == ["Chính phủ"] * 3


def test_the_place_comes_with_the_issuer() -> None:
    _, second = read("các Kế hoạch của UBND tỉnh Nghệ An: số 12/KH-UBND, số 15/KH-UBND ngày 2/3/2024")
    assert (second.issuer, second.jurisdiction) == ("UBND tỉnh Nghệ An", "Nghệ An")


def test_the_issuer_behind_the_last_member_is_that_of_the_others() -> None:
    words = "công điện: số 217/CĐ-TTg ngày 16/11/2025, số 218/CĐ-TTg ngày 17/11/2025 của Thủ tướng Chính phủ"
    assert issuers(words) == ["Thủ tướng Chính phủ"] * 2


def test_a_head_ends_with_its_sentence() -> None:
    words = "các Quyết định của Thủ tướng Chính phủ: số 12/2020/QĐ-TTg về phí. Cùng với đó, số 15/2021/QĐ-TTg được sửa"
    assert issuers(words) == ["Thủ tướng Chính phủ", None]


@pytest.mark.parametrize(
    "words",
    [
        "các Thông tư của Bộ Tài chính: số 1/2020/TT-BTC, số 2/2021/TT-BYT",
        "Quyết định số 1/QĐ-BTC, số 2/QĐ-BYT của Bộ Y tế",
    ],
)
def test_a_number_with_the_code_of_another_body_takes_no_issuer(words: str) -> None:
    named, other = sorted(read(words), key=lambda c: c.issuer is None)
    assert named.issuer
    assert other.issuer is None


def test_an_issuer_of_its_own_stays() -> None:
    words = "các Quyết định của UBND tỉnh Nghệ An: số 1/QĐ-UBND, số 2/QĐ-UBND của UBND tỉnh Lào Cai"
    assert issuers(words) == ["UBND tỉnh Nghệ An", "UBND tỉnh Lào Cai"]


def test_each_abbreviated_code_is_a_citation_of_the_code() -> None:
    for short, name in patterns("laws")["short"]["whole"].items():
        (cited,) = read(f"Điều 5 {short} năm 2015 quy định")
        assert (cited.type, cited.name, cited.date, cited.form) == ("code", name, "2015", "name"), short


def test_an_abbreviated_law_is_the_one_printed_in_full() -> None:
    full, short = read("Luật Bảo hiểm xã hội số 58/2014/QH13 và Luật BHXH năm 2014")
    assert (short.number, short.same) == (full.number, full.handle)


def test_an_abbreviated_code_is_the_one_printed_in_full() -> None:
    short, full, other = read("BLDS 2015, Bộ luật Dân sự số 91/2015/QH13, BLTTDS")
    assert (short.number, full.same, other.number) == ("91/2015/QH13", short.handle, None)


def test_what_abbreviations_stand_for_are_names_that_are_known() -> None:
    table = patterns("laws")
    assert set(table["short"]["laws"].values()) <= set(table["laws"])
    assert set(table["short"]["codes"].values()) <= set(table["codes"])
    assert {name.removeprefix("Bộ luật ") for name in table["short"]["whole"].values()} <= set(table["codes"])


def test_letters_that_only_contain_an_abbreviation_are_none() -> None:
    assert read("mã BLDSX, ABLDS và bldS") == []
