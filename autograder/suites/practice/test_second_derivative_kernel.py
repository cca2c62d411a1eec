"""`second_derivative_kernel`: what it gives on samples at unit spacing."""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.suites.practice.samples import compare_applied

x = torch.arange(-3.0, 4.0)


@check(points=2, zh="x² 的二阶导数处处是 2", en="The second derivative of x² is 2 everywhere")
def test_square(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    compare_applied(student.call(public=True), reference.call(), x**2, public=True)


@check(points=1, zh="任意的二次函数", en="Any quadratic")
def test_quadratic(student: Student, reference: Reference, draw: Draw) -> None:
    """Samples of a x² + b x + c with |a| > 1."""
    a, b, c = 1 + abs(draw.number()), draw.number(), draw.number()
    compare_applied(student.call(), reference.call(), a * x**2 + b * x + c)


@check(points=1, zh="开口向下的二次函数", en="A quadratic that opens downwards")
def test_concave(student: Student, reference: Reference, draw: Draw) -> None:
    """The second derivative is negative."""
    compare_applied(student.call(), reference.call(), -(1 + abs(draw.number())) * x**2 + draw.number())


@check(points=1, zh="直线得到 0，加上直线不改变二阶导数", en="Lines give 0, and adding a line changes nothing")
def test_line(student: Student, reference: Reference, draw: Draw) -> None:
    """A line alone, then the same line with a parabola on it."""
    line = draw.number() * x + draw.number()
    for samples in (line, line + x**2):
        compare_applied(student.call(), reference.call(), samples)
