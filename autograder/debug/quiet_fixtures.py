"""Fixtures whose reference is silent: the answer that is tried may be the same code, and is to be seen once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from autograder.checks import Reference
from autograder.checks.reference import KnownAnswers, load_solution
from autograder.grading.fixtures import Fixtures
from autograder.in_process.quiet import quiet


class QuietAnswers(KnownAnswers):
    """What a solution gave for which arguments; nothing that it prints is shown, and it stops at no breakpoint."""

    def answer(
        self,
        asked: object,
        compute: Callable[..., Any],
        args: tuple[object, ...],
        kwargs: dict[str, object] | None = None,
    ) -> Any:
        """Return a copy of what `compute` gives for its arguments in float64."""
        with quiet():
            return super().answer(asked, compute, args, kwargs)


class QuietReference(Reference):
    """A reference solution that stops at no breakpoint when it is asked what it prints."""

    def prints(self, *args: object, stdin: str = "", **kwargs: object) -> str:
        """Return the text that a call of the reference prints."""
        with quiet():
            return super().prints(*args, stdin=stdin, **kwargs)

    def program(self, stdin: str = "") -> str:
        """Return the text that the whole solution prints when it is run as a program."""
        with quiet():
            return super().program(stdin)


@dataclass(frozen=True)
class QuietFixtures(Fixtures):
    """The fixtures of one check; `right` has what the reference gave before."""

    right: QuietAnswers = field(default_factory=QuietAnswers)

    @property
    def reference(self) -> Reference:
        """The reference solution of the exercise, in this process."""
        with quiet():
            module = load_solution(self.course.solution(self.check.assignment))
        return QuietReference(self.check.exercise, module, self.right)
