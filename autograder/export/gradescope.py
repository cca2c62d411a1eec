"""results.json as Gradescope reads it: every check is a test with its points."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.course.manifest import Course
from autograder.course.outcome import Outcome
from autograder.course.text import Language
from autograder.export.files import save_each
from autograder.export.model import Done, Request
from autograder.export.wording import GRADED_AT, check_name, words
from autograder.results.model import CheckResult, ExerciseResult, Result

NAME = "results.json"


def write(_course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write a results.json for each result."""
    save_each(request.out, NAME, results, lambda result: fields(result, request.language))
    return Done(str(request.out))


def fields(result: Result, language: Language) -> dict[str, object]:
    """Return the fields of a results.json; the result has a score."""
    level = GRADED_AT.format(level=result.isolation)
    said = [words(text, language) for text in (result.message, level)]
    tests = [
        _test(f"{place}.{number}", exercise, check, language)
        for place, exercise in enumerate(result.exercises, start=1)
        for number, check in enumerate(exercise.checks, start=1)
    ]
    return {
        "score": result.score,
        "execution_time": result.duration,
        "output": "\n".join(filter(None, said)),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {"isolation": result.isolation},
        "tests": tests,
    }


def _test(place: str, exercise: ExerciseResult, check: CheckResult, language: Language) -> dict[str, object]:
    return {
        "score": check.score,
        "max_score": check.max_score,
        "status": "passed" if check.outcome is Outcome.PASSED else "failed",
        "name": check_name(exercise, check, language),
        "name_format": "text",
        "number": place,
        "output": words(check.message, language),
        "output_format": "text",
        "visibility": "visible",
    }
