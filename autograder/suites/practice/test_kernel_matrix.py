"""`kernel_matrix`: the kernel as one matrix for all images of a shape.

An answer can be wrong for some shapes of images and kernels (long, square, even, odd, one row, one column, one element,
as high or as wide as the image), for some values (large, small, zero), in later calls and in what it leaves of its
inputs.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import torch

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.own_work import own_work
from autograder.suites.practice.windows import Pair, extreme, not_square, square


def compare_matrices(student: Student, reference: Reference, cases: Iterable[Pair]) -> None:
    """Compare the matrices of several kernels, for images as large as these."""
    for image, K in cases:
        shape = (image.shape[0], image.shape[1])
        compare(student.call(K, shape), reference.call(K, shape), scale=K.norm())


@check(points=2, zh="课文的 2×2 卷积核与 3×3 图像", en="The lesson's 2×2 kernel and 3×3 images", public=True)
def test_lesson_kernel(student: Student, reference: Reference) -> None:
    """K = [[0, 1], [2, 3]]."""
    K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
    compare(student.call(K, (3, 3), public=True), reference.call(K, (3, 3)), scale=K.norm(), public=True)


@check(points=6, zh="非正方形的卷积核和图像", en="Kernels and images that are not square")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """A window at the end of one row does not continue in the next row."""
    K = draw.tensor(2, 3)
    compare_matrices(student, reference, [(torch.empty(4, 6), K), (torch.empty(5, 3), K), *not_square(draw)])


@check(
    points=4,
    zh="正方形、一行、一列、1×1 以及和图像一样大的卷积核",
    en="Kernels that are square, a row, a column, 1×1 or as large as X",
)
def test_extreme_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """The matrix may be a multiple of the identity or a single row."""
    compare_matrices(student, reference, chain(extreme(draw), square(draw)))


@check(points=1.5, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    K = draw.tensor(5, 6)
    compare_second_call(student, reference, K, (6, 8), scale=float(K.norm()))


@check(points=1.5, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """The matrix has to be built from the kernel without a library's convolution."""
    K = draw.tensor(2, 3)
    own_work(student, reference, K, (4, 5), scale=K.norm())
