"""Whether the libraries of a course are there."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import packages_distributions
from importlib.util import find_spec

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.nearest import nearest


def require_libraries(course: Course) -> None:
    """Raise `UsageError` where a library of the course is not installed; none is imported for that."""
    require_installed("course.libraries has", course.libraries)


def require_installed(says: str, libraries: Iterable[str]) -> None:
    """Raise `UsageError` where one of some libraries is not installed; `says` begins the line, and its name follows."""
    for name in dict.fromkeys(library.partition(".")[0] for library in libraries):
        if find_spec(name) is None:
            near = nearest(name, packages_distributions())
            meant = f"Did you mean {near}? If not, install it" if near else "Install it"
            raise UsageError(f"{says} {name}, which is not installed. {meant}, or leave it out.")
