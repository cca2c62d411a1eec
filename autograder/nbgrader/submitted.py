"""The hand-ins in nbgrader's `submitted/` folder, as `autograder grade` finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from pathlib import Path
from typing import Any

from autograder.submissions.handin import Handin, find_handin


def submitted_handin(coursedir: Any, about: dict[str, str]) -> Handin:
    """Return the hand-in of the student and the assignment that `about` names, nbgrader's resources of a notebook."""
    student, assignment = about["student"], about["assignment"]
    folder = Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))
    found = find_handin(folder.parent, assignment)
    return replace(found, student=student) if found else Handin(student, assignment, None)


def next_handin(converter: Any, about: dict[str, str]) -> Handin | None:
    """Return the first hand-in after that of `about` that nbgrader is sure to grade in this run, if there is one.

    It may also grade some of those that were graded before: what is new since, and what a killed run has left.
    """
    coursedir, assignment = converter.coursedir, about["assignment"]
    later = dropwhile(lambda student: student != about["student"], _students(converter, assignment))
    excluded = {about["student"], *coursedir.student_id_exclude.split(",")}
    for student in later:
        graded = Path(coursedir.format_path(coursedir.autograded_directory, student, assignment))
        if student not in excluded and (converter.force or not graded.exists()):
            return submitted_handin(coursedir, about | {"student": student})
    return None


def _students(converter: Any, assignment: str) -> Iterator[str]:
    """Yield the students whose folders nbgrader goes through, in its order."""
    coursedir = converter.coursedir
    pattern = coursedir.format_path(
        coursedir.submitted_directory, "(?P<student>.*)", re.escape(assignment), escape=True
    )
    for folder in sorted(converter.assignments):
        if found := re.fullmatch(pattern, folder):
            yield found["student"]
