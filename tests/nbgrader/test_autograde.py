"""The engine inside `nbgrader autograde`: odd files, hostile code, faults of the grader, and nbgrader's own Execute."""

from __future__ import annotations

import copy
import re
import shutil

import nbformat
import pytest

pytestmark = pytest.mark.slow
A = "practice"
PROGRESS = ".check-progress.json"  # the check writes it beside a notebook
SECRET = "only the teacher may read this"
BROKEN = {
    "cut off": '{"cells": [{"cell_',
    "empty": "",
    "a list": "[1]",
    "no text": "\x00\xff",
    "strings": '{"cells": ["x"], "nbformat": 4}',
}
FAULT = '    if "FAULT" in "".join(student.cells):\n        raise RuntimeError("a fault of the suite")\n'


@pytest.fixture(scope="module")
def teacher(make_course):
    """A course with a released assignment."""
    teacher = make_course("autograde")
    (teacher.home / "source" / A / PROGRESS).write_text("{}")
    teacher.nbgrader("generate_assignment", A)
    return teacher


@pytest.fixture(scope="module")
def graded(teacher):
    """The course after a class of odd hand-ins was graded."""
    right = teacher.solved(A)
    teacher.hand_in("right", A, right).with_name(PROGRESS).write_text("{}")
    hostile, old = copy.deepcopy(right), copy.deepcopy(right)
    proof = teacher.home / "proof"
    hostile.cells.append(nbformat.v4.new_code_cell(f"open({str(proof)!r}, 'w')\n"))
    hostile.cells.append(nbformat.v4.new_code_cell("import os\nos._exit(0)"))
    teacher.hand_in("hostile", A, hostile)
    for cell in old.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader = {
                key: value for key, value in cell.metadata.nbgrader.items() if key in ("grade_id", "grade", "solution")
            }
    teacher.hand_in("old metadata", A, old)
    marker = copy.deepcopy(right)
    marker.cells.append(nbformat.v4.new_code_cell("### BEGIN HIDDEN TESTS"))
    teacher.hand_in("marker", A, marker)
    for name, text in BROKEN.items():
        teacher.hand_in(name, A, text)
    (teacher.home / "submitted" / "a folder" / A / f"{A}.ipynb").mkdir(parents=True)
    link = teacher.home / "submitted" / "a link" / A / f"{A}.ipynb"
    link.parent.mkdir(parents=True)
    link.symlink_to(teacher.home / "submitted" / "right" / A / f"{A}.ipynb")
    (teacher.home / "secret").write_text(SECRET)
    for name in ("own", "linked"):
        teacher.hand_in("right", A, right).with_name(f"{name}.csv").write_text("1,2")
    (link.parents[2] / "right" / A / "linked.csv").unlink()
    (link.parents[2] / "right" / A / "linked.csv").symlink_to(teacher.home / "secret")
    teacher.nbgrader("autograde", A)
    teacher.nbgrader("generate_feedback", A)
    return teacher


def total(teacher, student: str) -> float:
    return sum(score or 0.0 for score in teacher.gradebook(A)[student].values())


@pytest.mark.parametrize("student", ["right", "hostile", "old metadata", "marker"])
def test_right_answers_have_full_points(graded, student, full_marks):
    assert total(graded, student) == full_marks[A]


def test_a_file_that_is_a_link_is_not_copied(graded):
    for step in ("autograded", "feedback"):
        names = {path.name for path in (graded.home / step / "right" / A).iterdir()}
        assert ("own.csv" in names, "linked.csv" in names) == (True, False)


def test_what_the_check_remembers_is_neither_released_nor_graded(graded):
    assert (graded.home / "release" / A / "check" / "__init__.py").is_file()
    assert not [*(graded.home / "release").rglob(PROGRESS), *(graded.home / "autograded").rglob(PROGRESS)]


def test_links_are_not_collected(graded):
    sent = graded.exchange / "convolution" / "inbound" / f"sly+{A}+2026-01-01 00:00:00 UTC+random"
    sent.mkdir(parents=True)
    (sent / f"{A}.ipynb").write_text("{}")
    (sent / "linked.csv").symlink_to(graded.home / "secret")
    (sent / "folder").symlink_to(graded.home / "solutions")
    graded.nbgrader("collect", A, "--ExchangeCollect.check_owner=False")
    assert {path.name for path in (graded.home / "submitted" / "sly" / A).iterdir()} == {f"{A}.ipynb"}
    shutil.rmtree(graded.home / "submitted" / "sly")


def test_student_code_cannot_write_into_the_course(graded):
    assert not (graded.home / "proof").exists()


@pytest.mark.parametrize("student", [*BROKEN, "a folder", "a link"])
def test_a_file_that_is_no_notebook_gets_zeros_and_a_reason(graded, student):
    scores = graded.gradebook(A)[student]
    assert set(scores.values()) == {0.0}
    page = (graded.home / "feedback" / student / A / f"{A}.html").read_text(encoding="utf-8")
    assert "评分时的说明" in page


def test_a_seed_is_drawn_once_and_only_its_owner_can_read_it(graded):
    path = graded.home / ".autograder-seed"
    for _ in range(2):
        graded.nbgrader("autograde", A, "--student=right", "--force", AUTOGRADER_SEED="")
        assert path.stat().st_mode & 0o777 == 0o600
    assert len(path.read_text()) == 33


def test_a_fault_of_the_grader_gives_no_score_and_the_next_student_is_graded(make_course, course, full_marks):
    teacher = make_course("fault")
    shutil.copytree(course.suites, teacher.home / "autograder" / "suites")
    suite = sorted((teacher.home / "autograder" / "suites" / A).glob("test_*.py"))[0]
    signature, body = suite.read_text(encoding="utf-8").split(") -> None:\n", 1)
    suite.write_text(f"{signature}) -> None:\n{FAULT}{body}", encoding="utf-8")
    teacher.nbgrader("generate_assignment", A)
    unlucky = teacher.solved(A)
    unlucky.cells.append(nbformat.v4.new_code_cell("# FAULT"))
    teacher.hand_in("a", A, unlucky)
    teacher.hand_in("b", A, teacher.solved(A))
    log = teacher.nbgrader("autograde", A, fails=True).stderr
    assert "a fault of the suite" in log
    assert f"There was an error processing assignment '{A}' for student 'a'" in log
    assert set(teacher.gradebook(A)["a"].values()) == {None}
    assert not (teacher.home / "autograded" / "a" / A).exists()
    assert total(teacher, "b") == full_marks[A]


def test_nbgraders_own_execute_gives_right_answers_the_same_points(make_course, full_marks):
    teacher = make_course("execute")
    config = teacher.home / "nbgrader_config.py"
    text, count = re.subn(
        r"^c\.Autograde\.autograde_preprocessors = \[.*?^\]\n",
        "",
        config.read_text(encoding="utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )
    assert count == 1
    config.write_text(text, encoding="utf-8")
    teacher.nbgrader("generate_assignment", A)
    noisy = copy.deepcopy(teacher.solved(A))
    for cell in noisy.cells:
        cell.source = re.sub(
            r"( *)### BEGIN SOLUTION", r"\1import warnings; warnings.warn('old')\n\1### BEGIN SOLUTION", cell.source
        )
    teacher.hand_in("noisy", A, noisy)
    teacher.hand_in("right", A, teacher.solved(A))
    teacher.hand_in("stub", A, teacher.released(A))
    teacher.nbgrader("autograde", A)
    assert [total(teacher, student) for student in ("noisy", "right", "stub")] == [full_marks[A], full_marks[A], 0.0]
