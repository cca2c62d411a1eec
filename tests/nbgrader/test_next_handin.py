"""Which hand-in the engine may grade while nbgrader is still busy with the one before."""

from __future__ import annotations

import json

import pytest
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from autograder.nbgrader.submitted import next_handin

A = "image.convolution"


@pytest.fixture
def converter(tmp_path):
    """nbgrader's converter for a class of four, of whom b and c were graded before."""
    for student in "abcd":
        path = tmp_path / "submitted" / student / A / f"{A}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"student": student}))
    for student in "bc":
        (tmp_path / "autograded" / student / A).mkdir(parents=True)
    converter = Autograde(coursedir=CourseDirectory(root=str(tmp_path), assignment_id=A))
    converter.init_notebooks()
    return converter


def following(converter, student):
    """Return the student after this one, as the text of the file that is graded."""
    handin = next_handin(converter, {"student": student, "assignment": A})
    assert handin is None or handin.student == json.loads(handin.path.read_text())["student"]
    return handin and handin.student


def test_those_who_were_graded_before_are_passed_over(converter):
    assert [following(converter, student) for student in "abcd"] == ["d", "d", "d", None]


def test_everybody_is_graded_again_by_force(converter):
    converter.force = True
    assert [following(converter, student) for student in "abcd"] == ["b", "c", "d", None]


def test_those_whom_nbgrader_leaves_out_are_passed_over(converter):
    converter.force = True
    converter.coursedir.student_id_exclude = "b,c"
    assert following(converter, "a") == "d"


def test_a_student_alone_has_nobody_to_follow(converter):
    converter.coursedir.student_id = "a"
    converter.init_notebooks()
    assert following(converter, "a") is None
