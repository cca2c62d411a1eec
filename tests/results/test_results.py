"""Results are read back as they were written; what is no result of this schema is named, and graded again."""

from __future__ import annotations

import csv
import json
import os
import re

import pytest

from autograder.course.errors import UsageError
from autograder.course.outcome import Outcome
from autograder.course.text import Text
from autograder.results.model import broken_result, check_result, exercise_result, submission_result
from autograder.results.reader import read_result, read_results
from autograder.results.writer import write_class, write_result

PASSED, FAILED, NOT_RUN = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_RUN
TITLE, REASON = Text("标题", "Title"), Text("原因", "Reason")


@pytest.fixture(scope="module")
def assignment(course):
    return course.assignments["practice"]


@pytest.fixture
def result(assignment):
    """Return the result of a student, who passed the first half of every exercise."""

    def result(student: str = "王芳"):
        exercises = [exercise_result(exercise, halves(exercise, PASSED, FAILED)) for exercise in assignment.exercises]
        return submission_result(student, assignment, True, REASON, "full", "seed", 0.08, exercises, "abc")

    return result


def halves(exercise, *outcomes):
    return [
        check_result(f"part {number}", TITLE, exercise.points / len(outcomes), outcome, REASON)
        for number, outcome in enumerate(outcomes)
    ]


def file_of(out, result):
    write_result(out, result)
    (path,) = out.glob("*/*.json")
    return path


@pytest.mark.parametrize(
    ("outcomes", "status", "share"),
    [
        ((PASSED, PASSED), "passed", 1.0),
        ((PASSED, FAILED), "partial", 0.5),
        ((FAILED, NOT_RUN), "failed", 0.0),
        ((NOT_RUN, NOT_RUN), "not_run", 0.0),
        ((Outcome.NOT_ATTEMPTED,), "not_attempted", 0.0),
        ((PASSED, Outcome.GRADER_ERROR), "grader_error", None),
        ((), "grader_error", None),
    ],
)
def test_the_score_of_an_exercise_follows_from_its_outcomes(assignment, outcomes, status, share):
    exercise = assignment.exercises[0]
    found = exercise_result(exercise, halves(exercise, *outcomes))
    assert (found.status, found.max_score) == (status, exercise.points)
    assert found.score == (None if share is None else share * exercise.points)


@pytest.mark.parametrize("student", ["王芳", "n\nl", os.fsdecode(b"wang\xff"), 'say "\\udcff"', "\\udcff"])
def test_a_result_is_read_back_as_it_was_written(result, tmp_path, student):
    written = result(student)
    assert written.score == written.max_score / 2
    assert read_result(file_of(tmp_path, written)) == written
    assert read_results(tmp_path) == [written]


def test_grades_and_summary_hold_what_the_results_hold(course, result, assignment, tmp_path):
    results = [result("a"), broken_result("b", assignment, "seed")]
    write_class(tmp_path, results, course, "seed")
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        rows = [(row["student"], row["status"], row["score"], row["im2col"]) for row in csv.DictReader(file)]
    half = assignment.points / 2
    assert rows == [("a", "graded", str(half), "7.5"), ("b", "grader_error", "", "")]
    summary = json.loads((tmp_path / "summary.json").read_bytes())
    assert summary["results"] == 2
    found = summary["assignments"]["practice"]
    assert (found["mean"], found["max_score"]) == (half, assignment.points)
    assert found["exercises"]["im2col"]["statuses"] == {"grader_error": 1, "partial": 1}


@pytest.mark.parametrize("student", ["=1+1", "+1", "-1", "@a", "\t=1", "\uff1d1"])
def test_a_name_is_no_formula_in_the_table_of_the_grades(course, result, tmp_path, student):
    write_class(tmp_path, [result(student)], course, "seed")
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        assert [row["student"] for row in csv.DictReader(file)] == [f"'{student}"]


def test_a_result_of_an_older_schema_is_not_kept_and_is_asked_to_be_graded_again(result, tmp_path):
    path = file_of(tmp_path, result())
    path.write_bytes(path.read_bytes().replace(b"autograder/result/2", b"autograder/result/1"))
    assert read_result(path) is None
    with pytest.raises(UsageError, match=r"schema autograder/result/1.*Grade again\."):
        read_results(tmp_path)


def test_a_result_without_a_score_is_not_kept_but_is_read(assignment, tmp_path):
    broken = broken_result("a", assignment, "seed")
    assert read_result(file_of(tmp_path, broken)) is None
    assert read_results(tmp_path) == [broken]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data[:200], "is no result"),
        (lambda _: b"[1, 2]", "is no result"),
        (lambda _: b"\xff\xfe", "is no result"),
        (
            lambda data: re.sub(rb'"score": (\d+\.\d+),(\s+"max_score": \d{3})', rb'"score": "\1",\2', data),
            r"got `str` - at `\$.score`",
        ),
        (lambda data: data.replace(b'"fingerprint"', b'"finger"'), "missing required field `fingerprint`"),
        (lambda data: data.replace(b'"partial"', b'"perfect"', 1), "Invalid enum value 'perfect'"),
    ],
)
def test_what_is_no_whole_result_is_not_kept_and_is_named(result, tmp_path, change, words):
    path = file_of(tmp_path, result())
    path.write_bytes(change(path.read_bytes()))
    assert read_result(path) is None
    with pytest.raises(UsageError, match=words) as refused:
        read_results(tmp_path)
    assert str(path) in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_folder_without_results_is_refused(tmp_path):
    with pytest.raises(UsageError, match="holds no results"):
        read_results(tmp_path)
