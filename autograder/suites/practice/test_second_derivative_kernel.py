"""`second_derivative_kernel`: its outputs on samples at unit spacing.

On x² a kernel w of width 3 gives (Σ w) x² + 2 (Σ i w) x + Σ i² w, so one parabola determines all three weights.
"""

from __future__ import annotations

import torch

from autograder.checks import Draw, Failed, Reference, Student, Text, check
from autograder.suites.practice.samples import compare_applied

ZERO = Text("核的元素全为 0，任何函数都得到 0。", "All elements of the kernel are zero: it gives 0 for any function.")
x = torch.arange(-3.0, 4.0)


@check(points=2, zh="直线的二阶导数处处是 0", en="The second derivative of a line is 0 everywhere")
def test_line(student: Student, reference: Reference, draw: Draw) -> None:
    """A random line; a kernel of zeros fails."""
    kernel = student.call()
    compare_applied(kernel, reference.call(), draw.number() * x + draw.number())
    if not kernel.any():
        raise Failed(ZERO)


@check(points=3, zh="x² 的二阶导数处处是 2", en="The second derivative of x² is 2 everywhere", public=True)
def test_square(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    compare_applied(student.call(public=True), reference.call(), x**2, public=True)
