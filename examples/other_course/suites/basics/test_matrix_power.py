"""`matrix_power`: the product of so many copies of a matrix."""

from __future__ import annotations

import numpy as np
from autograder.checks import Draw, Reference, Student, check, compare
from autograder.checks.helpers.forbidden_names import refuse_names
from autograder.checks.helpers.repeat_calls import compare_second_call


@check(points=5, en="The example of the lesson", public=True)
def test_lesson_example(student: Student, reference: Reference) -> None:
    """Fibonacci's matrix."""
    case = np.array([[1, 1], [1, 0]]), 3
    compare(student.call(*case, public=True), reference.call(*case), public=True)


@check(points=5, en="Random matrices")
def test_random(student: Student, reference: Reference, draw: Draw) -> None:
    """Whole numbers, in which nothing is rounded, and real ones."""
    for size, exponent in (2, 4), (3, 2), (4, 5), (5, 3), (17, 2):
        whole = np.array(draw.integers(-3, 3, size * size)).reshape(size, size)
        compare(student.call(whole, exponent), reference.call(whole, exponent))
        real = draw.array(size, size)
        compare(student.call(real, exponent), reference.call(real, exponent), rtol=1e-6, atol=1e-9)


@check(points=5, en="Large exponents, small numbers and zeros")
def test_extremes(student: Student, reference: Reference, draw: Draw) -> None:
    """Nothing is rounded to zero, and no number of factors is too many."""
    turn, small = np.array([[0, 1], [-1, 0]]), draw.array(2, 2) * 1e-4
    for matrix, exponent in (turn, 17), (turn, 40), (np.zeros((2, 2), dtype=int), 3), (small, 2):
        expected = reference.call(matrix, exponent)
        compare(student.call(matrix, exponent), expected, rtol=1e-6)


@check(points=5, en="The powers 0 and 1")
def test_small_exponents(student: Student, reference: Reference, draw: Draw) -> None:
    """The identity and the matrix itself; one with one row, too."""
    for matrix in (draw.array(3, 3, dtype="int64"), np.array([[7]])):
        for exponent in (0, 1):
            compare(student.call(matrix, exponent), reference.call(matrix, exponent))


@check(points=5, en="An exponent below 0")
def test_below_zero(student: Student, draw: Draw) -> None:
    """It is refused, whatever the matrix is."""
    for exponent in (-1, -draw.integer(2, 5)):
        student.raises(ValueError, np.eye(2), exponent)


@check(points=5, en="A second call, with the matrix unchanged")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The product may not be written into the matrix."""
    compare_second_call(student, reference, draw.array(3, 3), 3, scale=1e6)


@check(points=5, en="Your own product")
def test_own_work(student: Student, reference: Reference) -> None:
    """Right values, and no ready-made power in the text."""
    refuse_names(student, lambda path: path.rpartition(".")[2] == "matrix_power" and path.startswith("numpy."))
    case = np.array([[2, 1], [0, 3]]), 4
    compare(student.call(*case), reference.call(*case))
