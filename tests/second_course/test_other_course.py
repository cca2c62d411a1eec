"""A course of another subject, in English with NumPy and plain Python: it is built, released, graded and explained."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from autograder.course.load import load_course
from autograder.release.folder import release_files

COURSE = Path(__file__).parents[2] / "examples" / "other_course"
UNNAMED = {  # a change of the solution that no known mistake explains, and what is told of its values
    "transposed": ("return result\n", "return result.T\n", "It is transposed: rows and columns are exchanged."),
    "one short": ("range(exponent)", "range(exponent - 1)", "It would be right if exponent were smaller by 1"),
    "a list": ("return result\n", "return result.tolist()\n", "`np.array(...)` makes an array of numbers"),
}
LESSON_WORDS = re.compile(r"convolution|conv2d|corr2d|kernel_size|[\u3400-\u9fff]|torch", re.IGNORECASE)


@pytest.fixture(scope="module")
def root(autograder, tmp_path_factory):
    """Return a copy of the course in which everything generated has been built."""
    root = tmp_path_factory.mktemp("other") / "course"
    generated = shutil.ignore_patterns("check", ".autograder", "*.ipynb", "__pycache__")
    shutil.copytree(COURSE, root, ignore=generated)
    built = autograder("build", cwd=root)
    assert built.returncode == 0, built.stderr
    return root


@pytest.fixture(scope="module")
def mistakes(root):
    """Return the known mistakes that are whole answers, by their exercise and name."""
    files = sorted((root / "suites" / "misconceptions").glob("*/*.py"))
    return {(path.parent.name, path.stem): path.read_text(encoding="utf-8") for path in files}


@pytest.fixture(scope="module")
def run(root, mistakes, grade, make_class, tmp_path_factory):
    """Grade the solutions as files and as notebooks, what students get, and each known mistake."""
    names = list(load_course(root).assignments)
    files = {f"{name}.py": (root / "solutions" / f"{name}.py").read_bytes() for name in names}
    notebooks = {f"{name}.ipynb": (root / "source" / name / f"{name}.ipynb").read_bytes() for name in names}
    stubs = {f"{name}.py": (root / "assignments" / f"{name}.py").read_bytes() for name in names}
    students = {"right": files, "notebook": notebooks, "stub": stubs}
    for (exercise, name), text in mistakes.items():
        students[f"{exercise} {name}"] = {f"{assignment_of(root, exercise)}.py": text}
    for name, (right, wrong, _) in UNNAMED.items():
        students[name] = {"basics.py": files["basics.py"].decode().replace(right, wrong)}
    folder = make_class(tmp_path_factory.mktemp("other_class") / "class", students)
    return grade(folder, folder.parent / "results", "--allow-unsandboxed", "--unproven", cwd=root)


def assignment_of(root, exercise):
    return next(
        one.name
        for one in load_course(root).assignments.values()
        if exercise in {inside.name for inside in one.exercises}
    )


@pytest.mark.parametrize("student", ["right", "notebook"])
def test_the_solutions_get_full_marks(run, root, student):
    assert run.code == 0, run.stderr
    for assignment in load_course(root).assignments.values():
        assert run.records[student, assignment.name]["score"] == assignment.points


def test_what_students_get_has_no_points_yet(run, root):
    assert {run.records["stub", name]["score"] for name in load_course(root).assignments} == {0}


def test_each_known_mistake_is_named(run, root, mistakes):
    assert mistakes
    named = {
        (exercise, name): run.exercise(f"{exercise} {name}", assignment_of(root, exercise), exercise)
        for exercise, name in mistakes
    }
    told = {key: {check["misconception"] for check in exercise["checks"]} - {None} for key, exercise in named.items()}
    assert told == {(exercise, name): {name} for exercise, name in mistakes}


@pytest.mark.parametrize("name", UNNAMED)
def test_a_mistake_without_a_name_is_told_by_what_its_values_have_to_do_with_the_right_ones(run, name):
    assert UNNAMED[name][2] in str(run.messages(name, "basics", "matrix_power"))


def test_nothing_that_students_read_is_of_the_first_lesson_or_in_chinese(run, root):
    released = {name: text for name, text in release_files(load_course(root), "en").items() if "check/" not in name}
    paths = [path for path in run.out.rglob("*.json") if "student" in json.loads(path.read_bytes())]
    results = {str(path): "\n".join(messages_in(json.loads(path.read_bytes()))) for path in paths}
    assert released
    assert results
    read = (released | results).items()
    assert [(name, word) for name, text in read for word in LESSON_WORDS.findall(text)] == []


def messages_in(record):
    """Yield the English texts of a result at any depth."""
    if isinstance(record, dict):
        yield from [record["en"]] if isinstance(record.get("en"), str) else []
        yield from (text for value in record.values() for text in messages_in(value))
    elif isinstance(record, list):
        yield from (text for value in record for text in messages_in(value))


@pytest.mark.slow
def test_its_suites_are_proven_and_it_is_released(root, autograder, tmp_path):
    for words in (["prove", "--all"], ["release", "--out", tmp_path / "students"]):
        done = autograder(*words, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "students" / "README.md").is_file()
