"""The pytest plugin that runs suites on one answer, as their author debugs them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

import pytest
from _pytest._code.code import ExceptionRepr

from autograder.checks import Student
from autograder.checks.loaded import LoadedSubmission
from autograder.course.errors import GraderError, NotGradable, UsageError
from autograder.course.manifest import Course
from autograder.course.outcome import Failed, NotAttempted, NotRun, Verdict
from autograder.debug.author_view import error_for_author, facts_for_author, heading, in_languages
from autograder.debug.chosen_checks import checks_of, chosen_checks
from autograder.debug.quiet_fixtures import QuietAnswers, QuietFixtures
from autograder.grading.check import Check
from autograder.grading.evidence import CheckRun
from autograder.grading.fixtures import KEY, Fixtures
from autograder.grading.run_check import finished, refusal
from autograder.in_process.program import LoadedHere

Answers = Callable[[str], LoadedSubmission]  # lends the answer to the assignment of this name
Report = Generator[None, pytest.TestReport, pytest.TestReport]


class SuitePlugin:
    """Gives the checks of a course their fixtures, and keeps what became of each.

    `only` is a name of a check, or a part of names; without it every check that is collected runs.
    """

    def __init__(self, course: Course, seed: str, answers: Answers, only: str = "") -> None:
        self._course = course
        self._seed = seed
        self._answers = answers
        self._only = only
        self._replies: dict[object, Any] = {}  # those that checks share
        self._right = QuietAnswers()
        self.broken = False  # whether a suite is not in form
        self._checks: dict[pytest.Item, Check] = {}
        self._fixtures: dict[pytest.Item, Fixtures] = {}
        self._errors: dict[pytest.Item, BaseException] = {}

    @property
    def count(self) -> int:
        """How many checks were collected."""
        return len(self._checks)

    def runs(self) -> Sequence[CheckRun]:
        """Return what became of each check that began, in the order of the suites."""
        begun = self._fixtures.items()
        return [finished(self._checks[item], fixtures, self._errors.get(item)) for item, fixtures in begun]

    def pytest_configure(self, config: pytest.Config) -> None:
        """Declare the mark of a check."""
        config.addinivalue_line("markers", "check(points, zh, en): a check of a suite, its points and its title")

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Read the checks, and leave out those that nobody asked for."""
        own = [item for item in items if item.path.is_relative_to(self._course.suites)]
        try:
            self._checks = checks_of(own, self._course)
            wanted = chosen_checks(self._checks, self._only)
        except (GraderError, UsageError) as error:
            self.broken = isinstance(error, GraderError)
            raise pytest.UsageError(str(error)) from None
        if left_out := set(own) - wanted:
            config.hook.pytest_deselected(items=list(left_out))
            items[:] = [item for item in items if item not in left_out]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Load the answers before the first check, for an answer that cannot be loaded fails no check."""
        names = {self._checks[item].assignment for item in session.items if item in self._checks}
        try:
            for name in () if session.config.option.collectonly else sorted(names):
                self._answers(name)
        except (NotGradable, UsageError) as problem:
            raise pytest.UsageError(str(in_languages(problem, self._course.languages))) from None
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Make the fixtures of a check."""
        if (check := self._checks.get(item)) is not None:
            student = Student(check.exercise, self._answers(check.assignment), check.public, self._replies)
            fixtures = QuietFixtures(self._course, self._seed, check, student, self._right)
            self._fixtures[item] = item.stash[KEY] = fixtures
        return (yield)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Skip a check whose exercise is missing or was not attempted."""
        if (check := self._checks.get(item)) is not None:
            error = refusal(check, self._answers(check.assignment), self._course)
            if error is not None:
                self._errors[item] = in_languages(error, self._course.languages)
                pytest.skip(str(error))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> Report:
        """Show where a check failed in the author's code, and the values; what was not run counts as skipped."""
        check = self._checks.get(item)
        if check is None or call.excinfo is None:
            return (yield)
        error = self._errors.setdefault(item, in_languages(call.excinfo.value, self._course.languages))
        shown = self._shown(check, error)
        if shown is not None:
            call.excinfo = pytest.ExceptionInfo.from_exception(shown)
        report = yield
        if isinstance(error, Failed) and report.skipped:
            report.outcome, report.longrepr = "failed", str(error)
        elif isinstance(report.longrepr, ExceptionRepr):
            report.longrepr.addsection(heading(check), facts_for_author(self._fixtures[item], error, shown))
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Let a run fail in which a check was skipped for what the answer is."""
        if exitstatus == pytest.ExitCode.OK and any(isinstance(error, Verdict) for error in self._errors.values()):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _shown(self, check: Check, error: BaseException) -> BaseException | None:
        """Return the exception to be shown for what a check raised; None for the one that pytest has."""
        answer = self._answers(check.assignment)
        here = answer if isinstance(answer, LoadedHere) else None
        if isinstance(error, Failed) and check.exercise not in answer.names:
            return here.errors[0] if here and here.errors else None
        if isinstance(error, (NotAttempted, NotRun)):
            return pytest.skip.Exception(str(error), _use_item_location=True).with_traceback(error.__traceback__)
        return error_for_author(error, here.error if here else None, self._course.suites)
