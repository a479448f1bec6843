"""Which mentions of one text are one document, and what one tells of the other."""

from __future__ import annotations

import pytest

from loaders.found import Cited
from loaders.header import header
from loaders.link import link
from loaders.mentions.documents.documents import documents
from loaders.segment import segment
from loaders.text import Text


def read(words: str, *, place: str | None = None) -> list[Cited]:
    tree = segment(Text("Theo tinh thần chung, " + words))
    own, _ = header(tree)
    own.cited.jurisdiction = place
    cited, _ = documents(tree, own)
    link(own, cited)
    return cited


def test_handles_follow_the_printed_order() -> None:
    assert [c.handle for c in read("Luật Nhà ở, Nghị quyết 57 và Kết luận số 14-KL/TW")] == ["d0", "d1", "d2"]


def test_a_later_mention_takes_date_and_issuer_of_the_full_one() -> None:
    _, later = read("Nghị định số 5/2020/NĐ-CP ngày 02/3/2020 của Chính phủ; theo Nghị định số 5/2020/NĐ-CP")
    assert (later.date, later.issuer, later.same) == ("2020-03-02", "Chính phủ", "d0")


def test_an_earlier_mention_takes_them_too() -> None:
    earlier, later = read("Nghị định số 5/2020/NĐ-CP; theo Nghị định số 5/2020/NĐ-CP ngày 02/3/2020 của Chính phủ")
    assert (earlier.date, earlier.same, later.same) == ("2020-03-02", None, "d0")


def test_two_of_one_number_and_two_dates_stay_two() -> None:
    first, second, third = read(
        "Nghị quyết số 08-NQ/TU, ngày 06/12/2022; Nghị quyết số 08-NQ/TU ngày 16/5/2013; Nghị quyết số 08-NQ/TU"
    )
    assert (first.same, second.same) == (None, None)
    assert third.unclear == ("d0", "d1")
    assert third.date is None, "nothing is filled where several fit"


def test_the_term_says_which_of_two() -> None:
    _, second, third = read(
        "Nghị quyết số 08-NQ/TU, ngày 06/12/2022 của Thành ủy khóa XVI; Nghị quyết số 08-NQ/TU ngày 16/5/2013 của Ban "
        "Chấp hành Đảng bộ thành phố khóa XIV; Nghị quyết số 08-NQ/TU của Ban Chấp hành Đảng bộ thành phố khóa XIV"
    )
    assert third.same == second.handle
    assert third.date == "2013-05-16"


def test_one_number_of_two_provinces_is_two() -> None:
    first, second = read(
        "Quyết định số 71/2025/QĐ-UBND của UBND thành phố Hà Nội và Quyết định số 71/2025/QĐ-UBND của UBND tỉnh Lào Cai"
    )
    assert (first.same, second.same) == (None, None)


def test_undated_mentions_of_another_province_are_one_of_their_own() -> None:
    *_, third, fourth = read(
        "Quyết định số 71/2025/QĐ-UBND ngày 02/3/2025 của UBND tỉnh Cà Mau; Quyết định số 71/2025/QĐ-UBND của UBND "
        "tỉnh Lào Cai; Quyết định số 71/2025/QĐ-UBND của UBND tỉnh Lào Cai"
    )
    assert (third.same, fourth.same) == (None, "d1")


def test_a_mention_without_an_issuer_is_of_the_place_of_the_issuer_that_another_names() -> None:
    _, later = read(
        "Quyết định số 66/2018/QĐ-UBND của UBND tỉnh Phú Yên; theo Quyết định số 66/2018/QĐ-UBND", place="Đắk Lắk"
    )
    assert (later.issuer, later.jurisdiction) == ("UBND tỉnh Phú Yên", "Phú Yên")


def test_a_short_form_is_completed_by_the_one_that_fits() -> None:
    _, short = read("Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị; Nghị quyết 57")
    assert (short.number, short.date, short.same) == ("57-NQ/TW", "2024-12-22", "d0")


def test_a_short_form_of_another_kind_is_not() -> None:
    _, short = read("Nghị quyết số 57-NQ/TW; Kết luận 57")
    assert (short.number, short.same) == ("57", None)


def test_a_short_form_of_another_issuer_is_not() -> None:
    _, short = read("Nghị quyết số 35-NQ/TW của Bộ Chính trị; Nghị quyết số 35 của Quốc hội")
    assert short.same is None or short.number == "35-NQ/TW"


def test_a_defined_short_name_is_completed() -> None:
    _, alias, later = read("Quy định số 377-QĐ/TW (sau đây gọi tắt là Quy định 377). Theo Quy định 377")
    assert (alias.number, later.number) == ("377-QĐ/TW", "377-QĐ/TW")


def test_a_law_by_name_carries_its_number() -> None:
    _, later = read("Luật Thủ đô số 39/2024/QH15 (sau đây gọi là Luật Thủ đô)")
    assert (later.number, later.same) == ("39/2024/QH15", "d0")


def test_of_an_old_and_a_new_law_the_year_tells() -> None:
    old, new, first, second = read(
        "Luật Đất đai số 45/2013/QH13, Luật Đất đai số 31/2024/QH15; Luật Đất đai năm 2013, Luật Đất đai năm 2024"
    )
    assert (first.same, second.same) == (old.handle, new.handle)


def test_without_a_year_both_may_be_meant() -> None:
    *_, bare = read("Luật Đất đai số 45/2013/QH13, Luật Đất đai số 31/2024/QH15; Luật Đất đai")
    assert bare.number is None
    assert bare.unclear == ("d0", "d1")


def test_a_truncated_number_is_completed() -> None:
    first, _ = read("Luật Đất đai số 31/2024 và Luật số 31/2024/QH15")
    assert first.number == "31/2024/QH15"


def test_letters_that_belie_the_kind_are_set_right_by_the_same_document() -> None:
    wrong, right = read("Quyết định số 347-CT/TW, ngày 08/8/2025; Quyết định số 347-QĐ/TW, ngày 08/8/2025")
    assert wrong.number == right.number == "347-QĐ/TW"


def test_a_mistyped_date_of_a_number_with_its_year_leaves_a_bare_mention_with_the_most() -> None:
    one, _, typo, bare = read(
        "Nghị định số 5/2020/NĐ-CP ngày 02/3/2020, Nghị định số 5/2020/NĐ-CP ngày 02/3/2020, "
        "Nghị định số 5/2020/NĐ-CP ngày 03/2/2020 và Nghị định số 5/2020/NĐ-CP"
    )
    assert typo.same is None
    assert bare.same == one.handle


def test_a_date_of_another_year_than_the_number_is_a_misprint_of_the_right_one() -> None:
    right, wrong, bare = read(
        "Nghị định số 75/2021/NĐ-CP ngày 24/7/2021, Nghị định số 75/2021/NĐ-CP ngày 24/7/2023 và "
        "Nghị định số 75/2021/NĐ-CP"
    )
    assert [c.date for c in (right, wrong, bare)] == ["2021-07-24"] * 3
    assert (wrong.same, bare.same) == (right.handle, right.handle)


def test_what_was_taken_for_a_misprint_is_said() -> None:
    tree = segment(Text("Nghị định số 75/2021/NĐ-CP ngày 24/7/2023, Nghị định số 75/2021/NĐ-CP ngày 24/7/2021"))
    own, _ = header(tree)
    cited, _ = documents(tree, own)
    (doubt,) = link(own, cited)
    assert (doubt.kind, doubt.start, doubt.end) == ("misprint", cited[0].start, cited[0].end)
    assert "2023-07-24" in doubt.message


def test_a_misprint_without_a_right_date_in_the_text_stays_as_printed() -> None:
    (alone,) = read("Nghị định số 75/2021/NĐ-CP ngày 24/7/2023")
    assert alone.date == "2023-07-24"


def test_a_date_that_the_number_belies_is_said() -> None:
    tree = segment(Text("Nghị định số 64/2015/NĐ-CP ngày 06/8/2025 của Chính phủ; theo Nghị định số 64/2015/NĐ-CP"))
    own, _ = header(tree)
    cited, _ = documents(tree, own)
    (doubt,) = link(own, cited)
    assert (doubt.kind, doubt.start, doubt.end) == ("misprint", cited[0].start, cited[0].end)
    assert [(c.date, c.issuer) for c in cited] == [("2025-08-06", "Chính phủ")] * 2
    assert cited[1].same == cited[0].handle


@pytest.mark.parametrize("day", ["05/01/2016", "29/02/2016", "30/12/2014"])
def test_a_number_may_be_signed_at_the_turn_of_its_year(day: str) -> None:
    tree = segment(Text(f"Nghị định số 64/2015/NĐ-CP ngày {day} của Chính phủ; theo Nghị định số 64/2015/NĐ-CP"))
    own, _ = header(tree)
    cited, _ = documents(tree, own)
    assert link(own, cited) == []
    assert cited[1].date == cited[0].date is not None


def test_where_two_dates_of_the_year_are_printed_nobody_knows_the_right_one() -> None:
    first, second, third, bare = read(
        "Nghị định số 75/2021/NĐ-CP ngày 24/7/2021, Nghị định số 75/2021/NĐ-CP ngày 25/7/2021, "
        "Nghị định số 75/2021/NĐ-CP ngày 24/7/2023 và Nghị định số 75/2021/NĐ-CP"
    )
    assert [c.date for c in (first, second, third)] == ["2021-07-24", "2021-07-25", "2023-07-24"]
    assert (bare.date, bare.same, bare.unclear) == (None, third.handle, ()), "other texts may know"


def test_dates_of_a_local_number_are_compared_where_both_name_the_issuer() -> None:
    words = "Quyết định số 9/2021/QĐ-UBND ngày 2/3/2021 của UBND tỉnh {}; Quyết định số 9/2021/QĐ-UBND ngày 2/3/2022{}"
    same, wrong = read(words.format("Lào Cai", " của UBND tỉnh Lào Cai"))
    assert (wrong.date, wrong.same) == ("2021-03-02", same.handle)
    for other in (" của UBND tỉnh Cà Mau", ""):
        _, apart = read(words.format("Lào Cai", other))
        assert (apart.date, apart.same) == ("2022-03-02", None)


def test_a_party_number_with_two_dates_is_two_documents() -> None:
    first, second = read("Nghị quyết số 08-NQ/TU ngày 06/12/2022; Nghị quyết số 08-NQ/TU ngày 06/12/2020")
    assert (first.date, second.date, second.same) == ("2022-12-06", "2020-12-06", None)


TITLE = "sửa đổi, bổ sung một số điều của Luật Nhà ở"


def test_a_law_known_by_its_amending_title_takes_the_number_that_the_text_gives_that_title() -> None:
    cited = read(f"Luật số 51/2019/QH14 {TITLE}; thi hành Luật {TITLE}.")
    assert (cited[-1].number, cited[-1].same) == ("51/2019/QH14", cited[0].handle)


def test_a_title_that_two_numbers_bear_or_that_is_longer_tells_no_number() -> None:
    two = read(f"Luật số 51/2019/QH14 {TITLE}; Luật số 23/2023/QH15 {TITLE}; thi hành Luật {TITLE}.")
    assert two[-1].number is None
    assert len(two[-1].unclear) == 2
    longer = read(f"Luật số 51/2019/QH14 {TITLE} và Luật Đất đai; thi hành Luật {TITLE}.")
    assert (longer[-1].number, longer[-1].unclear) == (None, ())
