"""An `nbgrader autograde` that is killed: the next run grades what was left half done, and skips what was finished."""

from __future__ import annotations

import time

import nbformat
import pytest

pytestmark = pytest.mark.slow
A = "practice"
TRIES = 5


@pytest.fixture(scope="module")
def teacher(make_course):
    teacher = make_course("killed")
    teacher.nbgrader("generate_assignment", A)
    return teacher


def total(teacher, student):
    return sum(score or 0.0 for score in teacher.gradebook(A)[student].values())


def kill_at(teacher, student, *options):
    """Start grading a student, and kill nbgrader when it has copied the notebook and not graded it.

    On a busy machine this process may see the copy while it is written, or when it is graded already; then it tries again.
    """
    written = teacher.home / "autograded" / student / A / f"{A}.ipynb"
    for _ in range(TRIES):
        kill_when_written(teacher, student, written, *options)
        if is_copied_and_not_graded(written):
            return
        options = ("--force",)
    pytest.fail(f"{student} was killed too early or too late each time")


def is_copied_and_not_graded(written):
    """Tell whether a notebook is whole and has no outputs."""
    try:
        return not any(cell.get("outputs") for cell in nbformat.read(written, 4).cells)
    except nbformat.reader.NotJSONError:
        return False


def kill_when_written(teacher, student, written, *options):
    """Start grading a student, and kill nbgrader as soon as the graded notebook is another one."""
    command = ("nbgrader", "autograde", A, f"--student={student}", *options)
    before = written.stat().st_mtime_ns if written.exists() else 0
    with teacher.start(*command) as process:
        while process.poll() is None and not (written.exists() and written.stat().st_mtime_ns != before):
            time.sleep(0.005)
        process.kill()
        process.communicate()


def test_a_student_who_was_left_half_done_is_graded_by_the_next_run(teacher, full_marks):
    teacher.hand_in("half", A, teacher.solved(A))
    kill_at(teacher, "half")
    assert total(teacher, "half") == 0.0
    log = teacher.nbgrader("autograde", A).stderr
    assert "half/practice was not graded to its end, and is graded again." in log
    assert total(teacher, "half") == full_marks[A]


def test_scores_of_an_earlier_hand_in_do_not_stand_for_a_later_one(teacher, full_marks):
    teacher.hand_in("later", A, teacher.released(A))
    teacher.nbgrader("autograde", A, "--student=later")
    teacher.hand_in("later", A, teacher.solved(A))
    kill_at(teacher, "later", "--force")
    teacher.nbgrader("autograde", A)
    assert total(teacher, "later") == full_marks[A]


def test_what_was_graded_to_its_end_is_skipped(teacher):
    teacher.hand_in("done", A, teacher.released(A))
    for graded in (True, False):
        log = teacher.nbgrader("autograde", A, "--student=done").stderr
        assert ("Autograding " in log, "Skipping existing assignment" in log) == (graded, not graded)
