"""The submission that a notebook of nbgrader's comes from, as `autograder grade submitted/` reads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.submissions.find import Handin, handed_in


def submitted_handin(coursedir: Any, about: dict[str, str]) -> Handin:
    """Return the hand-in of a student; `about` has the names `student` and `assignment`."""
    student, assignment = about["student"], about["assignment"]
    folder = Path(coursedir.format_path(coursedir.submitted_directory, student, assignment))
    found = next(handed_in(folder.parent, assignment), None)
    return replace(found, student=student) if found else Handin(student, assignment, None)
