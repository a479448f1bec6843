"""Identity over a whole archive: no step looks at every pair of mentions."""

from __future__ import annotations

import random
from time import process_time

from telling import HP, Text, together

from graph.build import build
from graph.identify import identify
from graph.statements import Statement


def archive(texts: int, mentions: int) -> list[Statement]:
    """Texts that all cite the same few documents, and each some of its own: the worst that numbers can do."""
    rng = random.Random(7)
    told = []
    for i in range(texts):
        t = Text(f"T{i:04}", number=f"{i}-KL/TU", date="2023-10-19", jurisdiction=HP)
        for _ in range(mentions):
            common = rng.random() < 0.5
            serial = rng.randint(1, 9) if common else rng.randint(10, 9999)
            date = rng.choice((None, None, f"20{rng.randint(10, 22)}-05-{rng.randint(10, 28)}"))
            t.cite(type="resolution", number=f"{serial:02}-NQ/TU", date=date, jurisdiction=rng.choice((HP, None)))
        told.append(t)
    return together(*told)


def seconds(statements: list[Statement]) -> float:
    began = process_time()
    identify(statements)
    return process_time() - began


def test_four_times_the_archive_takes_no_sixteen_times_as_long() -> None:
    small, large = archive(60, 60), archive(240, 60)
    seconds(small)  # what is read once
    ratio = seconds(large) / max(seconds(small), 0.05)
    assert ratio < 10


def test_an_archive_of_thirty_thousand_mentions_is_told_apart_in_seconds() -> None:
    statements = archive(520, 58)
    assert sum(type(s).__name__ == "DocumentMention" for s in statements) > 30_000
    assert seconds(statements) < 30  # some 4 s on a quiet machine
    assert build(statements).nodes
