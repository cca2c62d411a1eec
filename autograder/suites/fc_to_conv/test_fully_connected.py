"""`fully_connected`: every pixel of H depends on every pixel of X.

An answer can be wrong for some shapes (long, square, even, odd, thin), for some values (large, small, zero), in later
calls and in what it leaves of its inputs.
"""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.fc_to_conv.sums import LARGE, SMALL, compare_sum, long_shapes, scale_of


def compare_layer(
    student: Student, reference: Reference, draw: Draw, *shapes: tuple[int, int], factor: float = 1
) -> None:
    """Compare random layers for images of several shapes; all values are multiplied by `factor`."""
    for shape in shapes:
        X, W, U = draw.tensor(*shape), draw.tensor(*shape, *shape), draw.tensor(*shape)
        compare_sum(student, reference, factor * X, factor * W, factor * U)


@check(points=2, zh="公开的 2×2 图像", en="The public 2×2 image", public=True)
def test_public_image(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    X, W = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.arange(16.0).reshape(2, 2, 2, 2)
    U = torch.tensor([[0.0, 10.0], [20.0, 30.0]])
    compare_sum(student, reference, X, W, U, public=True)


@check(points=3, zh="偏置 U 为零，只看加权和", en="The weighted sum alone: the bias U is zero")
def test_weighted_sum(student: Student, reference: Reference, draw: Draw) -> None:
    """An answer that leaves out U is right here; the second image has nothing but zeros."""
    compare_sum(student, reference, draw.tensor(2, 3), draw.tensor(2, 3, 2, 3), torch.zeros(2, 3))
    compare_layer(student, reference, draw, (4, 4), factor=0)


@check(points=6, zh="非正方形的图像：宽的和高的，大小不定", en="Images that are not square: wide, tall, of any size")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """An answer that exchanges rows and columns fails here."""
    wide, tall = long_shapes(draw)
    compare_layer(student, reference, draw, wide, draw.shape(3, 6))
    compare_layer(student, reference, draw, (2, 4), factor=LARGE)
    compare_layer(student, reference, draw, tall, factor=SMALL)


@check(
    points=2,
    zh="正方形、一行、一列或一个像素的图像",
    en="Square images, and images of one row, one column and one pixel",
)
def test_thin_images(student: Student, reference: Reference, draw: Draw) -> None:
    """The output keeps both dimensions."""
    compare_layer(student, reference, draw, (5, 5), (4, 4), (1, 4), (3, 1), (1, 1))


@check(points=2, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """An answer that adds the sums to U itself changes its input."""
    X, W, U = draw.tensor(5, 4), draw.tensor(5, 4, 5, 4), draw.tensor(5, 4)
    compare_second_call(student, reference, X, W, U, scale=scale_of(X, W, U))
