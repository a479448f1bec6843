"""Dates as documents bear them: ISO days, months or years, as far as known."""

from __future__ import annotations

import re
from datetime import date as day
from datetime import timedelta


def later(a: str, b: str) -> bool:
    """Whether one date is certainly after another; empty ones are unknown.

    >>> later("2024-05-14", "2021"), later("2024-05-14", "2024"), later("", "2021")
    (True, False, False)
    """
    length = min(len(a), len(b))
    return a[:length] > b[:length]


def after(date: str) -> str:
    """The day after a day.

    >>> after("2027-02-28")
    '2027-03-01'
    """
    return (day.fromisoformat(date) + timedelta(days=1)).isoformat()


def printed(quote: str, date: str) -> bool:
    """Whether a quote prints a date, in whatever form.

    >>> printed("Nghị quyết số 8 ngày 06 tháng 12 năm 2022", "2022-12-06"), printed("27/2024/QĐ-UBND", "2024-05-14")
    (True, False)
    """
    parts = [rf"0?{int(p)}(?!\d)" for p in reversed(date.split("-"))]
    return bool(re.search(r"(?<!\d)" + r"\D{1,12}".join(parts), quote))
