"""`autograd_error`: the error PyTorch raises at `y.backward()`, for different layers."""

from __future__ import annotations

import torch

from autograder.checks import Draw, Reference, Student, check, compare
from autograder.suites.practice.error_messages import messages, messages_of_linear, messages_without_parameters

TRAINABLE = (True, True)
FROZEN = (False, False)


@check(points=2, zh="课文的卷积层：输出有多个元素", en="The lesson's layer: an output of many elements", public=True)
def test_lesson_layer(student: Student, reference: Reference) -> None:
    """The lesson's edge image through a layer like Conv2D."""
    image = torch.ones(6, 8)
    image[:, 2:6] = 0
    case = (torch.tensor([[1.0, -1.0]]), torch.zeros(1), TRAINABLE, [image])
    compare(student.run(messages, *case, public=True), reference.run(messages, *case), public=True)


@check(points=3, zh="输出只有一个元素时没有错误", en="No error where the output has a single element")
def test_single_element(student: Student, reference: Reference, draw: Draw) -> None:
    """A kernel as large as the image, then an image one column wider; a second call gives the same message."""
    single, several = draw.tensor(2, 3), draw.tensor(2, 4)
    case = (draw.tensor(2, 3), draw.tensor(1), TRAINABLE, [single, several, several, single])
    compare(student.run(messages, *case), reference.run(messages, *case))


@check(points=2, zh="没有参数的层", en="A layer without parameters")
def test_without_parameters(student: Student, reference: Reference, draw: Draw) -> None:
    """Another message than for the lesson's layer, even where the output has a single element."""
    images = [draw.tensor(3, 5), draw.tensor(1, 2)]
    got = student.run(messages_without_parameters, images)
    compare(got, reference.run(messages_without_parameters, images))


@check(points=1, zh="参数都被冻结的层", en="A layer whose parameters are all frozen")
def test_frozen(student: Student, reference: Reference, draw: Draw) -> None:
    """There are parameters, but none requires a gradient."""
    case = (draw.tensor(2, 3), draw.tensor(1), FROZEN, [draw.tensor(2, 3), draw.tensor(4, 5)])
    compare(student.run(messages, *case), reference.run(messages, *case))


@check(points=2, zh="只有偏置可训练的层，以及全连接层", en="A layer with only its bias trainable, and a linear layer")
def test_other_layers(student: Student, reference: Reference, draw: Draw) -> None:
    """One trainable parameter is enough for a graph; a batch of outputs is more than a single element."""
    case = (draw.tensor(1, 2), draw.tensor(1), (False, True), [draw.tensor(3, 4), draw.tensor(1, 2)])
    compare(student.run(messages, *case), reference.run(messages, *case))
    batches = (draw.tensor(1, 3), [draw.tensor(4, 3), draw.tensor(1, 3)])
    compare(student.run(messages_of_linear, *batches), reference.run(messages_of_linear, *batches))
