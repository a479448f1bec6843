"""The examples in the docstrings of what reads assignments are true."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

MODULES = [
    "loaders.sentences",
    *(
        f"loaders.mentions.{name}"
        for name in (
            "bodies",
            "columns",
            "deadlines",
            "entries",
            "leaders",
            "orders",
            "periods",
            "pieces",
            "predicates",
        )
    ),
    "loaders.mentions.roles",
    "loaders.mentions.runs",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
