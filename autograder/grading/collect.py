"""Collecting the hidden suites of a course with pytest, once for many submissions."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from _pytest.config import _prepareconfig
from msgspec.structs import replace

from autograder.course.errors import GraderError
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.grading import plugin, suite_fixtures
from autograder.grading.check import PREFIX, Check, read_check
from autograder.grading.collect_errors import CollectErrors
from autograder.grading.doubled_checks import require_single_checks
from autograder.grading.probe_names import require_known_names
from autograder.grading.suite_imports import suites_importable
from autograder.grading.suite_slips import require_known_fixtures, require_syntax

UNUSED_PLUGINS = (
    *("cacheprovider", "terminal", "logging", "capture", "warnings", "junitxml", "faulthandler", "doctest"),
    *("unraisableexception", "threadexception"),  # which collect garbage five times at the end
)
BROKEN = "The suites cannot be collected. See why with: python -m pytest --collect-only {folder}"
NO_SUITE = "There is no suite: write {suite}."
NO_CHECKS = "It has no checks."


class BrokenSuite(GraderError):
    """A suite cannot be collected; `report` is what pytest says of it, with a traceback."""

    def __init__(self, message: str, report: str) -> None:
        super().__init__(message)
        self.report = report


class Checks:
    """The collected checks of a course under one seed."""

    def __init__(self, course: Course, seed: str, items: Sequence[pytest.Item]) -> None:
        self.course = course
        self.seed = seed
        self._checks: dict[tuple[str, str], list[Check]] = defaultdict(list)
        for check in (read_check(item, course.languages) for item in items):
            self._checks[check.assignment, check.exercise].append(check)

    def of(self, assignment: Assignment, exercise: Exercise) -> Sequence[Check]:
        """Return the checks of an exercise, in the order of its suite."""
        return self._checks[assignment.name, exercise.name]

    def validate(self, assignment: Assignment) -> None:
        """Raise `GraderError` where a suite's points are not what the manifest declares."""
        for exercise in assignment.exercises:
            worth = sum(check.points for check in self.of(assignment, exercise))
            if abs(worth - exercise.points) > 1e-9:
                suite = f"{self.course.suites_folder}/{assignment.name}/{PREFIX}{exercise.name}.py"
                raise GraderError(f"{suite} is worth {worth:g} points; the manifest says {exercise.points:g}.")


@contextmanager
def collect_checks(course: Course, assignments: Sequence[Assignment], seed: str) -> Iterator[Checks]:
    """Lend the checks of some assignments; they can be run as long as the block lasts.

    Raises `GraderError` when a suite cannot be collected, has two checks of one name, or its points disagree with the
    manifest.
    """
    folders = [course.suites / assignment.name for assignment in assignments]
    require_single_checks([path for folder in folders for path in sorted(folder.glob(f"{PREFIX}*.py"))], course.root)
    with _collected(course, folders, seed) as checks:
        for assignment in assignments:
            checks.validate(assignment)
        yield checks


def pytest_options(course: Course) -> list[str]:
    """Return the options of pytest with which suites of a course are collected, whatever else is installed."""
    return ["-c", os.devnull, f"--rootdir={course.suites}", "--import-mode=importlib", "--disable-plugin-autoload"]


@contextmanager
def collect_suite(course: Course, assignment: Assignment, exercise: Exercise, seed: str) -> Iterator[Checks]:
    """Lend the checks of one exercise; those of others are not even imported. Raises as `collect_checks` does."""
    suite = course.suites / assignment.name / f"{PREFIX}{exercise.name}.py"
    if not suite.is_file():
        raise GraderError(NO_SUITE.format(suite=suite.relative_to(course.root)))
    require_single_checks([suite], course.root)
    with _collected(course, [suite], seed) as checks:
        checks.validate(replace(assignment, exercises=(exercise,)))
        yield checks


@contextmanager
def _collected(course: Course, paths: Sequence[Path], seed: str) -> Iterator[Checks]:
    """Lend the checks below some paths; raise `BrokenSuite` where there are none or one cannot be collected."""
    errors = CollectErrors()
    with suites_importable(course.suites), _pytest_session(course, paths, errors) as session:
        try:
            items = session.perform_collect()
        except pytest.UsageError:
            items = []
        if session.testsfailed:
            require_syntax(course.suites, paths)
        if errors.slips:
            raise GraderError("\n".join(errors.slips))
        if session.testsfailed or not items:
            raise BrokenSuite(BROKEN.format(folder=course.suites), "\n".join(errors.texts) or NO_CHECKS)
        require_known_fixtures(items)
        modules = dict.fromkeys(item.module for item in items if isinstance(item, pytest.Function))
        require_known_names(modules, course.suites, course.libraries)
        yield Checks(course, seed, items)


@contextmanager
def _pytest_session(course: Course, paths: Sequence[Path], errors: CollectErrors) -> Iterator[pytest.Session]:
    """Lend a pytest session for the suites below some paths, as `pytest.main` would set it up.

    `pytest.main` itself returns only when every test has run, and would run each of them once.
    """
    unused = [word for name in UNUSED_PLUGINS for word in ("-p", f"no:{name}")]
    words = [*pytest_options(course), *unused, *map(str, paths)]
    config = _prepareconfig(words, plugins=[plugin, suite_fixtures, errors])
    try:
        config._do_configure()
        session = pytest.Session.from_config(config)
        config.hook.pytest_sessionstart(session=session)
        yield session
        config.hook.pytest_sessionfinish(session=session, exitstatus=pytest.ExitCode.OK)
    finally:
        config._ensure_unconfigure()
