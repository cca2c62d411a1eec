"""The answers of one run of pytest: each is loaded when it is first asked for, and stays until the end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from autograder.checks.loaded import LoadedSubmission
from autograder.course.manifest import Assignment, Course
from autograder.debug.answers import Answer
from autograder.debug.loading import loaded


class LoadedAnswers:
    """Lends the loaded answer to an assignment, by its name.

    `choose` returns the answer and whether it runs in the sandbox, and `say` tells the author which of the two it is.
    """

    def __init__(
        self, course: Course, choose: Callable[[Assignment], tuple[Answer, bool]], say: Callable[[str], None]
    ) -> None:
        self._course = course
        self._choose = choose
        self._say = say
        self._said = set[str]()
        self._open = ExitStack()
        self._loaded: dict[str, LoadedSubmission] = {}

    def __call__(self, assignment: str) -> LoadedSubmission:
        """Return the answer to an assignment; raise what `loaded` raises."""
        if assignment not in self._loaded:
            answer, sandboxed = self._choose(self._course.assignments[assignment])
            lent = loaded(self._course, answer, sandboxed, self._say_once)
            self._loaded[assignment] = self._open.enter_context(lent)
        return self._loaded[assignment]

    def close(self) -> None:
        """Put back everything that the answers have changed, and end their workers."""
        self._open.close()

    def _say_once(self, line: str) -> None:
        if line not in self._said:
            self._said.add(line)
            self._say(line)
