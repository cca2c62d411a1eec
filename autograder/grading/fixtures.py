"""The fixtures of the suites: the submission, the reference solution, and random cases."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from autograder.checks import Draw, Reference, Student
from autograder.checks.reference import known_answers, load_solution
from autograder.course.manifest import Course
from autograder.grading.check import Check


@dataclass(frozen=True)
class Fixtures:
    """The values of the fixtures for one check of one submission, each made when it is asked for."""

    course: Course
    seed: str
    check: Check
    student: Student

    @property
    def reference(self) -> Reference:
        """The reference solution of the exercise, in this process."""
        path = self.course.solution(self.check.assignment)
        return Reference(self.check.exercise, load_solution(path), known_answers[path])

    @property
    def draw(self) -> Draw:
        """The source of the check's random cases."""
        names = self.check.assignment, self.check.exercise, self.check.item.name
        return Draw(self.seed, "/".join(names), with_torch="torch" in self.course.libraries)


KEY = pytest.StashKey[Fixtures]()  # where a check finds its fixtures when pytest runs it
