"""Whether the libraries of a course are there."""

from __future__ import annotations

from importlib.util import find_spec

from autograder.course.errors import UsageError
from autograder.course.manifest import Course


def require_libraries(course: Course) -> None:
    """Raise `UsageError` where a library of the course is not installed; none is imported for that."""
    for name in dict.fromkeys(library.partition(".")[0] for library in course.libraries):
        if find_spec(name) is None:
            raise UsageError(f"course.libraries has {name}, which is not installed. Install it, or leave it out.")
