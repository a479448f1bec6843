"""Each notebook runs from top to bottom in a fresh kernel, uses public names alone, and is committed without output."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
PUBLIC = {"loaders", "graph", "queries", "pathlib"}


def _read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda p: p.stem)
def ran(request: pytest.FixtureRequest) -> Any:
    """A notebook after it ran; an error in a cell is raised with its traceback."""
    notebook = _read(request.param)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(request.param.parent)}}).execute()
    return notebook


def _said(cell: Any) -> str:
    """All that a cell printed, returned or drew."""
    parts = []
    for output in cell.outputs:
        parts.append(output.get("text", ""))
        parts.extend(str(v) for v in output.get("data", {}).values())
    return "\n".join(parts).strip()


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


def test_it_runs_and_answers(ran: Any) -> None:
    said = {cell.source.split("\n")[-1]: _said(cell) for cell in ran.cells if cell.cell_type == "code"}
    silent = [line for line, text in said.items() if not text and "import" not in line]
    assert not silent


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_uses_public_names_alone(path: Path) -> None:
    for cell in _read(path).cells:
        if cell.cell_type == "code":
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.ImportFrom):
                    assert node.module in PUBLIC
                assert not (isinstance(node, ast.Attribute) and node.attr.startswith("_"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_it_is_committed_without_output(path: Path) -> None:
    cells = [c for c in _read(path).cells if c.cell_type == "code"]
    assert all(not c.outputs and c.execution_count is None for c in cells)


@pytest.mark.parametrize("ran", NOTEBOOKS[:1], indirect=True, ids=lambda p: p.stem)
def test_the_story_of_the_slice(ran: Any) -> None:
    said = [_said(cell) for cell in ran.cells if cell.cell_type == "code"]
    assert any("2022-12-08" in s and "2013-06-14" in s for s in said), "two documents of one number"
    assert "True" in said, "every quote stands at its place"
    assert any("18-CT-TU" in s and "91-NQ-TW" in s for s in said), "the directive implements the resolution"
    assert any("<iframe" in s for s in said), "the picture"
