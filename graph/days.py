"""Events of validity, and days counted from one another."""

from __future__ import annotations

from datetime import date, timedelta

TAKES, LOSES = "TAKES_EFFECT", "LOSES_EFFECT"  # of model.toml


def shifted(day: str, days: int) -> str:
    """A day so many days later, or earlier.

    >>> shifted("2022-11-30", 45), shifted("2028-03-01", -1)
    ('2023-01-14', '2028-02-29')
    """
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
