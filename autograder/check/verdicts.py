"""The verdicts on a student's answers to the public cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

import torch

from . import messages
from .attempt import is_stub, problem
from .compare import difference
from .course import Assignment, Exercise, read_cases, read_course
from .messages import fill
from .model import Case, CaseVerdict, ExerciseVerdict, Layer, Raises, State
from .student_error import error_text, line_of

SEED = 0


def check_exercises(
    assignment: str, names: Mapping[str, object], exercise: str | None = None
) -> tuple[ExerciseVerdict, ...]:
    """Return the verdicts on the exercises of an assignment, or on one of them, in the order of the course.

    `names` is the student's namespace. Student code runs here and now: an endless loop never comes back.
    """
    found = read_course()[assignment]
    return tuple(
        check_exercise(found, one, names) for one in found.exercises if exercise is None or one.name == exercise
    )


def check_exercise(assignment: Assignment, exercise: Exercise, names: Mapping[str, object]) -> ExerciseVerdict:
    """Return the verdict on one exercise of an assignment."""
    cases = [case for case in read_cases(assignment.name) if case.exercise == exercise.name]
    cases.sort(key=lambda case: case.gradient)
    siblings = [one.name for one in assignment.exercises if one.name != exercise.name]
    verdicts = tuple(check_case(case, names, siblings) for case in cases)
    return ExerciseVerdict(exercise.name, exercise.title, exercise.points, _state(verdicts), verdicts, None)


def _state(verdicts: Sequence[CaseVerdict]) -> State:
    """Return the state of an exercise: that of the case that most needs a look."""
    order = (State.not_attempted, State.too_slow, State.failed, State.waiting)
    states = {verdict.state for verdict in verdicts}
    return next((state for state in order if state in states), State.passed)


def check_case(case: Case, names: Mapping[str, object], siblings: Sequence[str] = ()) -> CaseVerdict:
    """Return the verdict on one case; `siblings` are the names of the other exercises of the assignment."""
    if is_stub(names.get(case.exercise)):
        return CaseVerdict(case, State.not_attempted, Layer.there, messages.STUB)
    if found := problem(case.exercise, names, siblings):
        return CaseVerdict(case, State.failed, Layer.there, found)
    missing = [name for name in case.needs if problem(name, names, ()) or is_stub(names.get(name))]
    if missing:
        message = fill(messages.WAITS, names=", ".join(missing))
        return CaseVerdict(case, State.waiting, Layer.there, message)
    return _run(case, names)


def _run(case: Case, names: Mapping[str, object]) -> CaseVerdict:
    torch.manual_seed(SEED)
    try:
        got = case.ask(SimpleNamespace(**names))
    except Exception as error:
        return _raised(case, error, names)
    if isinstance(case.expected, Raises):
        kind = case.expected.kind.__name__
        return CaseVerdict(case, State.failed, Layer.runs, fill(messages.NO_ERROR, kind=kind, got=repr(got)[:100]), got)
    found = difference(got, case.expected, case.close)
    if found is None:
        return CaseVerdict(case, State.passed, None, None, got)
    layer = Layer.gradient if case.gradient and found.layer is not Layer.type else found.layer
    return CaseVerdict(case, State.failed, layer, found.message, got)


def _raised(case: Case, error: Exception, names: Mapping[str, object]) -> CaseVerdict:
    """Return the verdict where an exception was raised; `got` is the exception."""
    line = line_of(error, names[case.exercise])
    if isinstance(case.expected, Raises):
        if isinstance(error, case.expected.kind):
            return CaseVerdict(case, State.passed, None, None, error, line)
        message = fill(messages.WRONG_ERROR, kind=case.expected.kind.__name__, error=error_text(error))
        return CaseVerdict(case, State.failed, Layer.runs, message, error, line)
    at = fill(messages.LINE, line=line) if line else fill(messages.NOTHING)
    message = fill(messages.RAISED, at=at, error=error_text(error))
    return CaseVerdict(case, State.failed, Layer.runs, message, error, line)
