"""What comes first in the report: results without marks, and marks of which somebody has to make sure."""

from __future__ import annotations

import pytest

from autograder.course.text import Text
from autograder.report.attention import attention_table
from autograder.report.class_results import ClassResults
from autograder.runs.skipped import MAY_BE_ENDLESS
from autograder.submissions.handin import BOTH

REPAIRED = Text("有一格被复制过，已忽略。", "A cell was copied and is left out.")
GUESSED = Text("按内容认定。", "The name does not say the assignment.")


@pytest.fixture
def looked_at(course):
    """Return the students and reasons of the first table of the report."""

    def looked_at(*results):
        found = ClassResults(course, results)
        return [(found.labels[row[1]], row[3][1]) for row in attention_table(found).rows]

    return looked_at


@pytest.mark.parametrize("doubt", [BOTH, MAY_BE_ENDLESS])
def test_two_files_and_a_loop_that_never_ends_are_looked_at(looked_at, class_of, doubt):
    assert looked_at(class_of.one("li", message=doubt), class_of.one("wu")) == [("li", doubt.en)]


def test_a_file_that_was_guessed_is_looked_at(looked_at, class_of):
    assert looked_at(class_of.one("li", message=GUESSED, remark=GUESSED)) == [("li", GUESSED.en)]


def test_a_repair_alone_is_not_looked_at(looked_at, class_of):
    assert looked_at(class_of.one("li", message=REPAIRED)) == []


def test_what_has_no_marks_comes_before_what_is_in_doubt(looked_at, class_of):
    results = class_of.one("a", message=BOTH), class_of.unreadable("b"), class_of.broken("c")
    assert [student for student, _ in looked_at(*results)] == ["c", "b", "a"]
