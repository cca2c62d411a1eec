"""The time a submission has for its checks, and how often it may lose a worker."""

from __future__ import annotations

from collections import Counter

from autograder.course.manifest import Limits
from autograder.course.outcome import NotRun
from autograder.course.text import Text
from autograder.workers.time_limit import TimeLimit

ENOUGH = Text(
    "这一题前面已有 {count} 项检查没有跑完，这一项不再运行。",
    "{count} earlier checks of this exercise did not finish, so this one was not run.",
)


class Allowance:
    """The time that is left for the current check, and the workers that each exercise has lost so far."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._losses: Counter[str] = Counter()
        self.left = TimeLimit.of(limits.check_seconds)

    def begin_check(self, exercise: str) -> None:
        """Give a check its time; raise `NotRun` where too many checks of its exercise have lost their worker."""
        if self._losses[exercise] >= self._limits.timeouts:
            raise NotRun(ENOUGH.format(count=self._losses[exercise]))
        self.left = TimeLimit.of(self._limits.check_seconds)

    def has_lost(self, exercise: str) -> bool:
        """Tell whether an exercise has lost a worker."""
        return self._losses[exercise] > 0

    def count_loss(self, exercise: str) -> None:
        """Note that an exercise has lost a worker."""
        self._losses[exercise] += 1
