"""Stubs are made from solutions, and a generated file that is stale is noticed."""

from __future__ import annotations

import ast

import pytest

from autograder.build.stubs import make_stub, strip_solutions
from autograder.build.tree import generated_files, stale_files
from autograder.course.errors import UsageError
from autograder.course.load import load_course

SOLUTION = '''def f(x):
    """Say f."""
    ### BEGIN SOLUTION
    secret = x + 1
    return secret
    ### END SOLUTION


KEPT = 1
'''


def test_a_solution_region_becomes_one_pass_and_the_rest_stays():
    assert strip_solutions(SOLUTION, "f.py") == 'def f(x):\n    """Say f."""\n    pass\n\n\nKEPT = 1\n'


@pytest.mark.parametrize(
    "source",
    [
        SOLUTION.replace("    ### END SOLUTION\n", ""),
        SOLUTION.replace("    ### BEGIN SOLUTION\n", ""),
        SOLUTION.replace("    secret = x + 1\n", "    ### BEGIN SOLUTION\n"),
    ],
)
def test_a_marker_without_a_counterpart_is_refused_with_its_line(source):
    with pytest.raises(UsageError, match=r"f\.py:\d"):
        make_stub(source, "f.py")


def test_every_stub_keeps_signatures_and_docstrings_and_nothing_of_the_solution(course):
    for assignment in course.assignments.values():
        tree = ast.parse(course.stub(assignment.name).read_text(encoding="utf-8"))
        found = {node.name: node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        for exercise in assignment.exercises:
            node = found[exercise.name]
            assert ast.get_docstring(node)
            methods = [part for part in node.body if isinstance(part, ast.FunctionDef)] or [node]
            assert all(len(method.body) == 2 and isinstance(method.body[1], ast.Pass) for method in methods)


def test_the_committed_stubs_are_up_to_date(autograder):
    done = autograder("build", "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_changed_or_missing_file_is_stale(course_copy):
    copy = load_course(course_copy)
    assert stale_files(generated_files(copy)) == []
    copy.stub("practice").unlink()
    copy.stub("fc_to_conv").write_text("# mine\n")
    assert stale_files(generated_files(copy)) == [copy.stub("fc_to_conv"), copy.stub("practice")]
