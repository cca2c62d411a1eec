"""The pytest plugin of the engine: its fixtures reach the submission, its hooks hand over the run loop."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from autograder.checks import Draw, Reference, Student
from autograder.course.manifest import Course
from autograder.grading.attempt import require_attempt
from autograder.grading.loaded import Loaded

PREFIX = "test_"


class Report(pytest.TestReport):
    """A phase of a check with what was raised in it, if anything was."""

    def __init__(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        super().__init__(item.nodeid, item.location, {}, "failed" if call.excinfo else "passed", None, "call")
        self.error = call.excinfo.value if call.excinfo else None


class Plugin:
    """Lends pytest's collection and run loop to the engine; `session` is the submission being judged."""

    def __init__(self, course: Course, seed: str, loop: Callable[[list[pytest.Item]], None]) -> None:
        self._course = course
        self._seed = seed
        self._loop = loop
        self.session: Loaded | None = None
        self.failure: BaseException | None = None

    def pytest_configure(self, config: pytest.Config) -> None:
        """Declare the mark of a check."""
        config.addinivalue_line("markers", "check(points, zh, en): a check, its points and its title")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the engine's loop in the place of pytest's own, which would run each check once."""
        if not session.testsfailed:
            try:
                self._loop(session.items)
            except BaseException as error:
                self.failure = error
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Report:
        """Keep the exception as it is: the text pytest makes of it is costly and would show the hidden case."""
        return Report(item, call)

    @pytest.fixture
    def student(self, request: pytest.FixtureRequest) -> Student:
        """Return the submission being judged, as the suite of one exercise sees it."""
        return self.student_for(request.node)

    @pytest.fixture
    def reference(self, request: pytest.FixtureRequest) -> Reference:
        """Return the reference solution of the exercise, in this process."""
        return self.reference_for(request.node)

    @pytest.fixture
    def draw(self, request: pytest.FixtureRequest) -> Draw:
        """Return the source of random cases of this check."""
        return self.draw_for(request.node)

    def student_for(self, item: pytest.Item) -> Student:
        """Return `student` for a check; raise what `require_attempt` and `begin_check` raise."""
        assert self.session is not None
        assignment, exercise = exercise_of(item)
        require_attempt(self.session, exercise, self._siblings(assignment))
        self.session.begin_check(exercise)
        return Student(exercise, self.session)

    def reference_for(self, item: pytest.Item) -> Reference:
        """Return `reference` for a check."""
        assignment, exercise = exercise_of(item)
        return Reference(exercise, load_solution(self._course.solution(assignment)))

    def draw_for(self, item: pytest.Item) -> Draw:
        """Return `draw` for a check."""
        return Draw(self._seed, "/".join((*exercise_of(item), item.name)))

    def _siblings(self, assignment: str) -> set[str]:
        return {sibling.name for sibling in self._course.assignments[assignment].exercises}


FIXTURES: dict[str, Callable[[Plugin, pytest.Item], object]] = {
    "student": Plugin.student_for,
    "reference": Plugin.reference_for,
    "draw": Plugin.draw_for,
}


def exercise_of(item: pytest.Item) -> tuple[str, str]:
    """Return the assignment and the exercise of a check, which its suite's folder and file are named after."""
    return item.path.parent.name, item.path.stem.removeprefix(PREFIX)


@functools.cache
def load_solution(path: Path) -> ModuleType:
    """Import a reference solution from its file, once."""
    spec = importlib.util.spec_from_file_location(f"solution_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
