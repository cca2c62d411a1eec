"""pytest as the engine: collect the hidden suites once, then run them for one submission after another."""

from __future__ import annotations

import os
import traceback
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from autograder.course.errors import GraderError, NotGradable
from autograder.course.manifest import SUITES, Assignment, Course, Exercise
from autograder.course.outcome import NotOwnWork, Outcome, Verdict
from autograder.course.text import Text
from autograder.grading.evidence import Evidence, Judgement
from autograder.grading.loaded import Loaded
from autograder.grading.plugin import PREFIX, Plugin, exercise_of
from autograder.grading.run_check import call, is_plain, run_by_pytest
from autograder.results.model import NO_TEXT, OUR_FAULT, CheckResult, ExerciseResult

UNUSED_PLUGINS = (
    *("cacheprovider", "terminal", "logging", "capture", "warnings", "junitxml", "faulthandler", "doctest"),
    *("unraisableexception", "threadexception"),  # which collect garbage five times at the end
)

WRONG = Text("结果不对。", "The result is not right.")
SKIPPED = Text("这项检查没有运行。", "This check was not run.")


class Suites:
    """The collected checks of a course; they can be run for any number of submissions."""

    def __init__(self, plugin: Plugin, items: Sequence[pytest.Item], folder: Path) -> None:
        self._plugin = plugin
        self._folder = folder
        self._items: dict[tuple[str, str], list[pytest.Item]] = defaultdict(list)
        for item in items:
            self._items[exercise_of(item)].append(item)
        self._plain: dict[pytest.Item, pytest.Function] = {item: item for item in items if is_plain(item)}
        self.faults: list[str] = []

    def validate(self, assignment: Assignment) -> None:
        """Raise `GraderError` where a suite's points are not what the manifest declares."""
        for exercise in assignment.exercises:
            worth = sum(describe(item).points for item in self._of(assignment, exercise))
            if abs(worth - exercise.points) > 1e-9:
                suite = f"suites/{assignment.name}/{PREFIX}{exercise.name}.py"
                raise GraderError(f"{suite} is worth {worth:g} points; the manifest says {exercise.points:g}.")

    def run(self, assignment: Assignment, exercises: Sequence[Exercise], session: Loaded) -> tuple[Judgement, ...]:
        """Run every check of some exercises of an assignment against a loaded submission."""
        self._plugin.session = session
        items = [item for exercise in exercises for item in self._of(assignment, exercise)]
        items.sort(key=_needs_setup)
        by_pytest = [item for item in items if item not in self._plain]
        following = dict(pairwise([*by_pytest, None]))
        checked = {item: self._run_check(item, following.get(item), session) for item in items}
        return tuple(
            _judgement(exercise, [checked[item] for item in self._of(assignment, exercise)]) for exercise in exercises
        )

    def not_run(self, assignment: Assignment, message: Text) -> tuple[ExerciseResult, ...]:
        """Return every check of an assignment as not run."""
        return tuple(
            ExerciseResult(
                exercise, tuple(describe(item, Outcome.NOT_RUN, message) for item in self._of(assignment, exercise))
            )
            for exercise in assignment.exercises
        )

    def _of(self, assignment: Assignment, exercise: Exercise) -> list[pytest.Item]:
        return self._items[assignment.name, exercise.name]

    def _run_check(
        self, item: pytest.Item, following: pytest.Item | None, session: Loaded
    ) -> tuple[CheckResult, Evidence]:
        session.replies = []
        plain = self._plain.get(item)
        error = call(plain, self._plugin) if plain else run_by_pytest(item, following)
        evidence = Evidence(tuple(session.replies), isinstance(error, NotOwnWork))
        outcome = (Outcome.PASSED, NO_TEXT) if error is None else self._judge(error)
        return describe(item, *outcome), evidence

    def _judge(self, error: BaseException) -> tuple[Outcome, Text]:
        if isinstance(error, Verdict):
            return error.outcome, error.message
        if isinstance(error, NotGradable):
            return Outcome.NOT_RUN, error.message  # it could be run once, but not again
        if isinstance(error, (AssertionError, pytest.fail.Exception)) and self._raised_in_a_suite(error):
            return Outcome.FAILED, WRONG  # pytest's own words would show the hidden case
        if isinstance(error, pytest.skip.Exception):
            return Outcome.NOT_RUN, SKIPPED
        self.faults.append("".join(traceback.format_exception(error)))
        return Outcome.GRADER_ERROR, OUR_FAULT

    def _raised_in_a_suite(self, error: BaseException) -> bool:
        """Tell whether an assertion stands in a suite; one of the engine's own is no verdict on a student."""
        frames = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
        raisers = [name for name in frames if "_pytest" not in Path(name).parts]
        return bool(raisers) and any(Path(raisers[-1]).is_relative_to(folder) for folder in (self._folder, SUITES))


def _judgement(exercise: Exercise, checked: Sequence[tuple[CheckResult, Evidence]]) -> Judgement:
    results, evidence = tuple(result for result, _ in checked), tuple(seen for _, seen in checked)
    return Judgement(ExerciseResult(exercise, results), evidence)


def _needs_setup(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("check")
    return mark is not None and bool(mark.kwargs["needs_setup"])


def describe(item: pytest.Item, outcome: Outcome = Outcome.NOT_RUN, message: Text = NO_TEXT) -> CheckResult:
    """Return a check's result with the title and points of its mark."""
    mark = item.get_closest_marker("check")
    if mark is None:
        raise GraderError(f"{item.nodeid} has no `check` mark with its points and titles.")
    title = Text(mark.kwargs["zh"], mark.kwargs["en"])
    return CheckResult(item.name.removeprefix(PREFIX), title, float(mark.kwargs["points"]), outcome, message)


def use_suites(course: Course, assignments: Sequence[Assignment], seed: str, use: Callable[[Suites], None]) -> None:
    """Collect the suites of `assignments` and call `use` with them, inside one pytest run.

    Raises `GraderError` when a suite cannot be collected or its points disagree with the manifest.
    """

    def loop(items: list[pytest.Item]) -> None:
        suites = Suites(plugin, items, course.suites)
        for assignment in assignments:
            suites.validate(assignment)
        use(suites)

    plugin = Plugin(course, seed, loop)
    folders = [str(course.suites / assignment.name) for assignment in assignments]
    options = ["-c", os.devnull, f"--rootdir={course.suites}", "--import-mode=importlib", "--disable-plugin-autoload"]
    unused = [word for name in UNUSED_PLUGINS for word in ("-p", f"no:{name}")]
    status = pytest.main([*options, *unused, *folders], plugins=[plugin])
    if plugin.failure is not None:
        raise plugin.failure
    if status != pytest.ExitCode.OK:
        raise GraderError(
            f"The suites cannot be collected. See why with: python -m pytest --collect-only {course.suites}"
        )
