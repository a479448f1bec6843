"""The fast ways to where something may stand find all that the plain ways find."""

from __future__ import annotations

import random
import re

import pytest

from loaders.mentions.anchors import anchors, named
from loaders.mentions.documents.numbers import NUMBER, shaped
from loaders.mentions.kinds import patterns
from loaders.mentions.letters import LETTER
from loaders.mentions.lexicon import whole

PIECES = [
    *"0123456789", "12", "2025", "/", "-", " / ", " - ", "- ", "/2024/", "  ", " ", ".", "số", "Số ", "NQ", "QĐ",
    "NĐ-CP", "TW", "TU", "UBND", "06HD/TW", "QH15", "a", "Đ", "%", "=", "ngày ", "Bộ", "nq/tw", "&", "TTLT", "BTC",
    "_", "1 NĐ-CP",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_signs_lead_to_all_numbers(seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choice(PIECES) for _ in range(400))
    plain = [m.span() for m in NUMBER.finditer(text)]
    assert [m.span() for m in shaped(text, 0, len(text))] == plain
    if len(plain) > 4:
        start, end = plain[1][1], plain[-2][0]
        stretch = [m.span() for m in NUMBER.finditer(text, start, end)]
        assert [m.span() for m in shaped(text, start, end)] == stretch


def test_random_text_has_numbers() -> None:
    """The test above would hold of texts without any."""
    texts = ("".join(random.Random(seed).choices(PIECES, k=400)) for seed in range(40))
    assert sum(len(NUMBER.findall(text)) for text in texts) > 200


@pytest.mark.parametrize("joint", [" ", "  ", "     "])
def test_each_word_for_a_document_is_an_anchor(joint: str) -> None:
    for word in named():
        for printed in (word.capitalize(), word.title(), word.upper()):
            text = f"theo {printed} A".replace(" ", joint)
            assert len("theo") + len(joint) in anchors(text, "document"), printed


def test_each_order_and_each_kind_of_project_is_an_anchor() -> None:
    planned, projects = patterns("planned"), patterns("projects")
    for word in (*planned["verbs"], *planned["hoped"]):
        assert 3 in anchors(f"sẽ {word} x", "order"), word
    for word in (*projects["projects"], *projects["works"], *projects["founded"]):
        assert 3 in anchors(f"do {word} x", "project"), word


def test_an_anchor_is_a_whole_word() -> None:
    assert anchors("Xluật ĐTrình QuyếtNghị định", "document") == []


def test_an_anchor_stands_once_and_in_order() -> None:
    text = "Luật A, Thông  tư B, Nghị quyết C, Bộ luật D"
    assert anchors(text, "document") == [text.index(w) for w in ("Luật A", "Thông", "Nghị", "Bộ luật", "luật D")]


def test_whole_is_what_a_look_behind_would_find() -> None:
    words = ["thông báo kết luận", "kết luận", "luật", "lệnh", "v/v"]
    text = "pháp luật, kếtluật thông  báo kết luận; 1luật v/v sắclệnh lệnh"
    for bar in (r"\w", LETTER):
        either = "|".join(re.escape(w).replace(r"\ ", " +") for w in sorted(words, key=len, reverse=True))
        plain = [m.span() for m in re.finditer(rf"(?<!{bar})(?:{either})", text)]
        assert [m.span() for m in re.finditer(whole(words, bar=bar), text)] == plain
