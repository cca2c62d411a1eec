"""Public cases that the solution does not pass, or that are no exercise's, are refused with their place."""

from __future__ import annotations

import pytest

from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.mistakes.public_replies import mistake_files

HEAD = "from check.asking import call, second_call\nfrom check.model import Case, Raises\n\n\n"
SOLUTION = "def {0}(a, b):\n    ### BEGIN SOLUTION\n    return a + b\n    ### END SOLUTION\n"
EXERCISE = '{0} = {{ points = 1, title = {{ zh = "{0}", en = "{0}" }} }}'
SOUND = 'Case("add", "two numbers", call("add", 3, 5), 8)'
MORE = 'Case("sum_up", "a sum", call("sum_up", 3, 5), 8)'


@pytest.fixture
def build(make_adding):
    """Build the known mistakes of a course with these public cases."""

    def build(cases, files=None, libraries=()):
        names = "add", "sum_up"
        written = {
            "solutions/adding.py": "\n\n".join(map(SOLUTION.format, names)),
            "assignments/cases/adding.py": f"{HEAD}CASES = (\n    {cases},\n)\n",
        }
        root = make_adding("\n".join(map(EXERCISE.format, names)), written | (files or {}), libraries=libraries)
        return mistake_files(load_course(root))

    return build


def test_cases_that_the_solution_passes_are_built(build):
    assert len(build(f"{SOUND},\n    {MORE}")) == 1


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (
            'Case("add", "two numbers", call("add", 3, 5), 9)',
            'assignments/cases/adding.py:6: the case "two numbers" expects 9; the reference gives 8.',
        ),
        (
            'Case("add", "one number", call("add", 3), 3)',
            "the reference raises TypeError: add() missing 1 required positional argument: 'b'.",
        ),
        (
            'Case("add", "no numbers", call("add", 3, 5), Raises(ValueError))',
            'the case "no numbers" expects ValueError to be raised; the reference gives 8.',
        ),
        (
            'Case("add", "two numbers", call("add", 3.0, 5), 8)',
            "expects 8; the reference gives 8.0: The returned value has type float; it should be int.",
        ),
        (
            'Case("ad", "two numbers", call("add", 3, 5), 8)',
            "assignments/cases/adding.py:6: There is no exercise 'ad'. Did you mean add?",
        ),
        (
            'Case("add", "two numbers", call("add", 3, 5), 8, needs=("sum_upp",))',
            "There is no exercise 'sum_upp'. Did you mean sum_up?",
        ),
        (
            MORE.replace('"sum_up", 3', '"add", 3'),
            "assignments/cases/adding.py has no case of add. Write Case('add', …).",
        ),
        (
            'Case("add", "two numbers", call("add", mth.pi, 5), 8)',
            "assignments/cases/adding.py:6: NameError: name 'mth' is not defined.",
        ),
    ],
)
def test_a_wrong_case_is_refused_with_what_is_wrong(build, wrong, complaint):
    with pytest.raises(UsageError) as refused:
        build(f"{wrong},\n    {MORE}")
    assert complaint in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


def test_a_case_that_a_function_makes_stands_where_the_function_is_called(build):
    made = '(lambda right: Case("add", "two numbers", call("add", 3, 5), right))'
    with pytest.raises(UsageError, match=r"adding\.py:7: the case"):
        build(f"{MORE},\n    {made}(9)")


def test_a_solution_may_be_a_dataclass(build):
    cases = """
    Case("add", "an object", lambda student: student.add(1).a, 1),
    Case("sum_up", "an object", lambda student: student.sum_up(1).a, 1)"""
    kind = "@dataclass\nclass {0}:\n    ### BEGIN SOLUTION\n    a: int\n    ### END SOLUTION\n"
    head = "from __future__ import annotations\n\nfrom dataclasses import dataclass\n\n\n"
    solution = head + "\n\n".join(map(kind.format, ("add", "sum_up")))
    assert len(build(cases, {"solutions/adding.py": solution})) == 1


def test_a_known_mistake_that_does_not_apply_is_a_slip_of_the_author(build):
    edit = '[subtracts]\nbefore = "return a * b"\nafter = "return a - b"\nzh = "减"\nen = "Minus."\ncheck = "numbers"\n'
    with pytest.raises(UsageError, match=r"add\.toml: \[subtracts\] does not apply to .*`before` is found 0 times"):
        build(f"{SOUND},\n    {MORE}", {"autograder/suites/misconceptions/add.toml": edit})


def test_a_library_that_is_not_installed_is_named_with_the_nearest_that_is(build):
    with pytest.raises(UsageError, match=r"libraries has nmpy, which is not installed\. Did you mean numpy\?"):
        build(f"{SOUND},\n    {MORE}", libraries=["nmpy"])
