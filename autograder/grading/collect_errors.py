"""What pytest says of suites that it cannot collect."""

from __future__ import annotations

import pytest

from autograder.grading.suite_slips import about_argument


class CollectErrors:
    """A plugin of pytest that keeps what it says of files that cannot be collected."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.slips: list[str] = []

    def pytest_exception_interact(self, call: pytest.CallInfo[None]) -> None:
        """Keep the line on a slip for which one line is enough."""
        if call.excinfo is not None and (line := about_argument(call.excinfo.value)):
            self.slips.append(line)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep the text of a report that failed."""
        if report.failed:
            self.texts.append(report.longreprtext)
