"""`minimum_kernel_width`: how wide a kernel the d-th derivative needs.

An answer can be wrong for some d (0, even, odd, large, negative) and in later calls.
"""

from __future__ import annotations

from autograder.checks import Draw, Reference, Student, check, compare


def compare_widths(student: Student, reference: Reference, *orders: int, public: bool = False) -> None:
    """Compare the widths for several orders."""
    for d in orders:
        compare(student.call(d, public=public), reference.call(d), public=public)


@check(points=1, zh="一阶和二阶导数", en="The first and the second derivative", public=True)
def test_first_and_second(student: Student, reference: Reference) -> None:
    """The cases the public test shows."""
    compare_widths(student, reference, 1, 2, public=True)


@check(points=2, zh="零阶导数（函数本身）和更高阶的导数", en="Order zero, the function itself, and higher orders")
def test_any_order(student: Student, reference: Reference, draw: Draw) -> None:
    """Zero is an order like any other; of the higher ones, one is much higher."""
    compare_widths(student, reference, *range(3, 13), draw.integer(20, 60), 0)


@check(points=2, zh="d < 0 时抛出 ValueError", en="A negative d raises ValueError")
def test_negative(student: Student, reference: Reference, draw: Draw) -> None:
    """A valid order comes first, so that raising an error in any case is not enough."""
    compare_widths(student, reference, 3)
    for d in (*range(-9, 0), -draw.integer(20, 60)):
        student.raises(ValueError, d)
