"""`corr2d`: the two-dimensional cross-correlation.

An answer can be wrong along these dimensions: rows and columns of X, of K and of the output, few and many; even and
odd sizes, square or not; one row, column or element; K as high or as wide as X; values of either sign, large, small and
zero; a second call with other values; the inputs afterwards; the gradients when both inputs want one, or only one.
"""

from __future__ import annotations

import torch
from torch import Tensor

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.gradients import compare_gradients
from autograder.checks.helpers.many_cases import compare_each
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.own_work import own_work


def scale_of(X: Tensor, K: Tensor) -> float:
    """Return the norm of the image times the norm of the kernel."""
    return float(X.norm() * K.norm())


def compare_output(student: Student, reference: Reference, X: Tensor, K: Tensor, *, public: bool = False) -> None:
    """Compare the cross-correlation of an image X (n_h, n_w) and a kernel K (k_h, k_w)."""
    got = student.call(X, K, public=public)
    compare(got, reference.call(X, K), scale=scale_of(X, K), public=public)


@check(points=3, zh="课文的 3×3 图像与 2×2 的卷积核", en="The lesson's 3×3 image and 2×2 kernel", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """The figure's example: 19, 25, 37, 43."""
    X, K = torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2)
    compare_output(student, reference, X, K, public=True)


@check(points=4, zh="各种形状的图像和卷积核，数值有正有负", en="Images and kernels of many shapes, of either sign")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """Wide, tall, and of a random size; square; many rows or columns with large and small values; zeros."""
    compare_output(student, reference, draw.tensor(4, 6), draw.tensor(3, 2))
    compare_output(student, reference, draw.tensor(7, 4), draw.tensor(2, 3))
    compare_output(student, reference, draw.tensor(*draw.shape(6, 9)), draw.tensor(*draw.shape(2, 5)))
    cases = [
        (draw.tensor(10, 10), draw.tensor(9, 9)),
        (1e6 * draw.tensor(20, 5), 1e-4 * draw.tensor(4, 4)),
        (1e-6 * draw.tensor(5, 20), 100 * draw.tensor(4, 4)),
        (torch.zeros(3, 4), draw.tensor(2, 2)),
        (draw.tensor(3, 4), torch.zeros(2, 2)),
    ]
    compare_each(student, reference, cases, scale_of)


@check(points=2, zh="只有一行或一列的卷积核和图像", en="Kernels and images of one row, and of one column")
def test_row_and_column(student: Student, reference: Reference, draw: Draw) -> None:
    """Kernels of shape (1, k) and (k, 1), short and long."""
    for image, kernel in (((4, 6), (1, 3)), ((6, 4), (3, 1)), ((1, 7), (1, 3)), ((6, 1), (2, 1))):
        compare_output(student, reference, draw.tensor(*image), draw.tensor(*kernel))
    long = [(draw.tensor(2, 20), draw.tensor(1, 18)), (draw.tensor(20, 2), draw.tensor(17, 1))]
    compare_each(student, reference, long, scale_of)


@check(points=3, zh="1×1 的卷积核，以及和图像一样大的卷积核", en="Kernels of 1×1, and as large as the image")
def test_extreme_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """Kernels that fit at every pixel, only in one place, or only along one direction."""
    for kernel in ((1, 1), (4, 5), (4, 2), (3, 5)):
        compare_output(student, reference, draw.tensor(4, 5), draw.tensor(*kernel))
    compare_output(student, reference, draw.tensor(1, 1), draw.tensor(1, 1))


@check(points=2, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    X, K = draw.tensor(4, 5), draw.tensor(3, 2)
    compare_second_call(student, reference, X, K, scale=scale_of(X, K))


@check(points=4, zh="梯度传到 X 和 K", en="Gradients reach X and K")
def test_gradients(student: Student, reference: Reference, draw: Draw) -> None:
    """The gradients for a random upstream gradient."""
    compare_gradients(student, reference, draw, draw.tensor(5, 4), draw.tensor(2, 3), names=("X", "K"))


@check(points=2, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """The operation has to be written by hand."""
    X, K = draw.tensor(5, 4), draw.tensor(2, 3)
    own_work(student, reference, X, K, scale=scale_of(X, K))
