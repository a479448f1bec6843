"""From when and until when documents are in force, as clauses say it: of the text itself, of its parts, of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from said import read

from graph.statements import Claim
from loaders.mentions.kinds import patterns
from loaders.mentions.relations.validity import validity

SHARED = Path(__file__).parents[3] / "shared" / "corpus" / "text"
TAKES, LOSES = "TAKES_EFFECT", "LOSES_EFFECT"
Told = tuple[str, str, Any, str]  # of what, event, day, part


def claims(kind: str, body: str) -> list[Claim]:
    found = read(kind, body)
    told = validity(found.tree, found.own, [c for c in found.spoken if c.part == "citation"])
    for c in told:
        assert c.subject == c.object
        assert found.text.raw[c.place.start : c.place.end] == c.place.quote
    return told


def told(kind: str, body: str) -> list[Told]:
    """What is said: of self or a number, the event, its day (or so many days after its own, or None), the part."""
    found = read(kind, body)
    return [
        (
            found.label(c.subject),
            c.predicate,
            c.properties.get("date", c.properties.get("days")),
            str(c.properties.get("pinpoint", "")),
        )
        for c in validity(found.tree, found.own, [c for c in found.spoken if c.part == "citation"])
    ]


def own(day: Any, event: str = TAKES, part: str = "") -> Told:
    return ("self", event, day, part)


# How a text tells its own day; under the head of a decree. The second is what follows from it.
OWN: dict[str, list[Told]] = {
    "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.": [own("2026-07-01")],
    "Nghị định này có hiệu lực kể từ ngày 01/01/2026, trừ khoản 2 Điều này.": [own("2026-01-01")],
    "Nghị định này có  hiệu lực\nthi hành kể từ ngày 5 tháng 9 năm 2025./.": [own("2025-09-05")],
    "Nghị định có hiệu lực kể từ ngày 15 tháng 01 năm 2026./.": [own("2026-01-15")],
    "Nghị định này có hiệu lực kể từ 15/6/2026.": [own("2026-06-15")],
    "Nghị định này có hiệu lực thi hành kể từ ngày ký ban hành.": [own(0)],
    "Nghị định này có hiệu lực kể từ ngày ký, ban hành và thay thế Nghị định số 12/2020/NĐ-CP.": [own(0)],
    "Nghị định này có hiệu lực thi hành từ khi được Quốc hội biểu quyết thông qua.": [own(0)],
    "Nghị định này có hiệu lực sau 45 ngày kể từ ngày ký.": [own(45)],
    "Nghị định này có hiệu lực thi hành sau 15 (mười lăm) ngày, kể từ ngày ký ban hành.": [own(15)],
    "Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.": [own(None)],
    "Nghị định này có hiệu lực kể từ ngày Luật Hộ tịch có hiệu lực thi hành.": [own(None)],
    "Nghị định này có hiệu lực thi hành kể từ ngày ký đến hết ngày 31 tháng 12 năm 2027.": [
        own(0),
        own("2027-12-31", LOSES),
    ],
    "Nghị định này có hiệu lực từ ngày 29/4/2026 đến trước ngày 01/3/2027.": [
        own("2026-04-29"),
        own("2027-02-28", LOSES),
    ],
    "Nghị định này có hiệu lực từ ngày 29/4/2026 và được thực hiện đến hết năm 2027.": [
        own("2026-04-29"),
        own("2027-12-31", LOSES),
    ],
    "Nghị định này có hiệu lực từ ngày 29/4/2026 đến hết tháng 2 năm 2028.": [
        own("2026-04-29"),
        own("2028-02-29", LOSES),
    ],
    "Nghị định này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027 trừ các trường hợp sau:": [own("2027-02-28", LOSES)],
    "Nghị định này thay thế Nghị định số 102/2010/NĐ-CP ngày 01 tháng 10 năm 2010 của Chính phủ và có hiệu lực thi "
    "hành kể từ ngày 08 tháng 12 năm 2015.": [own("2015-12-08")],
    "Khoản 3 Điều 20 và khoản 15 Điều 21 của Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2026.": [
        own("2026-08-01", TAKES, "Khoản 3 Điều 20 và khoản 15 Điều 21")
    ],
    "Các quy định về phân cấp tại Phụ lục I có hiệu lực thi hành từ ngày 01 tháng 6 năm 2026.": [
        own("2026-06-01", TAKES, "Các quy định về phân cấp tại Phụ lục I")
    ],
}

# What tells no day of this text.
NOTHING = [
    "Hợp đồng ký trước ngày Nghị định này có hiệu lực thi hành thì tiếp tục thực hiện.",
    "Thời hạn ủy quyền: Từ ngày Nghị định này có hiệu lực thi hành đến hết ngày 31 tháng 12 năm 2030.",
    "Trong giai đoạn từ ngày Nghị định này có hiệu lực đến hết ngày 31 tháng 12 năm 2026, hồ sơ do Sở Y tế nhận.",
    "Kể từ ngày Nghị định này có hiệu lực, các văn bản sau hết hiệu lực:",
    "Quyết định này có hiệu lực kể từ ngày ký.",
    "Giấy phép có hiệu lực kể từ ngày ký.",
    "Nghị định này có hiệu lực thi hành từ ngày … tháng … năm 2026.",
    "Nghị định này có hiệu lực thi hành từ ngày    tháng    năm 2026.",
    "Sửa đổi Điều 9 như sau: “Điều 9. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2024.”",
]


@pytest.mark.parametrize("clause", OWN)
def test_the_day_of_the_text_itself(clause: str) -> None:
    assert told("decree", f"Điều 9. {clause}\n") == OWN[clause]


@pytest.mark.parametrize("clause", NOTHING)
def test_no_day_of_the_text_itself(clause: str) -> None:
    assert told("decree", f"Điều 9. {clause}\n") == []


def test_the_heading_of_the_article_may_run_into_it() -> None:
    body = "Điều 9. Hiệu lực thi hành\n1. Nghị định này có hiệu lực từ ngày 02 tháng 5 năm 2025.\n"
    assert told("decree", body) == [own("2025-05-02")]
    assert told("decree", body.replace("\n1. ", " ")) == [own("2025-05-02")]


def test_the_words_that_hang_on_something_else_are_kept() -> None:
    (claim,) = claims("decree", "Điều 9. Nghị định này có hiệu lực kể từ ngày Luật Hộ tịch có hiệu lực thi hành.\n")
    assert claim.properties == {"text": "kể từ ngày Luật Hộ tịch có hiệu lực thi hành"}


def test_the_clause_goes_on_through_its_exception() -> None:
    (claim,) = claims("decree", "Điều 9. Nghị định này có hiệu lực từ ngày 01/01/2026, trừ khoản 2 Điều này.\n")
    assert claim.place.quote == "Nghị định này có hiệu lực từ ngày 01/01/2026, trừ khoản 2 Điều này"
    assert claim.properties == {"date": "2026-01-01", "text": "từ ngày 01/01/2026"}


def test_an_annex_speaks_only_where_the_body_does_not() -> None:
    """A scan may put the last article behind the signature; the form of a decision in an annex is no clause of it."""
    form = (
        "\nNơi nhận:\n- Như Điều 9.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nPHỤ LỤC I\n"
        "1. Quyết định này có hiệu lực từ ngày 03/3/2020.\n"
    )
    clause = "Điều 9. Quyết định này có hiệu lực từ ngày 02/5/2025.\n"
    assert told("decision", clause + form) == [own("2025-05-02")]
    assert told("decision", "Điều 9. Giao Sở Y tế thực hiện.\n" + form) == [own("2020-03-03")]


def test_a_consolidated_text_speaks_of_others() -> None:
    body = "Điều 9. Nghị định này có hiệu lực từ ngày 02/5/2025.\n"
    assert told("consolidated", body) == []


A, B, C = "32/2013/NĐ-CP", "75/2021/NĐ-CP", "77/2024/NĐ-CP"
OTHERS: dict[str, list[tuple[str, str, str]]] = {
    f"Nghị định số {A} ngày 19 tháng 6 năm 2013 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 01 năm 2014;": [
        (A, TAKES, "2014-01-01")
    ],
    f"Nghị định số {A} ngày 19 tháng 6 năm 2013 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số {B} ngày "
    "24 tháng 7 năm 2021 của Chính phủ quy định mức hưởng trợ cấp, có hiệu lực kể từ ngày 05 tháng 9 năm 2023;": [
        (A, TAKES, "2023-09-05")
    ],
    f"Nghị định số {A} sửa đổi Nghị định số {B} quy định mức trợ cấp và Nghị định số {C} quy định về phụ cấp, có hiệu "
    "lực kể từ ngày 05 tháng 9 năm 2025.": [(A, TAKES, "2025-09-05")],
    f"3 Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Nghị định số {C} ngày 01 tháng 7 năm 2024 "
    "của Chính phủ, có hiệu lực kể từ ngày 01 tháng 7 năm 2024.": [(C, TAKES, "2024-07-01")],
    f"Nghị định số {B} quy định mức hưởng trợ cấp, có hiệu lực từ ngày 15 tháng 9 năm 2021 và được sửa đổi tại khoản 6 "
    f"Điều 1 Nghị định số {C} ngày 01 tháng 7 năm 2024 của Chính phủ, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [
        (B, TAKES, "2021-09-15"),
        (C, TAKES, "2024-07-02"),
    ],
    f"Nghị định số {A} được sửa đổi, bổ sung bởi Nghị định số {C}, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [
        (C, TAKES, "2024-07-02")
    ],
    f"Nghị định số {A} hết hiệu lực kể từ ngày 01 tháng 01 năm 2026.": [(A, LOSES, "2025-12-31")],
    f"Nghị định số {A} hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.": [],
    f"Nghị định số {A} và Nghị định số {B}, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [],
    f"trợ cấp được sửa đổi bởi Nghị định số {A}, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [],
    # The end of a footnote that a page has torn: the number belongs to a title that began elsewhere.
    f"a) {A} ngày 19 tháng 6 năm 2013 của Chính phủ quy định về bến, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [],
    f"Đính chính Nghị định số {A}, có hiệu lực từ ngày 02 tháng 7 năm 2024.": [],
    f"Doanh nghiệp đã ký hợp đồng theo Nghị định số {A} thì hợp đồng có hiệu lực từ ngày 02 tháng 7 năm 2024.": [],
}


@pytest.mark.parametrize("clause", OTHERS)
def test_the_day_of_another_document(clause: str) -> None:
    found = told("consolidated", f"Điều 1. Áp dụng cho bến đò.\n{clause}\n")
    assert [(of, event, day) for of, event, day, _ in found] == OTHERS[clause]


def test_a_part_of_another_document_is_told_as_one() -> None:
    body = f"2 Các điều 10, 11 của Nghị định số {C} có hiệu lực kể từ ngày 01 tháng 3 năm 2025 quy định như sau:\n"
    assert told("consolidated", body) == [(C, TAKES, "2025-03-01", "Các điều 10, 11")]


def test_what_is_said_of_another_often_is_claimed_once() -> None:
    note = f"Điều này được sửa đổi theo Nghị định số {C}, có hiệu lực kể từ ngày 01 tháng 7 năm 2024.\n"
    assert len(claims("consolidated", f"Điều 1. Quy định chung\n1 {note}2 {note}")) == 1


def _examples() -> list[str]:
    rows = [row for rows in patterns("validity").values() for row in (rows if isinstance(rows, list) else [rows])]
    return [row["example"] for row in rows]


@pytest.mark.parametrize("example", _examples())
def test_each_example_of_the_table_is_understood(example: str) -> None:
    clause = example if example.startswith(("có", "hết")) else example.replace("Luật này", "Nghị định này")
    clause = (
        f"Nghị định này {clause}" if clause.startswith(("có", "hết")) else clause.replace("Quyết định", "Nghị định")
    )
    assert told("decree", f"Điều 9. {clause}.\n")


@pytest.mark.corpus
def test_nearly_all_that_say_so_get_a_day() -> None:
    """Of the texts of the corpus that say from when they are in force, at the least 19 in 20 get a day or a count."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here: the texts of the corpus are not looked at")
    from loaders import load

    texts = sorted(SHARED.glob("na_law__*"))[:6] + sorted(SHARED.glob("prov_council_resolution__*"))[:14]
    dated = 0
    for path in texts:
        found = load(path).statements
        dated += any(
            isinstance(c, Claim)
            and c.predicate == TAKES
            and c.subject == "self"
            and {"date", "days"} & set(c.properties)
            for c in found
        )
    assert dated >= len(texts) - 1
