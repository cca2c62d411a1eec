"""`autograder report` on folders of results, and what changed between two runs of a small course."""

from __future__ import annotations

import json
import random
import re

import pytest

from autograder.results.writer import write_result

EXERCISE = 'add = { points = 2, title = { zh = "加法", en = "Adding" } }'
SUITE = """
from autograder.checks import check, compare


@check(points=1, zh="小的数", en="Small")
def test_small(student, reference):
    compare(student.call(1, 2), reference.call(1, 2))


@check(points=1, zh="大的数", en="Large")
def test_large(student, reference):
    compare(student.call(100, 2), reference.call(100, 2))
"""
SOLUTION = "def add(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
RIGHT = "def add(a, b):\n    return a + b\n"


def data_of(html: str) -> dict:
    """Return the data of a page, with its tables by name."""
    data = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.DOTALL)[1])
    return data | {"tables": {table["name"]: table for table in data["tables"]}}


@pytest.fixture
def write(tmp_path):
    """Return a function that writes results into a folder."""

    def write(name, results):
        for result in results:
            write_result(tmp_path / name, result)
        return tmp_path / name

    return write


def test_the_report_is_one_file_with_every_result(autograder, class_of, write, tmp_path):
    folder = write("results", class_of.many(30, "image_convolution", "practice"))
    done = autograder("report", folder, "--out", tmp_path / "pages" / "report.html")
    assert (done.returncode, done.stderr) == (0, "")
    html = (tmp_path / "pages" / "report.html").read_text(encoding="utf-8")
    assert [len(table["rows"]) for name, table in data_of(html)["tables"].items() if name.startswith("students")] == [
        30,
        30,
    ]
    assert not re.search(r"(?:src|href)=\"(?!data:,|#)", html)


def test_an_earlier_run_adds_what_moved(autograder, class_of, write, tmp_path):
    new, old = (
        write("new", [class_of.one("a", 0.9), class_of.one("b")]),
        write("old", [class_of.one("a"), class_of.one("b")]),
    )
    done = autograder("report", new, "--against", old, "--out", tmp_path / "report.html")
    assert done.returncode == 0, done.stderr
    (row,) = data_of((tmp_path / "report.html").read_text(encoding="utf-8"))["tables"]["moved"]["rows"]
    assert row[2] > row[3]
    assert row[2] + row[4] == pytest.approx(row[3])


def random_answers(course, assignment, generator):
    """Return a submission whose answers are steps that nobody else takes."""
    answers = []
    for exercise in course.assignments[assignment].exercises:
        steps = [f"    x = x {generator.choice('+-*/')} {generator.randrange(9)}\n" for _ in range(12)]
        answers.append(f"def {exercise.name}(x):\n{''.join(steps)}    return x\n")
    return "\n\n".join(answers)


def test_copied_code_is_told_where_the_submissions_are_given(autograder, class_of, course, make_class, write, tmp_path):
    generator = random.Random(5)
    files = {f"student-{n}": random_answers(course, "image_convolution", generator) for n in range(12)}
    files["copy"] = files["student-7"].replace("x", "value")
    handed_in = make_class(tmp_path / "class", {name: {"image_convolution.py": text} for name, text in files.items()})
    folder = write("results", [class_of.one(name) for name in files])
    done = autograder("report", folder, "--submissions", handed_in, "--out", tmp_path / "report.html")
    assert done.returncode == 0, done.stderr
    data = data_of((tmp_path / "report.html").read_text(encoding="utf-8"))
    (row,) = data["tables"]["similar"]["rows"]
    assert {data["people"][person] for person in row[1]} == {"copy", "student-7"}
    assert "corr2d 100 %" in row[3]


@pytest.mark.parametrize("option", ["results", "--against"])
def test_a_folder_without_results_is_refused(autograder, class_of, write, tmp_path, option):
    folder = write("results", [class_of.one("a")])
    words = [tmp_path / "nowhere"] if option == "results" else [folder, option, tmp_path / "nowhere"]
    done = autograder("report", *words, "--out", tmp_path / "report.html")
    assert done.returncode == 2
    assert "holds no results" in done.stderr
    assert not (tmp_path / "report.html").exists()


def test_a_page_that_cannot_be_written_ends_in_one_line(autograder, class_of, write, tmp_path):
    done = autograder("report", write("results", [class_of.one("a")]), "--out", tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "cannot be written" in done.stderr


def test_a_change_of_the_suite_and_one_of_a_submission_are_told_apart(
    autograder, grade, make_class, make_adding, tmp_path
):
    root = make_adding(EXERCISE, {"solutions/adding.py": SOLUTION, "autograder/suites/adding/test_add.py": SUITE})
    folder = make_class(tmp_path / "class", {name: {"adding.py": RIGHT} for name in ("a", "b")})
    grade(folder, tmp_path / "first", "--allow-unsandboxed", cwd=root)
    (folder / "b" / "adding.py").write_text(RIGHT.replace("a + b", "min(a + b, 50)"), encoding="utf-8")
    grade(folder, tmp_path / "second", "--allow-unsandboxed", cwd=root)
    solution = root / "solutions" / "adding.py"
    solution.write_text(SOLUTION.replace("a + b", "a + b + (a == 1)"), encoding="utf-8")
    grade(folder, tmp_path / "third", "--allow-unsandboxed", cwd=root)

    def moved(new, old):
        page = tmp_path / "report.html"
        done = autograder("report", tmp_path / new, "--against", tmp_path / old, "--out", page, cwd=root)
        assert done.returncode == 0, done.stderr
        found = data_of(page.read_text(encoding="utf-8"))
        table = found["tables"]["moved"]
        checks = [choice[1] for choice in table["columns"][6]["choices"]]
        return {
            found["people"][row[0]]: (row[4], row[5][1], [checks[check] for check, *_ in row[6]])
            for row in table["rows"]
        }

    assert moved("second", "first") == {"b": (-1, "the submission changed", ["add: Large"])}
    suite = "the suite, the solution or the points changed"
    assert moved("third", "second") == {name: (-1, suite, ["add: Small"]) for name in ("a", "b")}
    assert moved("third", "first")["b"][1] == f"the submission changed; {suite}"
