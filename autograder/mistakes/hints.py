"""What is told of a wrong exercise that no known mistake explains: a relation of its values, and a look at its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from autograder.checks.relations.tell import tell_relation
from autograder.course.outcome import Outcome
from autograder.course.text import Text, join
from autograder.grading.evidence import CheckRun, ExerciseRun
from autograder.mistakes.remarks import remark_on
from autograder.results.model import ExerciseResult
from autograder.worker.shared.values import Raised


@dataclass(frozen=True)
class Hints:
    """What can be said of a wrong exercise; `related` names the checks of whose values the relation is true."""

    relation: Text | None = None
    related: tuple[str, ...] = ()
    remark: Text | None = None


def with_hints(run: ExerciseRun, cells: Sequence[str]) -> ExerciseResult:
    """Return the result of an exercise; the first check with a wrong value tells the relation that all of them have.

    Where a value is wrong or missing, a remark on the code follows. `cells` is the submission's code.
    """
    hints = find_hints(run, cells)
    told = defaultdict[str, list[Text]](list)
    if hints.relation is not None:
        told[hints.related[0]].append(hints.relation)
    if hints.remark is not None:
        told[_failed_by_a_reply(run)[0].result.name].append(hints.remark)
    causes = dict.fromkeys(hints.related[1:], hints.related[0]) if hints.related else {}
    checks = (
        replace(check, message=join([check.message, *told[check.name]]), cause=causes.get(check.name))
        for check in run.result.checks
    )
    return replace(run.result, checks=tuple(checks))


def find_hints(run: ExerciseRun, cells: Sequence[str]) -> Hints:
    """Return what can be said of the failed checks of an exercise; nothing where none has failed by a reply."""
    failed = _failed_by_a_reply(run)
    if not failed:
        return Hints()
    wrong = [(check.result.name, check.difference) for check in failed if check.difference is not None]
    told = tell_relation([difference for _, difference in wrong])
    remark = remark_on(cells, run.exercise.name)
    if told is None:
        return Hints(remark=remark)
    return Hints(told.sentence, tuple(wrong[place][0] for place in told.places), remark)


def _failed_by_a_reply(run: ExerciseRun) -> list[CheckRun]:
    """Return the checks that failed after a value had come back, or None: an exception speaks for itself."""
    return [check for check in run.checks if check.result.outcome is Outcome.FAILED and _has_replied(check)]


def _has_replied(check: CheckRun) -> bool:
    replies = check.evidence.replies
    return bool(replies) and not replies[-1].lost and not isinstance(replies[-1].value, Raised)
