"""The pytest fixtures of the suites; whoever runs a check leaves it its `Fixtures`."""

from __future__ import annotations

import pytest

from autograder.checks import Draw, Reference, Student
from autograder.grading.fixtures import KEY, Fixtures


@pytest.fixture
def student(request: pytest.FixtureRequest) -> Student:
    """Return the submission, as the suite of one exercise sees it."""
    fixtures: Fixtures = request.node.stash[KEY]
    return fixtures.student


@pytest.fixture
def reference(request: pytest.FixtureRequest) -> Reference:
    """Return the reference solution of the exercise, in this process."""
    fixtures: Fixtures = request.node.stash[KEY]
    return fixtures.reference


@pytest.fixture
def draw(request: pytest.FixtureRequest) -> Draw:
    """Return the source of random cases of this check."""
    fixtures: Fixtures = request.node.stash[KEY]
    return fixtures.draw
