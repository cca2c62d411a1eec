"""What the checks need of a submission that has been loaded, wherever it runs."""

from __future__ import annotations

from typing import Protocol

from autograder.checks.student import Asker
from autograder.worker.shared.values import Raised
from autograder.workers.reply import Reply


class Loaded(Asker, Protocol):
    """A submission that can be asked: its public names with their kinds, and the statements that did not run.

    `replies` gathers what came back for each request.
    """

    names: dict[str, str]
    notes: list[Raised]
    replies: list[Reply]

    def begin_check(self, exercise: str) -> None:
        """Give a check its time; raise `NotRun` where there is none left for its exercise."""
