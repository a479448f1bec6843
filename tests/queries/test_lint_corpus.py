"""False alarms: real documents looked over against others of their kind; every error must be a true contradiction."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest

from graph import Graph, build
from graph.statements import Reading
from loaders import read_file, text_of
from queries.lint import ERRORS, lint

CORPUS = Path(__file__).parents[2] / "../shared/corpus/text"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared real documents are not here"),
]
# What was looked at and is so: a file, what is said of it, and of which document.
TRUE = {
    ("circular__01-2013-TT-BKHDT__8a2b44.txt", "replaced", "102/2010/NĐ-CP"),  # by 96/2015/NĐ-CP; the text has no date
}


@cache
def readings() -> list[Reading]:
    files = sorted(CORPUS.iterdir())
    return [read_file(f) for f in random.Random(7).sample(files, 120)]


@cache
def others() -> Graph:
    return build([s for r in readings() for s in r.statements])


@pytest.mark.parametrize("which", range(40))
def test_no_error_is_invented(which: int) -> None:
    draft = readings()[which]
    path = Path(draft.source.paths[0])
    text = text_of(path)
    for f in lint(draft, others()):
        assert text[f.start : f.end] == f.quote
        if f.kind in ERRORS:
            number = others().nodes[f.target].properties.get("number") if f.target else None
            assert (path.name, f.kind, number) in TRUE, f
