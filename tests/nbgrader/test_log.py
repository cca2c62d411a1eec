"""What nbgrader's log says of changed cells, where the engine has repaired them."""

from __future__ import annotations

import logging

import pytest
from nbgrader.preprocessors import OverwriteCells
from nbgrader.utils import compute_checksum, is_grade, is_solution

from autograder.nbgrader.log import HiddenTestsFilter
from autograder.submissions.notebook import read_notebook
from autograder.submissions.repair.released import released_notebook

A = "practice"


@pytest.fixture
def told(course, caplog):
    """A function that lets nbgrader report a change of a cell, and returns whether its log shows it."""
    logger, hidden_tests = logging.getLogger("nbgrader in a test"), HiddenTestsFilter()
    hidden_tests.expect(course.notebook(A))
    logger.addFilter(hidden_tests)
    nbgrader = OverwriteCells(log=logger)

    def told(*change):
        caplog.clear()
        nbgrader.report_change(*change)
        return bool(caplog.records)

    yield told
    logger.removeFilter(hidden_tests)


@pytest.fixture
def checksums(course):
    """The name of a grade cell, its checksum with hidden tests and without."""
    source = course.notebook(A)
    pairs = zip(read_notebook(source.read_text()).cells, released_notebook(source).cells, strict=True)
    own, released = next(pair for pair in pairs if is_grade(pair[0]) and not is_solution(pair[0]))
    return own.metadata.nbgrader.grade_id, compute_checksum(own), compute_checksum(released)


def test_hidden_tests_that_are_put_back_are_no_change(told, checksums):
    name, own, released = checksums
    assert not told(name, "checksum", own, released)


@pytest.mark.parametrize("which", range(3))
def test_any_other_change_is_told(told, checksums, which):
    name, own, released = ("another" if number == which else word for number, word in enumerate(checksums))
    assert told(name, "checksum", own, released)


def test_changed_points_are_told(told, checksums):
    assert told(checksums[0], "points", 1.0, 2.0)
