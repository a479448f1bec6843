"""Reading takes time in proportion to a text, also where one paragraph repeats one thing without end."""

from __future__ import annotations

import time

import pytest
from told import HEADS, Tasks

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
SIZE = 8_000  # code points
MOST = 12.0  # times as long for four times the text; sixteen where it is quadratic
FLOOR = 0.05  # seconds: shorter measures say nothing


def spent(piece: str, size: int) -> float:
    raw = HEADS["plan"] + "1. Giao Sở Xây dựng rà soát " + piece * (size // len(piece) + 1)
    start = time.process_time()
    Tasks(raw)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    spent(piece, 100)  # compiles the patterns
    small = min(spent(piece, SIZE) for _ in range(2))
    large = spent(piece, 4 * SIZE)
    assert large < max(FLOOR, small) * MOST
