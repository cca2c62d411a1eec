"""Telling how the wrong values of an exercise are related to the right ones, where no known mistake explains them."""

from __future__ import annotations

from msgspec.structs import replace

from autograder.checks.relations.find import told_relation
from autograder.course.text import join
from autograder.grading.evidence import ExerciseRun
from autograder.results.model import CheckResult, ExerciseResult


def with_relation(run: ExerciseRun) -> ExerciseResult:
    """Return the result of an exercise; the first check with a wrong value tells the relation that all of them have."""
    wrong = [check for check in run.checks if check.relations]
    sentence = told_relation([check.relations for check in wrong])
    if sentence is None:
        return run.result
    first = wrong[0].result
    checks: list[CheckResult] = [
        replace(check, message=join([check.message, sentence])) if check is first else check
        for check in run.result.checks
    ]
    return replace(run.result, checks=tuple(checks))
