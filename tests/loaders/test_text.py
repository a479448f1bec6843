"""The twin of a text: one spelling of each word, and the way back to the text as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.names import fold_tones
from loaders.text import Text

TONES = [
    ("Uỷ ban", "Ủy ban", "the old placement, in a capital"),
    ("hoá, hoà, khoẻ", "hóa, hòa, khỏe", "open syllables move the mark to the first vowel"),
    ("quý, quỹ, quy", "quý, quỹ, quy", "q-u is a consonant: the mark stays on y"),
    ("hoàn, thuý, Thuỷ", "hoàn, thúy, Thủy", "a closed syllable has one placement"),
    ("UỶ BAN", "ỦY BAN", "capitals throughout"),
]


@pytest.mark.parametrize(("text", "folded", "reason"), TONES, ids=[row[2] for row in TONES])
def test_a_tone_mark_has_one_place(text: str, folded: str, reason: str) -> None:
    assert fold_tones(text) == folded, reason
    assert len(fold_tones(text)) == len(text)


@pytest.mark.parametrize(
    ("raw", "flat"),
    [
        ("NÐ-CP", "NĐ-CP"),
        ("08\u00a0–\u00a0NQ/TU", "08 - NQ/TU"),
        ("**Số**\r\n\t5", "  Số     5"),
        ("Lê\u200bVăn", "Lê Văn"),
    ],
)
def test_the_twin_has_one_letter_one_dash_one_space(raw: str, flat: str) -> None:
    assert Text(raw).flat == flat
    assert len(flat) == len(raw)


def test_a_decomposed_text_is_read_like_a_composed_one_and_quoted_as_it_is() -> None:
    raw = unicodedata.normalize("NFD", "Căn cứ Nghị quyết số 08-NQ/TU của Thành uỷ;")
    text = Text(raw, "s")
    start = text.flat.index("Thành ủy")
    place = text.place(start, start + len("Thành ủy"))
    assert raw[place.start : place.end] == place.quote == unicodedata.normalize("NFD", "Thành uỷ")


@given(st.text(alphabet=st.sampled_from("aăâđĐÐuyỷ\u0309\u0302\u0323 \n*ộệ1-/é\u0301"), max_size=60))
def test_any_span_of_the_twin_has_its_quote_in_the_text(raw: str) -> None:
    text = Text(raw, "s")
    for start in range(0, len(text.flat), 3):
        for end in range(start, len(text.flat) + 1, 4):
            place = text.place(start, end)
            assert raw[place.start : place.end] == place.quote
    whole = text.place(0, len(text.flat))
    assert whole.quote == raw


@given(st.text(max_size=80))
def test_the_small_letters_keep_their_offsets(raw: str) -> None:
    text = Text(raw)
    assert len(text.low) == len(text.flat)
    assert len(text.flat) == len(unicodedata.normalize("NFC", raw)) or not unicodedata.is_normalized("NFC", raw)


STARS = [
    ("ng**ày", "ngày", "a consonant alone is no syllable"),
    ("qu**yết, gi**ao", "quyết, giao", "nor are the two that look like one"),
    ("NGH******Ị quyết", "NGHỊ quyết", "whatever the case and the number of stars"),
    ("b**c**d", "bcd", "twice in a word"),
    ("Luật**Đất đai", "Luật  Đất đai", "a whole word on both sides: the stars stand between them"),
    ("ong**ày", "ong  ày", "a vowel before it makes a syllable of it"),
    ("**ngày**", "  ngày  ", "around a word"),
    ("ng** ày", "ng   ày", "a blank parts the words"),
]


@pytest.mark.parametrize(("raw", "flat", "reason"), STARS, ids=[row[2] for row in STARS])
def test_stars_split_no_word(raw: str, flat: str, reason: str) -> None:
    text = Text(raw, "s")
    assert text.flat == flat, reason
    assert text.place(0, len(flat)).quote == raw


def test_a_sign_that_stands_for_another_is_composed_and_quoted_as_it_is() -> None:
    raw = "Đo bằng \u2126 và \u212b, uỷ ban ha\u0300nh chi\u0301nh"
    text = Text(raw, "s")
    assert text.flat == "Đo bằng \u03a9 và \u00c5, ủy ban hành chính"
    at = text.flat.index("hành chính")
    assert text.place(at, len(text.flat)).quote == "ha\u0300nh chi\u0301nh"
    assert text.place(8, 9).quote == "\u2126"


def test_rows_are_the_twin_with_its_line_breaks() -> None:
    text = Text("**Điều 1.**\r\n\tUỷ ban\u2028họp\n")
    assert text.rows == "  Điều 1.   \n Ủy ban họp\n"
    assert text.rows.replace("\n", " ") == text.flat


def test_stars_inside_a_word_leave_the_twin_and_offsets_find_the_raw_text() -> None:
    text = Text("*Hà Nội, ng**ày 01* tháng 12, KẾT LUẬN**HỘI NGHỊ**", "s")
    assert "ngày 01" in text.flat
    assert "LUẬN  HỘI" in text.flat  # whole words on both sides: the stars stand between them
    at = text.flat.index("ngày 01")
    place = text.place(at, at + len("ngày 01"))
    assert place.quote == "ng**ày 01" == text.raw[place.start : place.end]
