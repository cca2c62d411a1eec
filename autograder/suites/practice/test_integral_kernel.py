"""`integral_kernel`: the sum over each window of samples.

An answer can be wrong for some n (1, even, odd, large) and in later calls.
"""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.suites.practice.samples import compare_applied


@check(points=1, zh="n = 3，对 0, 1, 2, … 求和", en="n = 3, summing 0, 1, 2, …", public=True)
def test_three(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    compare_applied(student.call(3, public=True), reference.call(3), torch.arange(7.0), public=True)


@check(points=4, zh="任意的 n 和采样", en="Any n, any samples")
def test_any_width(student: Student, reference: Reference, draw: Draw) -> None:
    """Each call gives a kernel of its own width, in which all elements are the same."""
    for n in (2, 1, 2, *range(4, 13), draw.integer(20, 40)):
        compare_applied(student.call(n), reference.call(n), draw.tensor(50))
