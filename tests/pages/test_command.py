"""`autograder feedback`: one file for each student, and a line where it cannot be."""

from __future__ import annotations

import pytest

from autograder.results.model import broken_result
from autograder.results.writer import write_result

STUDENTS = ["anna", "张三", "a/b", "=1+2"]


@pytest.fixture
def results(course, tmp_path):
    for student in STUDENTS:
        for name in ("practice", "image_convolution"):
            write_result(tmp_path / "results", broken_result(student, course.assignments[name], "the-secret-seed"))
    return tmp_path / "results"


def test_each_student_has_a_page_named_as_the_folder_of_results(results, autograder, tmp_path):
    done = autograder("feedback", results, "--out", tmp_path / "pages")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "pages").iterdir()} == {
        "anna.html",
        "张三.html",
        "a%2Fb.html",
        "=1+2.html",
    }
    assert done.stdout == f"4 pages in {tmp_path / 'pages'}.\n"
    page = (tmp_path / "pages" / "anna.html").read_text(encoding="utf-8")
    assert page.index("图像卷积") < page.index("练习")


def test_one_assignment_in_one_language(results, autograder, tmp_path):
    autograder("feedback", results, "--out", tmp_path / "pages", "--assignment", "practice", "--lang", "en")
    page = (tmp_path / "pages" / "anna.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "<h2>Exercises</h2>" in page
    assert "Convolutions for images" not in page


@pytest.mark.parametrize("words", [["--assignment", "none"], []])
def test_without_results_there_is_one_line(results, autograder, tmp_path, words):
    folder = results if words else tmp_path / "empty"
    done = autograder("feedback", folder, "--out", tmp_path / "pages", *words)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no results" in done.stderr
