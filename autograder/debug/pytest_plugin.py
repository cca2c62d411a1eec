"""What an installed engine adds to pytest: plain `pytest` runs the suites of any course, on the reference or a file.

It does nothing until a file of a course's suites is collected.
"""

from __future__ import annotations

import functools
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from autograder.course.manifest import Assignment, Course
    from autograder.debug.answers import Answer

ANSWER, HERE = "--student", "--student-here"
SEED = "proof"  # that of `autograder prove`, so that plain pytest sees the same cases
ONE_FILE = "{option} gives one file, so run the suites of one assignment only."


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the suites."""
    group = parser.getgroup("autograder", "hidden suites of a course")
    group.addoption(ANSWER, metavar="FILE", help="run suites on this answer, in the sandbox; by default the reference")
    group.addoption(HERE, action="store_true", help="run it in this process: an answer that you wrote or read")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> None:
    """Let a file of suites have what its checks need."""
    course = _course_above(file_path.parent)
    if course is not None and file_path.is_relative_to(course.suites):
        _register(parent.config, course)


@functools.cache
def _course_above(folder: Path) -> Course | None:
    """Return the course that a folder belongs to; None where there is none, or its manifest is wrong."""
    from autograder.course.errors import UsageError  # here, for most runs of pytest need none of it
    from autograder.course.layout import MANIFEST
    from autograder.course.load import load_course

    if not any((one / MANIFEST).is_file() for one in (folder, *folder.parents)):
        return None
    try:
        return load_course(folder)
    except UsageError:
        return None


def _register(config: pytest.Config, course: Course) -> None:
    """Register what runs the checks of a course, unless that is done."""
    from autograder.debug.loaded_answers import LoadedAnswers
    from autograder.debug.suite_plugin import SuitePlugin
    from autograder.grading import suite_fixtures
    from autograder.grading.suite_imports import suites_importable

    name = f"suites in {course.suites}"
    if config.pluginmanager.has_plugin(name):
        return
    if not config.pluginmanager.is_registered(suite_fixtures):
        config.pluginmanager.register(suite_fixtures)
    importable = ExitStack()
    importable.enter_context(suites_importable(course.suites))
    config.add_cleanup(importable.close)
    answers = LoadedAnswers(course, _chooser(config, course), config.get_terminal_writer().line)
    config.add_cleanup(answers.close)
    config.pluginmanager.register(SuitePlugin(course, SEED, answers), name)


def _chooser(config: pytest.Config, course: Course) -> Callable[[Assignment], tuple[Answer, bool]]:
    """Return what chooses the answer to an assignment, and says whether it runs in the sandbox."""
    from autograder.debug.answers import answer_to_run, reference_answer

    file, chosen = config.getoption(ANSWER), set[str]()

    def choose(assignment: Assignment) -> tuple[Answer, bool]:
        chosen.add(assignment.name)
        if file is None:
            return reference_answer(course, assignment), False
        if len(chosen) > 1:
            raise pytest.UsageError(ONE_FILE.format(option=ANSWER))
        return answer_to_run(course, assignment, Path(file), config.getoption("student_here"), HERE)

    return choose
