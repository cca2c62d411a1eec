"""Digests of suites as a repository holds them, whatever engine, libraries and machine run them."""

from __future__ import annotations

from pathlib import Path

from autograder.course.manifest import Assignment, Course, Exercise
from autograder.course.suite_files import files_below, suite_files
from autograder.results.digest import LEFT_OUT_OF_SUITES, contents, digest, without


class SuiteDigests:
    """The digests of the suites of a course; each file is read once."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._files = list(without(LEFT_OUT_OF_SUITES, course.suites, files_below(course.suites)))
        self._known: dict[Path, str] = {}
        self._helpers = self._of(sorted(course.suites.glob("*.py")), course.suites)

    def of(self, assignment: Assignment, exercise: Exercise) -> str:
        """Return the digest of an exercise's checks, answers and points, and of the solution it stands in."""
        solution = self._course.solution(assignment.name)
        return digest(
            repr((assignment.name, assignment.given, exercise.name, exercise.points)),
            self._of([solution], self._course.root),
            self._of(suite_files(self._course, assignment, [exercise], self._files), self._course.suites),
            self._helpers,
        )

    def _of(self, paths: list[Path], root: Path) -> str:
        for path in paths:
            if path not in self._known:
                self._known[path] = digest(*contents(root, [path]))
        return digest(*(self._known[path] for path in paths))
