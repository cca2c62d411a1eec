"""What mistakes cost: a common one between a fifth and four fifths of its exercise, a wrong shape nearly everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from autograder.checks.reply import Reply
from autograder.course.errors import GraderError
from autograder.course.outcome import Outcome
from autograder.course.suite_files import COMMON_MISTAKES
from autograder.grading.evidence import ExerciseRun
from autograder.mistakes.catalogue import Misconception
from autograder.mistakes.same_reply import has_values
from autograder.prove.answers import Kind
from autograder.prove.proof import Cost
from autograder.prove.rules import AnswerRun

LEAST, MOST, NEARLY_ALL = 0.2, 0.8, 0.9
ROUNDING = 1e-9


def load_common_mistakes(suites: Path, exercise: str) -> tuple[str, ...]:
    """Return the commonest mistakes of an exercise, none if none are listed; raise `GraderError` for a bad file."""
    path = suites / COMMON_MISTAKES
    if not path.is_file():
        return ()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]]).get(exercise, ())
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise GraderError(f"{path}: {error}.") from None


def costs_of(runs: Sequence[AnswerRun]) -> list[Cost]:
    """Return what each misconception costs."""
    reference = next(one.run for one in runs if one.answer.kind is Kind.REFERENCE)
    return [_cost(one, one.answer.origin, reference) for one in runs if isinstance(one.answer.origin, Misconception)]


def _cost(one: AnswerRun, misconception: Misconception, reference: ExerciseRun) -> Cost:
    part = 1 - (one.score or 0.0) / one.run.result.max_score
    return Cost(misconception.name, part, misconception.credit, wrong_everywhere(one.run, reference))


def unfair_costs(runs: Sequence[AnswerRun], common: Sequence[str]) -> Iterator[str]:
    """Yield a line for each mistake that costs too little or too much."""
    costs = {cost.name: cost for cost in costs_of(runs)}
    for cost in costs.values():
        if cost.wrong_everywhere and cost.credit:
            yield f"misconception {cost.name} never has the right shape; say that it earns no credit"
        elif cost.wrong_everywhere and cost.part < NEARLY_ALL - ROUNDING:
            yield f"misconception {cost.name} never has the right shape, and costs only {cost.part:.0%}"
    for name in common:
        if name not in costs:
            yield f"{COMMON_MISTAKES} lists {name}, which is no misconception of this exercise"
        elif not costs[name].wrong_everywhere and not LEAST - ROUNDING <= costs[name].part <= MOST + ROUNDING:
            yield f"the common mistake {name} costs {costs[name].part:.0%}, not between {LEAST:.0%} and {MOST:.0%}"


def wrong_everywhere(run: ExerciseRun, reference: ExerciseRun) -> bool:
    """Tell whether no check is passed, and no reply has values in the shape of the reference's reply to the same."""
    if any(check.result.outcome is Outcome.PASSED for check in run.checks):
        return False
    pairs = zip(run.checks, reference.checks, strict=True)
    return not any(_right_somewhere(one.evidence.replies, other.evidence.replies) for one, other in pairs)


def _right_somewhere(replies: Sequence[Reply], right: Sequence[Reply]) -> bool:
    """Tell whether a reply has values in the right shape; a suite may stop asking an answer that is wrong."""
    return any(
        not one.lost and has_values(one.value) and _has_shape_of(one.value, other.value)
        for one, other in zip(replies, right, strict=False)
    )


def _has_shape_of(reply: Any, right: Any) -> bool:
    return shape_of(reply) == shape_of(right) and _has_arrays_of(reply, right)


def _has_arrays_of(reply: Any, right: Any) -> bool:
    """Tell whether no array stands where an array of another library is right."""
    if isinstance(reply, (tuple, list)) and isinstance(right, (tuple, list)):
        return all(map(_has_arrays_of, reply, right))
    return not (hasattr(reply, "shape") and hasattr(right, "shape")) or type(reply) is type(right)


def shape_of(reply: Any) -> tuple[Any, ...]:
    """Return the shape of an array, or the shapes in a tuple or list; a list of equal rows has that of an array."""
    if isinstance(shape := getattr(reply, "shape", None), tuple):
        return tuple(shape)
    if not isinstance(reply, (tuple, list)):
        return ()
    shapes = {shape_of(item) for item in reply}
    return (len(reply), *shapes.pop()) if len(shapes) == 1 else (len(reply), *map(shape_of, reply))
