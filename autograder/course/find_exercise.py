"""The exercise that a command is asked for by its name."""

from __future__ import annotations

from autograder.course.errors import UsageError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.nearest import unknown


def find_exercise(course: Course, name: str) -> tuple[Assignment, Exercise]:
    """Return an exercise with its assignment; raise `UsageError` where there is none of this name."""
    known = {exercise.name: (one, exercise) for one in course.assignments.values() for exercise in one.exercises}
    if name not in known:
        raise UsageError(unknown("exercise", name, known))
    return known[name]
