"""What is known of bodies and terms apart from any text: data files, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The data file of a name, as tomllib reads it; shared, not to be changed."""
    return tomllib.loads(files("graph.registry").joinpath(f"{name}.toml").read_text(encoding="utf-8"))
