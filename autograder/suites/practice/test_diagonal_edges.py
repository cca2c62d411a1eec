"""`diagonal_edges`: the kernel [[1, -1]] on the image, on its transpose, and transposed itself.

An answer can be wrong for some n (2, even, odd, large), in one of the three tensors and in later calls.
"""

from __future__ import annotations

from math import sqrt

from autograder.checks import Draw, Reference, Student, Text, check, compare
from autograder.checks.helpers.unpack import unpack

NAMES = (
    Text("第一个张量（X 与 K）", "The first tensor (X with K)"),
    Text("第二个张量（X 的转置与 K）", "The second tensor (X transposed with K)"),
    Text("第三个张量（X 与 K 的转置）", "The third tensor (X with K transposed)"),
)


def scale_of(n: int) -> float:
    """Return the norm of the image, which has n (n + 1) / 2 ones, times that of the kernel."""
    return sqrt(n * (n + 1))


def compare_tensor(student: Student, reference: Reference, n: int, index: int) -> None:
    """Compare one of the three tensors; the answer has to be a tuple of three in any case."""
    expected = reference.call(n)
    got = unpack(student.call(n), expected)
    compare(got[index], expected[index], scale=scale_of(n), what=NAMES[index])


@check(points=3, zh="X 与 K", en="X with K")
def test_image(student: Student, reference: Reference, draw: Draw) -> None:
    """The kernel applied to the image as it is."""
    for n in (4, draw.integer(5, 9)):
        compare_tensor(student, reference, n, 0)


@check(points=3, zh="X 的转置与 K", en="X transposed with K")
def test_transposed_image(student: Student, reference: Reference, draw: Draw) -> None:
    """The image transposed, the kernel as it is."""
    for n in (4, draw.integer(5, 9)):
        compare_tensor(student, reference, n, 1)


@check(points=3, zh="X 与 K 的转置", en="X with K transposed")
def test_transposed_kernel(student: Student, reference: Reference, draw: Draw) -> None:
    """The image as it is, the kernel transposed: one row less, not one column."""
    for n in (4, draw.integer(5, 9)):
        compare_tensor(student, reference, n, 2)


@check(points=1, zh="最小的图像 n = 2，以及更大的图像", en="The smallest image, n = 2, and larger ones")
def test_smallest(student: Student, reference: Reference, draw: Draw) -> None:
    """All three tensors have two elements for n = 2."""
    for n in (2, 3, draw.integer(5, 8), 17):
        compare(student.call(n), reference.call(n), scale=scale_of(n))
