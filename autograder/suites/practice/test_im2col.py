"""`im2col`: every window of the image as a row."""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.suites.again import right_again
from autograder.suites.own_work import own_work


@check(points=2, zh="课文的 3×3 图像与 2×2 的窗口", en="The lesson's 3×3 image and a window of 2×2")
def test_lesson_image(student: Student, reference: Reference) -> None:
    """X = 0..8."""
    X = torch.arange(9.0).reshape(3, 3)
    compare(student.call(X, (2, 2), public=True), reference.call(X, (2, 2)), public=True)


@check(points=4, zh="非正方形的图像和窗口", en="An image and a window that are not square")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """Rows and columns cannot be exchanged unnoticed."""
    for image, window in ((draw.tensor(5, 7), (2, 3)), (draw.tensor(7, 4), (3, 2))):
        compare(student.call(image, window), reference.call(image, window))


@check(points=2, zh="一行或一列的窗口", en="Windows of one row, and of one column")
def test_row_and_column(student: Student, reference: Reference, draw: Draw) -> None:
    """(1, 3) and (3, 1)."""
    image = draw.tensor(4, 6)
    for window in ((1, 3), (3, 1)):
        compare(student.call(image, window), reference.call(image, window))


@check(points=2, zh="1×1 的窗口，以及和图像一样大的窗口", en="A window of 1×1, and one as large as the image")
def test_extreme_windows(student: Student, reference: Reference, draw: Draw) -> None:
    """A single column, and a single row."""
    image = draw.tensor(3, 5)
    for window in ((1, 1), (3, 5)):
        compare(student.call(image, window), reference.call(image, window))


@check(points=2, zh="大小不定的图像", en="An image of any size")
def test_any_size(student: Student, reference: Reference, draw: Draw) -> None:
    """Sizes nobody wrote down."""
    image, window = draw.tensor(*draw.shape(6, 9)), draw.shape(2, 5)
    compare(student.call(image, window), reference.call(image, window))


@check(points=1.5, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_again(student: Student, reference: Reference, draw: Draw) -> None:
    """Nothing is left behind by a call."""
    right_again(student, reference, draw.tensor(4, 6), (3, 2), scale=0)


@check(
    points=1.5,
    zh="自己动手：没有调用现成的卷积或 F.unfold",
    en="Own work: no ready-made convolution, no F.unfold",
    apart=True,
)
def test_own_work(student: Student, reference: Reference, draw: Draw) -> None:
    """`F.unfold` and `nn.Unfold` are the exercise itself."""
    own_work(student, reference, draw.tensor(4, 5), (2, 3), scale=0, unfold=True)
