"""results.json as PrairieLearn's external graders write it."""

from __future__ import annotations

from collections.abc import Sequence

from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.export.files import save_each
from autograder.export.model import Done, Request
from autograder.export.wording import GRADED_AT, check_name, words
from autograder.results.model import Result

NAME = "results.json"


def write(_course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write a results.json for each result."""
    save_each(request.out, NAME, results, lambda result: fields(result, request.language))
    return Done(str(request.out))


def fields(result: Result, language: Language) -> dict[str, object]:
    """Return the fields of a results.json; what cannot be graded is no attempt there, and has the reason."""
    message = words(result.message, language)
    gradable = result.status == "graded"
    tests = [
        {
            "name": check_name(exercise, check, language),
            "description": "",
            "points": check.score,
            "max_points": check.max_score,
            "message": words(check.message, language),
        }
        for exercise in result.exercises
        for check in exercise.checks
    ]
    return {
        "gradable": gradable,
        "score": round((result.score or 0.0) / result.max_score, 6),
        "format_errors": [] if gradable else [message],
        "message": message if gradable else "",
        "output": words(GRADED_AT.format(level=result.isolation), language),
        "tests": tests if gradable else [],
    }
