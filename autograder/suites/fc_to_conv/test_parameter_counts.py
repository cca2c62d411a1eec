"""`parameter_counts`: how many parameters each of the three layers has.

An answer can be wrong for some images (square, one row, one column, one pixel, many pixels) and some Δ (0, large,
beyond the image).
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, Text, check, compare
from autograder.checks.helpers.unpack import unpack

FULLY_CONNECTED = Text("全连接层的参数个数", "The parameter count of the fully connected layer")
SHARED = Text("平移不变的层的参数个数", "The parameter count of the translation invariant layer")
LOCAL = Text("局部的卷积层的参数个数", "The parameter count of the local layer")


def compare_count(student: Student, reference: Reference, draw: Draw, layer: int, what: Text) -> None:
    """Compare one of the three counts, for images and Δ of all kinds."""
    small, side = draw.shape(2, 4), draw.integer(5, 40)
    beyond = (*small, draw.integer(4, 9)), (1, side, 2), (side, 1, 3)
    for case in ((*draw.shape(9, 30), draw.integer(1, 4)), (side, side, side), (*small, 0), (1, 1, 1), *beyond):
        expected = reference.call(*case)
        got = unpack(student.call(*case), expected)
        compare(got[layer], expected[layer], what=what)


@check(points=2, zh="公开的例子：一百万像素，Δ = 10", en="The public case: one megapixel, Δ = 10", public=True)
def test_public_image(student: Student, reference: Reference) -> None:
    """A trillion parameters for the first layer, some hundreds for the last."""
    compare(student.call(1000, 1000, 10, public=True), reference.call(1000, 1000, 10), public=True)


@check(points=3, zh="全连接层，非正方形的图像", en="The fully connected layer, images that are not square")
def test_fully_connected(student: Student, reference: Reference, draw: Draw) -> None:
    """One weight for each pair of pixels, one bias for each pixel."""
    compare_count(student, reference, draw, 0, FULLY_CONNECTED)


@check(points=3, zh="平移不变的层，非正方形的图像", en="The translation invariant layer, images that are not square")
def test_shared(student: Student, reference: Reference, draw: Draw) -> None:
    """One weight for each offset, and a single bias."""
    compare_count(student, reference, draw, 1, SHARED)


@check(points=4, zh="局部的卷积层", en="The local layer")
def test_local(student: Student, reference: Reference, draw: Draw) -> None:
    """The count does not depend on the image."""
    compare_count(student, reference, draw, 2, LOCAL)


@check(points=3, zh="1.2 亿像素的图像：精确的整数", en="An image of 120 megapixels: exact whole numbers")
def test_large_images(student: Student, reference: Reference, draw: Draw) -> None:
    """With sides of the form 4n + 1, the first count is off by two if it is computed in float64."""
    case = (4 * draw.integer(2300, 2500) + 1, 4 * draw.integer(2950, 3000) + 1, draw.integer(100, 500))
    for height, width, delta in (case, (9001, 13333, 50), (12000, 10000, 3)):
        compare(student.call(height, width, delta), reference.call(height, width, delta))
