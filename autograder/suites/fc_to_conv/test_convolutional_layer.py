"""`convolutional_layer`: shared weights, and only pixels near each position.

An answer can be wrong for some images (long, square, even, odd, thin), for some Δ (0, large, beyond the image), for
some values (large, small, zero, a whole number), in later calls and in what it leaves of its inputs.
"""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.fc_to_conv.sums import LARGE, SMALL, compare_sum, long_shapes, scale_of
from autograder.suites.own_work import own_work


def compare_layer(
    student: Student,
    reference: Reference,
    draw: Draw,
    shape: tuple[int, int],
    delta: int,
    u: float,
    factor: float = 1,
) -> None:
    """Compare the layer for a random image and a random kernel (2Δ+1, 2Δ+1); all values are multiplied by `factor`."""
    X, V = draw.tensor(*shape), draw.tensor(2 * delta + 1, 2 * delta + 1)
    compare_sum(student, reference, factor * X, factor * V, factor * u)


@check(points=2, zh="公开的 2×3 图像，Δ = 1", en="The public 2×3 image, Δ = 1", public=True)
def test_public_image(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    X, V = torch.arange(1.0, 7.0).reshape(2, 3), torch.arange(1.0, 10.0).reshape(3, 3)
    compare_sum(student, reference, X, V, 10, public=True)


@check(points=2, zh="偏置 u 为整数 0，只看加权和", en="The weighted sum alone: the bias u is the whole number 0")
def test_weighted_sum(student: Student, reference: Reference, draw: Draw) -> None:
    """An answer that leaves out u is right here; the second image has nothing but zeros."""
    compare_layer(student, reference, draw, (4, 3), 1, 0)
    compare_layer(student, reference, draw, (4, 4), 1, 0, factor=0)


@check(points=5, zh="非正方形的图像：宽的和高的", en="Images that are not square: wide and tall")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """Of a random size, wide, and tall."""
    wide, tall = long_shapes(draw)
    compare_layer(student, reference, draw, wide, 1, draw.number())
    compare_layer(student, reference, draw, draw.shape(3, 7), 1, draw.number())
    compare_layer(student, reference, draw, (4, 7), 1, 1.5, factor=LARGE)
    compare_layer(student, reference, draw, tall, 1, -1.5, factor=SMALL)


@check(points=3, zh="Δ = 2、3 和 4", en="Δ = 2, 3 and 4")
def test_larger_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """The Δ follows from the shape of V."""
    compare_layer(student, reference, draw, (6, 6), 2, draw.number())
    compare_layer(student, reference, draw, (8, 7), 3, draw.number())
    compare_layer(student, reference, draw, (9, 9), 4, draw.number())


@check(points=1, zh="Δ = 0：只看同一个像素", en="Δ = 0: the same pixel only")
def test_single_weight(student: Student, reference: Reference, draw: Draw) -> None:
    """A kernel of 1×1 needs no padding."""
    compare_layer(student, reference, draw, (3, 5), 0, draw.number())


@check(points=3, zh="Δ 超出图像", en="A Δ that exceeds the image")
def test_exceeding_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """Pixels outside the image count as zero, however far outside they are."""
    for shape, delta in (((2, 3), 4), ((1, 4), 2), ((3, 1), 2), ((1, 1), 1), ((4, 6), 8)):
        compare_layer(student, reference, draw, shape, delta, draw.number())


@check(points=2, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    layer = draw.tensor(3, 5), draw.tensor(3, 3), draw.number()
    compare_second_call(student, reference, *layer, scale=scale_of(*layer))


@check(points=2, zh="自己动手：没有调用现成的卷积", en="Own work: no ready-made convolution", needs_setup=True)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """The layer is written by hand."""
    layer = draw.tensor(4, 3), draw.tensor(3, 3), draw.number()
    own_work(student, reference, *layer, scale=scale_of(*layer))
