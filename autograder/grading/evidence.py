"""What running a suite against a submission brings: results, and the evidence from which mistakes are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from autograder.checks.relations.difference import Difference
from autograder.checks.reply import Reply
from autograder.course.manifest import Exercise
from autograder.course.outcome import Failed
from autograder.results.model import CheckResult, ExerciseResult, exercise_result
from autograder.worker.shared.values import Raised


@dataclass(frozen=True)
class Evidence:
    """The replies to a check's requests in their order, and whether something ready-made was found.

    `public` says that students know what the check asks.
    """

    replies: tuple[Reply, ...]
    ready_made: bool
    public: bool = False


@dataclass(frozen=True)
class CheckRun:
    """One check that was run: its result, its evidence, and the traceback of a fault of ours (or an empty string).

    `failure` is what a failed check raised, and `difference` belongs to one that failed by its value.
    """

    result: CheckResult
    evidence: Evidence
    fault: str = ""
    failure: Failed | None = None
    difference: Difference | None = None


@dataclass(frozen=True)
class ExerciseRun:
    """The checks of one exercise that were run, in the order of the suite."""

    exercise: Exercise
    checks: tuple[CheckRun, ...]

    @property
    def result(self) -> ExerciseResult:
        """The result of the exercise, without the names of mistakes."""
        return exercise_result(self.exercise, [check.result for check in self.checks])


@dataclass(frozen=True)
class SubmissionRun:
    """The exercises of one submission that were run, and notes on its statements that did not run."""

    exercises: tuple[ExerciseRun, ...]
    notes: tuple[Raised, ...]

    def faults(self) -> Iterator[str]:
        """Yield the traceback of each fault of ours."""
        yield from (check.fault for exercise in self.exercises for check in exercise.checks if check.fault)
