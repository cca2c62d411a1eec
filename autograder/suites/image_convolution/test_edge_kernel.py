"""`edge_kernel`: the kernel that finds vertical edges."""

from __future__ import annotations

from autograder.checks import Reference, Student, check, compare
from autograder.checks.helpers.repeat_calls import compare_second_call


@check(points=4, zh="由白变黑得 1，由黑变白得 −1，其余得 0", en="1 from white to black, −1 from black to white, else 0")
def test_edges(student: Student, reference: Reference) -> None:
    """Only one kernel has these outputs on the image, so the kernels are compared."""
    compare(student.call(), reference.call(), scale=1)


@check(points=1, zh="再次调用仍然正确", en="A second call is right as well")
def test_second_call(student: Student, reference: Reference) -> None:
    """No call leaves state behind."""
    compare(student.call(), reference.call(), scale=1)
    compare_second_call(student, reference, scale=1)
