"""`corr2d_matmul`: cross-correlation as one matrix product.

An answer can be wrong for some shapes of images and kernels (long, square, even, odd, one row, one column, one element,
as high or as wide as the image), for some values (large, small, zero), in later calls, in what it leaves of its inputs,
in the gradients of each input alone, and in the way it computes.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import torch

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.gradients import compare_gradients
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.own_work import own_work
from autograder.suites.practice.products import compare_product
from autograder.suites.practice.windows import Pair, extreme, not_square, square


def compare_outputs(student: Student, reference: Reference, cases: Iterable[Pair]) -> None:
    """Compare the cross-correlations of several images and kernels."""
    for X, K in cases:
        compare(student.call(X, K), reference.call(X, K), scale=X.norm() * K.norm())


@check(points=1, zh="课文的例子", en="The lesson's example", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """X = 0..8 and K = [[0, 1], [2, 3]]."""
    X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
    got, expected = student.call(X, K, public=True), reference.call(X, K)
    compare(got, expected, scale=X.norm() * K.norm(), public=True)


@check(points=2, zh="非正方形的图像和卷积核", en="Images and kernels that are not square")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """The product has to be reshaped to the right shape."""
    compare_outputs(student, reference, not_square(draw))


@check(
    points=1,
    zh="正方形、一行、一列、1×1 以及和图像一样大的卷积核",
    en="Kernels that are square, a row, a column, 1×1 or as large as X",
)
def test_extreme_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """The output is two-dimensional in all cases."""
    compare_outputs(student, reference, chain(extreme(draw), square(draw)))


@check(points=1, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    X, K = draw.tensor(5, 7), draw.tensor(2, 3)
    compare_second_call(student, reference, X, K, scale=float(X.norm() * K.norm()))


@check(points=3, zh="对 X 和 K 的梯度", en="The gradients with respect to X and K")
def test_gradients(student: Student, reference: Reference, draw: Draw) -> None:
    """The result has a graph back to both inputs."""
    compare_gradients(student, reference, draw, draw.tensor(4, 6), draw.tensor(3, 2), names=("X", "K"))


@check(
    points=1,
    zh="自己动手：没有调用现成的卷积或给出的 corr2d",
    en="Own work: neither a ready-made convolution nor the given corr2d",
    needs_setup=True,
)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """The matrix product has to be the student's own."""
    X, K = draw.tensor(4, 5), draw.tensor(2, 3)
    own_work(student, reference, X, K, scale=X.norm() * K.norm(), given=("corr2d",))


@check(points=1, zh="只做一次矩阵乘法", en="One matrix product")
def test_one_product(student: Student, reference: Reference, draw: Draw) -> None:
    """One product gives all outputs; sums of products, or a product for each window, row or offset, do not count."""
    compare_product(student, reference, draw.tensor(6, 7), draw.tensor(3, 4))
