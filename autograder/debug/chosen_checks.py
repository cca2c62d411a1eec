"""The checks that pytest has collected from suites, and those of them that an author asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.nearest import unknown
from autograder.grading.check import PREFIX, Check, read_check
from autograder.grading.doubled_checks import require_single_checks
from autograder.grading.probe_names import require_known_names
from autograder.grading.suite_slips import require_known_fixtures


def checks_of(items: Sequence[pytest.Item], course: Course) -> dict[pytest.Item, Check]:
    """Return the check that each item is; raise `GraderError` where a suite is not in form, as the grader does."""
    require_single_checks(dict.fromkeys(item.path for item in items), course.root)
    require_known_fixtures(items)
    modules = dict.fromkeys(item.module for item in items if isinstance(item, pytest.Function))
    require_known_names(modules, course.suites, course.libraries)
    return {item: read_check(item, course.languages) for item in items}


def chosen_checks(checks: Mapping[pytest.Item, Check], asked: str) -> set[pytest.Item]:
    """Return the check of this name, or else those with this in their names; raise `UsageError` where there is none."""
    part = asked.removeprefix(PREFIX)
    exact = {item for item, check in checks.items() if check.name == part}
    found = exact or {item for item, check in checks.items() if part in check.name}
    if checks and not found:
        raise UsageError(unknown("check", asked, (check.name for check in checks.values())))
    return found
