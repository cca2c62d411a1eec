"""`im2col`: every window of the image as a row.

An answer can be wrong for some shapes of images and windows (long, square, even, odd, one row, one column, one element,
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


def compare_windows(student: Student, reference: Reference, cases: Iterable[Pair]) -> None:
    """Compare the windows of several images, as large as the kernels."""
    for image, kernel in cases:
        window = (kernel.shape[0], kernel.shape[1])
        compare(student.call(image, window), reference.call(image, window), scale=image.norm())


@check(points=2, zh="课文的 3×3 图像与 2×2 的窗口", en="The lesson's 3×3 image and a window of 2×2", public=True)
def test_lesson_image(student: Student, reference: Reference) -> None:
    """X = 0..8."""
    X = torch.arange(9.0).reshape(3, 3)
    got, expected = student.call(X, (2, 2), public=True), reference.call(X, (2, 2))
    compare(got, expected, scale=X.norm(), public=True)


@check(points=6, zh="非正方形的图像和窗口", en="Images and windows that are not square")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """Wide, tall, and of a random size; an answer that exchanges rows and columns fails here."""
    compare_windows(student, reference, not_square(draw))


@check(
    points=4,
    zh="正方形、一行、一列、1×1 以及和图像一样大的窗口",
    en="Windows that are square, a row, a column, 1×1 or all of X",
)
def test_extreme_windows(student: Student, reference: Reference, draw: Draw) -> None:
    """The result may have a single column or a single row."""
    compare_windows(student, reference, chain(extreme(draw), square(draw)))


@check(points=1.5, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    X = draw.tensor(5, 7)
    compare_second_call(student, reference, X, (3, 2), scale=float(X.norm()))


@check(
    points=1.5,
    zh="自己动手：没有调用现成的卷积或 F.unfold",
    en="Own work: no ready-made convolution, no F.unfold",
    needs_setup=True,
)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """`F.unfold` and `nn.Unfold` are the exercise itself."""
    X = draw.tensor(4, 5)
    own_work(student, reference, X, (2, 3), scale=X.norm(), unfold=True)
