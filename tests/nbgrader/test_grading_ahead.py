"""A class in which the engine grades one hand-in while nbgrader is busy with another: everybody gets the own score."""

from __future__ import annotations

import shutil

import psutil
import pytest

pytestmark = pytest.mark.slow
A = "practice"


@pytest.fixture(scope="module")
def teacher(make_course):
    teacher = make_course("ahead")
    teacher.nbgrader("generate_assignment", A)
    return teacher


def hand_in(teacher, student, right, hour):
    """Hand in right answers or the stubs, at an hour of a day."""
    path = teacher.hand_in(student, A, teacher.solved(A) if right else teacher.released(A))
    path.with_name("timestamp.txt").write_text(f"2026-01-01 {hour:02}:00:00 UTC")


def totals(teacher):
    return {student: sum(score or 0.0 for score in scores.values()) for student, scores in teacher.gradebook(A).items()}


def test_new_hand_ins_and_new_versions_of_graded_ones_are_graded_in_one_run(teacher, full_marks):
    for student in "abcd":
        hand_in(teacher, student, right=student in "bd", hour=1)
    teacher.nbgrader("autograde", A)
    assert totals(teacher) == {"a": 0.0, "b": full_marks[A], "c": 0.0, "d": full_marks[A]}
    for student in "ad":
        shutil.rmtree(teacher.home / "autograded" / student)
    for student in "abc":
        hand_in(teacher, student, right=student in "ac", hour=2)
    teacher.nbgrader("autograde", A)
    assert totals(teacher) == {"a": full_marks[A], "b": 0.0, "c": full_marks[A], "d": full_marks[A]}


def test_a_hand_in_at_which_the_grading_process_was_killed_is_graded_again(teacher, full_marks):
    for number, student in enumerate("efgh"):
        hand_in(teacher, student, right=number % 2 == 0, hour=1)
    with teacher.start("nbgrader", "autograde", A) as process:
        while not (teacher.home / "autograded" / "f").exists():
            assert process.poll() is None
        children = psutil.Process(process.pid).children(recursive=True)
        next(child for child in children if child.name() == "shard").kill()
        said = process.communicate()[1]
    assert process.returncode == 0, said[-2000:]
    assert [totals(teacher)[student] for student in "efgh"] == [full_marks[A], 0.0, full_marks[A], 0.0]
