"""How fast texts are read, against a bare scan by one pattern and against the readers of other laws' citations.

All figures are of one process on one core, Python's start and the reading of files left out; MB are of UTF-8. The
share of the scan is what counts: seconds would tell the machine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from graph.statements import Source
from loaders import state

CORPUS = Path(__file__).parents[2] / "../shared/corpus/text"
EVERY = 8  # of the corpus' documents: enough of each kind, and a minute's work
# What a number looks like, and nothing more: no reader that finds numbers can be faster than this.
SYMBOL = re.compile(r"\d+ ?[-/] ?(?:\d{4}/)?[A-ZĐ][\wĐđ&-]+(?:/[\w-]+)?")


def seconds(work: Callable[[str], object], texts: Iterable[str], rounds: int = 1) -> float:
    """Processor seconds of the fastest of some rounds over all texts: noise only ever adds."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            work(text)
        found.append(time.process_time() - start)
    return min(found)


def read(text: str) -> int:
    """Everything that `danchieu load` reads of a text; how many documents it cites."""
    return sum(1 for _ in state(text, Source(id="s", format="text", chars=len(text))).of("citation"))


@pytest.fixture(scope="module")
def texts() -> Sequence[str]:
    found = sorted(CORPUS.glob("*.txt"))[::EVERY]
    if not found:
        pytest.skip("no shared documents here (../shared)")
    return [p.read_bytes().decode("utf-8") for p in found]


@pytest.mark.corpus
def test_the_whole_reading_is_a_fair_share_of_a_bare_scan(
    texts: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    read(texts[0])  # patterns are compiled at the first text
    size = sum(len(t.encode()) for t in texts) / 1e6
    ceiling = seconds(lambda t: SYMBOL.findall(t), texts, 3)
    whole = seconds(read, texts, 2)
    citations = sum(read(t) for t in texts)
    with capsys.disabled():
        print(
            f"\n  reading {size:.1f} MB: {size / whole:.2f} MB/s, {whole / citations * 1e6:.0f} µs a citation,", end=""
        )
        print(f" {ceiling / whole:.3f} of a bare scan ({size / ceiling:.0f} MB/s)")
    assert ceiling / whole >= 0.01


@pytest.mark.corpus
def test_the_readers_of_other_laws_find_nothing_here(texts: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    """eyecite reads American reporters, refex German statutes: beside them only for the speed."""
    eyecite = pytest.importorskip("eyecite", reason="eyecite is not installed: make bench brings it")
    refex = pytest.importorskip("refex.extractor", reason="refex is not installed: make bench brings it")
    some = [t[:100_000] for t in texts[::6]]
    size = sum(len(t.encode()) for t in some) / 1e6
    numbers = sum(len(SYMBOL.findall(t)) for t in some)
    german = refex.RefExtractor()
    ours = seconds(read, some)
    theirs = {"eyecite": seconds(eyecite.get_citations, some), "refex": seconds(german.extract, some)}
    found = sum(len(german.extract(t)[1]) for t in some)
    with capsys.disabled():
        rows = ", ".join(f"{name} {size / took:.2f} MB/s" for name, took in theirs.items())
        print(f"\n  on {size:.1f} MB: danchieu {size / ours:.2f} MB/s with relations and tasks, {rows}")
    assert found < numbers / 100
