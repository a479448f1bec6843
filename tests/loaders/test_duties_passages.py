"""Which passages give tasks, and whose they are: each row a ruling, a document's body, and the entries it gives."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from told import tasks


class Row(NamedTuple):
    """`told`: who, role and mode of each entry, in printed order."""

    reason: str
    kind: str
    body: str
    told: list[tuple[str, str, str]]


LEAD, HELP = "lead", "coordinate"

ROWS = [
    # --- rules of the Party
    Row(
        "rules of the Party speak to its own bodies",
        "regulation",
        "Điều 1. Bến đò\n1. Bộ Chính trị quyết định mức phí của các bến đò ngang.\n"
        "2. Ban Tổ chức Trung ương có nhiệm vụ hướng dẫn việc mặc áo phao.\n",
        [("Bộ Chính trị", LEAD, "implicit"), ("Ban Tổ chức Trung ương", LEAD, "require")],
    ),
    Row(
        "those of the State do not",
        "decree",
        "Điều 1. Bến đò\n1. Bộ Xây dựng quyết định mức phí của các bến đò ngang.\n",
        [],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.reason)
def test_passages(row: Row) -> None:
    assert tasks(row.kind, row.body).told() == row.told
