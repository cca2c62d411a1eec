"""What otter hides stays hidden, and its questions are worth what they are worth in otter."""

import pytest
from nbformat import v4

from autograder.course.load import load_course

TWICE = "def twice(x):\n    return 2 * x # SOLUTION"
SECRET = "777"


def raw(text):
    return v4.new_raw_cell(text)


def question(*tests, settings="", answer=TWICE):
    """Return the cells of a question of otter with these cells of tests."""
    return [
        raw(f"# BEGIN QUESTION\nname: q1\n{settings}"),
        *[raw("# BEGIN SOLUTION"), v4.new_code_cell(answer), raw("# END SOLUTION")],
        *[raw("# BEGIN TESTS"), *map(v4.new_code_cell, tests), raw("# END TESTS")],
        raw("# END QUESTION"),
    ]


def settings_of_test(text):
    return f'""" # BEGIN TEST CONFIG\n{text}\n""" # END TEST CONFIG\n'


def points_of_checks(root):
    """Return what each check of the suite of `twice` is worth."""
    suite = (root / "suites/hw/test_twice.py").read_text(encoding="utf-8")
    return [float(one.partition(",")[0]) for one in suite.split("@check(points=")[1:]]


@pytest.fixture
def shown_to_students(import_cells):
    """Import a notebook; return all texts that students get, and the checks of its suites that are public."""

    def shown_to_students(*cells, metadata=None):
        root, _ = import_cells(*cells, metadata=metadata)
        folders = ("assignments", "solutions", "source")
        texts = [path.read_text(encoding="utf-8") for one in folders for path in (root / one).rglob("*.*")]
        suites = "".join(path.read_text(encoding="utf-8") for path in (root / "suites").rglob("test_*.py"))
        return "\n".join([*texts, *(one for one in suites.split("@check(") if "public=True" in one)])

    return shown_to_students


TEST = f"assert twice({SECRET}) == 1554"


@pytest.mark.parametrize(
    "test",
    [
        f"# HIDDEN\n{TEST}",
        f"#hidden\n{TEST}",
        f"## Hidden: a large number ##\n{TEST}",
        f"\n# more cases\n# these are hidden from students\n{TEST}",
        f"{settings_of_test('hidden: true')}{TEST}",
        f"{settings_of_test('points: 2')}# HIDDEN\n{TEST}",
        f"# HIDDEN\n{settings_of_test('points: 2')}{TEST}",
        f"{settings_of_test('hidden: yes').lower()}{TEST}",
        f"{settings_of_test('hidden: [')}{TEST}",
        f"def test_large(twice):\n    # HIDDEN\n    {TEST}",
        f"x = {SECRET}  # hidden test\nassert twice(x) == 1554",
    ],
)
def test_a_hidden_test_of_otter_is_shown_to_nobody(shown_to_students, test):
    shown = shown_to_students(*question("assert twice(2) == 4", test))
    assert "twice(2)" in shown
    assert SECRET not in shown


def test_a_hidden_test_between_fences_of_one_cell_is_no_code_of_the_lesson(shown_to_students):
    before, after = question()[:3], v4.new_markdown_cell("```otter\n# END TESTS\n```")
    begin = v4.new_markdown_cell("Now it is tested.\n\n```otter\n# BEGIN TESTS\n```")
    tests = v4.new_code_cell(f"{settings_of_test('hidden: true')}{TEST}")
    shown = shown_to_students(*before, raw("# END SOLUTION"), begin, tests, after)
    assert "Now it is tested." in shown
    assert SECRET not in shown


@pytest.mark.parametrize("test", [f"# HIDDEN TEST: a large number\n{TEST}", f"# hidden\n{TEST}"])
def test_a_hidden_test_among_no_tests_is_hidden_all_the_same(shown_to_students, test):
    cells = [v4.new_markdown_cell("```\nBEGIN QUESTION\nname: q1\n```"), v4.new_code_cell(TWICE)]
    assert SECRET not in shown_to_students(*cells, v4.new_code_cell("## TEST ##\ntwice(2)"), v4.new_code_cell(test))


def test_a_case_of_the_metadata_is_hidden_unless_it_says_otherwise(shown_to_students):
    visible = [{"code": f">>> s = twice\n>>> s({x})\n{2 * x}", "hidden": False} for x in (2, 3)]
    cases = [{"code": f">>> twice({SECRET})\n1554"}, *visible]
    metadata = {"otter": {"tests": {"q1": {"name": "q1", "suites": [{"cases": cases}]}}}}
    cells = [*question()[:4], v4.new_code_cell('grader.check("q1")')]
    shown = shown_to_students(*cells, metadata=metadata)
    assert shown.count("student.run(cell_5_case_") == 2
    assert SECRET not in shown


@pytest.mark.parametrize(
    "tests",
    [
        f"for x in range(3):\n    assert twice(x) == 2 * x\n    ### BEGIN HIDDEN TESTS\n    {TEST}\n    ### END HIDDEN TESTS",
        f"assert twice(2) == 4\n### BEGIN HIDDEN TESTS\nx = {SECRET}\n### END HIDDEN TESTS\nassert twice(x) == 1554",
        f"def ask(x, y):\n    assert twice(x) == y\nask(2, 4)\n### BEGIN HIDDEN TESTS\nask({SECRET}, 1554)\n### END HIDDEN TESTS",
        f"assert twice(2) == 4\n# -- BEGIN HIDDEN TEST\n{TEST}",
    ],
)
def test_what_hidden_lines_of_nbgrader_have_a_part_in_is_hidden(graded_cells, tests):
    root, _ = graded_cells(("answer", TWICE), ("tests", tests))
    suite = (root / "suites/hw/test_twice.py").read_text(encoding="utf-8")
    public = "".join(one for one in suite.split("@check(") if "public=True" in one)
    assert SECRET in suite
    assert SECRET not in public + (root / "assignments/cases/hw.py").read_text(encoding="utf-8")


TESTS = ("assert twice(1) == 2", "# HIDDEN\nassert twice(2) == 4", "assert twice(3) == 6")
OWN = tuple(f"{settings_of_test('points: 3')}{test}" if "3" in test else test for test in TESTS)


@pytest.mark.parametrize(
    ("settings", "tests", "worth"),
    [
        ("points: 2", TESTS, 2),
        ("points: {each: 2}", TESTS, 6),
        ("points: [1, 0, 4]", TESTS, 5),
        ("", TESTS, 1),
        ("points: 5", OWN, 5),
        ("", OWN, 3),
        ("points: 0", TESTS, 1),
    ],
)
def test_a_question_is_worth_what_it_is_in_otter(import_cells, settings, tests, worth):
    root, _ = import_cells(*question(*tests, settings=settings))
    assert [one.points for one in load_course(root).assignments["hw"].exercises] == [worth]
    assert sum(points_of_checks(root)) == pytest.approx(worth, abs=1e-9)


def test_tests_without_points_share_what_others_leave_of_the_question(import_cells):
    root, _ = import_cells(*question(*OWN, settings="points: 5"))
    assert points_of_checks(root) == [1, 1, 3]
