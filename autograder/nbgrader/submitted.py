"""The hand-in in nbgrader's `submitted/` folder that a notebook comes from, as `autograder grade` finds it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.submissions.find import Handin, find_handin


def submitted_handin(coursedir: Any, about: dict[str, str]) -> Handin:
    """Return the hand-in of the student and the assignment that `about` names, nbgrader's resources of a notebook."""
    student, assignment = about["student"], about["assignment"]
    folder = Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))
    found = find_handin(folder.parent, assignment)
    return replace(found, student=student) if found else Handin(student, assignment, None)
