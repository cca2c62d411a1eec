"""The code of the submissions of a class, for finding what is alike."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.course.errors import NotGradable
from autograder.course.manifest import Course
from autograder.report.class_results import Codes
from autograder.submissions.handin import Handin
from autograder.submissions.read import read_submission


def codes_of(course: Course, handins: Iterable[Handin]) -> Codes:
    """Return the cells of each submission that can be read, by student and assignment; nothing of it is run."""
    found = {}
    for handin in handins:
        limits = course.limits_of(handin.assignment)
        try:
            submission = read_submission(handin.loaded(limits), limits, course.notebook(handin.assignment))
        except NotGradable:
            continue
        found[handin.student, handin.assignment] = submission.cells
    return found
