"""`reindex`: the same weights, stored by offset instead of position.

An answer can be wrong for some shapes (long, square, even, odd, thin), for some values (large, small, zero), inside or
outside the image, in later calls and in what it leaves of W.
"""

from __future__ import annotations

import torch
from torch import Tensor

from autograder.checks import Draw, Reference, Student, Text, check, compare
from autograder.checks.helpers.repeat_calls import compare_second_call
from autograder.suites.fc_to_conv.sums import LARGE, SMALL, long_shapes

INSIDE = Text("V 中指向图像之内的元素", "The elements of V that point inside the image")


def compare_offsets(student: Student, reference: Reference, W: Tensor, *, public: bool = False) -> None:
    """Compare all of V."""
    compare(student.call(W, public=public), reference.call(W), scale=W.norm(), public=public)


@check(points=3, zh="公开的 1×2 图像", en="The public 1×2 image", public=True)
def test_public_image(student: Student, reference: Reference) -> None:
    """The case the public test shows."""
    compare_offsets(student, reference, torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]]), public=True)


@check(points=5, zh="指向图像之内的元素", en="The elements that point inside the image")
def test_inside(student: Student, reference: Reference, draw: Draw) -> None:
    """Other checks are about the elements that point outside the image."""
    W = draw.tensor(3, 2, 3, 2)
    got, expected = student.call(W), reference.call(W)
    if not isinstance(got, Tensor) or got.shape != expected.shape:
        compare(got, expected)
    inside = reference.call(torch.ones_like(W)) == 1
    compare(got[inside], expected[inside], scale=W.norm(), what=INSIDE)


@check(points=9, zh="各种形状的图像，图像之外为 0", en="Images of all shapes, with 0 outside them")
def test_outside(student: Student, reference: Reference, draw: Draw) -> None:
    """Square, of a random size, thin, wide, and tall; the last weight has nothing but zeros."""
    for shape in ((5, 5), (4, 4), (2, 4), (3, 1), (1, 4), (1, 1), draw.shape(2, 5)):
        compare_offsets(student, reference, draw.tensor(*shape, *shape))
    for shape, factor in zip((*long_shapes(draw), (2, 3)), (LARGE, SMALL, 0), strict=True):
        compare_offsets(student, reference, factor * draw.tensor(*shape, *shape))


@check(points=3, zh="不改动输入，再次调用仍然正确", en="The inputs stay as they were, and a second call is right")
def test_second_call(student: Student, reference: Reference, draw: Draw) -> None:
    """The first call leaves no state behind."""
    W = draw.tensor(3, 4, 3, 4)
    compare_second_call(student, reference, W, scale=float(W.norm()))
