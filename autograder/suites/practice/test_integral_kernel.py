"""`integral_kernel`: the sum over each window of samples."""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.suites.practice.samples import compare_applied


@check(points=1, zh="n = 3，对 0, 1, 2, … 求和", en="n = 3, summing 0, 1, 2, …")
def test_three(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    compare_applied(student.call(3, public=True), reference.call(3), torch.arange(7.0), public=True)


@check(points=2, zh="任意的 n 和采样", en="Any n, any samples")
def test_any_width(student: Student, reference: Reference, draw: Draw) -> None:
    """Positive and negative samples; every one in the window counts alike."""
    n = draw.integer(4, 9)
    compare_applied(student.call(n), reference.call(n), draw.tensor(16))


@check(points=1, zh="n = 2：不是平均值", en="n = 2: not the mean")
def test_two(student: Student, reference: Reference, draw: Draw) -> None:
    """The sum of two neighbours."""
    compare_applied(student.call(2), reference.call(2), draw.tensor(8))


@check(points=1, zh="接连几个 n，包括 n = 1", en="Several n in turn, n = 1 among them")
def test_widths_in_turn(student: Student, reference: Reference, draw: Draw) -> None:
    """Each call answers for its own width."""
    samples = draw.tensor(14)
    for n in (5, 1, 12, 5):
        compare_applied(student.call(n), reference.call(n), samples)
