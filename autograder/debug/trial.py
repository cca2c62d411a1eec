"""Running the suite of one exercise on one answer with pytest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass

import pytest

from autograder.course.errors import GraderError, UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.debug.answers import Answer
from autograder.debug.loaded_answers import LoadedAnswers
from autograder.debug.suite_plugin import SuitePlugin
from autograder.grading import suite_fixtures
from autograder.grading.check import PREFIX
from autograder.grading.collect import pytest_options
from autograder.grading.evidence import CheckRun
from autograder.grading.suite_imports import suites_importable
from autograder.grading.suite_slips import require_syntax

UNUSED_PLUGINS = "cacheprovider", "warnings", "logging", "junitxml", "doctest"
OPTIONS = (*(word for name in UNUSED_PLUGINS for word in ("-p", f"no:{name}")), "-v", "-s", "-rN", "--no-header")


@dataclass(frozen=True)
class Request:
    """What is to be tried: `only` is a name of a check or a part of names; with `pdb`, a failure opens the debugger."""

    assignment: Assignment
    exercise: Exercise
    answer: Answer
    sandboxed: bool
    seed: str
    only: str = ""
    pdb: bool = False


@dataclass(frozen=True)
class Trial:
    """How pytest ended, and what became of each check that began; `whole` says that the whole suite was run.

    `broken` says that nothing was run, because the suite is not in form.
    """

    code: int
    runs: Sequence[CheckRun]
    whole: bool
    broken: bool

    @property
    def usage_fault(self) -> bool:
        """Whether nothing was run for what was asked; pytest has said why."""
        return self.code == pytest.ExitCode.USAGE_ERROR and not self.broken


def run_trial(course: Course, request: Request, say: Callable[[str], None]) -> Trial:
    """Run the suite of an exercise on an answer; `say` tells the author where the answer runs.

    Raises `NotGradable` where the answer cannot be run at all, and `UsageError` where the suite has a syntax error.
    """
    suite = course.suites / request.assignment.name / f"{PREFIX}{request.exercise.name}.py"
    try:
        require_syntax(course.suites, [suite])
    except GraderError as slip:
        raise UsageError(str(slip)) from None
    with (
        suites_importable(course.suites),
        closing(LoadedAnswers(course, lambda _: (request.answer, request.sandboxed), say)) as answers,
    ):
        answers(request.assignment.name)
        checks = SuitePlugin(course, request.seed, answers, request.only)
        options = [*pytest_options(course), *OPTIONS, *(["--pdb"] if request.pdb else []), str(suite)]
        code = pytest.main(options, plugins=[suite_fixtures, checks])
        runs = checks.runs()
        return Trial(int(code), runs, whole=not request.only and len(runs) == checks.count, broken=checks.broken)
