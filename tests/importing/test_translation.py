"""Tests of a notebook become checks that compare outside the student's process; what cannot is a to-do."""

import pytest

STACK = """class Stack:
    ### BEGIN SOLUTION
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        return self.items.pop()

    def is_empty(self):
        return not self.items
    ### END SOLUTION"""
SQUARE = "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION"
TO_DO = "raise NotImplementedError"


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ("assert square(2) == 4", "compare(student.call(2, public=True), 4.0, public=True)"),
        ("assert 4 == square(x=2)", "compare(student.call(x=2, public=True), 4.0, public=True)"),
        ("assert square(2) is None", "compare(student.call(2, public=True), None, public=True)"),
        ("assert square(2) is True", "compare(student.call(2, public=True), True, public=True)"),
        (
            "assert abs(square(2) - 4) < 1e-6",
            "compare(student.call(2, public=True), 4.0, rtol=0, atol=1e-06, public=True)",
        ),
        (
            "assert round(square(2), 2) == 4",
            "compare(student.call(2, public=True), 4.0, rtol=0, atol=0.005, public=True)",
        ),
        (
            "assert math.isclose(square(2), 4)",
            "compare(student.call(2, public=True), 4.0, rtol=1e-09, atol=0, public=True)",
        ),
        (
            "assert np.isclose(square(2), 4, atol=0.1)",
            "compare(student.call(2, public=True), 4.0, rtol=1e-05, atol=0.1, public=True)",
        ),
        (
            "assert np.allclose(square(2), [4])",
            "compare(student.call(2, public=True), reference.call(2), rtol=1e-05, atol=1e-08, public=True)",
        ),
        (
            "np.testing.assert_array_equal(square(2), [4])",
            "compare(student.call(2, public=True), reference.call(2), public=True)",
        ),
        (
            "np.testing.assert_allclose(square(2), 4, rtol=1e-3)",
            "compare(student.call(2, public=True), 4.0, rtol=0.001, atol=0, public=True)",
        ),
        (
            "torch.testing.assert_close(square(2), 4.0)",
            "compare(student.call(2, public=True), 4.0, rtol=1.3e-06, atol=1e-05, public=True)",
        ),
        ("assert square(2) == pytest.approx(4)", "4.0, rtol=1e-06, atol=1e-12, public=True)"),
        ("tc.assertEqual(square(2), 4)", "compare(student.call(2, public=True), 4.0, public=True)"),
        ("tc.assertAlmostEqual(square(2), 4, places=3)", "4.0, rtol=0, atol=0.5e-3, public=True)"),
        (
            "assert isinstance(square(2), int)",
            "require(lambda: isinstance(got, int), asked='`isinstance(square(2), int)`')",
        ),
        ("assert 4 in [square(2)]", "require(lambda: 4 in [got], asked='`4 in [square(2)]`')"),
        ("assert square(2) > 3", "require(lambda: got > 3, asked='`square(2) > 3`')"),
        ("assert len(square('ab')) == 4", "require(lambda: len(got) == 4, asked=\"`len(square('ab')) == 4`\")"),
        ("assert square(2) > 3, 'A square  grows.'", "require(lambda: got > 3, asked='A square grows.')"),
        ("with pytest.raises(TypeError):\n    square(None)", "student.raises(TypeError, None, public=True)"),
        (
            "with pytest.raises(TypeError, match='no'):\n    square(None)",
            "student.raises(TypeError, None, match='no', public=True)",
        ),
        (
            "try:\n    square(None)\nexcept TypeError:\n    pass\nelse:\n    raise AssertionError('no error')",
            "student.raises(TypeError, None, public=True)",
        ),
        ("for x in range(3):\n    assert square(x) == x ** 2", "for x in range(3):"),
        ("x = [1, 2]\nresult = square(x)\nassert result == x", "result = student.call(x, public=True)"),
        (
            "def check_two(value):\n    assert square(2) == value\ncheck_two(4)",
            "compare(student.call(2, public=True), 4.0",
        ),
    ],
)
def test_a_claim_on_a_call_becomes_a_comparison(suite, test, line):
    text = suite(
        test,
        before="import math\nimport numpy as np\nimport pytest\nimport torch\nimport unittest\ntc = unittest.TestCase()",
    )
    assert line in text
    assert TO_DO not in text


@pytest.mark.parametrize(
    ("test", "seen", "compared"),
    [
        ("s = Stack()\ns.push(3)\nassert s.pop() == 3", "seen.append(s.pop())", "compare(student.run("),
        ("assert Stack().is_empty()", "seen.append(bool(Stack().is_empty()))", "compare(student.run("),
        ("s = Stack()\nassert isinstance(s, Stack)", "seen.append(type(s).__name__)", "compare(student.run("),
        ("s = Stack()\nassert len(s.items) < 1", "seen.append((s.items,))", "lambda row, right: len(row[0]) < 1, asked='`len(s.items) < 1`')"),
        ("a = Stack()\nb = Stack()\nassert a.items == b.items", "(a.items, b.items)", "compare_pairs(student.run("),
        ("s = Stack()\nwith pytest.raises(IndexError):\n    s.pop()", "seen.append('IndexError')", "compare(student.run("),
        ("s = Stack()\nfor i in range(3):\n    s.push(i)\n    assert s.items[-1] == i", "    seen.append(s.items[-1])", "compare("),
    ],
)  # fmt: skip
def test_what_does_not_cross_is_seen_by_a_probe_and_compared_outside(suite, test, seen, compared):
    text = suite(test, answer=STACK)
    probe, _, checks = text.partition("@check")
    assert seen in probe
    assert "assert" not in probe
    assert compared in checks
    assert TO_DO not in text


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        ("assert open('data.txt').read() == str(square(2))", "it reads a file"),
        ("plt.plot(square(2))\nassert plt.gca().get_title() == str(square(2))", "it looks at a plot"),
        ("import inspect\nassert 'for' not in inspect.getsource(square)", "it looks at the text"),
        ("assert 1 + 1 == 2", "no answer of a student is in it"),
        ("assert square(unknown) == 4", "`unknown` is defined nowhere in the notebook"),
        ("# hidden tests come here", "the cell asserts nothing"),
        ("if square(2) != 4:\n    del square\n    raise SystemExit", "it fails in a way that"),
        ("assert square(2) ==", "the cell is not valid Python"),
        ("def helper(x):\n    assert x\n    return x\nassert helper(square(2)) == 4\n", "inside a function"),
    ],
)
def test_what_cannot_be_translated_is_listed_by_cell_and_line_and_stays_to_be_done(nbgrader, test, reason):
    root, imported = nbgrader(test)
    text = (root / "suites" / "hw" / "test_square.py").read_text(encoding="utf-8")
    (found,) = {(todo.cell, reason) for todo in imported.todos if reason in todo.reason}
    assert found == (4, reason)
    assert "# TODO(author): cell 4, line " in text
    assert TO_DO in text


def test_a_loop_in_a_loop_compares_what_the_student_gives_with_what_the_reference_gives(suite):
    text = suite(
        "for b in (1, 2):\n    for a in range(3):\n        r = square([a, b])\n        assert abs(r[0] - a) < 1e-8"
    )
    assert "seen.append(r[0])" in text
    assert "compare_pairs" not in text


@pytest.mark.parametrize("test", ["assert square(2) > 3", "assert square(2) > 3, 'Three is less.'"])
def test_what_a_hidden_test_requires_is_not_said(suite, test):
    text = suite(f"### BEGIN HIDDEN TESTS\n{test}\n### END HIDDEN TESTS")
    assert "require(lambda: got > 3)" in text


def test_hidden_tests_become_hidden_checks_and_share_the_points(suite):
    text = suite("assert square(1) == 1\n### BEGIN HIDDEN TESTS\nassert square(2) == 4\n### END HIDDEN TESTS")
    public, hidden = text.split("@check(")[1:]
    assert "points=2" in public
    assert "points=2" in hidden
    assert "public=True" not in hidden


def test_random_inputs_are_the_same_for_a_seed(suite):
    assert "np.random.seed(draw.integer(" in suite("x = np.random.rand(3)\nassert np.allclose(square(x), x ** 2)")


def test_a_variable_becomes_a_function_that_returns_it(nbgrader):
    root, imported = nbgrader("assert area == 12", answer="width = 3\narea = width * 4  # SOLUTION")
    assert imported.exercises == ("area",)
    assert "compare(student.call(public=True), 12.0" in (root / "suites/hw/test_area.py").read_text(encoding="utf-8")
    names = {}
    exec((root / "solutions" / "hw.py").read_text(encoding="utf-8"), names)
    assert names["area"]() == 12


def test_a_variable_is_the_students_until_a_test_binds_its_name(graded_cells):
    root, _ = graded_cells(
        ("answer", SQUARE),
        ("answer", "### BEGIN SOLUTION\nside = 3\n### END SOLUTION"),
        ("tests", "area = square(side)\nside = 5\nassert area == 9\nassert square(side) == 25"),
        ("tests", "wide = square(side)\nassert wide > 9"),
    )
    suites = {path.stem: path.read_text(encoding="utf-8") for path in (root / "suites" / "hw").glob("test_*.py")}
    assert "side()()" not in "".join(suites.values())
    assert {line.strip() for text in suites.values() for line in text.splitlines() if "square(side" in line} == {
        "area = square(side())",
        "seen.append(square(side))",
        "wide = square(side)",
    }


def test_a_solution_may_count_in_a_variable_of_its_own(suite):
    answer = "def square(x):\n    ### BEGIN SOLUTION\n    total = 0\n    for _ in range(x):\n        total += x\n    return total\n    ### END SOLUTION"
    assert TO_DO not in suite("assert square(2) == 4", answer=answer)


def test_a_solution_that_reads_what_only_tests_define_is_a_to_do(suite):
    text = suite("base = 2\nassert square(2) == 4", answer="def square(x):\n    return x ** base")
    assert "`base`, which `square` reads, is defined in no cell that students get" in text


def test_a_solution_that_reads_a_file_is_a_to_do_and_the_others_load(nbgrader):
    answer = "def square(x):\n    return x * rows"
    root, imported = nbgrader("assert square(2) == 4", answer=answer, before="rows = len(open('data.csv').read())")
    assert "`rows`, which `square` reads" in imported.todos[0].reason
    exec((root / "solutions" / "hw.py").read_text(encoding="utf-8"), {})
