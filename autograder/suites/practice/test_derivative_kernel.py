"""`derivative_kernel`: the forward differences, order by order.

The d + 1 conditions (d! for x^d, 0 for the lower powers) determine a kernel of width d + 1, so the kernels themselves
are compared. All eleven orders are asked for: an answer can be wrong for any of them, in values and in later calls.
"""

from __future__ import annotations

from autograder.checks import Reference, Student, check, compare


def compare_kernels(student: Student, reference: Reference, *orders: int, public: bool = False) -> None:
    """Compare the kernels of several orders."""
    for d in orders:
        expected = reference.call(d)
        compare(student.call(d, public=public), expected, scale=expected.norm(), public=public)


@check(points=1, zh="一阶：后一个减前一个", en="First order: the next sample minus this one", public=True)
def test_first_order(student: Student, reference: Reference) -> None:
    """The case the public test shows: the kernel gives 1 on samples of x, not -1."""
    compare_kernels(student, reference, 1, public=True)


@check(points=1, zh="偶数阶", en="Even orders")
def test_even_orders(student: Student, reference: Reference) -> None:
    """The middle weight is the largest."""
    compare_kernels(student, reference, 2, 4)


@check(points=1, zh="奇数阶：注意符号", en="Odd orders: mind the signs")
def test_odd_orders(student: Student, reference: Reference) -> None:
    """A flipped kernel has the opposite sign."""
    compare_kernels(student, reference, 3, 5)


@check(points=1, zh="零阶：函数本身", en="Order zero: the function itself")
def test_order_zero(student: Student, reference: Reference) -> None:
    """No difference is taken; the second order is asked as well, so that a constant answer is not enough."""
    compare_kernels(student, reference, 0, 2)


@check(points=1, zh="高阶，直到十阶", en="High orders, up to ten")
def test_high_orders(student: Student, reference: Reference) -> None:
    """The weights are binomial coefficients with signs."""
    compare_kernels(student, reference, 6, 7, 8, 9, 10)
