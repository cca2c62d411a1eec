"""`edge_image`: the lesson's black-and-white image."""

from __future__ import annotations

from autograder.checks import Reference, Student, check, compare
from autograder.checks.helpers.repeat_calls import compare_second_call

SCALE = 24**0.5  # the norm of an image with so many ones


@check(points=4, zh="6×8 的图像，中间四列为 0", en="A 6×8 image whose four middle columns are 0")
def test_image(student: Student, reference: Reference) -> None:
    """Every pixel is compared."""
    compare(student.call(), reference.call(), scale=SCALE)


@check(points=1, zh="再次调用仍然正确", en="A second call is right as well")
def test_second_call(student: Student, reference: Reference) -> None:
    """No call leaves state behind."""
    compare(student.call(), reference.call(), scale=SCALE)
    compare_second_call(student, reference, scale=SCALE)
