"""`translation_invariant`: one V and one u for every position.

An answer can be wrong for some shapes (long, square, even, odd, thin), for some values (large, small, zero, a whole
number), in later calls and in what it leaves of its inputs.
"""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.fc_to_conv.sums import LARGE, SMALL, compare_sum, long_shapes, scale_of
from autograder.suites.own_work import own_work


def compare_layer(
    student: Student, reference: Reference, draw: Draw, shape: tuple[int, int], u: float, factor: float = 1
) -> None:
    """Compare the layer for a random image and random shared weights; all values are multiplied by `factor`."""
    X, V = draw.tensor(*shape), draw.tensor(2 * shape[0] - 1, 2 * shape[1] - 1)
    compare_sum(student, reference, factor * X, factor * V, factor * u)


@check(points=2, zh="公开的 2×2 图像", en="The public 2×2 image", public=True)
def test_public_image(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    X, V = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.arange(1.0, 10.0).reshape(3, 3)
    compare_sum(student, reference, X, V, 10, public=True)


@check(points=2.5, zh="偏置 u 为整数 0，只看加权和", en="The weighted sum alone: the bias u is the whole number 0")
def test_weighted_sum(student: Student, reference: Reference, draw: Draw) -> None:
    """An answer that leaves out u is right here. Either the image or its negative has negative sums.

    The last image has nothing but zeros.
    """
    X, V = draw.tensor(2, 3), draw.tensor(3, 5)
    compare_sum(student, reference, X, V, 0)
    compare_sum(student, reference, -X, V, 0)
    compare_layer(student, reference, draw, (4, 4), 0, factor=0)


@check(points=5.5, zh="非正方形的图像：宽的和高的，大小不定", en="Images that are not square: wide, tall, of any size")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """The two offsets start from different places: h - 1 and w - 1."""
    wide, tall = long_shapes(draw)
    compare_layer(student, reference, draw, wide, draw.number())
    compare_layer(student, reference, draw, draw.shape(3, 5), draw.number())
    compare_layer(student, reference, draw, (2, 4), 1.5, factor=LARGE)
    compare_layer(student, reference, draw, tall, -1.5, factor=SMALL)


@check(
    points=2,
    zh="正方形、一行、一列或一个像素的图像",
    en="Square images, and images of one row, one column and one pixel",
)
def test_thin_images(student: Student, reference: Reference, draw: Draw) -> None:
    """The output keeps both dimensions."""
    for shape in ((5, 5), (4, 4), (1, 4), (3, 1), (1, 1)):
        compare_layer(student, reference, draw, shape, draw.number())


@check(points=1.5, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    layer = draw.tensor(5, 4), draw.tensor(9, 7), draw.number()
    compare_second_call(student, reference, *layer, scale=scale_of(*layer))


@check(points=1.5, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """This sum is the convolution, so it has to be written by hand."""
    layer = draw.tensor(2, 4), draw.tensor(3, 7), draw.number()
    own_work(student, reference, *layer, scale=scale_of(*layer))
