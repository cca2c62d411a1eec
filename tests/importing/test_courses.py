"""An imported notebook is a course: it builds, its reference passes every check, and its stub earns nothing."""

import json
import re

import pytest
from nbformat import v4, write

from autograder.commands.import_ import import_one
from autograder.course.errors import UsageError
from autograder.course.load import load_course

HAN = re.compile(r"[\u4e00-\u9fff]")
TWICE = "def twice(x):\n    return 2 * x # SOLUTION"


def raw(text):
    return v4.new_raw_cell(text)


@pytest.fixture
def otter(import_cells):
    """Import a notebook in the format of otter, with a visible and a hidden test."""
    hidden = '""" # BEGIN TEST CONFIG\nhidden: true\npoints: 3\n""" # END TEST CONFIG\n'
    cells = [
        raw("# BEGIN QUESTION\nname: q1"),
        v4.new_markdown_cell("Write `twice`.\n\n```python\ntwice(2)\n```"),
        raw("# BEGIN SOLUTION"),
        v4.new_code_cell(TWICE),
        raw("# END SOLUTION"),
        raw("# BEGIN TESTS"),
        v4.new_code_cell("def test_two(twice):\n    assert twice(2) == 4\n\ntest_two(twice)  # IGNORE"),
        v4.new_code_cell(f"{hidden}assert twice('ab') == 'abab'"),
        raw("# END TESTS"),
        raw("# END QUESTION"),
        raw("# BEGIN QUESTION\nname: q2\nmanual: true"),
        raw("# BEGIN SOLUTION"),
        v4.new_markdown_cell("Because of the sum."),
        raw("# END SOLUTION"),
        raw("# END QUESTION"),
    ]
    return import_cells(*cells)


def test_questions_of_otter_have_points_hidden_tests_and_written_answers(otter):
    root, imported = otter
    course = load_course(root)
    assert [(one.name, one.points) for one in course.assignments["hw"].exercises] == [("twice", 3)]
    assert [one.name for one in course.assignments["hw"].written] == ["q2"]
    assert (imported.tests, imported.translated) == (2, 2)


def test_the_older_format_of_otter_expects_what_a_cell_showed(import_cells):
    shown = v4.new_output("execute_result", data={"text/plain": "4"})
    cells = [
        v4.new_markdown_cell("Write it.\n\n```\nBEGIN QUESTION\nname: q1\n```"),
        v4.new_code_cell(TWICE),
        v4.new_code_cell("## TEST ##\ntwice(2)", outputs=[shown]),
        v4.new_code_cell("## HIDDEN TEST ##\ntwice(2)", outputs=[shown]),
    ]
    root, _ = import_cells(*cells)
    text = (root / "suites" / "hw" / "test_twice.py").read_text(encoding="utf-8")
    assert "compare(student.call(2, public=True), 4.0, public=True)" in text
    assert "compare(student.call(2), 4.0)" in text


def test_examples_in_files_of_otter_become_checks(import_cells, tmp_path):
    (tmp_path / "tests").mkdir()
    test = {"suites": [{"cases": [{"code": ">>> x = 2\n>>> twice(x)\n4", "hidden": False}]}]}
    (tmp_path / "tests" / "q1.py").write_text(f"test = {test!r}", encoding="utf-8")
    cells = [raw("# BEGIN QUESTION\nname: q1"), raw("# BEGIN SOLUTION"), v4.new_code_cell(TWICE), raw("# END SOLUTION")]
    root, _ = import_cells(*cells, v4.new_code_cell('grader.check("q1")'))
    assert "compare(student.call(x, public=True), 4.0" in (root / "suites/hw/test_twice.py").read_text(encoding="utf-8")


def test_an_imported_course_builds_and_grades_its_reference_and_its_stub(
    otter, autograder, grade, make_class, tmp_path
):
    root, _ = otter
    built = autograder("build", "--lang", "en", cwd=root)
    assert built.returncode == 0, built.stderr
    files = {
        who: (root / folder / "hw.py").read_bytes() for who, folder in (("right", "solutions"), ("stub", "assignments"))
    }
    students = make_class(tmp_path / "class", {who: {"hw.py": text} for who, text in files.items()})
    run = grade(students, tmp_path / "results", "--allow-unsandboxed", cwd=root)
    assert {who: run.records[who, "hw"]["score"] for who in files} == {"right": 3, "stub": 0}


CLOSE = """
for a in range(3):
    assert abs(square(a) - a * a) < 1e-8
for a in range(3):
    r = square([a])
    assert abs(r[0] - a * a) < 1e-8
for b in (1, 2):
    for a in range(3):
        r = square([a, b])
        assert abs(r[0] - a * a) < 1e-8
for b in (1, 2):
    for a in range(3):
        assert abs(square([a, b])[1] - b * b) < 1e-8
for b in (1, 2):
    assert abs(square([b])[0] - square(b)) < 1e-8
"""
SQUARES = "def square(x):\n    return [square(one) for one in x] if isinstance(x, list) else x ** {}\n"


@pytest.mark.parametrize(("reference", "other"), [("2", "2.0"), ("2.0", "2")])
def test_numbers_that_are_to_be_close_may_be_whole_or_not(nbgrader, grade, make_class, tmp_path, reference, other):
    root, _ = nbgrader(CLOSE, answer=SQUARES.format(reference), before="")
    answers = {"same": reference, "other": other, "wrong": "3"}
    students = {who: {"hw.py": SQUARES.format(power)} for who, power in answers.items()}
    run = grade(make_class(tmp_path / "class", students), tmp_path / "results", "--allow-unsandboxed", cwd=root)
    assert {who: run.records[who, "hw"]["score"] for who in answers} == {"same": 4, "other": 4, "wrong": 0}


def test_nothing_of_a_notebook_runs_while_it_is_imported(nbgrader, tmp_path):
    nbgrader("assert square(2) == 4", before=f"open({str(tmp_path / 'ran')!r}, 'w')")
    assert not (tmp_path / "ran").exists()


def test_a_second_notebook_joins_the_course_and_a_taken_name_is_refused(nbgrader, tmp_path):
    root, _ = nbgrader("assert square(2) == 4")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="has an assignment hw"):
        import_one(tmp_path / "hw.ipynb", "hw", "en", root)
    with pytest.raises(UsageError, match="hw has an exercise square already"):
        import_one(tmp_path / "hw.ipynb", "other", "en", root)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_the_command_says_how_much_is_translated_and_lists_the_rest(autograder, nbgrader, tmp_path):
    nbgrader("assert square(2) == 4\nassert 1 == 1")
    done = autograder("import", tmp_path / "hw.ipynb", "--assignment", "again", "--out", tmp_path / "second")
    assert done.returncode == 0, done.stderr
    assert "1 exercises, 1 of 2 tests translated" in done.stdout
    assert "cell 4, line 2: no answer of a student is in it: assert 1 == 1" in done.stdout


def test_a_new_course_begins_with_the_files_that_init_writes(autograder, nbgrader, tmp_path):
    root, _ = nbgrader("assert square(2) == 4")
    begun = autograder("import", tmp_path / "hw.ipynb", "--out", tmp_path / "new_course")
    assert begun.returncode == 0, begun.stderr
    init = autograder("init", "new_course", "--languages", "en", "--libraries", "numpy", cwd=tmp_path / "course")
    assert init.returncode == 0, init.stderr
    for name in (".gitignore", "requirements.txt", ".github/workflows/course.yml", "tests/test_course.py", "README.md"):
        text = (root / "new_course" / name).read_text(encoding="utf-8").replace("first_steps", "hw")
        assert (tmp_path / "new_course" / name).read_text(encoding="utf-8") == text


def test_a_file_that_is_there_stays_and_the_command_says_so(autograder, nbgrader, tmp_path):
    nbgrader("assert square(2) == 4")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "README.md").write_text("Mine.", encoding="utf-8")
    done = autograder("import", tmp_path / "hw.ipynb", "--out", "mine", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "README.md is there already and stays as it is" in done.stdout
    assert (tmp_path / "mine" / "README.md").read_text(encoding="utf-8") == "Mine."
    assert ".autograder-seed" in (tmp_path / "mine" / ".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_course_in_one_language_has_no_word_in_the_other(nbgrader, tmp_path, language):
    nbgrader("assert square(2) == 4\nassert 1 == 1\n### BEGIN HIDDEN TESTS\nassert square(3) == 9")
    import_one(tmp_path / "hw.ipynb", "hw", language, tmp_path / "new")
    files = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "new").rglob("*.*") if path.is_file()}
    if language == "en":
        assert [path for path, text in files.items() if HAN.search(text)] == []
    students = [text for path, text in files.items() if path.parent.name in ("cases", "assignments", "solutions")]
    assert len(students) == 3
    assert not any(" / " in text for text in students)
    if language == "zh":
        assert all(HAN.search(text) for text in students)


def test_the_stub_begins_with_what_students_may_read(nbgrader, autograder):
    root, _ = nbgrader("assert square(2) == 4")
    assert autograder("build", cwd=root).returncode == 0
    assert (root / "assignments" / "hw.py").read_text(encoding="utf-8").splitlines()[1] == '"""The code of hw."""'


def test_titles_of_checks_say_whether_students_see_the_tests_and_no_two_are_the_same(graded_cells):
    hidden = "### BEGIN HIDDEN TESTS\n    assert square(3) == 9"
    tests = [("tests", f"if True:\n    assert square({x}) == {x * x}") for x in (1, 2)]
    root, _ = graded_cells(("answer", "def square(x):\n    return x * x"), *tests, ("tests", f"if True:\n    {hidden}"))
    suite = (root / "suites/hw/test_square.py").read_text(encoding="utf-8")
    assert [one.partition('"')[0] for one in suite.split('en="')[1:]] == [
        "Tests of `square` that you can see, part 1 of 2",
        "Tests of `square` that you can see, part 2 of 2",
        "Tests of `square` that you cannot see",
    ]


def test_a_notebook_in_no_known_form_is_told_both(autograder, tmp_path):
    write(v4.new_notebook(cells=[v4.new_code_cell("x = 1")]), tmp_path / "hw.ipynb")
    done = autograder("import", tmp_path / "hw.ipynb", "--out", tmp_path / "course")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "nbgrader" in done.stderr
    assert "# BEGIN QUESTION" in done.stderr
    assert "docs/" not in done.stderr


@pytest.mark.parametrize("text", ["", "{", json.dumps({"cells": []})])
def test_what_is_no_notebook_is_one_clear_line(autograder, tmp_path, text):
    (tmp_path / "hw.ipynb").write_text(text, encoding="utf-8")
    done = autograder("import", tmp_path / "hw.ipynb", "--out", tmp_path / "course")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "course").exists()
