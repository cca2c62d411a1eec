"""The verdicts on a student's answers to the public cases."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from types import SimpleNamespace

from . import libraries, messages
from .asking import Fault
from .attempt import is_stub, problem, uses
from .compare import case_difference
from .course import Assignment, Exercise, cases_of, forbidden, read_course
from .kinds.shown import safe_repr
from .messages import fill
from .mistakes import named_mistake
from .model import Case, CaseVerdict, ExerciseVerdict, Layer, Raises, State, Text
from .own_work import warning
from .student_error import error_text, line_of


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


def check_exercise(
    assignment: Assignment, exercise: Exercise, names: Mapping[str, object], *, alone: bool = False
) -> ExerciseVerdict:
    """Return the verdict on one exercise of an assignment.

    Unless it is checked `alone`, a mistake without a name waits for a wrong answer to another exercise that it uses.
    """
    siblings = [one.name for one in assignment.exercises if one.name != exercise.name]
    verdicts = tuple(check_case(case, names, siblings) for case in cases_of(assignment.name, exercise.name))
    mistake = named_mistake(assignment.name, exercise.name, verdicts)
    if mistake is None and not alone and (wrong := _wrong_parts(assignment, exercise, verdicts, names)):
        verdicts = tuple(_waiting(one, messages.WAITS_FOR_RIGHT, wrong) for one in verdicts)
    seen = warning(exercise.name, names, forbidden(assignment.name, exercise.name), siblings)
    facts = exercise.name, exercise.title, exercise.points
    return ExerciseVerdict(*facts, _state(verdicts), verdicts, mistake, seen)


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
    verdict = _run(case, names)
    others = dict.fromkeys((*case.needs, *siblings))
    missing = [one for one in others if verdict.state is State.failed and _is_missed(one, case, names)]
    return _waiting(verdict, messages.WAITS, missing) if missing else verdict


def _waiting(verdict: CaseVerdict, sentence: Text, others: Sequence[str]) -> CaseVerdict:
    """Return the verdict on a case that fails where other exercises have to be written or mended first."""
    if verdict.state is not State.failed:
        return verdict
    return CaseVerdict(verdict.case, State.waiting, Layer.there, fill(sentence, names=", ".join(others)))


def _wrong_parts(
    assignment: Assignment, exercise: Exercise, verdicts: Sequence[CaseVerdict], names: Mapping[str, object]
) -> list[str]:
    """Return the other exercises that a failing answer uses and that fail themselves; what they print is left out."""
    if _state(verdicts) is not State.failed or exercise.name not in names:
        return []
    used = [one for one in assignment.exercises if one is not exercise and uses(names[exercise.name], one.name)]
    with redirect_stdout(io.StringIO()):
        return [one.name for one in used if _fails(assignment, one, names)]


def _fails(assignment: Assignment, exercise: Exercise, names: Mapping[str, object]) -> bool:
    cases = cases_of(assignment.name, exercise.name)
    return any(check_case(case, names).state is State.failed for case in cases)


def _is_missed(name: str, case: Case, names: Mapping[str, object]) -> bool:
    """Tell whether the answer to a case uses another exercise that is not written yet."""
    absent = problem(name, names, ()) is not None or is_stub(names[name])
    return absent and uses(names[case.exercise], name)


def _run(case: Case, names: Mapping[str, object]) -> CaseVerdict:
    libraries.start_random_numbers()
    try:
        got = case.ask(SimpleNamespace(**names))
    except Fault as fault:
        return CaseVerdict(case, State.failed, fault.layer, fault.message, fault.got)
    except Exception as error:
        return _raised(case, error, names)
    if isinstance(case.expected, Raises):
        kind = case.expected.kind.__name__
        return CaseVerdict(
            case, State.failed, Layer.runs, fill(messages.NO_ERROR, kind=kind, got=safe_repr(got)[:100]), got
        )
    found = case_difference(got, case)
    if found is None:
        return CaseVerdict(case, State.passed, None, None, got)
    layer = Layer.gradient if case.gradient and found.layer is not Layer.type else found.layer
    return CaseVerdict(case, State.failed, layer, found.message, got)


def _raised(case: Case, error: Exception, names: Mapping[str, object]) -> CaseVerdict:
    """Return the verdict where an exception was raised; `got` is the exception."""
    line = line_of(error, names[case.exercise])
    if isinstance(case.expected, Raises):
        if is_expected(error, case.expected):
            return CaseVerdict(case, State.passed, None, None, error, line)
        message = _wrong_error(error, case.expected)
        return CaseVerdict(case, State.failed, Layer.runs, message, error, line)
    at = fill(messages.LINE, line=line) if line else fill(messages.NOTHING)
    message = fill(messages.RAISED, at=at, error=error_text(error))
    return CaseVerdict(case, State.failed, Layer.runs, message, error, line)


def is_expected(error: BaseException, expected: Raises) -> bool:
    """Tell whether an exception is of the kind that is expected, and its text as well where that is asked for."""
    matches = expected.match is None or re.search(expected.match, str(error)) is not None
    return isinstance(error, expected.kind) and matches


def _wrong_error(error: Exception, expected: Raises) -> Text:
    kind, text = expected.kind.__name__, error_text(error)
    if isinstance(error, expected.kind):
        return fill(messages.WRONG_ERROR_TEXT, kind=kind, match=expected.match, error=text)
    return fill(messages.WRONG_ERROR, kind=kind, error=text)
