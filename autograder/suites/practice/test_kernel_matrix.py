"""`kernel_matrix`: the kernel as one matrix for all images of a shape."""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.suites.own_work import own_work
from autograder.suites.repeat_calls import compare_second_call


def compare_matrix(student: Student, reference: Reference, K: torch.Tensor, *shapes: tuple[int, int]) -> None:
    """Compare the matrices of one kernel for several input shapes."""
    for shape in shapes:
        compare(student.call(K, shape), reference.call(K, shape), scale=K.norm())


@check(points=2, zh="课文的 2×2 卷积核与 3×3 图像", en="The lesson's 2×2 kernel and 3×3 images")
def test_lesson_kernel(student: Student, reference: Reference) -> None:
    """K = [[0, 1], [2, 3]]."""
    K = torch.tensor([[0.0, 1.0], [2.0, 3.0]])
    compare(student.call(K, (3, 3), public=True), reference.call(K, (3, 3)), scale=K.norm(), public=True)


@check(points=6, zh="非正方形的卷积核和图像", en="Kernels and images that are not square")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """A window at the end of one row does not continue in the next row."""
    compare_matrix(student, reference, draw.tensor(2, 3), (4, 6), (5, 3))
    compare_matrix(student, reference, draw.tensor(*draw.shape(2, 4)), draw.shape(5, 7))


@check(points=4, zh="一行、一列、1×1 以及和图像一样大的卷积核", en="Kernels of a row, a column, 1×1 and all of X")
def test_extreme_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """The matrix may be a multiple of the identity or a single row."""
    compare_matrix(student, reference, draw.tensor(1, 3), (3, 5))
    compare_matrix(student, reference, draw.tensor(3, 1), (3, 5))
    compare_matrix(student, reference, draw.tensor(1, 1), (2, 4))
    compare_matrix(student, reference, draw.tensor(2, 4), (2, 4))


@check(points=1.5, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    K = draw.tensor(3, 2)
    compare_second_call(student, reference, K, (4, 5), scale=float(K.norm()))


@check(points=1.5, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """The matrix has to be built from the kernel without a library's convolution."""
    K = draw.tensor(2, 3)
    own_work(student, reference, K, (4, 5), scale=K.norm())
