"""Whether the rooms of the program are ours, and whether the packages that they need are there.

The rooms are top-level packages with plain names, so another distribution can overwrite one of them without a word
(there is a `queries` in the Python index).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queries.cli.doctor import Check

ROOMS = ("graph", "loaders", "queries", "notebooks")
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(?:\[[^]]*\])?\s*(?P<limits>[^;]*)(?:;(?P<marker>.*))?")


def rooms() -> Iterator[Check]:
    """Each room must lie beside this file's own, and no other distribution may claim its files."""
    from queries.cli.doctor import Check

    home = Path(__file__).resolve().parents[2]
    for room in ROOMS:
        spec = find_spec(room)
        origin = Path(spec.origin).resolve() if spec and spec.origin else None
        others = claimants(room)
        if others:
            names = ", ".join(others)
            mend = f"pip uninstall {' '.join(others)}, then install danchieu again"
            yield Check("fault", room, f"{names} installs a package of this name too: {mend}")
        elif origin != home / room / "__init__.py":
            yield Check("fault", room, f"is {origin or 'nowhere'}, not in {home}: install danchieu again")
        else:
            yield Check("ok", room, str(origin))


def claimants(room: str) -> list[str]:
    """The distributions other than ours that installed files into a room."""
    found = set()
    for distribution in metadata.distributions():
        name = distribution.metadata["Name"] or ""
        if name.lower() != "danchieu" and any(f.parts[:1] == (room,) for f in distribution.files or ()):
            found.add(name)
    return sorted(found)


def packages() -> Iterator[Check]:
    """Each package that danchieu requires, with its version."""
    from queries.cli.doctor import Check

    try:
        wanted = metadata.requires("danchieu") or []
    except metadata.PackageNotFoundError:
        yield Check("remark", "danchieu", "runs from a checkout that is not installed: pip install -e .")
        return
    for line in wanted:
        match = _REQUIREMENT.match(line)
        if match and "extra" not in (match["marker"] or ""):
            yield _package(match["name"], match["limits"].strip())


def _package(name: str, limits: str) -> Check:
    from queries.cli.doctor import Check

    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check("fault", name, f'is not installed: pip install "{name}{limits}"')
    if not _within(version, limits):
        return Check("fault", name, f'is {version}, but {limits} is needed: pip install "{name}{limits}"')
    return Check("ok", name, version)


def _within(version: str, limits: str) -> bool:
    """Whether a version is inside ``>=a,<b``; only the numbers count, so a pre-release is as good as its release."""
    for sign, limit in re.findall(r"(>=|<)\s*([\w.]+)", limits):
        if (_numbers(version) >= _numbers(limit)) is not (sign == ">="):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    numbers = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, numbers[0].split("."))) if numbers else ()
