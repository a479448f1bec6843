"""The READMEs are held to their word: every session in them is run, every link and make target exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import readme

ROOT = Path(__file__).parents[2]

TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in readme.READMES}


@pytest.mark.parametrize("name", readme.READMES)
def test_a_session_prints_what_the_readme_shows(name: str) -> None:
    changed = readme.differences(name)
    assert not changed, f"run `make readme` if this is meant:\n{changed}"


@pytest.mark.parametrize("name", readme.READMES)
def test_a_link_leads_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", TEXTS[name])
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", readme.READMES)
def test_a_make_target_that_is_named_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)`?", "\n".join(re.findall(r"`[^`]+`|^make .*$", TEXTS[name], re.M))))
    assert named
    assert named <= targets


def test_every_command_is_documented() -> None:
    from queries.cli import danchieu

    for name, text in TEXTS.items():
        missing = [c for c in danchieu.lazy if f"danchieu {c}" not in text]
        assert not missing, f"{name} does not name {missing}"


def test_the_two_readmes_show_the_same_sessions() -> None:
    commands = {n: re.findall(r"^\$ (.*)$", t, re.M) for n, t in TEXTS.items()}
    english, vietnamese = (commands[n] for n in readme.READMES)
    assert english == vietnamese
    assert english


@pytest.mark.parametrize("pattern", ["requirements*.txt", "README*.md", "CHANGELOG.md", "Makefile", "pyproject.toml"])
def test_no_address_of_this_machine_or_of_a_registry(pattern: str) -> None:
    files = list(ROOT.glob(pattern))
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"--(?:index|extra-index)-url|--find-links|pypi\.org|/(?:work|root|home)/", text), (
            path.name
        )


def test_locks_pin_every_package_with_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-bench.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^\S+==\S+.*\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.M)
        assert "".join(pinned) == text
        assert pinned


def test_the_locks_hold_what_the_project_names() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = [r for group in project["project"]["optional-dependencies"].values() for r in group]
    runtime = {_name(r) for r in project["project"]["dependencies"] + extras}
    development = runtime | {_name(r) for r in project["dependency-groups"]["dev"]}
    for lock, owed in (("requirements.txt", runtime), ("requirements-dev.txt", development)):
        locked = {_name(line) for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in line}
        assert owed <= locked, f"{lock} lacks {owed - locked}: run make lock"


def _name(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()
