"""A class makes mistakes of which some have no name: they are grouped, and `mistakes add` names one."""

from __future__ import annotations

import json
import shutil
from collections import Counter

import pytest

from autograder.mistakes.catalogue import load_misconceptions

COPIES = 4  # students who make each mistake
KNOWN = 8
STEPS = """def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = {value}
    return Y
"""
WINDOW = "(X[i:i + h, j:j + w] * K)"
UNNAMED = {  # each mistake, spelt in two ways
    "adds the row": (f"{WINDOW}.sum() + i", f"i + torch.sum({WINDOW})"),
    "cubes the kernel": ("(X[i:i + h, j:j + w] * K ** 3).sum()", "torch.sum(K * K * K * X[i:i + h, j:j + w])"),
}


@pytest.fixture(scope="module")
def own_course(copy_course, tmp_path_factory):
    """Return a copy of the course, to which mistakes are added."""
    return copy_course(tmp_path_factory.mktemp("naming") / "course")


@pytest.fixture(scope="module")
def graded(own_course, course, make_class, grade):
    """Grade a class in which ten mistakes are made, each by several students, two of them without a name."""
    students = {}
    for number, mistake in enumerate(load_misconceptions(course, "corr2d")[:KNOWN]):
        for copy in range(COPIES):
            students[f"known-{number}-{copy}"] = mistake.source
    for name, spellings in UNNAMED.items():
        for copy in range(COPIES):
            body = STEPS.format(value=spellings[copy % 2])
            students[f"{name}-{copy}"] = f"import torch\n\n\n{body}"
    files = {student: {"image_convolution.py": source} for student, source in students.items()}
    folder = make_class(own_course.parent / "class", files)
    return grade(folder, own_course.parent / "results", cwd=own_course)


def exercise(record):
    return next(one for one in record["exercises"] if one["name"] == "corr2d")


def report_of(results, autograder, folder):
    """Return the page that reports on results."""
    assert autograder("report", results, "--out", folder / "report.html").returncode == 0
    return (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_groups_are_those_who_make_the_same_mistake(graded, autograder, own_course):
    unnamed = {s: exercise(r) for (s, _), r in graded.records.items() if exercise(r).get("behaviour")}
    assert {student.rpartition("-")[0] for student in unnamed} == set(UNNAMED)
    assert set(Counter(one["behaviour"] for one in unnamed.values()).values()) == {COPIES}
    assert all("def corr2d" in one["answer"] for one in unnamed.values())
    listed = autograder("mistakes", graded.out, cwd=own_course).stdout
    for one in unnamed.values():
        assert f"{one['behaviour']}  image_convolution.corr2d  {COPIES} ×" in listed


@pytest.mark.slow
def test_a_group_is_named_without_being_graded_again(graded, autograder, own_course, tmp_path):
    out = shutil.copytree(graded.out, tmp_path / "results")
    suites = shutil.copytree(own_course, tmp_path / "course") / "autograder" / "suites"
    student = "adds the row-0"
    key = exercise(graded.records[student, "image_convolution"])["behaviour"]
    words = ("--name", "adds_row_number", "--zh", "每个元素多加了行号。", "--en", "The number of the row is added.")
    done = autograder("mistakes", out, "add", key[:6], *words, cwd=tmp_path / "course")
    assert done.returncode == 0, done.stderr
    assert f"{COPIES} results" in done.stdout
    assert (suites / "misconceptions" / "corr2d" / "adds_row_number.py").is_file()
    for copy in range(COPIES):
        (path,) = out.glob(f"adds*row-{copy}/image_convolution.json")
        before, after = graded.records[f"adds the row-{copy}", "image_convolution"], json.loads(path.read_bytes())
        failed = [check for check in exercise(after)["checks"] if check["status"] == "failed"]
        assert {check["misconception"] for check in failed} == {"adds_row_number"}
        assert "每个元素多加了行号。" in failed[0]["message"]["zh"]
        assert after["score"] == before["score"]
    assert key not in autograder("mistakes", out, cwd=tmp_path / "course").stdout
    before, after = (report_of(results, autograder, tmp_path) for results in (graded.out, out))
    assert key in before
    assert "adds_row_number" not in before
    assert key not in after
    assert "adds_row_number" in after
    assert json.loads((suites / "proven.json").read_bytes())["corr2d"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "words", "told"),
    [
        ("", (), "RESULTS add GROUP"),
        ("zzz", (), "0 groups have a key that begins with 'zzz'"),
        (None, ("--name", "Skips It"), "is no name for a mistake"),
        (None, ("--name", "flips_kernel"), "already"),
        (None, ("--name", "new_one", "--check", "no_such_check"), "does not fail 'no_such_check'"),
        (None, ("--name", "new_one"), "An explanation may not be empty"),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_line(graded, autograder, own_course, key, words, told):
    group = key if key is not None else exercise(graded.records["adds the row-0", "image_convolution"])["behaviour"]
    done = autograder("mistakes", graded.out, "add", *([group] if group else []), *words, cwd=own_course)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (own_course / "autograder" / "suites" / "misconceptions" / "corr2d" / "new_one.py").exists()
