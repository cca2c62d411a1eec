"""The students' folder: complete, bilingual, refused while unproven, and nothing hidden in it."""

from __future__ import annotations

import ast
import json
import re

import pytest

from autograder.course.markers import BEGIN_SOLUTION, END_SOLUTION
from autograder.mistakes.catalogue import load_misconceptions
from autograder.prove.record import remember
from autograder.release.folder import release_files


@pytest.fixture(scope="module", params=["zh", "en"])
def released(request, release):
    out = release(request.param)
    return request.param, {
        path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in out.rglob("*") if path.is_file()
    }


def answers(solution: str) -> list[str]:
    """Return the statements of the solution regions that are too long to be written by chance."""
    inside, lines = False, []
    for line in solution.splitlines():
        if line.strip() in (BEGIN_SOLUTION, END_SOLUTION):
            inside = line.strip() == BEGIN_SOLUTION
        elif inside and len(line.strip()) > 24:
            lines.append(line.strip())
    return lines


def test_it_has_stubs_tests_notebooks_their_own_check_and_a_readme(released, course):
    of_each = "{0}.py", "test_{0}.py", "{0}.ipynb", "cases/{0}.py", "check/mistakes/{0}.json"
    expected = {pattern.format(a) for a in course.assignments for pattern in of_each}
    package = {path.relative_to(course.check.parent).as_posix() for path in course.check.rglob("*.*")} - {
        f"check/mistakes/{name}.json" for name in course.assignments
    }
    assert {"check/__init__.py", "check/model.py", "check/course.json"} <= package
    assert released[1].keys() == expected | package | {"README.md", "requirements.txt"}


def test_the_readme_says_everything_in_both_languages_the_chosen_one_first(released, course):
    language, files = released
    texts = files["README.md"].index("## 安装"), files["README.md"].index("## Installing")
    assert (texts[0] < texts[1]) == (language == "zh")
    assert all(
        a.title.zh in files["README.md"] and a.title.en in files["README.md"] for a in course.assignments.values()
    )


def test_the_libraries_are_those_that_the_course_is_tested_with(released, course):
    tested = set(course.constraints.read_text(encoding="utf-8").splitlines())
    asked = [line for line in released[1]["requirements.txt"].splitlines() if not line.startswith("#")]
    assert {"torch", "pytest", "rich", "watchfiles", "jupyterlab"} <= {line.partition("==")[0] for line in asked}
    assert set(asked) <= tested
    assert re.findall(r"torch==\S+", released[1]["README.md"]) == [line for line in asked if "torch" in line] * 2


def test_no_answer_is_in_it(released, course):
    shown = "\n".join(released[1].values())
    secret = [
        line for name in course.assignments for line in answers(course.solution(name).read_text(encoding="utf-8"))
    ]
    assert len(secret) > len(course.assignments)
    public = "\n".join(course.stub(name).read_text(encoding="utf-8") for name in course.assignments)
    assert [line for line in secret if json.dumps(line)[1:-1] in shown and line not in public] == []


def test_of_a_known_mistake_there_is_the_explanation_and_neither_its_name_nor_its_code(released, course):
    for name, assignment in course.assignments.items():
        text = released[1][f"check/mistakes/{name}.json"]
        known = [one for exercise in assignment.exercises for one in load_misconceptions(course, exercise.name)]
        assert sum(one.explanation.zh in text for one in known) > len(known) // 2
        assert [one.name for one in known if "_" in one.name and one.name in text] == []
        code = {
            line.strip()
            for one in known
            for line in one.source.splitlines()
            if " = " in line or line.strip()[:6] == "return"
        }
        assert [line for line in code if len(line) > 24 and json.dumps(line)[1:-1] in text] == []


def test_no_hidden_check_is_in_it(released, course):
    everything, hidden = "\n".join(released[1].values()), list[str]()
    for suite in course.suites.glob("*/test_*.py"):
        hidden += [
            keyword.value.value
            for node in ast.walk(ast.parse(suite.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "check"
            for keyword in node.keywords
            if keyword.arg in ("zh", "en") and len(keyword.value.value) > 12
        ]
    assert len(hidden) > 100
    public = "\n".join(path.read_text(encoding="utf-8") for path in course.root.glob("assignments/*/*.py"))
    assert [text for text in hidden if text in everything and text not in public] == []
    assert "HIDDEN TESTS" not in everything


def test_the_stubs_of_the_release_are_as_students_find_them(released, course):
    for assignment in course.assignments:
        assert released[1][f"{assignment}.py"] == course.stub(assignment).read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=["zh", "en"])
def without_notebooks(request, proven_course):
    """Return the language and the files of a release where nbgrader is not installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("autograder.release.folder.can_release", lambda: False)
        return request.param, release_files(proven_course, request.param)


def test_without_nbgrader_the_lesson_is_in_markdown_and_has_no_answer(without_notebooks, course):
    language, files = without_notebooks
    lessons = {name: files[f"{name}.md"] for name in course.assignments}
    assert not any(name.endswith(".ipynb") for name in files)
    for name, assignment in course.assignments.items():
        assert assignment.title.in_language(language) in lessons[name]
        assert all(f"`{one.name}`" in lessons[name] for one in assignment.exercises)
        assert "check(" not in lessons[name]
        solution = course.solution(name).read_text(encoding="utf-8")
        stub = course.stub(name).read_text(encoding="utf-8")
        assert [line for line in answers(solution) if line in lessons[name] and line not in stub] == []


def test_without_nbgrader_nothing_speaks_of_notebooks(without_notebooks):
    _, files = without_notebooks
    for word in ("ipynb", "notebook", "笔记本", "jupyter"):
        assert word not in files["README.md"].lower()
        assert word not in files["requirements.txt"]
    assert "`.md`" in files["README.md"]


def test_the_readme_names_the_libraries_of_the_course(released):
    assert "`torch`" in released[1]["README.md"]


def test_a_folder_with_something_in_it_is_left_alone(proven_course, autograder, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = autograder("release", "--out", tmp_path, cwd=proven_course.root)
    assert done.returncode == 2
    assert "not an empty folder" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_to_run_names_the_unproven_exercise(proven_course, autograder, tmp_path):
    remember(proven_course, {"corr2d": False})
    try:
        done = autograder("release", "--out", tmp_path / "out", cwd=proven_course.root)
    finally:
        remember(proven_course, {"corr2d": True})
    assert done.returncode == 2
    assert done.stderr.startswith("autograder: Nothing was written. Not proven as they stand: corr2d. ")
    assert "Run `autograder prove corr2d`" in done.stderr
