"""nbgrader's whole round with its own commands, from the source notebook to the feedback in a student's home."""

from __future__ import annotations

import copy
import csv
import html
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from autograder.build.cells import checks_id

pytestmark = pytest.mark.slow
ROUNDS = {"zh": "image_convolution", "en": "practice"}
MARKERS = ("SOLUTION", "HIDDEN TESTS", "autograder.nbgrader")
NOISE = r"\1import sys, warnings; warnings.warn('old'); print('noise', file=sys.stderr)\n\1### BEGIN SOLUTION\n"


@dataclass
class Round:
    """A finished round: the course, its students, what they handed in, and the log."""

    teacher: object
    assignment: str
    users: list[object]
    notebooks: dict[str, object]
    log: str


@pytest.fixture(scope="module", params=ROUNDS)
def finished(request, make_course, unix_users, open_folder, at, filled) -> Round:
    """The finished round of seven students; two of them are Unix users of their own if the tests may create users."""
    assignment, teacher = ROUNDS[request.param], make_course(f"round-{request.param}", request.param)
    for name in ROUNDS.values():
        teacher.nbgrader("generate_assignment", name)
        teacher.nbgrader("release_assignment", name)
    notebooks = hand_ins(teacher, assignment, at, filled)
    users = dict(zip(("right", "half"), unix_users, strict=False))
    for student, notebook in notebooks.items():
        person = users.get(student) or person_in(teacher, open_folder / request.param / student)
        options = [f"--Exchange.root={teacher.exchange}", "--course=convolution"]
        person.run("nbgrader", "fetch_assignment", assignment, *options)
        path = person.home / assignment / f"{assignment}.ipynb"
        assert path.read_bytes() == (teacher.home / "release" / assignment / path.name).read_bytes()
        path.write_text(notebook if isinstance(notebook, str) else json.dumps(notebook), encoding="utf-8")
        name = [] if student in users else [f"--student={student}"]
        person.run("nbgrader", "submit", assignment, *options, *name)
    teacher.nbgrader("collect", assignment)
    log = teacher.nbgrader("autograde", assignment).stderr
    teacher.nbgrader("generate_feedback", assignment)
    teacher.nbgrader("release_feedback", assignment)
    names = {student: user.name for student, user in users.items()}
    return Round(teacher, assignment, list(users.values()), {names.get(s, s): n for s, n in notebooks.items()}, log)


def person_in(teacher, home: Path):
    home.mkdir(parents=True)
    return type(teacher).__mro__[1](home.name, home)


def hand_ins(teacher, assignment: str, at, filled) -> dict[str, object]:
    released, right = teacher.released(assignment), teacher.solved(assignment)
    exercises = [key for key in keys(right) if checks_id(key) in keys(right)]
    half = filled(right, {key: released.cells[at(released, key)].source for key in exercises[::2]})
    noisy, copied, deleted = copy.deepcopy(right), copy.deepcopy(right), copy.deepcopy(right)
    for cell in noisy.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in exercises:
            cell.source = re.sub(r"( *)### BEGIN SOLUTION\n", NOISE, cell.source)
    copied.cells.insert(at(copied, exercises[0]), copy.deepcopy(copied.cells[at(copied, exercises[0])]))
    deleted.cells = [
        c for c in deleted.cells if c.metadata.get("nbgrader", {}).get("grade_id") != checks_id(exercises[0])
    ]
    return {
        "right": right, "half": half, "stub": released, "noisy": noisy, "copied": copied, "deleted": deleted,
        "broken": json.dumps(right)[:5000],
    }  # fmt: skip


def keys(notebook) -> list[str]:
    return [key for cell in notebook.cells if (key := cell.metadata.get("nbgrader", {}).get("grade_id"))]


def test_right_answers_have_full_points_despite_noise_and_damaged_cells(finished, full_marks):
    book = finished.teacher.gradebook(finished.assignment)
    right = finished.users[0].name if finished.users else "right"
    for student in (right, "noisy", "copied", "deleted"):
        points = [score for score in book[student].values() if score is not None]
        assert sum(points) == full_marks[finished.assignment], student
    assert sum(score or 0 for score in book["stub"].values()) == 0.0
    assert sum(score or 0 for score in book["broken"].values()) == 0.0
    assert all(book["broken"][checks_id(key)] == 0.0 for key in keys_of_exercises(book["broken"]))
    assert set(book) == set(finished.notebooks)


def keys_of_exercises(scores: dict[str, float | None]) -> list[str]:
    return [key.removesuffix(checks_id("")) for key in scores if key.endswith(checks_id(""))]


def test_written_answers_wait_for_a_person(finished, course):
    book = finished.teacher.gradebook(finished.assignment)
    right = finished.users[0].name if finished.users else "right"
    for question in course.assignments[finished.assignment].written:
        assert book[right][question.name] is None
        assert book["stub"][question.name] == 0.0


def test_autograder_gives_every_student_the_same_scores_from_notebooks_and_from_files(
    finished, grade, make_class, course, tmp_path
):
    a = finished.assignment
    grade_cells = {checks_id(exercise.name) for exercise in course.assignments[a].exercises}
    files = {
        student: {f"{a}.py": as_file(notebook)}
        for student, notebook in finished.notebooks.items()
        if student != "broken"
    }
    collected = grade(
        finished.teacher.home / "submitted", tmp_path / "notebooks", seed="round", cwd=finished.teacher.home
    )
    as_files = grade(make_class(tmp_path / "files", files), tmp_path / "out", seed="round", cwd=finished.teacher.home)
    book = finished.teacher.gradebook(a)
    for student in finished.notebooks:
        points = {key: score for key, score in book[student].items() if key in grade_cells}
        assert points == by_cell(collected.records[student, a])
        assert student == "broken" or points == by_cell(as_files.records[student, a])


def as_file(notebook) -> str:
    cells = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade")
    ]
    return "\n\n".join(cell.source for cell in cells)


def by_cell(record) -> dict[str, float]:
    return {checks_id(exercise["name"]): exercise["score"] for exercise in record["exercises"]}


def test_repairs_are_reported_in_the_log_and_in_the_feedback(finished):
    pages = {
        path.parts[-3]: path.read_text(encoding="utf-8") for path in finished.teacher.home.glob("feedback/*/*/*.html")
    }
    assert set(pages) == set(finished.notebooks)
    for student, (zh, en) in {
        "copied": ("有重复的单元格", "Of cells that stood there twice"),
        "deleted": ("缺少的单元格已补上", "Missing cells were put back"),
        "broken": ("笔记本文件已损坏", "The notebook is broken"),
    }.items():
        assert zh in finished.log
        assert (zh if finished.assignment == ROUNDS["zh"] else en) in pages[student]


def test_feedback_speaks_the_language_of_the_notebook(finished):
    """What is quoted from the notebook itself, such as its docstrings, has both."""
    page = visible(finished.teacher.home / "feedback" / "stub" / finished.assignment / f"{finished.assignment}.html")
    chinese = finished.assignment == ROUNDS["zh"]
    assert ("还没有作答：函数体仍是 pass。" in page) is chinese
    assert ("Not attempted yet" in page) is not chinese


def test_the_unix_users_can_fetch_their_feedback(finished):
    if not finished.users:
        pytest.skip("only root can make Unix users for the students")
    for person in finished.users:
        options = [f"--Exchange.root={finished.teacher.exchange}", "--course=convolution"]
        person.run("nbgrader", "fetch_feedback", finished.assignment, *options)
        (page,) = person.home.glob(f"{finished.assignment}/feedback/*/{finished.assignment}.html")
        assert page.owner() == person.name
        assert "autograder-feedback" in page.read_text(encoding="utf-8")


def test_grades_are_exported_by_nbgrader(finished, full_marks):
    finished.teacher.nbgrader("export")
    with (finished.teacher.home / "grades.csv").open(encoding="utf-8") as file:
        scores = {
            row["student_id"]: float(row["score"])
            for row in csv.DictReader(file)
            if row["assignment"] == finished.assignment
        }
    assert scores["noisy"] == full_marks[finished.assignment]
    assert 0.0 < scores[finished.users[1].name if finished.users else "half"] < full_marks[finished.assignment]
    assert scores["stub"] == 0.0


def test_validate_fails_readably_on_the_release_and_succeeds_on_the_solution(finished):
    home, a = finished.teacher.home, finished.assignment
    untouched = finished.teacher.run("nbgrader", "validate", home / "release" / a / f"{a}.ipynb")
    assert "VALIDATION FAILED ON" in untouched.stdout
    assert re.search("还没有作答|not attempted yet", untouched.stdout)
    path = shutil.copytree(home / "release" / a, home / "solved") / f"{a}.ipynb"
    nbformat.write(
        finished.notebooks["right"] if not finished.users else finished.notebooks[finished.users[0].name], path
    )
    assert "Success! Your notebook passes all the tests." in finished.teacher.run("nbgrader", "validate", path).stdout


def test_nothing_hidden_is_released(finished, course):
    """Neither in the release folder nor in the exchange; feedback on a stub holds no solution either."""
    of_each = course.public_tests, course.public_cases, course.stub
    files = [*(file(name) for name in course.assignments for file in of_each), *course.check.rglob("*.py")]
    public = "\n".join(file.read_text(encoding="utf-8") for file in files)
    secret = [*solution_lines(course), *suite_lines(course)]
    secret = [line for line in secret if line not in public]
    assert len(secret) > 300
    home, exchange = finished.teacher.home, finished.teacher.exchange
    released = [*home.glob("release/**/*"), *exchange.glob("*/outbound/**/*")]
    texts = {path: visible(path) for path in released if path.is_file()}
    assert sum(path.suffix == ".ipynb" for path in texts) == 2 * len(ROUNDS)
    assert sum(path.name == "verdicts.py" for path in texts) == 2 * len(ROUNDS)
    for path in [*home.glob("feedback/stub/*/*.html"), *home.glob("feedback/broken/*/*.html")]:
        texts[path] = visible(path)
    leaks = [(path.name, line) for path, text in texts.items() for line in (*secret, *MARKERS) if line in text]
    assert leaks == []


def visible(path: Path) -> str:
    """Return the text that a reader of a notebook or of a page sees, without the page's head."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        return "\n".join(cell.source for cell in nbformat.reads(text, 4).cells) + text
    return html.unescape(re.sub(r"<[^>]*>", "", text.partition("</head>")[2]))


def solution_lines(course) -> list[str]:
    """Return the lines of every solution without their indentation, except short ones, which reveal nothing."""
    lines = []
    for name in course.assignments:
        text = course.solution(name).read_text(encoding="utf-8")
        for region in re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", text, re.DOTALL):
            lines += [line.strip() for line in region.splitlines()]
    return [line for line in lines if len(line) > 15]


def suite_lines(course) -> list[str]:
    """Return the names of the hidden checks and the lines of the hidden suites, except short ones and imports."""
    lines = []
    for name in course.assignments:
        for path in (course.suites / name).glob("*.py"):
            text = path.read_text(encoding="utf-8")
            lines += [f"{check}(" for check in re.findall(r"def (test_\w+)\(", text)]
            lines += [line.strip() for line in text.splitlines()]
    return [line for line in lines if len(line) > 20 and not line.startswith(("from ", "import ", '"""'))]
