"""One check of a suite: a collected pytest test, and what its mark says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from autograder.course.errors import GraderError
from autograder.course.outcome import Outcome
from autograder.course.text import NO_TEXT, Language, Text
from autograder.results.model import CheckResult, check_result

PREFIX = "test_"
FIXTURES = ("student", "reference", "draw")  # what the engine offers to a check


@dataclass(frozen=True, eq=False)  # each check is one of a kind, and a key
class Check:
    """A test with its place in the course, its title and its points.

    `item` is what pytest collected. A check with `arguments` is called with these fixtures of the engine; pytest
    runs one that has None, because it needs more: fixtures of its own, marks, a class.
    """

    item: pytest.Item
    assignment: str
    exercise: str
    name: str
    title: Text
    points: float
    public: bool
    needs_setup: bool
    arguments: tuple[str, ...] | None

    def result(self, outcome: Outcome, message: Text = NO_TEXT) -> CheckResult:
        """Return the result of this check with an outcome."""
        return check_result(self.name, self.title, self.points, outcome, message)


def read_check(item: pytest.Item, languages: Sequence[Language]) -> Check:
    """Return the check that pytest collected; its folder and file name the assignment and the exercise.

    Raises `GraderError` where it has no `check` mark, or no title in one of the languages of the course.
    """
    mark = item.get_closest_marker("check")
    if mark is None:
        raise GraderError(f"{item.nodeid} has no `check` mark with its points and titles.")
    about = mark.kwargs
    if missing := [one for one in languages if not about[one].strip()]:
        raise GraderError(f'{item.nodeid} has no title in {missing[0]}: write check(…, {missing[0]}="…").')
    return Check(
        item,
        assignment=item.path.parent.name,
        exercise=item.path.stem.removeprefix(PREFIX),
        name=item.name.removeprefix(PREFIX),
        title=Text(about["zh"], about["en"]).only_in(languages),
        points=float(about["points"]),
        public=bool(about["public"]),
        needs_setup=bool(about["needs_setup"]),
        arguments=_arguments(item),
    )


def _arguments(item: pytest.Item) -> tuple[str, ...] | None:
    """Return the fixtures of a check that needs no others; to run it by pytest would cost a millisecond more."""
    if not isinstance(item, pytest.Function) or item.cls is not None:
        return None
    code = item.obj.__code__
    names: tuple[str, ...] = code.co_varnames[: code.co_argcount]
    fixtures = {*names, *item.fixturenames} - {"request"}  # which the engine's fixtures ask for themselves
    marks = {mark.name for mark in item.iter_markers()}
    return names if fixtures <= {*FIXTURES} and marks == {"check"} else None
