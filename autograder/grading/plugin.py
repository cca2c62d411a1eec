"""The pytest plugin of the engine: the mark of a check, and short reports."""

from __future__ import annotations

import pytest


class Report(pytest.TestReport):
    """A phase of a check with what was raised in it, if anything was."""

    def __init__(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        super().__init__(item.nodeid, item.location, {}, "failed" if call.excinfo else "passed", None, "call")
        self.error = call.excinfo.value if call.excinfo else None


def pytest_configure(config: pytest.Config) -> None:
    """Declare the mark of a check."""
    config.addinivalue_line("markers", "check(points, zh, en): a check, its points and its title")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Report:
    """Keep the exception as it is: the text pytest makes of it is costly and would show the hidden case."""
    return Report(item, call)
