"""A fault of the grader's own: no marks for anyone it touches, an exit code of 3, and never a zero."""

from __future__ import annotations

import csv

import pytest

pytestmark = pytest.mark.every_core

A = "practice"


@pytest.fixture
def folder(make_class, perfect, tmp_path):
    return make_class(tmp_path / "class", {"a": {f"{A}.py": perfect[A]}, "b": {"fc_to_conv.py": perfect["fc_to_conv"]}})


def change(path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_broken_reference_gives_no_mark_and_touches_nobody_else(grade, folder, course_copy, tmp_path, full_marks):
    change(course_copy / "solutions" / f"{A}.py", "return torch.ones", "torch.zonk\n    return torch.ones")
    run = grade(folder, tmp_path / "out", cwd=course_copy)
    assert run.code == 3
    assert "a/practice" in run.stderr
    assert run.records["a", A]["score"] is None
    exercise = run.exercise("a", A, "integral_kernel")
    assert (exercise["status"], exercise["score"]) == ("grader_error", None)
    assert "老师" in exercise["checks"][0]["message"]["zh"]
    assert run.exercise("a", A, "im2col")["score"] == 15.0
    assert run.records["b", "fc_to_conv"]["score"] == full_marks["fc_to_conv"]
    with open(tmp_path / "out" / "grades.csv", encoding="utf-8", newline="") as file:
        assert [row["score"] for row in csv.DictReader(file)] == ["", str(full_marks["fc_to_conv"])]


def test_points_that_disagree_with_the_manifest_stop_the_run_in_one_line(grade, folder, course_copy, tmp_path):
    change(course_copy / "exercises.toml", "integral_kernel = { points = 5", "integral_kernel = { points = 6")
    run = grade(folder, tmp_path / "out", cwd=course_copy)
    assert run.code == 3
    assert "is worth 5 points; the manifest says 6" in run.stderr
    assert "Traceback" not in run.stderr
    assert run.records == {}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[course]", "[course", "not readable as TOML"),
        ("check_seconds = 2", "", "limits.check_seconds is missing"),
        ("points = 15,", "", "exercises.fully_connected.points is missing"),
    ],
)
def test_a_broken_manifest_is_refused_in_one_line(grade, folder, course_copy, tmp_path, old, new, words):
    change(course_copy / "exercises.toml", old, new)
    run = grade(folder, tmp_path / "out", cwd=course_copy)
    assert run.code == 2
    assert words in run.stderr
    assert run.stderr.count("\n") == 1
