"""result.json as Classroom 50 reads it, `classroom50/result/v1`, with whole points."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Mapping, Sequence

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.outcome import Outcome
from autograder.course.text import Language, one_line
from autograder.export.files import save_each
from autograder.export.model import Done, Request
from autograder.export.wording import check_name, words
from autograder.results.model import Result

SCHEMA = "classroom50/result/v1"
NAME = "result.json"
PARTS = 100  # of a point: the platform takes whole numbers only, and a known mistake may earn a part of a point
NEEDED = ("CLASSROOM", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL")  # the platform's runner sets these
TAG = re.compile(r"submit/(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])-([0-5]\d)-([0-5]\d)Z-.+")


def write(_course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write the result.json of one submission; the platform's own fields come from the variables its runner sets.

    Raises `UsageError` where there are several results or a variable is not set.
    """
    if len(results) > 1:
        raise UsageError(f"Classroom 50 takes the result of one submission; there are {len(results)}.")
    save_each(request.out, NAME, results, lambda result: fields(result, request.language, os.environ))
    return Done(str(request.out))


def fields(result: Result, language: Language, variables: Mapping[str, str]) -> dict[str, object]:
    """Return the fields of a result.json; raise `UsageError` where a variable of the platform is missing."""
    if missing := [name for name in NEEDED if not variables.get(name)]:
        raise UsageError(f"Classroom 50's runner sets {', '.join(missing)}; run this there, or set them.")
    tests = list(_tests(result, language))
    return {
        "schema": SCHEMA,
        "classroom": variables["CLASSROOM"],
        "assignment": variables.get("ASSIGNMENT") or result.assignment,
        "assignment_type": variables.get("ASSIGNMENT_TYPE") or "individual",
        "owner": variables.get("OWNER") or variables.get("USERNAME") or one_line(result.student),
        "submission": variables["SUBMISSION_TAG"],
        "commit": variables["COMMIT_URL"],
        "release": variables["RELEASE_URL"],
        "review": variables.get("REVIEW_URL") or variables["COMMIT_URL"],
        "datetime": _handed_in(variables["SUBMISSION_TAG"]),
        "score": sum(score for _, score, _ in tests),
        "max-score": sum(most for _, _, most in tests),
        "tests": [named | {"score": score, "max-score": most} for named, score, most in tests],
    }


def _tests(result: Result, language: Language) -> Iterator[tuple[dict[str, object], int, int]]:
    """Yield the words, the score and the maximum of each check.

    Each takes what it adds to the rounded sum, so that whole scores sum to the rounded score of the result.
    """
    score = most = 0.0
    for exercise in result.exercises:
        for check in exercise.checks:
            maximum = _whole(most + check.max_score) - _whole(most)
            earned = min(_whole(score + check.score) - _whole(score), maximum)
            score, most = score + check.score, most + check.max_score
            named = {
                "test-name": check_name(exercise, check, language),
                "passed": check.outcome is Outcome.PASSED,
                "message": words(check.message, language),
            }
            yield named, earned, maximum


def _whole(points: float) -> int:
    return math.floor(points * PARTS + 0.5)


def _handed_in(tag: str) -> str:
    """Return the time in the tag of a submission, which stays the same however often it is graded."""
    match = TAG.fullmatch(tag)
    if not match:
        raise UsageError(f"SUBMISSION_TAG is {tag!r}; it has to be submit/YYYY-MM-DDTHH-MM-SSZ-COMMIT.")
    date, hour, minute, second = match.groups()
    return f"{date}T{hour}:{minute}:{second}Z"
