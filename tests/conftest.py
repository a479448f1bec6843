"""What is absent is skipped aloud, at the end of a run too; in CI a service that is owed must be there."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator, Iterator

import pytest
from neo4j_server import Guarded, missing, running

OWED = ("neo4j", "browser")
LACKING = (*OWED, "corpus")
PASSWORD = "chỉ-để-thử-7"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI=true a test that was skipped for want of a server or a browser has failed."""
    report = yield
    marked = {m for m in LACKING if item.get_closest_marker(m)}
    owed = os.environ.get("CI") == "true" and marked and "corpus" not in marked
    if report.skipped and owed and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"owed in CI, yet skipped: {report.longrepr}"
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests on one server run in one worker, where a run has several (``--dist loadgroup``)."""
    for item in items:
        if item.get_closest_marker("neo4j"):
            item.add_marker(pytest.mark.xdist_group("neo4j"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what was not run for want of a service or of documents, and why."""
    lacking: Counter[str] = Counter()
    for report in terminalreporter.getreports("skipped"):
        for marker in LACKING:
            if marker in report.keywords:
                reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
                lacking[f"{marker}: {str(reason).removeprefix('Skipped: ')}"] += 1
    for told, count in sorted(lacking.items()):
        terminalreporter.write_line(f"not run here: {count} × {told}", yellow=True)


@pytest.fixture(scope="session")
def neo4j_uri() -> Iterator[str]:
    """A real Neo4j server without a password, for the whole session."""
    _owe()
    with running() as uri:
        yield uri


@pytest.fixture(scope="session")
def neo4j_guarded() -> Iterator[Guarded]:
    """A real Neo4j server that lets user neo4j in, with a password."""
    _owe()
    with running(PASSWORD) as uri:
        yield Guarded(uri, "neo4j", PASSWORD)


def _owe() -> None:
    if told := missing():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(told)
