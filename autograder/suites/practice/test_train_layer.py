"""`train_layer`: plain gradient descent, in place, on every parameter.

An answer can be wrong for some shapes of X and Y (long, square, even, odd, one row, one column, one element), for some
values (large, small, zero), for some numbers of epochs (one, many, when the loss hardly falls), for layers of other
parameters, in later calls and in what it leaves of its inputs.

The grader draws the layers' parameters, so a right answer computes nothing random and never fails, as long as the bound
on rounding errors in `training_scales` holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from autograder.checks import Draw, Reference, Student, Text, check, compare
from autograder.suites.practice.training import train, train_two_kernels, training_scales
from autograder.suites.unpack import unpack

LOSSES = Text("损失的列表", "The list of losses")
PARAMETERS = Text("训练之后的参数", "The parameters after training")
INPUTS = Text("训练之后的 X 和 Y", "X and Y after training")
SETTINGS = (4e-3, 6)
CASES = (  # the shapes of the image and of the kernel, lr and num_epochs, and the factor of all values but the weight's
    ((1, 20), (1, 1), (1e-5, 17), 1),  # the loss hardly falls
    ((20, 1), (2, 1), (4e-3, 2), 5e-4),
    ((11, 11), (3, 3), (5e-4, 5), 1),
    ((2, 4), (1, 1), (1e-7, 2), 100),
    ((4, 4), (1, 1), (4e-3, 3), 0),  # the loss is 0 from the beginning
    ((1, 1), (1, 1), (4e-3, 1), 1),
)


Shape = tuple[int, int]


def drawn_case(
    draw: Draw, image: Shape = (5, 7), kernel: Shape = (2, 3), factor: float = 1
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return a weight, a bias, an image and a target; the last three are multiplied by `factor`.

    With the default values they are small enough for stable steps of 4e-3.
    """
    target = image[0] - kernel[0] + 1, image[1] - kernel[1] + 1
    weight, *others = draw.tensor(*kernel), draw.tensor(1), draw.tensor(*image), draw.tensor(*target)
    bias, X, Y = (factor * tensor for tensor in others)
    return weight, bias, X, Y


class TrainingRuns:
    """The same training, once by the student and once by the reference."""

    def __init__(
        self, student: Student, reference: Reference, probe: Callable[..., Any], *args: Any, epochs: int = 6
    ) -> None:
        """Run `probe(module, *args)` on both sides; `args` begin with two parameters, X and Y."""
        self._expected = reference.run(probe, *args)
        self._got = unpack(student.run(probe, *args), self._expected)
        self._scales = training_scales(args[2], args[3], args[:2], epochs)

    def compare_losses(self) -> None:
        """Compare the losses of the last call."""
        compare(self._got[0], self._expected[0], scale=self._scales[0], what=LOSSES)

    def compare_parameters(self) -> None:
        """Compare the layer's parameters after training."""
        compare(self._got[1], self._expected[1], scale=self._scales[1], what=PARAMETERS)

    def compare_inputs(self) -> None:
        """Compare X and Y, which training may not change."""
        compare(self._got[2], self._expected[2], what=INPUTS)


@check(points=3, zh="课文的边缘图像：损失怎样下降", en="The lesson's edge image: how the loss falls")
def test_lesson_image(student: Student, reference: Reference) -> None:
    """Learn the edge detector from the edge image."""
    image = torch.ones(6, 8)
    image[:, 2:6] = 0
    edges = image[:, :-1] - image[:, 1:]
    parameters = torch.tensor([[0.5, -0.25]]), torch.zeros(1)
    TrainingRuns(student, reference, train, *parameters, image, edges, (1e-2, 10), epochs=10).compare_losses()


@check(points=3, zh="每次更新之前的损失", en="The losses before each update")
def test_losses(student: Student, reference: Reference, draw: Draw) -> None:
    """The losses are the summed squared errors, one for each epoch."""
    TrainingRuns(student, reference, train, *drawn_case(draw), SETTINGS).compare_losses()
    for image, kernel, settings, factor in CASES:
        case = drawn_case(draw, image, kernel, factor)
        TrainingRuns(student, reference, train, *case, settings, epochs=settings[1]).compare_losses()


@check(points=3, zh="训练之后的权重和偏置", en="The weight and the bias after training")
def test_parameters(student: Student, reference: Reference, draw: Draw) -> None:
    """Plain gradient descent changes all parameters of the layer itself."""
    TrainingRuns(student, reference, train, *drawn_case(draw), SETTINGS).compare_parameters()


@check(points=2, zh="默认的学习率和轮数", en="The default learning rate and number of epochs")
def test_defaults(student: Student, reference: Reference, draw: Draw) -> None:
    """The call gives neither, so lr = 3e-2 and num_epochs = 10."""
    image, target = 0.5 * draw.tensor(4, 4), draw.tensor(3, 3)
    TrainingRuns(
        student, reference, train, draw.tensor(2, 2), draw.tensor(1), image, target, epochs=10
    ).compare_parameters()


@check(points=2, zh="调用之前留下的梯度不起作用", en="Gradients left over from before have no effect")
def test_leftover_gradients(student: Student, reference: Reference, draw: Draw) -> None:
    """The parameters have gradients of another loss when training starts."""
    TrainingRuns(student, reference, train, *drawn_case(draw), SETTINGS, 1, True).compare_parameters()


@check(points=1, zh="参数是别的名字：先后两个卷积核", en="Parameters of other names: two kernels in sequence")
def test_two_kernels(student: Student, reference: Reference, draw: Draw) -> None:
    """A module that has neither `weight` nor `bias`."""
    kernels, image, target = (draw.tensor(2, 3), draw.tensor(3, 1)), draw.tensor(6, 7), draw.tensor(3, 5)
    TrainingRuns(
        student, reference, train_two_kernels, *kernels, image, target, (1e-3, 4), epochs=4
    ).compare_parameters()


@check(points=1, zh="再次调用时接着训练，X 和 Y 保持原样", en="A second call trains on; X and Y stay as they were")
def test_called_again(student: Student, reference: Reference, draw: Draw) -> None:
    """Two calls of three epochs each, on the same layer."""
    runs = TrainingRuns(student, reference, train, *drawn_case(draw), (4e-3, 3), 2)
    runs.compare_losses()
    runs.compare_parameters()
    runs.compare_inputs()
