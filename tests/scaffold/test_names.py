"""A name that cannot be used is refused in one line that says why."""

from __future__ import annotations

import pytest

from autograder.course.errors import UsageError
from autograder.scaffold.names import require_free


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2d", "'2d' is no name of a function"),
        ("max-pool", "'max-pool' is no name of a function"),
        ("../up", "is no name of a function"),
        ("", "'' is no name of a function"),
        ("卷积", "is no name of a function"),
        ("lambda", "lambda is a keyword of Python"),
        ("sorted", "sorted is what Python itself calls one of its own functions"),
        ("random", "random is a module of Python's standard library"),
        ("numpy", "numpy is the name of a library"),
        ("pytest", "pytest is the name of a library"),
        ("check", "check is a name that the grader or pytest uses itself"),
        ("right", "right is a name that the grader or pytest uses itself"),
        ("test_it", "test_it is a name that the grader or pytest uses itself"),
        ("im2col", "im2col is the name of an exercise of practice already"),
        ("practice", "practice is the name of an assignment already"),
        ("transposed_edges", "is the name of a written question of practice already"),
    ],
)
def test_a_name_is_refused(course, name, why):
    with pytest.raises(UsageError) as refused:
        require_free(name, course)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_new_name_is_free(course):
    require_free("blur", course)
