"""How the known mistakes of a course are told, where results that name them are shown."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.course.errors import GraderError
from autograder.course.manifest import Course
from autograder.course.text import Text
from autograder.mistakes.catalogue import load_misconceptions


class Explanations:
    """The explanations of mistakes, those of each exercise read when they are asked for and then kept."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._known: dict[str, Mapping[str, Text]] = {}

    def of(self, exercise: str) -> Mapping[str, Text]:
        """Return the explanation of each mistake in an exercise, by its name; none where the course has none."""
        if exercise not in self._known:
            self._known[exercise] = self._read(exercise)
        return self._known[exercise]

    def _read(self, exercise: str) -> Mapping[str, Text]:
        if not any(exercise in self._course.exercise_titles(assignment) for assignment in self._course.assignments):
            return {}
        try:
            return {one.name: one.explanation for one in load_misconceptions(self._course, exercise)}
        except GraderError:  # a mistake that does not fit the course any more, which grading would stop at
            return {}
