"""`autograd_error`: the error PyTorch raises at `y.backward()`, for different layers.

An answer can be wrong for some images (long, square, even, odd, one row, one column, one pixel), for some layers, in
later calls and in what it leaves of the image.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

from autograder.checks import Draw, Reference, Student, Text, check, compare
from autograder.checks.helpers.unchanged import require_unchanged
from autograder.checks.helpers.unpack import unpack
from autograder.suites.practice.error_messages import messages, messages_of_linear, messages_without_parameters

MESSAGE = Text("返回的信息", "The returned message")
IMAGE = Text("传进来的图像", "The image that was given")
TRAINABLE = (True, True)
FROZEN = (False, False)


def compare_messages(
    student: Student, reference: Reference, probe: Callable[..., Any], *args: object, public: bool = False
) -> None:
    """Compare the messages that a probe returns, and the inputs of the layers afterwards."""
    expected, untouched = reference.run(probe, *args)
    got, inputs = unpack(student.run(probe, *args, public=public), (expected, untouched))
    compare(type(got) is type(expected) and len(got) == len(expected), True)
    for one, wanted in zip(got, expected, strict=True):
        compare(one, wanted, public=public, what=MESSAGE)
    require_unchanged(inputs, untouched, (IMAGE,) * len(untouched))


@check(points=2, zh="课文的卷积层：输出有多个元素", en="The lesson's layer: an output of many elements", public=True)
def test_lesson_layer(student: Student, reference: Reference) -> None:
    """The lesson's edge image through a layer like Conv2D."""
    image = torch.ones(6, 8)
    image[:, 2:6] = 0
    case = (torch.tensor([[1.0, -1.0]]), torch.zeros(1), TRAINABLE, [image])
    compare_messages(student, reference, messages, *case, public=True)


@check(points=3, zh="输出只有一个元素时没有错误", en="No error where the output has a single element")
def test_single_element(student: Student, reference: Reference, draw: Draw) -> None:
    """A kernel as large as the image, then an image one column wider; a second call gives the same message.

    Then a kernel of 1×1, with which only the image of one pixel gives a single element.
    """
    single, several = draw.tensor(2, 3), draw.tensor(2, 4)
    case = (draw.tensor(2, 3), draw.tensor(1), TRAINABLE, [single, several, several, single])
    compare_messages(student, reference, messages, *case)
    images = [draw.tensor(1, 1), draw.tensor(1, 20), draw.tensor(20, 1), draw.tensor(9, 9), 0 * draw.tensor(4, 4)]
    case = (draw.tensor(1, 1), draw.tensor(1), TRAINABLE, images)
    compare_messages(student, reference, messages, *case)


@check(points=2, zh="没有参数的层", en="A layer without parameters")
def test_without_parameters(student: Student, reference: Reference, draw: Draw) -> None:
    """Another message than for the lesson's layer, even where the output has a single element."""
    images = [draw.tensor(3, 5), draw.tensor(1, 2)]
    compare_messages(student, reference, messages_without_parameters, images)


@check(points=1, zh="参数都被冻结的层", en="A layer whose parameters are all frozen")
def test_frozen(student: Student, reference: Reference, draw: Draw) -> None:
    """There are parameters, but none requires a gradient."""
    case = (draw.tensor(2, 3), draw.tensor(1), FROZEN, [draw.tensor(2, 3), draw.tensor(4, 5)])
    compare_messages(student, reference, messages, *case)


@check(points=2, zh="只有偏置可训练的层，以及全连接层", en="A layer with only its bias trainable, and a linear layer")
def test_other_layers(student: Student, reference: Reference, draw: Draw) -> None:
    """One trainable parameter is enough for a graph; a batch of outputs is more than a single element."""
    case = (draw.tensor(1, 2), draw.tensor(1), (False, True), [draw.tensor(3, 4), draw.tensor(1, 2)])
    compare_messages(student, reference, messages, *case)
    weights = [draw.tensor(1, 3), draw.tensor(1, 3), draw.tensor(2, 3)]
    batches = [draw.tensor(4, 3), draw.tensor(1, 3), draw.tensor(1, 3)]
    compare_messages(student, reference, messages_of_linear, weights, batches)
