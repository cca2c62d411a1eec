"""What is told of a wrong exercise that no known mistake explains: a relation of its values, and a look at its text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from autograder.checks.relations.find import told_relation
from autograder.course.outcome import Outcome
from autograder.course.text import join
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.mistakes.remarks import remark_on
from autograder.results.model import ExerciseResult
from autograder.worker.shared.values import Raised


def with_hints(run: ExerciseRun, cells: Sequence[str]) -> ExerciseResult:
    """Return the result of an exercise; the first check with a wrong value tells the relation that all of them have.

    Where a value is wrong or missing, a remark on the code follows. `cells` is the submission's code.
    """
    failed = [check for check in run.checks if check.result.outcome is Outcome.FAILED and _has_replied(check)]
    wrong = [check for check in failed if check.relations]
    relation, remark = told_relation([check.relations for check in wrong]), remark_on(cells, run.exercise.name)
    told = {id(wrong[0].result): [relation]} if relation is not None else {}
    if failed and remark is not None:
        told[id(failed[0].result)] = [*told.get(id(failed[0].result), []), remark]
    checks = (replace(check, message=join([check.message, *told.get(id(check), [])])) for check in run.result.checks)
    return replace(run.result, checks=tuple(checks))


def _has_replied(check: CheckRun) -> bool:
    """Tell whether the last thing that came back was a value, or None: an exception speaks for itself."""
    replies = check.evidence.replies
    return bool(replies) and not replies[-1].lost and not isinstance(replies[-1].value, Raised)
