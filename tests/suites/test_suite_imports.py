"""The helpers of a course stand beside its suites; two courses in one process do not see those of each other."""

from __future__ import annotations

import sys

import pytest

from autograder.course.load import load_course
from autograder.grading.collect import collect_checks

EXERCISE = """add = { points = 100, title = { zh = "加", en = "Add" } }"""
SUITE = """
from autograder.checks import check
from tools import TITLE
from adding.near import NEAR


@check(points=100, zh=TITLE + NEAR, en=TITLE + NEAR)
def test_one(student):
    pass
"""


@pytest.fixture
def title_in(make_adding):
    """Return the title of the only check of a course whose helper holds it."""

    def title_in(title):
        files = {"test_add.py": SUITE, "near.py": "NEAR = '!'"}
        root = make_adding(
            EXERCISE,
            {f"autograder/suites/adding/{name}": text for name, text in files.items()}
            | {"autograder/suites/tools.py": f"TITLE = {title!r}"},
        )
        course = load_course(root)
        assignment = course.assignments["adding"]
        with collect_checks(course, [assignment], "seed") as checks:
            return checks.of(assignment, assignment.exercises[0])[0].title.en

    return title_in


def test_each_course_has_its_own_helpers(title_in):
    before = list(sys.path)
    assert [title_in("first"), title_in("second")] == ["first!", "second!"]
    assert sys.path == before
    assert "tools" not in sys.modules
