"""The results of the last run are those that it lists: others stay in the folder, and are told apart from them."""

from __future__ import annotations

import os

import pytest

from autograder.course.errors import UsageError
from autograder.results.last_run import read_last_run
from autograder.results.model import broken_result
from autograder.results.run import describe_run, results_before, write_run
from autograder.results.writer import write_result
from autograder.submissions.handin import Handin

A = "practice"


@pytest.fixture
def graded(course, tmp_path):
    """Write the results of a run of these students, without those who are `lost`."""

    def graded(*students: str, assignment: str = A, lost: str = ""):
        handins = [Handin(student, assignment, None) for student in students]
        write_run(tmp_path, describe_run(course, handins, "seed", "full", (), results_before(tmp_path)))
        for student in students:
            if student != lost:
                write_result(tmp_path, broken_result(student, course.assignments[assignment], "seed"))
        return tmp_path

    return graded


def students_of(results):
    return [result.student for result in results]


def test_the_results_of_a_class_that_was_graded_before_are_told_apart(graded):
    graded("li-lei", "mei")
    last = read_last_run(graded("mei", "wang-fang"))
    assert students_of(last.results) == ["mei", "wang-fang"]
    assert [path.parent.name for path in last.others] == ["li-lei"]


def test_an_assignment_that_nobody_handed_in_keeps_the_results_of_the_run_before(graded):
    graded("li-lei", assignment="fc_to_conv")
    last = read_last_run(graded("mei"))
    assert [(result.student, result.assignment) for result in last.results] == [("li-lei", "fc_to_conv"), ("mei", A)]
    assert not last.others


def test_results_that_an_interrupted_run_did_not_come_to_are_missing(graded):
    last = read_last_run(graded("li-lei", "mei", lost="mei"))
    assert students_of(last.results) == ["li-lei"]
    assert [path.parent.name for path in last.missing] == ["mei"]


def test_a_broken_result_of_an_earlier_run_disturbs_nobody(graded):
    (graded("li-lei") / "li-lei" / f"{A}.json").write_text("half of a res")
    assert students_of(read_last_run(graded("mei")).results) == ["mei"]


@pytest.mark.parametrize("student", ["run.json", "王芳", os.fsdecode(b"wang\xff"), "a/b", "n\nl"])
def test_a_student_with_an_odd_name_is_found_again(graded, student):
    last = read_last_run(graded(student))
    assert (students_of(last.results), last.others, last.missing) == ([student], [], [])


def test_in_a_folder_that_lists_no_results_all_count(graded):
    out = graded("li-lei", "mei")
    (out / "run.json").unlink()
    assert students_of(read_last_run(out).results) == ["li-lei", "mei"]


def test_a_run_without_any_result_yet_is_refused(graded):
    with pytest.raises(UsageError, match="holds no results of the last run"):
        read_last_run(graded("mei", lost="mei"))
