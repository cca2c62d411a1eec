"""`diagonal_image`: ones on and above the main diagonal, for every size.

An answer can be wrong for some sizes (1, even, odd, large) and in later calls.
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare


def compare_image(student: Student, reference: Reference, n: int, *, public: bool = False) -> None:
    """Compare the image of a size."""
    expected = reference.call(n)
    compare(student.call(n, public=public), expected, scale=expected.norm(), public=public)


@check(points=1, zh="4×4 的图像", en="The 4×4 image", public=True)
def test_four(student: Student, reference: Reference) -> None:
    """The size the public test shows."""
    compare_image(student, reference, 4, public=True)


@check(points=1, zh="2×2 的图像：对角线上也是 1", en="The 2×2 image: the diagonal itself is 1 too")
def test_two(student: Student, reference: Reference) -> None:
    """The smallest image with an edge."""
    compare_image(student, reference, 2)


@check(points=3, zh="接连几种大小，包括 1×1", en="Several sizes in turn, 1×1 among them")
def test_any_size(student: Student, reference: Reference, draw: Draw) -> None:
    """Each call gives an image of its own size."""
    for n in (3, 1, 3, *range(5, 13), draw.integer(20, 40)):
        compare_image(student, reference, n)
