"""The language of what a command writes: one of those that the course has."""

from __future__ import annotations

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.text import Language


def language_of(course: Course, asked: Language | None) -> Language:
    """Return the language that is asked for, or the first of the course; raise `UsageError` if the course lacks it."""
    if asked is not None and asked not in course.languages:
        raise UsageError(f"This course is not in {asked}. The manifest says: languages = {list(course.languages)}.")
    return asked or course.languages[0]
