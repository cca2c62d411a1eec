"""Mutants: one small change each, inside the solution of one exercise."""

from __future__ import annotations

import ast
import textwrap

import pytest

from autograder.prove.mutants import mutants_of

FRAME = (
    "def other(x):\n    return x + 1\n\n\ndef f(a, b=1):\n    x = 5\n    ### BEGIN SOLUTION\n{}\n    ### END SOLUTION\n"
)


def afters(body: str) -> set[str]:
    return {mutant.after for mutant in mutants_of(FRAME.format(textwrap.indent(body, "    ")), "f")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return a < b", {"return a <= b", "return a >= b"}),
        ("return a - b", {"return a + b", "return a", "return b"}),
        ("a -= b", {"a += b"}),
        ("return a * 2", {"return a * 3", "return a * 1", "return a / 2", "return a + 2"}),
        ("return f(a, b)", {"return f(b, a)", "return a"}),
        ("return a[1, b]", {"return a[b, 1]"}),
        ("return a.sum(dim=0)", {"return a", "return a.sum()", "return a.sum(dim=1)", "return a.sum(dim=-1)"}),
        ("if a:\n    return b", {"if not a:", "pass"}),
        ("return a and b", {"return a or b"}),
        ("return f(a, bias=False)", {"return f(a, bias=True)", "return f(a)"}),
        ("a.clear()", {"pass", "a"}),
        ("return [i for i in a if i]", {"return [i for i in a if not i]"}),
        ("return -a", {"return a"}),
    ],
)
def test_an_operator_makes_its_mistakes(body, expected):
    assert expected <= afters(body)


def test_defaults_are_mutated_and_nothing_else_outside_the_solution():
    befores = {mutant.before for mutant in mutants_of(FRAME.format("    return a + b"), "f")}
    assert befores - {""} == {"def f(a, b=1):", "return a + b"}


def test_a_mutant_is_python_differs_from_the_solution_and_comes_once(course):
    solution = course.solution("practice").read_text(encoding="utf-8")
    sources = [mutant.source for exercise in ("im2col", "train_layer") for mutant in mutants_of(solution, exercise)]
    trees = {ast.dump(ast.parse(source)) for source in sources}
    assert len(trees) == len(sources) > 40
    assert ast.dump(ast.parse(solution)) not in trees
