"""Each example against what a person read in it: nothing missing, nothing too many, every quote in its place."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from golden import EXAMPLES, PARTS, Expected, Found, expectations, expected, unwanted

GOLDEN = {g["file"]: g for g in expectations()}


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Any]]:
    """What `danchieu extract` prints of all examples, by file name."""
    command = [sys.executable, "-c", "from queries.cli import main; main()", "extract", "--format", "json"]
    done = subprocess.run(
        [*command, *(str(EXAMPLES / name) for name in GOLDEN)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return dict(zip(GOLDEN, map(json.loads, done.stdout.split("\n")[:-1]), strict=True))


@pytest.fixture(scope="module")
def found(told: dict[str, dict[str, Any]]) -> dict[str, Found]:
    return {name: Found(told[name], GOLDEN[name], _text(name)) for name in GOLDEN}


def _text(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode("utf-8")


def _known() -> Iterator[Any]:
    """Each row that is known to fail, strictly: mended, it must lose its mark."""
    for name, golden in GOLDEN.items():
        for part in PARTS:
            rows = [(e, True) for e in expected(golden, part)] + [(e, False) for e in unwanted(golden, part)]
            for at, (row, wanted) in enumerate(rows):
                if row.fails:
                    mark = pytest.mark.xfail(strict=True, reason=f"{row.fails} [{row.line}]")
                    yield pytest.param(name, row, wanted, marks=mark, id=f"{name}-{part}-{at}")


def test_every_example_has_its_expectation() -> None:
    assert {p.name for p in EXAMPLES.iterdir()} == set(GOLDEN)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", GOLDEN)
def test_an_example_is_read_as_a_person_reads_it(name: str, part: str, found: dict[str, Found]) -> None:
    golden = GOLDEN[name]
    wanted = Counter(e.line for e in expected(golden, part) if not e.fails)
    known = Counter(e.line for e in expected(golden, part) + unwanted(golden, part) if e.fails)
    read = Counter(found[name].lines(part))
    missing, beyond = wanted - read, read - wanted - known
    shown = [f"  - {x}" for x in missing.elements()] + [f"  + {x}" for x in beyond.elements()]
    assert not shown, f"{name}, {part}: - missing, + not there for a reader\n" + "\n".join(shown)


KNOWN = list(_known())

if KNOWN:

    @pytest.mark.parametrize(("name", "row", "wanted"), KNOWN)
    def test_known_failings(name: str, row: Expected, wanted: bool, found: dict[str, Found]) -> None:
        assert (row.line in found[name].lines(row.part)) is wanted


def _quotes(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        if {"start", "end", "quote"} <= told.keys():
            yield told
        for value in told.values():
            yield from _quotes(value)
    elif isinstance(told, list):
        for value in told:
            yield from _quotes(value)


@pytest.mark.parametrize("name", GOLDEN)
def test_every_quote_stands_at_its_place(name: str, told: dict[str, dict[str, Any]]) -> None:
    text = _text(name)
    places = list(_quotes(told[name]))
    assert places
    wrong = [p for p in places if text[p["start"] : p["end"]] != p["quote"] or not p["quote"]]
    assert not wrong
