"""The examples in the docstrings of what reads assignments are true."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

MODULES = [
    "loaders.sentences",
    "loaders.mentions.bodies.bodies",
    "loaders.mentions.bodies.runs",
    "loaders.mentions.predicates",
    "loaders.mentions.words",
    *(
        f"loaders.mentions.duties.{name}"
        for name in ("columns", "deadlines", "leaders", "orders", "parties", "periods", "roles", "stated", "topics")
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
