"""Reading takes time in proportion to a text, also where one paragraph repeats one thing without end."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from told import HEADS, Tasks

from loaders.header import header
from loaders.segment import segment
from loaders.text import Text

PIECES = [
    "Sở Y tế, ",
    "các Bộ: Y tế, ",
    "giao Sở Y tế rà soát; ",
    "phối hợp với Sở Y tế, ",
    "trước ngày 15/12/2025, ",
    "gửi về Sở Y tế để tổng hợp, ",
    "SỞ Y TẾ\n- Rà soát bến đò.\n",
    "; ",
    "(",
    "**",
]
# ... and what a printer or a word processor may repeat: bars, rows, numbers alone, torn headings, posts, stars.
PRINTED = [
    "|\n",
    "|\nbến đò\n",
    "|\n\n|\n",
    "|\n\n|\n......\n",
    "| a | b |\n",
    "12\n",
    "Trang 3\n",
    "**Điều\n12. Bến đò\n",
    "bến đò:**1. Rà soát ",
    "ng**ày ",
    "a\u0301",
    "CHỦ TỊCH\n",
    "Hà Nội, ngày 1/1/2020\n",
    "TM. ỦY BAN NHÂN DÂN\n",
    "Nơi nhận:\n",
    "QUYẾT ĐỊNH:\n",
]
SIZE = 8_000  # code points
MOST = 12.0  # times as long for four times the text; sixteen where it is quadratic
FLOOR = 0.05  # seconds: shorter measures say nothing


def spent(read: Callable[[str], object], begun: str, piece: str, size: int) -> float:
    raw = begun + piece * (size // len(piece) + 1)
    start = time.process_time()
    read(raw)
    return time.process_time() - start


def grows_with_the_text(read: Callable[[str], object], begun: str, piece: str) -> bool:
    spent(read, begun, piece, 100)  # compiles the patterns
    small = min(spent(read, begun, piece, SIZE) for _ in range(2))
    return spent(read, begun, piece, 4 * SIZE) < max(FLOOR, small) * MOST


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    assert grows_with_the_text(Tasks, HEADS["plan"] + "1. Giao Sở Xây dựng rà soát ", piece)


@pytest.mark.parametrize("piece", PRINTED)
def test_time_grows_with_what_is_printed(piece: str) -> None:
    assert grows_with_the_text(lambda raw: header(segment(Text(raw))), "KẾ HOẠCH\n", piece)
