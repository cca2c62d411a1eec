"""The engine knows no lesson: a tiny course on words and lists is built, proven and graded by the same commands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from autograder.build.lesson import read_code

COURSE = Path(__file__).parent / "words"
LESSON_WORDS = re.compile(r"convolution|conv2d|corr2d|kernel_size|卷积|torch", re.IGNORECASE)
MISTAKES = "autograder/suites/misconceptions"


@pytest.fixture(scope="module")
def root(autograder, tmp_path_factory):
    """Return a copy of the course in which everything generated has been built."""
    root = tmp_path_factory.mktemp("second") / "words"
    shutil.copytree(COURSE, root)
    built = autograder("build", cwd=root)
    assert built.returncode == 0, built.stderr
    return root


@pytest.fixture(scope="module")
def run(root, grade, make_class, tmp_path_factory):
    """Grade one student for each kind of answer."""
    mistakes = [path.read_text(encoding="utf-8") for path in sorted((root / MISTAKES).rglob("*.py"))]
    students = {
        "right": {"words.py": (root / "solutions" / "words.py").read_bytes()},
        "stub": {"words.py": (root / "assignments" / "words.py").read_bytes()},
        "notebook": {"words.ipynb": (root / "source" / "words" / "words.ipynb").read_bytes()},
        "mistaken": {"words.py": "\n\n".join(mistakes)},
    }
    folder = make_class(tmp_path_factory.mktemp("second_class") / "class", students)
    return grade(folder, folder.parent / "results", "--allow-unsandboxed", cwd=root)


def test_build_makes_the_stub_and_the_notebook_of_the_second_course(root, autograder):
    stub = (root / "assignments" / "words.py").read_text(encoding="utf-8")
    assert "def without_repeats" in stub
    assert "fromkeys" not in stub
    assert (root / "source" / "words" / "words.ipynb").is_file()
    assert autograder("build", "--check", cwd=root).returncode == 0


def test_a_lesson_may_have_no_code_cells():
    assert read_code("", "words.py") == ([], {})


def test_prove_finds_its_suites_sound(root, autograder):
    done = autograder("prove", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "count_word" in done.stdout


@pytest.mark.parametrize(("student", "score"), [("right", 100), ("stub", 0), ("notebook", 100), ("mistaken", 30)])
def test_grade_gives_each_answer_its_points(run, student, score):
    assert run.code == 0, run.stderr
    assert (run.records[student, "words"]["status"], run.records[student, "words"]["score"]) == ("graded", score)


def test_grade_names_the_mistakes_of_the_second_course(run):
    exercises = run.records["mistaken", "words"]["exercises"]
    named = {check["misconception"] for exercise in exercises for check in exercise["checks"]} - {None}
    assert named == {"counts_letters", "sorts"}
    assert "inside other words" in str(run.messages("mistaken", "words", "count_word"))


def test_no_word_of_the_first_lesson_reaches_the_second_course(root, run):
    """What students read is about their own lesson alone."""
    generated = [root / "assignments" / "words.py", root / "source" / "words" / "words.ipynb"]
    files = [*generated, *(path for path in run.out.rglob("*") if path.is_file())]
    said = [(path.name, word) for path in files for word in LESSON_WORDS.findall(path.read_text(encoding="utf-8"))]
    assert said == []
