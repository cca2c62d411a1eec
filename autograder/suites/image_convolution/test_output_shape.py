"""`output_shape`: how large the output of a cross-correlation is.

An answer can be wrong along these dimensions: rows and columns of the image and of the kernel, few and many; even and
odd sizes, square or not; one row, column or element; a kernel as large as the image, and larger by one or by many along
either side or both.
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.many_cases import compare_each

Shape = tuple[int, int]


def compare_shape(student: Student, reference: Reference, image: Shape, kernel: Shape, *, public: bool = False) -> None:
    """Compare the output's shape for an image and a kernel that fits into it."""
    compare(student.call(image, kernel, public=public), reference.call(image, kernel), public=public)


@check(points=2, zh="课文的 3×3 图像与 2×2 的卷积核", en="The lesson's 3×3 image and 2×2 kernel", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """The output is 2×2."""
    compare_shape(student, reference, (3, 3), (2, 2), public=True)


@check(points=4, zh="各种形状的图像和卷积核", en="Images and kernels of many shapes")
def test_not_square(student: Student, reference: Reference, draw: Draw) -> None:
    """Small and large images and kernels, square ones among them, a kernel of 1×1, and random sizes."""
    fixed = ((6, 8), (1, 2)), ((1080, 1920), (7, 5)), ((4, 9), (1, 1)), ((28, 28), (5, 5)), ((64, 48), (32, 32))
    compare_each(student, reference, [*fixed, (draw.shape(20, 40), draw.shape(2, 9))])


@check(points=1, zh="卷积核与图像一样大，或者一样高、一样宽", en="A kernel as large as the image, or as high or wide")
def test_as_large_as_image(student: Student, reference: Reference, draw: Draw) -> None:
    """This kernel still fits: the output is 1×1, or one row or column where only the height or width is the same."""
    shape = draw.shape(2, 9)
    compare_each(student, reference, [(shape, shape), ((1, 1), (1, 1)), ((1, 9), (1, 3)), ((9, 1), (4, 1))])


@check(points=1, zh="卷积核比图像高：ValueError", en="A kernel higher than the image: ValueError")
def test_too_high(student: Student, reference: Reference) -> None:
    """By many rows, and by one; the same kernel fits into a higher image; a kernel of many rows."""
    compare_shape(student, reference, (5, 7), (5, 2))
    student.raises(ValueError, (48, 64), (49, 3))
    student.raises(ValueError, (2, 7), (6, 2))
    student.raises(ValueError, (4, 7), (5, 2))


@check(points=1, zh="卷积核比图像宽：ValueError", en="A kernel wider than the image: ValueError")
def test_too_wide(student: Student, reference: Reference) -> None:
    """By many columns, and by one; the same kernel fits into a wider image; a kernel of many columns."""
    compare_shape(student, reference, (7, 5), (2, 5))
    student.raises(ValueError, (64, 48), (3, 49))
    student.raises(ValueError, (7, 2), (2, 6))
    student.raises(ValueError, (7, 4), (2, 5))


@check(
    points=1, zh="卷积核既高于又宽于图像：ValueError", en="A kernel both higher and wider than the image: ValueError"
)
def test_too_high_and_wide(student: Student, reference: Reference) -> None:
    """Both sizes of the output are negative, and their product is positive."""
    compare_shape(student, reference, (7, 8), (5, 6))
    student.raises(ValueError, (3, 2), (6, 7))
    student.raises(ValueError, (3, 2), (4, 3))
