"""What is absent is skipped aloud (`-ra` prints each with its reason); in CI a service that is owed must be there."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

OWED = ("neo4j", "browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI=true a test that was skipped for want of a server or a browser has failed."""
    report = yield
    owed = os.environ.get("CI") == "true" and any(item.get_closest_marker(m) for m in OWED)
    if report.skipped and owed and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"owed in CI, yet skipped: {report.longrepr}"
    return report
