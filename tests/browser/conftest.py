"""A real Chromium. Absent, the tests are skipped and say so, which under CI=true is a failure (see ../conftest.py)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from city import city

from graph.elements import Graph
from queries.views import picture

_NAMES = ("chromium", "chromium-browser", "google-chrome")


class Opened:
    """A page in the browser, with what it asked the network for and what it complained of."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda r: self.asked.append(r.url))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("dialog", lambda d: (self.complaints.append(f"dialog {d.message}"), d.dismiss()))


@cache
def _of_the_city() -> str:
    return picture(city())


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip(f"no Chromium here (looked for {', '.join(_NAMES)}); on Debian: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page from HTML, from a file, as a person does with what `danchieu view` wrote."""
    contexts = []

    def open_(html: str, width: int = 1280, height: int = 800) -> Opened:
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        found = Opened(context.new_page())
        file = tmp_path / "picture.html"
        file.write_text(html, encoding="utf-8")
        found.page.goto(file.as_uri())
        return found

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def drawn(opened: Callable[..., Opened]) -> Callable[..., Opened]:
    """Opens the picture of a graph, of the literal city unless another is given."""

    def draw(g: Graph | None = None, width: int = 1280, height: int = 800) -> Opened:
        found = opened(_of_the_city() if g is None else picture(g), width, height)
        found.page.wait_for_function("window.danchieu !== undefined")
        return found

    return draw
