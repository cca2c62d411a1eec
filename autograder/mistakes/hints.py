"""What is told of a wrong exercise that no known mistake explains: a relation of its values, and a look at its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from autograder.checks.relations.find import find_relations, told_relation
from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.mistakes.remarks import remark_on
from autograder.results.model import ExerciseResult
from autograder.worker.shared.values import Raised


def with_hints(run: ExerciseRun, cells: Sequence[str]) -> ExerciseResult:
    """Return the result of an exercise; the first check with a wrong value tells the relation that all of them have.

    Where a value is wrong or missing, a remark on the code follows. `cells` is the submission's code.
    """
    failed = [check for check in run.checks if check.result.outcome is Outcome.FAILED and _has_replied(check)]
    if not failed:
        return run.result
    found = [(check, relations) for check in failed if (relations := _relations(check))]
    told = defaultdict[str, list[Text]](list)
    if (relation := told_relation([relations for _, relations in found])) is not None:
        told[found[0][0].result.name].append(relation)
    if (remark := remark_on(cells, run.exercise.name)) is not None:
        told[failed[0].result.name].append(remark)
    checks = (replace(check, message=join([check.message, *told[check.name]])) for check in run.result.checks)
    return replace(run.result, checks=tuple(checks))


def _relations(check: CheckRun) -> dict[str, bool]:
    """Return which relations hold between a wrong value and the right one, and which do not."""
    wrong = check.difference
    return {} if wrong is None else find_relations(wrong.got, wrong.expected, wrong.close, wrong.given)


def _has_replied(check: CheckRun) -> bool:
    """Tell whether the last thing that came back was a value, or None: an exception speaks for itself."""
    replies = check.evidence.replies
    return bool(replies) and not replies[-1].lost and not isinstance(replies[-1].value, Raised)
